from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser

import msgspec
import pytest
from desk_samples import CALL, DEMAND, HOSTILE, entries
from markdown_it import MarkdownIt

from kawat.desk import brief as briefs
from kawat.desk.words import words
from kawat.linking import link
from kawat.linking.model import Event
from kawat.reading.model import Report
from kawat.text import Quote

REPORTS = {r.id: r for _, reports in entries() for r in reports}
EVENTS = link(list(REPORTS.values()))


def reports_of(event: Event) -> list[Report]:
    return [REPORTS[id] for id in event.reports]


def made(language: str, **more: str) -> briefs.Brief:
    return briefs.compose(EVENTS, reports_of, words(language), today="2024-05-25", **more)


def set_as(form: str, brief: briefs.Brief, language: str = "en") -> str:
    how: Callable[..., str] = briefs.html if form == "html" else briefs.markdown
    return how(brief, words(language))


GOLDEN = """\
# Ringkasan diplomatik

Kurun waktu: Mei 2024

3 peristiwa, 3 artikel, 2 sumber independen

## Perkembangan utama

- Presiden Indonesia Prabowo Subianto dan Perdana Menteri Malaysia Anwar Ibrahim berbicara melalui telepon pada 7 Mei 2024 selama dua jam.[^1][^2]
- Menteri Luar Negeri Indonesia Retno Marsudi dan Australia dijadwalkan bertemu di Perth pada 20 Mei 2024.[^3]
- Indonesia mengajukan permintaan atau tuntutan kepada Australia.[^4]

## Kontak yang terlaksana

- Presiden Indonesia Prabowo Subianto dan Perdana Menteri Malaysia Anwar Ibrahim berbicara melalui telepon pada 7 Mei 2024 selama dua jam.[^1][^2]

## Kontak yang direncanakan

- Menteri Luar Negeri Indonesia Retno Marsudi dan Australia dijadwalkan bertemu di Perth pada 20 Mei 2024.[^3]

## Kontak yang dibatalkan atau dibantah

Tidak ada dalam catatan.

## Tindakan dan sikap

- Indonesia mengajukan permintaan atau tuntutan kepada Australia. Kutipan sumber: “Indonesia demanded that Australia share what its 1,500 officers knew.”[^4]

## Perbedaan antarsumber

- Presiden Indonesia Prabowo Subianto dan Perdana Menteri Malaysia Anwar Ibrahim berbicara melalui telepon pada 7 Mei 2024 selama dua jam. Sumber berbeda mengenai tanggal (saling bertentangan): 7 Mei 2024 (Kantor Uji); 8 Mei 2024 (Kantor Lain).[^1][^2]

## Agenda

- Menteri Luar Negeri Indonesia Retno Marsudi dan Australia dijadwalkan bertemu di Perth pada 20 Mei 2024. Tanggalnya sudah lewat dan tidak ada laporan bahwa hal itu terjadi.[^3]

## Sumber

- Kantor Lain: Warta Sore; artikel: sore.
- Kantor Uji: Harian Pagi, The Post; artikel: pagi, post.

[^1]: Harian Pagi, dari Kantor Uji, 8 Mei 2024: “Presiden Prabowo Subianto menelepon Perdana Menteri Anwar Ibrahim selama dua jam, Selasa (7/5/2024).” (artikel pagi, karakter 25–125)
[^2]: Warta Sore, dari Kantor Lain, 9 Mei 2024: “Presiden Prabowo Subianto berbicara lewat telepon dengan Perdana Menteri Anwar Ibrahim pada Rabu (8/5).” (artikel sore, karakter 19–122)
[^3]: The Post, dari Kantor Uji, 10 Mei 2024: “Foreign Minister Retno Marsudi will meet her Australian counterpart in Perth on 20 May 2024.” (artikel post, karakter 20–112)
[^4]: The Post, dari Kantor Uji, 10 Mei 2024: “Indonesia demanded that Australia share what its 1,500 officers knew.” (artikel post, karakter 113–182)
"""  # noqa: E501


