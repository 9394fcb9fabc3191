"""Names of states, bodies and groups, and who held which of their offices when, as the knowledge files have it."""

from __future__ import annotations

from functools import cache

import msgspec

from kawat.desk.names import country_name
from kawat.desk.web.rows import actor_href, person_href
from kawat.desk.wording import date_words
from kawat.desk.words import Words, area
from kawat.knowledge.bodies import bodies
from kawat.knowledge.holders import AS_OF, GENERIC, holders
from kawat.knowledge.model import Body, Holder, State
from kawat.knowledge.states import states

#: The file that says who held an office.
FILE = "knowledge/data/holders.csv"
#: Offices that lead a state or body, in the order in which they are shown.
_LEADING = tuple(
    dict.fromkeys(
        (*GENERIC["head_of_state"], *GENERIC["head_of_government"], "secretary_general", "foreign_minister")
    )
)
_OPEN = 3  # terms of an office that are shown before "earlier ones"


class Names(msgspec.Struct, frozen=True):
    """What a state, body or group is called in one language."""

    language: str
    usual: str
    others: tuple[str, ...]


class Called(msgspec.Struct, frozen=True):
    """All that stands for a state, body or group in a text."""

    code: str
    kind: str  # state, body, bloc or group
    names: tuple[Names, ...]
    words: tuple[str, ...]  # adjectives and words for citizens
    capitals: tuple[str, ...]
    seats: tuple[str, ...]
    organs: tuple[str, ...]


class Term(msgspec.Struct, frozen=True):
    """A term of office, in words."""

    person: str
    href: str
    code: str
    country: str
    country_href: str
    office: str
    since: str
    until: str  # in words: the end; "" where it is not known
    seen: str  # the last day on which a source had the person in office; "" where the end is known
    runs: bool  # in office when the file was last checked
    sources: str


class Office(msgspec.Struct, frozen=True):
    """An office with its holders, newest first."""

    name: str
    leads: bool  # head of state or government, or foreign minister
    recent: tuple[Term, ...]
    earlier: tuple[Term, ...]


def called(code: str) -> Called | None:
    """Return what `code` is called, None where the knowledge files do not have it."""
    entry: State | Body | None = states().get(code) or bodies().get(code)
    if entry is None:
        return None
    return Called(
        code=code,
        kind="state" if isinstance(entry, State) else entry.kind,
        names=tuple(_names(language, names) for language, names in entry.names.items() if names),
        words=_once(entry.adjectives, entry.citizens if isinstance(entry, State) else ()),
        capitals=_once(*entry.capitals.values()) if isinstance(entry, State) else (),
        seats=_once(entry.seats, *entry.seats_in.values()),
        organs=_once(entry.organs, *entry.organs_in.values()),
    )


def kind_of(code: str) -> str:
    """Return whether a code is that of a state, body, bloc or group; "" where it is not known."""
    body = bodies().get(code)
    return "state" if code in states() else body.kind if body else ""


def offices(code: str, words: Words) -> list[Office]:
    """Return the offices of a state or body with their holders: heads of state and government come first."""
    found: dict[str, list[Holder]] = {}
    for holder in _by_country().get(code, ()):
        found.setdefault(holder.office, []).append(holder)

    def rank(office: str) -> int:
        return _LEADING.index(office) if office in _LEADING else len(_LEADING)

    order = sorted(found, key=lambda office: (rank(office), office))
    return [_office(code, office, found[office], words) for office in order]


def terms_of(person: str, words: Words) -> list[Term]:
    """Return the terms of everybody who is called so, in full, newest first."""
    found = sorted(_by_person().get(person, ()), key=_newest, reverse=True)
    return [_term(holder, words) for holder in found]


def spellings_of(person: str) -> tuple[str, ...]:
    """Return other spellings and short names of a person whom the knowledge files have in full."""
    return _once(*(holder.aliases for holder in _by_person().get(person, ())))


def full_name(name: str) -> str | None:
    """Return the full usual name of the only person who is called `name`, None where there is none, or several."""
    persons = {h.person for h in holders() if name in h.aliases or name == h.person}
    return persons.pop() if len(persons) == 1 else None


def as_of(words: Words) -> str:
    """Say up to when the knowledge files were checked."""
    return date_words(AS_OF, words)


@cache
def _by_country() -> dict[str, list[Holder]]:
    found: dict[str, list[Holder]] = {}
    for holder in holders():
        found.setdefault(holder.country, []).append(holder)
    return found


@cache
def _by_person() -> dict[str, list[Holder]]:
    found: dict[str, list[Holder]] = {}
    for holder in holders():
        found.setdefault(holder.person, []).append(holder)
    return found


def _office(code: str, office: str, held: list[Holder], words: Words) -> Office:
    terms = tuple(_term(h, words) for h in sorted(held, key=_newest, reverse=True))
    return Office(office_words(code, office, words), office in _LEADING, terms[:_OPEN], terms[_OPEN:])


def office_words(code: str, office: str, words: Words) -> str:
    """Name an office as its state does; one that has no word of its own by its key."""
    own, further = words.office_of.get(code, {}), area("actors", words.language)
    said = own.get(office) or words.offices.get(office) or further.get("office_" + office)
    return said or office.replace("_", " ").capitalize()


def _term(holder: Holder, words: Words) -> Term:
    seen = holder.seen if holder.seen and not holder.until else None
    return Term(
        person=holder.person,
        href=person_href(holder.person),
        code=holder.country,
        country=country_name(holder.country, words.language),
        country_href=actor_href(holder.country),
        office=office_words(holder.country, holder.office, words),
        since=date_words(holder.since, words),
        until=date_words(holder.until, words) if holder.until else "",
        seen=date_words(seen, words) if seen else "",
        runs=not holder.until and not seen,
        sources=", ".join(holder.source.split("|")),
    )


def _newest(holder: Holder) -> tuple[str, str]:
    return holder.since, holder.person


def _names(language: str, names: tuple[str, ...]) -> Names:
    return Names(language, names[0], _once(names[1:]))


def _once(*names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for each in names for name in each))
