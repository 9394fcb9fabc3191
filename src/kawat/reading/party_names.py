"""All names of parties in one language: states and bodies, their people, capitals, seats and organs.

In: the knowledge files.
Out: each name with the party that it names; `lexicon` takes them into its table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kawat.knowledge.bodies import bodies
from kawat.knowledge.model import Body, State
from kawat.knowledge.states import states


class PartyRef(NamedTuple):
    """A name of a party."""

    code: str
    sort: str  # state "Rusia", adjective "Russian", capital "Moskow", seat "Kremlin", organ "TNI"; body, bloc, group
    reason: str
    weak: bool  # also a person's name or a common word


def party_names(language: str) -> Iterator[tuple[str, PartyRef, bool]]:
    """Yield each name of a party in a language, with what it names, and whether only its very case counts."""
    also = () if language == "en" else ("en",)
    own = _own(language)
    for s in states().values():
        sorts: list[tuple[str, Iterable[str]]] = [
            ("state", _in(s.names, language, also)),
            ("adjective", s.adjectives if language == "en" else s.citizens),
            ("capital", _in(s.capitals, language, also)),
            ("seat", (*_other(s.seats, own), *s.seats_in.get(language, ()))),
            ("organ", (*_other(s.organs, own), *s.organs_in.get(language, ()))),
        ]
        yield from _refs(f"knowledge/states:{s.code}", s.code, sorts, s.exact, s.weak)
    for b in bodies().values():
        sorts = [
            (b.kind, _in(b.names, language, also)),
            ("adjective", b.adjectives if language == "en" else ()),
            ("seat", (*_other(b.seats, own), *b.seats_in.get(language, ()))),
            ("organ", (*_other(b.organs, own), *b.organs_in.get(language, ()))),
        ]
        yield from _refs(f"knowledge/bodies:{b.code}", b.code, sorts, b.exact, b.weak)


def _own(language: str) -> frozenset[str]:
    """Return the seats and organs that a language names itself: "Istana Negara" is Malaysia's in Malay."""
    entries: list[State | Body] = [*states().values(), *bodies().values()]
    return frozenset(
        n for e in entries for names in (e.seats_in, e.organs_in) for n in names.get(language, ())
    )


def _other(names: Iterable[str], own: frozenset[str]) -> list[str]:
    return [n for n in names if n not in own]


def _in(names: dict[str, tuple[str, ...]], language: str, also: tuple[str, ...]) -> list[str]:
    return [n for lang in (language, *also) for n in names.get(lang, ())]


def _refs(
    reason: str,
    code: str,
    sorts: Iterable[tuple[str, Iterable[str]]],
    exact: frozenset[str],
    weak: frozenset[str],
) -> Iterator[tuple[str, PartyRef, bool]]:
    for sort, names in sorts:
        for name in names:
            yield name, PartyRef(code, sort, reason, name in weak), name in exact
