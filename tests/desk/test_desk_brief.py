"""What a brief says, and that words prove it."""

from __future__ import annotations

import re

import msgspec
import pytest
from brief_samples import ARTICLES, EVENTS, REPORTS, lines_of, made, reports_of
from desk_samples import CALL, DEMAND

from kawat.desk import briefs
from kawat.desk.briefs.markdown import markdown
from kawat.desk.briefs.positions import QUOTES
from kawat.desk.briefs.sourcing import moment_words, web_address
from kawat.desk.clean import line
from kawat.desk.words import words
from kawat.linking.model import Story
from kawat.record import Filter
from kawat.text import Quote

GOLDEN = """\
# Ringkasan diplomatik

Kurun waktu: Mei 2024

3 peristiwa, 3 artikel, 2 sumber independen

Kontak terlaksana: 1; direncanakan: 1; dibatalkan atau dibantah: 0. Sikap dan tindakan: 1. Peristiwa yang diberitakan berbeda: 1

Keadaan per 25 Mei 2024

## Perkembangan utama

- Presiden Indonesia Prabowo Subianto dan Perdana Menteri Malaysia Anwar Ibrahim berbicara melalui telepon pada 7 Mei 2024 selama dua jam.[^1][^2]
- Menteri Luar Negeri Indonesia Retno Marsudi dan Australia dijadwalkan bertemu di Perth pada 20 Mei 2024.[^3]
- Indonesia mengajukan permintaan atau tuntutan kepada Australia.[^4]

## Kontak yang terlaksana

| Tanggal | Para pihak | Tempat | Saluran | Sumber / halaman | Catatan |
| --- | --- | --- | --- | --- | --- |
| 7 Mei 2024 | Presiden Indonesia Prabowo Subianto dan Perdana Menteri Malaysia Anwar Ibrahim | – | telepon *selama dua jam* | 2 / 2 | [^1][^2] |

## Kontak yang direncanakan

| Tanggal | Para pihak | Tempat | Saluran | Sumber / halaman | Catatan |
| --- | --- | --- | --- | --- | --- |
| 20 Mei 2024 | Menteri Luar Negeri Indonesia Retno Marsudi dan Australia | Perth | pertemuan | 1 / 1 | [^3] |

## Kontak yang dibatalkan atau dibantah

Tidak ada dalam catatan.

## Sikap para pihak

**Indonesia**

- **Permintaan atau tuntutan** kepada Australia, diberitakan pada 10 Mei 2024: “Indonesia demanded that Australia share what its 1,500 officers knew.”[^4] (bahasa Inggris, tidak diterjemahkan)

## Tindakan

Tidak ada dalam catatan.

## Perbedaan antarsumber

Presiden Indonesia Prabowo Subianto dan Perdana Menteri Malaysia Anwar Ibrahim berbicara melalui telepon pada 7 Mei 2024 selama dua jam.[^1][^2]

| Yang berbeda | Versi 1 | Versi 2 |
| --- | --- | --- |
| **tanggal** *saling bertentangan* | 7 Mei 2024[^1] *Kantor Uji, sejak 8 Mei 2024* | 8 Mei 2024[^2] *Kantor Lain, sejak 9 Mei 2024* |

## Agenda

**Terlewat: harinya sudah lewat, tanpa kabar lanjutan**

- Menteri Luar Negeri Indonesia Retno Marsudi dan Australia dijadwalkan bertemu di Perth pada 20 Mei 2024. Tanggalnya sudah lewat dan tidak ada laporan bahwa hal itu terjadi.[^3]

## Sumber

Halaman: 3; sumber independen: 2.

**Kantor Lain** – halaman: 1

- 1\\. “Prabowo dan Anwar” – Warta Sore ← Kantor Lain; 9 Mei 2024; artikel sore; alamat tidak tersimpan; SHA-256 9b84d6628b085d12d7b7ce39265867c0401e4bfaa1969aec0e9033967e51e387

**Kantor Uji** – halaman: 2

- 2\\. “Dua pemimpin bertelepon” – Harian Pagi ← Kantor Uji; 8 Mei 2024, 07:00 (UTC+07:00); artikel pagi; alamat tidak tersimpan; SHA-256 9a08c8d2a7c15fb81bbc1ad94365c3b34ad2d9166b051d8b77bdad0bfeb98537
- 3\\. “Minister to travel” – The Post ← Kantor Uji; 10 Mei 2024; artikel post; alamat tidak tersimpan; SHA-256 b5a2c1a6c088e0eb056496de334da3470fb390501cfb993a3eb565fa705ef30c

[^1]: Harian Pagi, dari Kantor Uji, 8 Mei 2024: “Presiden Prabowo Subianto menelepon Perdana Menteri Anwar Ibrahim selama dua jam, Selasa (7/5/2024).” (artikel pagi, karakter 25–125)
[^2]: Warta Sore, dari Kantor Lain, 9 Mei 2024: “Presiden Prabowo Subianto berbicara lewat telepon dengan Perdana Menteri Anwar Ibrahim pada Rabu (8/5).” (artikel sore, karakter 19–122)
[^3]: The Post, dari Kantor Uji, 10 Mei 2024: “Foreign Minister Retno Marsudi will meet her Australian counterpart in Perth on 20 May 2024.” \\[bahasa Inggris, tidak diterjemahkan\\] (artikel post, karakter 20–112)
[^4]: The Post, dari Kantor Uji, 10 Mei 2024: “Indonesia demanded that Australia share what its 1,500 officers knew.” \\[bahasa Inggris, tidak diterjemahkan\\] (artikel post, karakter 113–182)
"""  # noqa: E501


