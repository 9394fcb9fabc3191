"""Fights, truces and deeds whose sides or day only the words around them tell."""

from __future__ import annotations

import pytest

from kawat.pages import read_text
from kawat.reading import read_by_grammar

PUBLISHED = "2024-05-15"
#: text -> a report that it must give: type, actors, recipients
TOLD = [
    (
        "Bolivia menuduh Chile melanggar gencatan senjata yang berlaku sejak April.",
        "RETREAT",
        "BOL,CHL",
        "BOL,CHL",
    ),
    ("Peru menyerang Chile. Gencatan senjata yang berlaku sejak Mei rapuh.", "RETREAT", "CHL,PER", "CHL,PER"),
    (
        "Menlu Mali merujuk pada perang yang diluncurkan Peru terhadap Chile pada Mei.",
        "ASSAULT",
        "PER",
        "CHL",
    ),
    ("Peru ingin mengakhiri perang dengan Chile yang pecah pada Mei.", "ASSAULT", "CHL,PER", "CHL,PER"),
    ("Ribuan warga Chile mengungsi setelah roket Peru ditembakkan.", "ASSAULT", "PER", "CHL"),
    ("Dua orang luka di Chile setelah drone Peru menghantam gudang.", "ASSAULT", "PER", "CHL"),
    ("Peru membebaskan dua warga Chile yang ditahan sejak Mei 2022.", "COERCE", "PER", "CHL"),
    ("Peru mengenakan tarif terhadap Chile. Mali dikenai tarif lebih tinggi.", "SANCTION", "PER", "MLI"),
    (
        "Peru melanggar gencatan senjata yang berlaku sejak Mei dengan menyerang Chile.",
        "ASSAULT",
        "PER",
        "CHL",
    ),
    ("Fiji mengerahkan dua kapal untuk menantang kapal Tonga.", "MOBILIZE", "FJI", "TON"),
]
#: text -> a type that it must not give
UNTOLD = [
    ("Presiden Peru dan Raja Yordania menyambut gencatan senjata yang berlaku sejak Mei.", "RETREAT"),
    ("Peru akan menghormati gencatan senjata dengan Chile yang akan berlaku pada Juni.", "ASSAULT"),
    ("Menlu Peru menelepon Menlu Chile setelah Mali melancarkan serangan.", "ASSAULT"),
]


def _sides(sides: list[object]) -> str:
    return ",".join(sorted({str(getattr(s, "country", s)) for s in sides}))


@pytest.mark.parametrize(("text", "type_", "actors", "recipients"), TOLD)
def test_sides_come_from_the_words_around(text: str, type_: str, actors: str, recipients: str) -> None:
    reports = read_by_grammar(read_text(text, language="id", published=PUBLISHED))
    told = [(r.type, _sides([*r.actors]), _sides([*r.recipients])) for r in reports]
    assert (type_, actors, recipients) in told, told


@pytest.mark.parametrize(("text", "type_"), UNTOLD)
def test_nothing_is_made_up(text: str, type_: str) -> None:
    reports = read_by_grammar(read_text(text, language="id", published=PUBLISHED))
    assert type_ not in [r.type for r in reports]
