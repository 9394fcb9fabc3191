"""Laws that hold for any text: reading never fails, quotes to the letter, gives reasons, and is a function."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from telling import PUBLISHED

from kawat.errors import PageError
from kawat.pages import Article, read_text
from kawat.reading import Annotated, Report, annotate, read
from kawat.reading.lexicon import lexicon
from kawat.reading.scan import scan, sentences

NAMES = [
    "Menlu Peru Ana Huaman", "Presiden Chile", "AS", "Rusia", "Kremlin", "Uni Eropa", "tentara Mali", "kedua negara",
    "ia", "mereka", "pihaknya", "Jenderal", "Duta Besar Peru untuk Chile", "mitranya dari Bolivia", "Hamas",
    "Malian President Issa Cissoko", "the foreign minister of Niger", "Moscow", "NATO", "its", "he", "they", "AS-Rusia",
    "Foreign Ministry spokesman Omar Saley", "U.S.", "Guinea-Bissau", "juru bicara", "spokesman", "(AS)", "sekutunya",
    "Menteri Pemuda dan Olahraga", "Minister for Trade", "Ketua KPU", "Menteri Perdagangan,",
]  # fmt: skip
VERBS = [
    "bertemu", "menuduh", "dituduh", "menyerang", "menelepon", "mengecam", "akan", "tidak", "batal", "menunda",
    "membantah", "meminta", "mengatakan bahwa", "kata", "menurut", "dikutip", "menggelar pertemuan", "pertemuan itu",
    "met", "accused", "was accused by", "said", "will", "did not", "cancelled", "called", "to visit", "talks", "denied",
    "imposed sanctions on", "according to", "if", "jika", "yang", "who", "untuk", "agar", "that", "sanksi", "'s",
]  # fmt: skip
REST = [
    "dengan", "kepada", "terhadap", "oleh", "di Jenewa", "with", "in Geneva", "by", "of", "dan", "and", "antara",
    "Selasa (14/5/2024)", "pekan depan", "on May 10", "2019", "lebih dari dua jam", "for two hours", "100.000 tentara",
    "$1.5 billion", "31 Februari", "pada saat yang sama", ".", ". ", ",", ";", ":", "(", ")", '"', "“", "”", "‘", "-",
    "–", "\n", "\n\n", "Foto: ", "Baca juga: ", "...", "?!", "’s",
    "\u200b", "\u0301", "İ", "ß", "ﬁ", "中", "\u202e", "🙂",
]  # fmt: skip
FRAGMENTS = st.sampled_from([*NAMES, *VERBS, *REST])
WORDS = st.lists(FRAGMENTS, min_size=1, max_size=40).map(" ".join)
MIXED = st.lists(st.one_of(FRAGMENTS, st.text(max_size=8)), max_size=40).map("".join)
PHRASES = st.tuples(*map(st.sampled_from, (NAMES, VERBS, NAMES, REST, NAMES))).map(" ".join)
STORIES = st.lists(PHRASES, min_size=1, max_size=8).map(". ".join)
TEXTS = st.one_of(STORIES, WORDS, MIXED, st.text(max_size=200))
LANGUAGES = st.sampled_from(["id", "en"])
DAYS = st.sampled_from([PUBLISHED, None])
LAWS = settings(
    max_examples=300, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)


def _article(text: str, language: str, published: str | None) -> Article | None:
    try:
        return read_text(text, language=language, published=published)
    except PageError:
        return None


def check_report(article: Article, report: Report) -> None:
    """Check the laws of one report: its spans, its reasons, what belongs together."""
    text = article.text
    for party in (*report.actors, *report.recipients):
        assert text[party.start : party.end] == party.name
        assert party.name and party.reason and party.country
    for quote in report.evidence:
        assert text[quote.start : quote.end] == quote.quote
        assert quote.quote == quote.quote.strip()
    for speaker in report.attributed_to:
        assert text[speaker.start : speaker.end] == speaker.name
    for figure in report.figures:
        assert text[figure.start : figure.end] == figure.text
    if report.place is not None:
        assert text[report.place.start : report.place.end] == report.place.name
    assert report.date_text is None or report.date_text in text
    assert report.evidence and report.reasons and all(report.reasons)
    assert report.actors or report.recipients
    assert (report.mode is None) == (report.type != "CONSULT")
    mine, theirs = {p.country for p in report.actors}, {p.country for p in report.recipients}
    assert mine == theirs or not mine & theirs  # both do it to each other, or nobody to itself
    assert 0 < report.confidence <= 1


def check_annotated(article: Article, found: Annotated) -> None:
    """Check that every span is its words."""
    text = article.text
    for x in (*found.times, *found.actors, *found.figures):
        assert x.text and text[x.start : x.end] == x.text
    for place in found.places:
        assert place.name and text[place.start : place.end] == place.name
    for said in found.statements:
        for words in (said.speaker, said.cue, said.content):
            assert words.text and text[words.start : words.end] == words.text


@LAWS
@given(TEXTS, LANGUAGES, DAYS)
def test_reading_any_text(text: str, language: str, published: str | None) -> None:
    article = _article(text, language, published)
    if article is None:
        return
    found = read(article)
    for report in found:
        check_report(article, report)
    assert len({r.id for r in found}) == len(found)
    assert read(article) == found


@LAWS
@given(TEXTS, LANGUAGES, DAYS)
def test_annotating_any_text(text: str, language: str, published: str | None) -> None:
    article = _article(text, language, published)
    if article is None:
        return
    found = annotate(article)
    check_annotated(article, found)
    assert annotate(article) == found


@LAWS
@given(TEXTS, LANGUAGES)
def test_scanning_any_text(text: str, language: str) -> None:
    lex = lexicon(language)
    end = 0
    for a, b in sentences(text, 0, len(text), lex):
        assert end <= a < b
        assert not text[end:a].strip()
        end = b
        s = scan(text, a, b, lex)
        assert [text[i:j] for i, j in zip(s.starts, s.ends, strict=True)] == s.words
        assert all(i <= hit.i < hit.j <= len(s.words) for i, hit in s.hits.items())
    assert not text[end:].strip()


def test_a_long_line_without_a_stop_is_read_in_one_go() -> None:
    """No pattern of reading may take more than linear time; a quadratic one would not return here."""
    for piece in ("Peru dan ", '"', "(", "A. ", "yang ", "pada Selasa, ", "'s "):
        article = _article(piece * (20_000 // len(piece)), "id", PUBLISHED)
        if article is not None:
            annotate(article)
            read(article)
