"""The desk's wording: one TOML file a screen language, all of one shape, so that no language lacks a word.

What only one part of the desk says stands in a table of its own (``areas/<area>.<language>.toml``).

To add a language, copy ``en.toml`` to its ISO 639-1 code and translate the values; the tests check that every
template has its blanks.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import msgspec

from kawat.errors import PackError, UsageError

HERE = Path(__file__).parent


class Contact(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How contacts of one mode are told."""

    name: str  # in a table
    noun: str  # within a sentence
    held: str  # the verb, done
    base: str  # the verb, to come


class Act(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How acts of one type are told."""

    name: str
    held: str
    base: str
    to: str  # joins the addressee to the verb


class Brief(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Headings and fixed words of a brief."""

    title: str
    period: str
    asked: str
    made: str
    corpus: str
    shown: str
    left: str
    unproven: str
    glance: str
    as_of: str
    developments: str
    contacts_held: str
    contacts_planned: str
    contacts_off: str
    positions: str
    acts: str
    disagreements: str
    agenda: str
    sources: str
    notes: str
    nothing: str
    from_upstream: str
    article: str
    article_id: str
    no_address: str
    no_zone: str
    share: str
    pages: str
    copies: str
    undated: str
    overdue: str
    stale: str
    unresolved: str
    by_hand: str
    untranslated: str
    since: str
    on: str
    reported: str
    times: str
    given: str
    more: str
    counted: str
    digest: str
    page: str
    back: str
    to_note: str
    columns: dict[str, str]  # heads of tables
    standings: dict[str, str]  # by kawat.record.model.Standing
    query: dict[str, str]  # by field of kawat.record.model.Filter, and its words
    languages: dict[str, str]  # names of languages by ISO 639-1


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All wording of one screen language."""

    language: str
    months: tuple[str, ...]
    numbers: tuple[str, ...]  # 0, 1, 2 ... as words
    thousands: str
    decimal: str
    pair: str
    last: str
    be_one: str
    be_many: str
    each_other: str
    own_side: str
    unknown_side: str
    person: str
    person_office: str
    short_names: dict[str, str]  # by code, where the usual name is too long before a person's
    article_countries: tuple[str, ...]  # codes whose name takes the article
    article_places: tuple[str, ...]  # places whose name takes the article
    article_word: str
    on_day: str
    in_month: str
    in_year: str
    from_to: str
    about: str
    where: str
    how_long: str
    who_says: str
    contact_sentence: dict[str, str]
    lone_sentence: dict[str, str]
    act_sentence: dict[str, str]
    units: dict[str, tuple[str, str]]
    relations: dict[str, str]
    figures: dict[str, str]
    offices: dict[str, str]
    office_of: dict[str, dict[str, str]]  # by state, where it has a word of its own
    statuses: dict[str, str]
    quads: dict[str, str]
    contexts: dict[str, str]
    contacts: dict[str, Contact]
    acts: dict[str, Act]
    fields: dict[str, str]
    kinds: dict[str, str]
    whys: dict[str, str]
    changes: dict[str, str]
    relations_of_sources: dict[str, str]
    screen: dict[str, str]
    explain: dict[str, str]
    refusals: dict[str, str]
    nothings: dict[str, str]
    grades: dict[str, str]
    traits: dict[str, str]
    details: dict[str, str]
    why_not: dict[str, str]
    decided: dict[str, str]
    brief: Brief


def languages() -> tuple[str, ...]:
    """Return the codes of the screen languages, sorted."""
    return tuple(sorted(path.stem for path in HERE.glob("*.toml")))


@cache
def words(language: str) -> Words:
    """Load the wording of `language`.

    Raises:
        UsageError: there is no such screen language.
        PackError: the file is broken.
    """
    if language not in languages():
        raise UsageError(f"no screen language {language!r}; there are: {', '.join(languages())}")
    path = HERE / f"{language}.toml"
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Words)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as e:
        raise PackError(f"desk/words/{path.name}: {e}; en.toml shows the shape") from e


@cache
def area(name: str, language: str) -> dict[str, str]:
    """Load what one part of the desk (`exports`, `web` ...) says in `language`: words and templates by key.

    Raises:
        PackError: there is no such file, or it is no flat table of texts.
    """
    path = HERE / "areas" / f"{name}.{language}.toml"
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), dict[str, str])
    except (OSError, tomllib.TOMLDecodeError, msgspec.ValidationError) as e:
        raise PackError(f"desk/words/areas/{path.name}: {e}; web.en.toml shows the shape") from e