def test_a_whole_brief() -> None:
    tame = [event for event in EVENTS if "hostile" not in event.articles]
    brief = briefs.compose(
        tame, reports_of, words("id"), today="2024-05-25", wanted=Filter(since="2024-05", until="2024-05")
    )
    assert markdown(brief, words("id")) == GOLDEN


def test_quotations_are_the_words_of_the_articles() -> None:
    notes = made("en").notes
    assert {CALL, DEMAND} <= {note.quote for note in notes}
    for note in notes:
        assert ARTICLES[note.article].text[note.start : note.end] == note.quote
        assert note.said == line(note.quote)


@pytest.mark.parametrize("language", ["en", "id"])
def test_every_sentence_and_every_row_bears_a_note(language: str) -> None:
    brief = made(language)
    numbers = {note.number for note in brief.notes}
    assert lines_of(brief)
    for told in lines_of(brief):
        assert told.notes and set(told.notes) <= numbers


def test_notes_are_numbered_as_they_first_come() -> None:
    brief = made("en")
    shown = re.findall(r"\[\^(\d+)\](?!:)", markdown(brief, words("en")))
    assert list(dict.fromkeys(map(int, shown))) == [note.number for note in brief.notes]


def test_an_event_that_no_sentence_proves_is_left_out_and_counted() -> None:
    brief = briefs.compose(
        EVENTS, lambda events: {event.id: [] for event in events}, words("en"), today="2024-05-25"
    )
    assert not brief.notes and not brief.origins
    assert not any(section.groups for section in brief.sections)
    assert f"Left out because no stored sentence proves them: {len(EVENTS)} events" in brief.facts


def test_of_many_events_the_weightiest_are_told_and_the_rest_counted() -> None:
    brief = briefs.compose(EVENTS, reports_of, words("en"), today="2024-05-25", limit=1)
    assert any(fact.startswith(f"Shown: 1 of {len(EVENTS)} events") for fact in brief.facts)
    [told] = brief.sections[0].groups[0].lines
    assert "spoke by telephone" in told.text  # two sources


def test_what_was_asked_for_is_said_in_words() -> None:
    wanted = Filter(
        between=("IDN", "AUS"), status="held", sources=2, contested=True, kind="acts", mode="phone"
    )
    [told] = [fact for fact in made("en", wanted=wanted).facts if fact.startswith("Asked for")]
    assert told == (
        "Asked for: only: acts; between: Indonesia and Australia; status: held; channel: phone call; "
        "independent sources, at least: 2; contradicted: yes"
    )
    assert made("en", wanted=wanted).title == "Diplomatic brief: Indonesia – Australia"


def test_a_story_names_its_brief() -> None:
    story = Story("s1", "Dua pemimpin\nbertelepon", ("pagi",), None, None)
    brief = made("id", story=story)
    assert brief.title == "Ringkasan diplomatik: Dua pemimpin bertelepon"
    assert "Yang diminta: cerita: “Dua pemimpin bertelepon”" in brief.facts


