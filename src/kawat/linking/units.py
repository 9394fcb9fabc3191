"""What linking looks at in a report.

Reports of one text that are alike in all of it are a *unit*, compared only once; so are all that recall the same from
long ago. Two reports of one article never are: its reader merged what is one. What does not depend on the words of the
text are its *traits*, which units of many articles share. A unit carries its reports packed, so that a million of them
fit into memory.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from zlib import compress, decompress

import msgspec

from kawat.linking.days import Days, days, published_day
from kawat.linking.findings import CURRENT, WIDE
from kawat.linking.model import Copy
from kawat.linking.names import fold
from kawat.linking.pathways import WHOLE
from kawat.linking.wording import NO_WORDS, Wording, wording
from kawat.reading.model import MUTUAL, Party, Place, Report

#: Of a side: a country, the folded names of the persons who act for it, and their offices; sorted by country.
Acting = tuple[str, tuple[str, ...], tuple[str, ...]]
Side = tuple[Acting, ...]
_Told = tuple[str, str, bytes]  # article, id and the packed report

#: Offices that say nothing about who it was: a spokesperson acts as the government.
_NO_OFFICE = frozenset({"spokesperson", "official", "former", "local", "minister", "leader", "envoy"})

NO_COPIES: Mapping[str, Copy] = MappingProxyType({})

_PACK = msgspec.msgpack.Encoder()
_UNPACK = msgspec.msgpack.Decoder(Report)


@dataclass(frozen=True, slots=True, eq=False)
class Traits:
    """All that two reports are compared in but their words.

    `sides` has one entry where the order of the sides does not matter (all parties together), else actors and
    recipients. `said` is the day of publication (of the first copy, where articles have the same text).
    """

    type: str
    mode: str | None
    sides: tuple[Side, ...]
    date: str | None
    status: str
    said: int | None
    place: Place | None
    figures: frozenset[tuple[str, float]]
    days: Days | None

    @property
    def countries(self) -> tuple[frozenset[str], ...]:
        """The codes of each side."""
        return _countries(self.sides)

    @property
    def contact(self) -> bool:
        """Tell a contact from an act."""
        return self.type == "CONSULT"

    @property
    def day(self) -> int | None:
        """The day by which it stands in time: that of the event where it is told, else that of publication."""
        return self.days.first if self.days else self.said


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """Reports of one text that are alike in their traits; of background, of any text."""

    traits: Traits
    words: Wording
    language: str
    names: tuple[tuple[str, str], ...]  # article and id of each report, sorted
    packed: tuple[bytes, ...]

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles that it stands in, sorted, each once."""
        return tuple(dict.fromkeys(article for article, _ in self.names))

    @property
    def reports(self) -> list[Report]:
        """The reports themselves, in the order of `names`."""
        return [_unpack(data) for data in self.packed]


@dataclass(slots=True)
class _Group:
    """What becomes a unit."""

    traits: Traits
    words: Wording
    language: str
    told: list[_Told]


class Shelf:
    """Gathers reports into units; neither their order nor their contents depend on the order given.

    `ruled` are ids of reports that a person has decided on: each is a unit of its own.
    """

    def __init__(self, ruled: Iterable[str] = ()) -> None:
        self._ruled = frozenset(ruled)
        self._groups: dict[tuple[object, ...], _Group] = {}
        self._traits: dict[tuple[object, ...], Traits] = {}
        self._sides: dict[tuple[Side, ...], tuple[Side, ...]] = {}

    def put(self, report: Report, said: int | None, packed: bytes) -> None:
        """Add a report, and the same packed; `said` is the day on which its text was first published."""
        if background(days(report.date), said):
            # What many articles recall in passing is one unit, whoever recalls it, when and in which words.
            said, text, words, language = None, "", NO_WORDS, ""
        else:
            starts = ",".join(str(quote.start) for quote in report.evidence)
            text, language = f"{starts}@{report.digest or report.article}", report.language
            words = wording(report)
        traits = self._traits_of(report, said)
        alone = report.id if report.id in self._ruled else ""
        group = self._groups.setdefault((id(traits), text, alone), _Group(traits, words, language, []))
        group.words |= words
        group.told.append((report.article, report.id, packed))

    def _traits_of(self, report: Report, said: int | None) -> Traits:
        sides = _sides(report)
        sides = self._sides.setdefault(sides, sides)
        key = (said, sides, *_rest(report))
        return self._traits.get(key) or self._traits.setdefault(key, _made(report, said, sides))

    def units(self) -> list[Unit]:
        """Return what was put in, sorted by the first report of each unit; the shelf is empty afterwards."""
        found = []
        self._traits, self._sides = {}, {}
        while self._groups:
            _, group = self._groups.popitem()
            for told in _apart(sorted(set(group.told))):
                names = tuple((article, id) for article, id, _ in told)
                packed = tuple(data for *_, data in told)
                found.append(Unit(group.traits, group.words, group.language, names, packed))
        found.sort(key=lambda unit: (unit.names, unit.packed))
        return found