def test_a_whole_brief() -> None:
    tame = [event for event in EVENTS if "hostile" not in event.articles]
    brief = briefs.compose(tame, reports_of, words("id"), today="2024-05-25", period="Mei 2024")
    assert briefs.markdown(brief, words("id")) == GOLDEN


def test_quotations_are_the_words_of_the_articles() -> None:
    quotes = {note.quote for note in made("en").notes}
    assert {CALL, DEMAND} <= quotes


def test_markdown_and_html_bear_the_same_notes() -> None:
    brief = made("en")
    told, page = set_as("md", brief), set_as("html", brief)
    numbers = [str(note.number) for note in brief.notes]
    assert re.findall(r"^\[\^(\d+)\]:", told, re.M) == re.findall(r'<li id="note-(\d+)"', page) == numbers
    cited = re.findall(r"\[\^(\d+)\](?!:)", told)
    assert cited == re.findall(r'href="#note-(\d+)"', page)
    assert list(dict.fromkeys(cited)) == numbers  # numbered as they first come


def test_every_sentence_of_an_event_bears_a_note() -> None:
    *told, sources = made("en").sections
    assert all(each.notes for section in told for each in section.lines)
    assert sources.lines


def test_an_event_that_no_sentence_proves_is_left_out() -> None:
    brief = briefs.compose(EVENTS, lambda _: [], words("en"), today="2024-05-25")
    assert not brief.notes
    assert not any(section.lines for section in brief.sections)
    assert "Nothing on record." in briefs.html(brief, words("en"))


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.links: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("language", ["en", "id"])
def test_html_is_one_page_without_scripts_or_foreign_links(language: str) -> None:
    page = set_as("html", made(language, title=HOSTILE), language)
    tags = _Tags()
    tags.feed(page)
    assert not {"script", "img", "link", "iframe", "object"} & set(tags.seen)
    assert all(link.startswith("#") for link in tags.links)
    ids = set(re.findall(r'id="([^"]+)"', page))
    assert {link.removeprefix("#") for link in tags.links} <= ids
    assert "<script>alert(1)</script>" in tags.text  # shown, not run
    assert not any(mark in page for mark in "\x1b\x9b\u202e")


def test_markdown_of_hostile_text_is_text() -> None:
    shown = (
        MarkdownIt("commonmark", {"html": True})
        .enable("table")
        .render(set_as("md", made("en", title=HOSTILE)))
    )
    tags = _Tags()
    tags.feed(shown)
    assert not {"script", "a", "strong", "code", "table"} & set(tags.seen)
    assert "[x](http://evil.example) **b** `c` | d" in tags.text


@pytest.mark.parametrize(
    "text", ["1. one", "- one", "+ one", "# one", "> one", "= one", "1) one", "&lt;", "[^1]: x"]
)
def test_markdown_shows_text_to_the_letter(text: str) -> None:
    tags = _Tags()
    tags.feed(MarkdownIt("commonmark").render(briefs.escape_markdown(text)))
    assert tags.text.strip() == text
    assert tags.seen == ["p"]


def test_a_note_quotes_the_sentence_that_proves_most() -> None:
    """A headline that is short of names, place and date gives way to the sentence of the body."""
    report = next(r for r in REPORTS.values() if r.place and r.place.name == "Perth")
    headline = Quote(0, 18, "Minister to travel")
    brief = briefs.compose(
        [event for event in EVENTS if report.id in event.reports],
        lambda _: [msgspec.structs.replace(report, evidence=(headline, *report.evidence))],
        words("en"),
        today="2024-05-25",
    )
    assert brief.notes[0].quote == report.evidence[0].quote


def test_a_value_that_only_another_report_gives_is_cited_too() -> None:
    [event] = [event for event in EVENTS if event.mode == "phone"]
    early, late = reports_of(event)
    spoken = msgspec.structs.replace(event, date=late.date, sources=event.sources[:1], duration=None)
    told = {early.id: msgspec.structs.replace(early, duration=None), late.id: late}
    brief = briefs.compose([spoken], lambda _: list(told.values()), words("en"), today="2024-05-25")
    assert late.evidence[0].quote in {note.quote for note in brief.notes}