def test_positions_say_since_when_and_how_often() -> None:
    [event] = [event for event in EVENTS if event.type == "REQUEST"]
    days = [f"2024-05-0{n}" for n in range(1, 7)]
    again = [msgspec.structs.replace(event, id=f"e{day}", date=day) for day in days]
    brief = briefs.compose(again, reports_of, words("en"), today="2024-05-25")
    [section] = [section for section in brief.sections if section.key == "positions"]
    [group] = section.groups
    [position] = group.lines
    assert position.runs[0].text == "Request or demand"
    assert position.runs[1].text == "to Australia, since 1 May 2024, 6 times, of which 3 are quoted:"
    assert [run.text for run in position.runs if run.style == "quote"] == [DEMAND] * QUOTES


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "Indonesian, not translated"), ("id", "bahasa Inggris, tidak diterjemahkan")],
)
def test_a_quotation_in_another_language_is_marked(language: str, expected: str) -> None:
    notes = made(language).notes
    assert {note.untranslated for note in notes} == {"", expected}
    assert all((note.untranslated == "") == (note.language == language) for note in notes)


def test_accounts_stand_side_by_side_each_with_its_own_note() -> None:
    [section] = [section for section in made("en").sections if section.key == "disagreements"]
    [group] = section.groups
    assert group.table
    [[point, one, other]] = group.table.rows
    assert point.runs[0].text == "date"
    assert (one.runs[0].text, other.runs[0].text) == ("7 May 2024", "8 May 2024")
    assert one.notes != other.notes


def test_a_note_quotes_the_sentence_that_proves_most() -> None:
    """A headline that is short of names, place and date gives way to the sentence of the body."""
    report = next(r for r in REPORTS.values() if r.place and r.place.name == "Perth")
    [event] = [event for event in EVENTS if report.id in event.reports]
    headline = Quote(0, 18, "Minister to travel")
    told = [msgspec.structs.replace(report, evidence=(headline, *report.evidence))]
    brief = briefs.compose([event], lambda _: {event.id: told}, words("en"), today="2024-05-25")
    assert brief.notes[0].quote == report.evidence[0].quote


def test_a_value_that_only_another_report_gives_is_cited_too() -> None:
    [event] = [event for event in EVENTS if event.mode == "phone"]
    early, late = reports_of([event])[event.id]
    spoken = msgspec.structs.replace(event, date=late.date, sources=event.sources[:1], duration=None)
    told = {early.id: msgspec.structs.replace(early, duration=None), late.id: late}
    brief = briefs.compose(
        [spoken], lambda _: {event.id: list(told.values())}, words("en"), today="2024-05-25"
    )
    assert late.evidence[0].quote in {note.quote for note in brief.notes}


def test_sources_are_counted_with_their_copies() -> None:
    brief = made("en")
    assert brief.copies == "Pages: 4; independent sources: 2."
    assert [(o.name, [s.number for s in o.sources]) for o in brief.origins] == [
        ("Kantor Lain", [1]),
        ("Kantor Uji", [2, 3, 4]),
    ]
    [source] = [s for o in brief.origins for s in o.sources if s.title == "Dua pemimpin bertelepon"]
    assert source.facts == ("Harian Pagi ← Kantor Uji", "8 May 2024, 07:00 (UTC+07:00)", "article pagi")
    assert source.digest == ARTICLES["pagi"].digest
    assert {note.article: note.source for note in brief.notes}["pagi"] == source.number


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2022-02-08T16:53:00+07:00", "8 February 2022, 16:53 (UTC+07:00)"),
        ("2022-02-08T16:53:00Z", "8 February 2022, 16:53 (UTC)"),
        ("2022-02-08T16:53:00", "8 February 2022, 16:53 (zone not given)"),
        ("2022-02-08", "8 February 2022"),
        (None, "no date given"),
    ],
)
def test_publication_with_its_zone(published: str | None, expected: str) -> None:
    assert moment_words(published, words("en")) == expected


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://warta.example/a/b?c=d&e=%20#f", True),
        ("http://warta.example:8080", True),
        ("HTTPS://warta.example/", False),
        ("javascript:alert(1)", False),
        ("https://warta.example/<b>", False),
        ('https://warta.example/"onclick="x', False),
        ("https://user@warta.example/", False),
        ("https://warta.example/a b", False),
        ("https://warta.example/\u202e", False),
        ("https://warta.example/" + "a" * 3000, False),
        ("file:///etc/passwd", False),
        ("//warta.example", False),
        (None, False),
    ],
)
def test_only_plain_addresses_of_the_web_are_links(url: str | None, link: bool) -> None:
    assert (web_address(url) == url) is (link or url is None)
