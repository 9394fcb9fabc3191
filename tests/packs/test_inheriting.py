"""A pack that extends another says only what differs: additions, removals, replacements, tables by name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

import kawat.packs
from kawat.errors import PackError
from kawat.packs import extends, languages, section
from kawat.packs.inheriting import inherit

BASE: dict[str, Any] = {
    "plain": ["a", "b"],
    "one": "x",
    "table": {"north": 1, "south": 2, "lists": ["a"]},
    "frame": [{"id": "meet", "active": ["a", "b"], "each": True}, {"id": "call", "active": ["c"]}],
}


@pytest.mark.parametrize(
    ("own", "want"),
    [
        ({"plain": ["z"]}, {"plain": ["z"]}),
        ({"plain": {"add": ["b", "z"]}}, {"plain": ["a", "b", "z"]}),
        ({"plain": {"remove": ["a"]}}, {"plain": ["b"]}),
        ({"plain": {"remove": ["*"], "add": ["z"]}}, {"plain": ["z"]}),
        ({"one": "y"}, {"one": "y"}),
        ({"fresh": ["z"]}, {"fresh": ["z"]}),
        ({"fresh": {"add": ["z"]}}, {"fresh": ["z"]}),
        ({"table": {"east": 3}}, {"table": {"north": 1, "south": 2, "lists": ["a"], "east": 3}}),
        ({"table": {"remove": ["south"], "north": 4}}, {"table": {"north": 4, "lists": ["a"]}}),
        ({"table": {"remove": ["*"], "north": 4}}, {"table": {"north": 4}}),
        ({"table": {"lists": {"add": ["b"]}}}, {"table": {"north": 1, "south": 2, "lists": ["a", "b"]}}),
        (
            {"frame": [{"id": "meet", "active": {"remove": ["b"]}}]},
            {"frame": [{"id": "meet", "active": ["a"], "each": True}, BASE["frame"][1]]},
        ),
        ({"frame": [{"id": "call", "remove": True}]}, {"frame": BASE["frame"][:1]}),
        ({"frame": [{"id": "write", "active": ["d"]}]}, {"frame": [{"id": "write", "active": ["d"]}, *BASE["frame"]]}),
        ({"frame": [{"id": "call", "headline": {"add": ["e"]}}]},
         {"frame": [BASE["frame"][0], {"id": "call", "active": ["c"], "headline": ["e"]}]}),
    ],
)  # fmt: skip
def test_what_is_said_changes_what_is_there(own: dict[str, Any], want: dict[str, Any]) -> None:
    before = msgspec.json.encode(BASE)
    assert inherit(BASE, own, "here") == {**BASE, **want}
    assert msgspec.json.encode(BASE) == before


@pytest.mark.parametrize(
    "own",
    [
        {"plain": {"remove": ["z"]}},
        {"table": {"remove": ["west"]}},
        {"frame": [{"id": "write", "remove": True}]},
        {"frame": [{"id": "meet", "active": {"remove": ["z"]}}]},
        {"plain": {"subtract": ["a"]}},
    ],
)
def test_what_cannot_be_done_is_named(own: dict[str, Any]) -> None:
    with pytest.raises(PackError, match=r"^here\.\w+"):
        inherit(BASE, own, "here")


class Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A section."""

    words: tuple[str, ...]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Two packs, "xx" and "yy" that extends it."""
    for language, head in (("xx", ""), ("yy", 'extends = "xx"\n')):
        (tmp_path / language).mkdir()
        pack = f'language = "{language}"\nname = "{language}"\nversion = "1"\n{head}'
        (tmp_path / language / "pack.toml").write_text(pack, encoding="utf-8")
    (tmp_path / "xx" / "s.toml").write_text('words = ["a"]\n', encoding="utf-8")
    monkeypatch.setattr(kawat.packs, "HERE", tmp_path)
    for cached in (extends, section):
        cached.cache_clear()
    yield tmp_path
    for cached in (extends, section):
        cached.cache_clear()


def test_a_section_without_a_file_is_the_other_pack_s(folder: Path) -> None:
    assert section("yy", "s", Shape).words == ("a",)


def test_a_section_says_what_differs(folder: Path) -> None:
    (folder / "yy" / "s.toml").write_text('words.add = ["b"]\n', encoding="utf-8")
    assert section("yy", "s", Shape).words == ("a", "b")
    assert section("xx", "s", Shape).words == ("a",)


def test_a_section_that_neither_has_is_named(folder: Path) -> None:
    with pytest.raises(PackError, match="no section 'z'"):
        section("yy", "z", Shape)


def test_an_error_names_the_pack_that_made_it(folder: Path) -> None:
    (folder / "yy" / "s.toml").write_text('words.remove = ["q"]\n', encoding="utf-8")
    with pytest.raises(PackError, match=r"packs/yy/s\.toml: \$\.words: 'q'"):
        section("yy", "s", Shape)


def test_a_pack_extends_one_that_stands_by_itself(folder: Path) -> None:
    pack = folder / "xx" / "pack.toml"
    pack.write_text('language = "xx"\nname = "xx"\nversion = "1"\nextends = "zz"\n', encoding="utf-8")
    with pytest.raises(PackError, match="'zz', which is no pack"):
        extends("xx")


def test_what_the_packs_at_hand_extend() -> None:
    assert {language: extends(language) for language in languages()} == {"en": None, "id": None, "ms": "id"}