def units(
    reports: Iterable[Report], ruled: Iterable[str] = (), copies: Mapping[str, Copy] = NO_COPIES
) -> list[Unit]:
    """Group reports that are alike; `copies` are the articles known to repeat others, by id."""
    packed: deque[bytes] = deque()
    first = First(copies)
    for report in reports:
        first.see(report)
        packed.append(_pack(report))
    shelf = Shelf(ruled)
    while packed:
        data = packed.popleft()
        report = _unpack(data)
        shelf.put(report, first.day(report), data)
    return shelf.units()


def _apart(told: list[_Told]) -> list[list[_Told]]:
    """Gather the first reports of all articles, then the second: an article tells its events apart, however alike."""
    found: list[list[_Told]] = []
    times: Counter[str] = Counter()
    for each in told:
        article = each[0]
        if times[article] == len(found):
            found.append([])
        found[times[article]].append(each)
        times[article] += 1
    return found


def _pack(report: Report) -> bytes:
    return compress(_PACK.encode(report), 1)


def _unpack(data: bytes) -> Report:
    return _UNPACK.decode(decompress(data))


class First:
    """On which day a text was first published: a late copy is no later word."""

    def __init__(self, copies: Mapping[str, Copy] = NO_COPIES) -> None:
        self._copies = copies
        self._days: dict[str, int] = {}

    def see(self, report: Report) -> None:
        """Note the publication of a text."""
        day = published_day(report.published)
        if report.digest and day is not None:
            self._days[report.digest] = min(day, self._days.get(report.digest, day))

    def day(self, report: Report) -> int | None:
        """Return the day of the first copy of the report's text (ordinal), None where no publication is known."""
        day = self._days.get(report.digest, published_day(report.published))
        copy = self._copies.get(report.article)
        if day is None or copy is None or copy.delay is None or copy.share < WHOLE:
            return day
        return day - round(copy.delay / 86400)


def background(when: Days | None, said: int | None) -> bool:
    """Tell whether a report tells of what was long before its publication, or of no time in particular."""
    return when is not None and (when.width > WIDE or (said is not None and said - when.last > CURRENT))


def _rest(r: Report) -> tuple[object, ...]:
    at = r.place
    place = (at.name, at.country, at.lat, at.lon, at.precision) if at else None
    return r.type, r.mode, r.date, r.status, place, _figures(r)


def _figures(r: Report) -> frozenset[tuple[str, float]]:
    return frozenset((f.what, f.value) for f in r.figures)


def _sides(r: Report) -> tuple[Side, ...]:
    if r.type in MUTUAL:
        return (_side((*r.actors, *r.recipients)),)
    return _side(r.actors), _side(r.recipients)


def _side(parties: Iterable[Party]) -> Side:
    """Gather persons by country. A spokesperson acts as the government, so is no person of their own."""
    found: dict[str, tuple[set[str], set[str]]] = {}
    for p in parties:
        names, offices = found.setdefault(p.country, (set(), set()))
        if p.person and p.office != "spokesperson":
            names.add(fold(p.person))
        if p.office and p.office not in _NO_OFFICE:
            offices.add(p.office)
    return tuple((country, tuple(sorted(n)), tuple(sorted(o))) for country, (n, o) in sorted(found.items()))


@lru_cache(1 << 16)
def _countries(sides: tuple[Side, ...]) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(acting[0] for acting in side) for side in sides)


def _made(r: Report, said: int | None, sides: tuple[Side, ...]) -> Traits:
    return Traits(
        type=r.type,
        mode=r.mode,
        sides=sides,
        date=r.date,
        status=r.status,
        said=said,
        place=r.place,
        figures=_figures(r),
        days=days(r.date),
    )
