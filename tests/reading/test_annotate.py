"""What stands in an article, event or not: each list in the order of the text, each span its own words."""

from __future__ import annotations

import pytest
from telling import article

from kawat.reading import Annotated, annotate

PAGE = """Menlu Peru dan Chile Bertemu di Bogota

BOGOTA - Menteri Luar Negeri Peru Ana Huaman bertemu Menteri Luar Negeri Chile Pilar Soto di Bogota, Selasa \
(14/5/2024), selama dua jam. Peru mengirim 300 tentara ke perbatasan.

"Kami menolak permintaan itu," kata Huaman. Soto mengatakan bahwa Chile akan menunggu sampai Juni.

Bantuan senilai US$20 juta tiba di Quito pekan lalu.
"""


def _page() -> Annotated:
    return annotate(article(PAGE, "id"))


def test_every_span_is_its_words() -> None:
    text, found = article(PAGE, "id").text, _page()
    for x in (*found.times, *found.actors, *found.figures):
        assert text[x.start : x.end] == x.text
    for place in found.places:
        assert text[place.start : place.end] == place.name
    for s in found.statements:
        for words in (s.speaker, s.named, s.cue, s.content):
            assert text[words.start : words.end] == words.text


def test_every_list_is_in_the_order_of_the_text() -> None:
    found = _page()
    for spans in (found.times, found.actors, found.places, found.figures):
        starts = [x.start for x in spans]
        assert starts == sorted(starts)
    starts = [s.content.start for s in found.statements]
    assert starts == sorted(starts)


def test_no_span_is_named_twice() -> None:
    found = _page()
    for spans in (found.times, found.actors, found.places, found.figures):
        assert len({(x.start, x.end) for x in spans}) == len(spans)


def test_times_have_timex_types_and_values() -> None:
    assert [(t.text, t.type, t.value) for t in _page().times] == [
        ("Selasa (14/5/2024)", "DATE", "2024-05-14"),
        ("dua jam", "DURATION", "PT2H"),
        ("Juni", "DATE", "2024-06"),
        ("pekan lalu", "DATE", "2024-W19"),
    ]


def test_actors_have_state_person_and_office() -> None:
    found = {(a.text, a.country, a.person, a.office) for a in _page().actors}
    assert {
        ("Menteri Luar Negeri Peru Ana Huaman", "PER", "Ana Huaman", "foreign_minister"),
        ("Menteri Luar Negeri Chile Pilar Soto", "CHL", "Pilar Soto", "foreign_minister"),
        ("Huaman", "PER", "Ana Huaman", "foreign_minister"),
        ("Soto", "CHL", "Pilar Soto", "foreign_minister"),
        ("Peru", "PER", None, None),
    } <= found
    assert all(a.reason for a in _page().actors)


def test_places_and_figures() -> None:
    found = _page()
    assert ("Bogota", "COL") in [(p.name, p.country) for p in found.places]
    assert ("Quito", "ECU") in [(p.name, p.country) for p in found.places]
    assert [(f.what, f.value, f.unit) for f in found.figures] == [
        ("troops", 300, None),
        ("money", 2e7, "USD"),
    ]


Said = tuple[str, str, str, bool]  # speaker, cue, content, direct

STATEMENTS: list[tuple[str, str, list[Said]]] = [
    (
        "id",
        '"Kami menolak permintaan itu," kata Menlu Peru Ana Huaman.',
        [("Menlu Peru Ana Huaman", "kata", '"Kami menolak permintaan itu,"', True)],
    ),
    (
        "id",
        "“Kami menolak permintaan itu,” ujar Menlu Peru Ana Huaman di Lima.",
        [("Menlu Peru Ana Huaman", "ujar", "“Kami menolak permintaan itu,”", True)],
    ),
    (
        "id",
        'Menlu Peru Ana Huaman mengatakan, "Kami menolak permintaan itu."',
        [("Menlu Peru Ana Huaman", "mengatakan", '"Kami menolak permintaan itu."', True)],
    ),
    (
        "id",
        "Menlu Peru Ana Huaman mengatakan bahwa Chile akan menunggu hujan reda.",
        [("Menlu Peru Ana Huaman", "mengatakan", "Chile akan menunggu hujan reda", False)],
    ),
    (
        "id",
        "Menlu Peru Ana Huaman menegaskan negaranya tidak akan mundur.",
        [("Menlu Peru Ana Huaman", "menegaskan", "negaranya tidak akan mundur", False)],
    ),
    (
        "en",
        '"We reject that request," Peruvian Foreign Minister Ana Huaman said.',
        [("Peruvian Foreign Minister Ana Huaman", "said", '"We reject that request,"', True)],
    ),
    (
        "en",
        "“We reject that request,” said Peruvian Foreign Minister Ana Huaman.",
        [("Peruvian Foreign Minister Ana Huaman", "said", "“We reject that request,”", True)],
    ),
    (
        "en",
        'Peruvian Foreign Minister Ana Huaman said: "We reject that request."',
        [("Peruvian Foreign Minister Ana Huaman", "said", '"We reject that request."', True)],
    ),
    (
        "en",
        "Peruvian Foreign Minister Ana Huaman said that Chile would wait for the rain to end.",
        [
            (
                "Peruvian Foreign Minister Ana Huaman",
                "said",
                "Chile would wait for the rain to end",
                False,
            )
        ],
    ),
    (
        "en",
        "Chile would wait for the rain to end, Peruvian Foreign Minister Ana Huaman said.",
        [("Peruvian Foreign Minister Ana Huaman", "said", "Chile would wait for the rain to end", False)],
    ),
    # a few words in quotation marks are no speech; a name in them is none either
    ("id", 'Menlu Peru menonton film "Hujan" di Lima.', []),
    ("en", 'Peru called it "a storm" in May.', []),
    ("id", "Peru dan Chile bertemu.", []),
    # nobody speaks
    ("id", '"Kami menolak permintaan itu." Hujan turun.', []),
]


@pytest.mark.parametrize(("language", "text", "expected"), STATEMENTS)
def test_statements(language: str, text: str, expected: list[Said]) -> None:
    found = annotate(article(text, language)).statements
    assert [(s.speaker.text, s.cue.text, s.content.text, s.direct) for s in found] == expected


def test_furniture_is_not_annotated() -> None:
    text = "Judul tentang Peru\n\nPeru diam. Hujan turun di Lima sepanjang hari.\n\nBaca juga: Presiden Ghana Marah"
    codes = {a.country for a in annotate(article(text, "id")).actors}
    assert "PER" in codes and "GHA" not in codes


def test_without_a_day_times_keep_what_they_say() -> None:
    from kawat.pages import read_text

    found = annotate(read_text("Hujan turun selama dua jam pada Selasa.", language="id"))
    assert [t.type for t in found.times] == ["DURATION", "DATE"]
    assert all(t.value for t in found.times)


@pytest.mark.xfail(strict=True, reason="a city that is also a numeral is taken for the numeral behind 'di'")
def test_a_city_is_no_numeral() -> None:
    found = annotate(article("Bantuan tiba di Lima pekan lalu.", "id"))
    assert [(t.text, t.value) for t in found.times] == [("pekan lalu", "2024-W19")]
