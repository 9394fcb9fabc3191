"""What the knowledge files hold, row by row."""

from __future__ import annotations

from typing import Literal

import msgspec

BodyKind = Literal["body", "bloc", "group"]
PlaceKind = Literal["city", "venue", "region", "sea", "base"]


class State(msgspec.Struct, frozen=True):
    """One state, or territory with a voice of its own, and every name by which the press calls it.

    `names` and `capitals` are keyed by language (``id``, ``en``, ``ms``), the usual name first. Matching is
    case-sensitive: every alias stands in the case in which it is written.
    """

    code: str  # ISO 3166-1 alpha-3; XKX for Kosovo
    names: dict[str, tuple[str, ...]]
    adjectives: tuple[str, ...]  # English adjectives and words for its citizens: Russian, Russians
    citizens: tuple[str, ...]  # Indonesian words for its citizens or language that are not its name: WNI
    capitals: dict[str, tuple[str, ...]]  # also metonyms of the government
    seats: tuple[str, ...]  # buildings and places that stand for the government, in either language
    organs: tuple[
        str, ...
    ]  # forces, services, ministries that belong to this state alone, in either language
    exact: frozenset[str]  # names that are another word in other case (AS, US): only ever as written
    weak: frozenset[
        str
    ]  # names that are also a person's name or a common word: need support from the sentence
    #: Names that another state bears too (Congo, Korea): only the article can tell. Where it does not, the other is
    #: meant that has one among its adjectives ("Dominican": the republic of millions), else the first by its code.
    shared: tuple[str, ...]
    lat: float | None  # degrees north, the middle of the country
    lon: float | None  # degrees east
    #: seats and organs by the names that one language has for them: ``ms``
    seats_in: dict[str, tuple[str, ...]] = {}
    organs_in: dict[str, tuple[str, ...]] = {}


class Body(msgspec.Struct, frozen=True):
    """An intergovernmental body, a bloc of states, or an armed group or party that acts across borders."""

    code: str
    kind: BodyKind
    names: dict[str, tuple[str, ...]]  # by language, the usual name first
    adjectives: tuple[str, ...]  # English: European, Western
    seats: tuple[str, ...]  # metonyms: Brussels
    organs: tuple[str, ...]  # organs that act as the body: Security Council, Komisi Eropa
    exact: frozenset[str]
    weak: frozenset[str]
    home: str | None  # state in which a group has its home
    fights: str | None = None  # state that it fights, where that is not its home
    seats_in: dict[str, tuple[str, ...]] = {}
    organs_in: dict[str, tuple[str, ...]] = {}


class Holder(msgspec.Struct, frozen=True):
    """One term of one person in one office.

    `since` and `until` are a year, a month or a day (``2014``, ``2014-10``, ``2014-10-20``); an `until`
    that is None means in office when the file was last checked (`holders.AS_OF`).
    """

    person: str  # the full usual name
    country: str  # code of a state or body
    office: str
    since: str
    until: str | None
    aliases: tuple[
        str, ...
    ]  # other spellings, and short names that the world's press uses of this person alone
    source: str  # keys of the file's list of sources
    seen: str | None = None  # last day on which a source had the person in office, where the end is not known


class City(msgspec.Struct, frozen=True):
    """A place where diplomacy happens: a city, venue, region, sea or base."""

    name: str  # English
    names: dict[str, tuple[str, ...]]  # by language, the usual name first
    country: str | None  # None for seas and regions of no one state
    kind: PlaceKind
    lat: float
    lon: float
    population: int  # 0 where there is none or none is known
    weak: bool  # the name is also a common word or a person's name
