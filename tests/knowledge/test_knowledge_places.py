"""Places: capitals and venues are there, and lie on the map."""

import pytest

from kawat.errors import KnowledgeError
from kawat.knowledge import places as module
from kawat.knowledge import tables
from kawat.knowledge.places import places
from kawat.knowledge.states import states


def test_every_capital_is_a_place_of_its_state():
    names = {(p.country, n) for p in places() for lang in p.names.values() for n in lang}
    for state in states().values():
        capitals = state.capitals["en"]
        assert not capitals or any((state.code, c) in names for c in capitals), state.code


def test_no_name_stands_for_two_places_of_one_country():
    seen = {}
    for p in places():
        for name in {n for lang in p.names.values() for n in lang}:
            key = (name, p.country, p.kind)
            assert seen.setdefault(key, p.name) == p.name, key


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("Jenewa", "CHE", "city"),
        ("Den Haag", "NLD", "city"),
        ("Labuan Bajo", "IDN", "city"),
        ("Istana Bogor", "IDN", "venue"),
        ("Camp David", "USA", "venue"),
        ("Krimea", "UKR", "region"),
        ("Laut Hitam", None, "sea"),
        ("Laut China Selatan", None, "sea"),
        ("Tepi Barat", "PSE", "region"),
        ("Khan Younis", "PSE", "city"),
        ("Rumah Sakit Al-Shifa", "PSE", "venue"),
        ("Deir Ezzor", "SYR", "city"),
        ("Bakhmut", "UKR", "city"),
        ("Hmeimim", "SYR", "base"),
        ("Punggye-ri", "PRK", "venue"),
        ("Mischief Reef", None, "sea"),
        ("Candi Borobudur", "IDN", "venue"),
        ("Selat Bosporus", "TUR", "sea"),
        ("Lembah Galwan", "IND", "region"),
        ("Pulau Pasir", "AUS", "region"),
        ("Eropa Timur", None, "region"),
    ],
)
def test_indonesian_names(name, country, kind):
    found = [p for p in places() if name in p.names["id"]]
    assert [(p.country, p.kind) for p in found] == [(country, kind)]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("X,,,USA,city,,0,0,", "lat or lon is blank"),
        ("X,,,USA,castle,0,0,0,", "kind 'castle'"),
        ("X,,,USA,city,91,0,0,", "between -90 and 90"),
    ],
)
def test_a_broken_row_is_named_with_its_line(tmp_path, monkeypatch, row, message):
    (tmp_path / "places.csv").write_text(f"{','.join(module.COLUMNS)}\n{row}\n", encoding="utf-8")
    monkeypatch.setattr(tables, "DATA", tmp_path)
    with pytest.raises(KnowledgeError, match=message) as caught:
        places.__wrapped__()
    assert "places.csv:2" in str(caught.value)


@pytest.mark.parametrize("name", ["states.csv", "bodies.toml", "holders.csv", "places.csv"])
def test_every_file_names_its_sources_at_its_top(name):
    head = (tables.DATA / name).read_text(encoding="utf-8").splitlines()[:8]
    assert any(line.startswith("# Sources") for line in head)


@pytest.mark.parametrize("name", ["Hama", "Arak", "Mina", "Goa", "Uri", "Woodside"])
def test_towns_that_are_other_words_too_are_weak(name):
    assert all(p.weak for p in places() if name in p.names["id"])
