"""What reading tells of itself: the steps of a sentence, why a word tells no event, why an article gives nothing."""

from __future__ import annotations

import pytest
from telling import article

from kawat.reading import read
from kawat.reading.explained import Explained, Reading, TriggerRead
from kawat.reading.explaining import explain

PAIR = "Presiden Kenya bertemu Presiden Ghana di Nairobi, Senin (13/5/2024)."


def explained(text: str, language: str, **given: str) -> Explained:
    return explain(article(text, language, **given))


def readings(text: str, language: str, type_: str) -> list[Reading]:
    found = [t for s in explained(text, language).sentences for t in s.triggers if t.type == type_]
    return [r for t in found for r in t.readings]


def test_the_chance_told_is_the_one_that_made_the_report() -> None:
    told = explained(PAIR, "id")
    (report,) = told.reports
    weighed = [t.coder for s in told.sentences for t in s.triggers if t.coder is not None]
    assert max(w.final or 0.0 for w in weighed) == pytest.approx(report.confidence, abs=0.005)


def test_the_steps_of_a_sentence() -> None:
    told = explained(f'{PAIR} "Kami mendukung Peru," kata Menteri Luar Negeri Togo.', "id")
    first, second = told.sentences
    assert [(n.text, n.parties[0].country) for n in first.names[:2]] == [
        ("Presiden Kenya", "KEN"),
        ("Presiden Ghana", "GHA"),
    ]
    assert [(t.text, t.value) for t in first.times] == [("Senin (13/5/2024)", "2024-05-13")]
    (clause,) = first.clauses
    assert (clause.link, clause.parties, clause.voices) == ("main", ("KEN",), ("mutual",))
    assert clause.verb is not None
    assert clause.verb.text == "bertemu"
    (heard,) = second.heard
    assert (heard.direct, heard.parties, heard.cue and heard.cue.text) == (True, ("TGO",), "kata")
    quote = next(c for c in second.clauses if c.link == "quote")
    assert quote.parent is not None
    assert second.clauses[quote.parent].link == "main"


def test_a_trigger_that_tells_an_event_names_its_entry_its_sides_and_its_report() -> None:
    told = explained(PAIR, "id")
    (trigger,) = (t for t in told.sentences[0].triggers if t.type == "CONSULT" and t.text == "bertemu")
    (reading,) = trigger.readings
    assert reading.reason == "id/frames/consult.meet#bertemu"
    assert (reading.status, reading.actors, reading.recipients, reading.why) == (
        "held",
        ("KEN",),
        ("GHA",),
        None,
    )
    assert set(trigger.reports) <= {r.id for r in told.reports}


@pytest.mark.parametrize(
    ("text", "language", "type_", "why", "because"),
    [
        ("Jika Kenya menyerang Ghana, Togo akan marah.", "id", "ASSAULT", "condition", ()),
        ("Kenya mengancam akan menyerang Ghana.", "id", "ASSAULT", "governed", ("mengancam akan",)),
        ("Kenya tidak menyerang Ghana.", "id", "ASSAULT", "unreal", ("words/modality.negated",)),
        ("Kenya hopes to attack Ghana.", "en", "ASSAULT", "unreal", ("words/modality.proposed",)),
        ("Kenya mengirim utusan untuk menyerang Ghana.", "id", "ASSAULT", "purpose", ()),
        ("Togo mengatakan Kenya akan menyerang Ghana.", "id", "ASSAULT", "foretold", ("mengatakan",)),
        ("Ghana mengecam tuntutan Togo.", "id", "REQUEST", "object_of_act", ("mengecam",)),
        (
            "Presiden Kenya dan Presiden Ghana sudah bertahun-tahun tidak bertemu.",
            "id",
            "CONSULT",
            "lasting",
            (),
        ),
        ("Kenya tuduh Ghana.", "id", "ACCUSE", "title_only", ()),
        ("Kenya dan Ghana bertemu (Togo menuduh Mali).", "id", "ACCUSE", "aside", ()),
        ("Misi Bantuan PBB tiba di Togo.", "id", "AID", "inside", ()),
        ("Presiden Kenya bertemu.", "id", "CONSULT", "one_party", ("KEN",)),
        ("Kenya menuduh.", "id", "ACCUSE", "no_recipient", ("KEN",)),
        ("Presiden Peru dituduh.", "id", "ACCUSE", "no_actor", ("PER",)),
        ("Kenya received Ghana.", "en", "CONSULT", "no_guest", ("KEN", "GHA")),
        ("Indonesia mengerahkan pasukan.", "id", "MOBILIZE", "home_only", ("IDN",)),
        ("[SALAH] Kenya menyerang Ghana.", "id", "ASSAULT", "claimed", ()),
    ],
)
def test_a_refused_trigger_says_why(
    text: str, language: str, type_: str, why: str, because: tuple[str, ...]
) -> None:
    assert (why, because) in [(r.why, r.because) for r in readings(text, language, type_)]


def test_a_frame_that_lacks_its_company_names_the_words_it_needs() -> None:
    (reading,) = (r for r in readings("Togo says Kenya is large.", "en", "ACCUSE") if r.why == "needs")
    assert "was behind" in reading.because


@pytest.mark.parametrize(
    ("text", "language", "nothing"),
    [
        ("Hujan turun di halaman sejak pagi.", "id", "no_trigger"),
        ("Kedua tetangga itu bertemu di pasar.", "id", "no_party"),
        ("Presiden Kenya bertemu para petani.", "id", "one_party"),
    ],
)
def test_an_article_without_reports_says_why(text: str, language: str, nothing: str) -> None:
    assert explained(text, language).nothing == nothing


def test_an_article_that_is_no_politics_by_its_words_says_so() -> None:
    text = (
        "Panen kopi di Kenya tahun ini melimpah. Para petani menjual bijinya ke Ghana. Harga naik sejak hujan reda. "
        "Resepnya mudah: seduh, saring, sajikan. Kopi itu menyerang lidah dengan rasa asam. Gula boleh ditambah."
    )
    assert explained(text, "id").nothing == "no_politics"


def test_an_article_whose_words_are_all_refused_says_so() -> None:
    told = explained("Jika Kenya menyerang Ghana, Togo akan marah.", "id")
    assert told.nothing in ("refused", "unlikely")
    assert (told.nothing == "unlikely") is told.coder


@pytest.mark.parametrize("text", [PAIR, "Jika Kenya menyerang Ghana, Togo akan mengecamnya.", "Hujan."])
def test_each_reading_is_an_event_or_says_why_not_and_the_reports_are_those_of_reading(text: str) -> None:
    of = article(text, "id")
    told = explain(of)
    assert list(told.reports) == read(of)
    assert (told.nothing is None) is bool(told.reports)
    for t in (t for s in told.sentences for t in s.triggers):
        assert of.text[t.start : t.end] == t.text
        assert t.readings
        assert all((r.why is None) is (r.status is not None) for r in t.readings)


def test_every_report_has_a_trigger_that_tells_it() -> None:
    told = explained(f"{PAIR} Togo mengecam Mali, dan Mali menolak tuduhan itu.", "id")
    claimed = {id_ for s in told.sentences for t in s.triggers if _tells(t) for id_ in t.reports}
    assert {r.id for r in told.reports} <= claimed


def _tells(t: TriggerRead) -> bool:
    return t.coder is not None or any(r.why is None for r in t.readings)
