"""Names in a language without columns: its own first, then those of the language that its pack extends."""

from __future__ import annotations

import pytest

from kawat.errors import KnowledgeError
from kawat.knowledge.bodies import bodies
from kawat.knowledge.names import Names, files, known, known_places
from kawat.knowledge.places import places
from kawat.knowledge.states import states
from kawat.reading.lexicon import lexicon


@pytest.mark.parametrize(
    ("code", "first", "also"),
    [
        ("USA", "Amerika Syarikat", "Amerika Serikat"),
        ("FRA", "Perancis", "Prancis"),
        ("EGY", "Mesir", "Republik Arab Mesir"),
        ("THA", "Thailand", "Muangthai"),
        ("PHL", "Filipina", "Filipina"),
    ],
)
def test_a_state_has_its_malay_name_first(code: str, first: str, also: str) -> None:
    names = states()[code].names["ms"]
    assert names[0] == first
    assert also in names


def test_every_state_body_and_place_has_a_name_in_every_language() -> None:
    for entry in (*states().values(), *bodies().values(), *places()):
        assert {"en", "id", *files()} <= {language for language, names in entry.names.items() if names}


def test_no_name_stands_for_two_states() -> None:
    for language in files():
        seen: dict[str, str] = {}
        for state in states().values():
            for name in state.names[language]:
                assert seen.setdefault(name, state.code) == state.code, name


def test_capitals_seats_and_organs_are_of_their_language_alone() -> None:
    assert states()["EGY"].capitals["ms"][:2] == ("Kaherah", "Kairo")
    assert "Wisma Putra" in states()["MYS"].seats_in["ms"]
    assert "Jabatan Negara" in states()["USA"].organs_in["ms"]
    assert "Jabatan Negara" not in states()["USA"].organs
    assert "Majlis Keselamatan" in bodies()["UN"].organs_in["ms"]


def test_a_place_has_its_malay_name() -> None:
    cairo = next(p for p in places() if p.name == "Cairo" and p.country == "EGY")
    assert cairo.names["ms"][0] == "Kaherah"


def test_a_name_of_what_is_not_there_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = Names(states={"QQQ": ("Q",)}, places={"EGY": {"Atlantis": ("A",)}})
    monkeypatch.setattr("kawat.knowledge.names.files", lambda: {"ms": broken})
    with pytest.raises(KnowledgeError, match=r"names/ms\.toml: \[states\] names 'QQQ'"):
        known(states(), "states")
    with pytest.raises(KnowledgeError, match=r"\[places\.EGY\] names 'Atlantis'"):
        known_places({("EGY", "Cairo")})


def test_a_seat_that_a_language_names_itself_is_nobody_else_s_there() -> None:
    def bearers(language: str, name: tuple[str, str]) -> set[str]:
        return {
            p.code
            for key, entry in lexicon(language).names[name[0]]
            if tuple(key) == name
            for p in entry.parties
        }

    assert bearers("ms", ("istana", "negara")) == {"MYS"}
    assert bearers("id", ("istana", "negara")) == {"IDN"}
