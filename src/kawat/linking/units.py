"""What linking looks at in a report.

Reports of one text that are alike in all of it are a *unit*, compared only once; so are all that recall the same from
long ago, and (`crowds`) what a crowd of pages tells alike but for its words. Two reports of one article never are: its
reader merged what is one. What does not depend on the words of the text are its *traits*, which units of many articles
share. A unit carries its reports packed, so that a million of them fit into memory.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import groupby
from operator import or_
from typing import NamedTuple
from zlib import compressobj, decompressobj

import msgspec

from kawat.knowledge.spelling import usual
from kawat.linking.days import Days, days
from kawat.linking.findings import CURRENT, WIDE
from kawat.linking.first_told import NO_COPIES, First
from kawat.linking.model import Copy
from kawat.linking.names import fold
from kawat.linking.wording import NO_WORDS, Wording, wording
from kawat.reading.model import MUTUAL, Figure, Party, Place, Report, Speaker
from kawat.text import Quote, number

#: Of a side: a country, the folded names of the persons who act for it, and their offices; sorted by country.
Acting = tuple[str, tuple[str, ...], tuple[str, ...]]
Side = tuple[Acting, ...]


class _Told(NamedTuple):
    """A report on its way into a unit; sorted, the reports of a unit stand together."""

    traits: int  # which ones
    text: int  # of which text, and which of its sentences
    alone: str  # its id, where it is to be a unit of its own
    article: str
    id: str
    packed: bytes
    words: Wording


#: Offices that say nothing about who it was: a spokesperson acts as the government.
_NO_OFFICE = frozenset(
    {"spokesperson", "official", "former", "local", "governor", "minister", "leader", "envoy"}
)

_PACK = msgspec.msgpack.Encoder()
_UNPACK = msgspec.msgpack.Decoder(Report)
#: What every packed report has: the names of its fields. They need not be packed with each.
_FORM = b"".join(
    _PACK.encode(dict.fromkeys(struct.__struct_fields__))
    for struct in (Speaker, Figure, Place, Party, Quote, Report)
)


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
    """Reports of one text that are alike in their traits; of background, and of a crowd, of any text."""

    traits: Traits
    words: Wording
    names: tuple[tuple[str, str], ...]  # article and id of each report, sorted
    packed: tuple[bytes, ...]
    more: tuple[Wording, ...] = ()  # of other texts, some of them

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles that it stands in, sorted, each once."""
        return tuple(dict.fromkeys(article for article, _ in self.names))

    @property
    def reports(self) -> list[Report]:
        """The reports themselves, in the order of `names`."""
        return [_unpack(data) for data in self.packed]


class Shelf:
    """Gathers reports into units; neither their order nor their contents depend on the order given.

    `ruled` are ids of reports that a person has decided on: each is a unit of its own.
    """

    def __init__(self, ruled: Iterable[str] = ()) -> None:
        self._ruled = frozenset(ruled)
        self._told: list[_Told] = []
        self._traits: list[Traits] = []
        self._known: dict[tuple[object, ...], int] = {}  # where traits stand in the list
        self._sides: dict[tuple[Side, ...], tuple[Side, ...]] = {}

    def put(self, report: Report, said: int | None, packed: bytes) -> None:
        """Add a report, and the same packed; `said` is the day on which its text was first published."""
        if background(days(report.date), said):
            # What many articles recall in passing is one unit, whoever recalls it, when and in which words.
            said, text, words = None, 0, NO_WORDS
        else:
            starts = (str(quote.start) for quote in report.evidence)
            text, words = number(report.digest or report.article, *starts), wording(report)
        alone = report.id if report.id in self._ruled else ""
        traits = self._traits_of(report, said)
        self._told.append(_Told(traits, text, alone, report.article, report.id, packed, words))

    def _traits_of(self, report: Report, said: int | None) -> int:
        sides = _sides(report)
        sides = self._sides.setdefault(sides, sides)
        key = (said, sides, *_rest(report))
        if key not in self._known:
            self._known[key] = len(self._traits)
            self._traits.append(_made(report, said, sides))
        return self._known[key]

    def units(self) -> list[Unit]:
        """Return what was put in, sorted by the first report of each unit; the shelf is empty afterwards."""
        self._known, self._sides = {}, {}
        self._told.sort()
        alike = groupby(_drained(self._told), key=lambda told: told[:3])
        found = [self._unit(told) for _, group in alike for told in _apart(group)]
        found.sort(key=place)
        return found

    def _unit(self, told: list[_Told]) -> Unit:
        words = reduce(or_, (each.words for each in told))
        names = tuple((each.article, each.id) for each in told)
        return Unit(self._traits[told[0].traits], words, names, tuple(each.packed for each in told))


def _drained(told: list[_Told]) -> Iterator[_Told]:
    """Yield what stands in a sorted list, each once, and let go of it."""
    told.reverse()
    last = None
    while told:
        each = told.pop()
        if each != last:
            yield each
        last = each


def place(unit: Unit) -> tuple[object, ...]:
    """Return the key that sorts units, whoever lists them: by their first reports."""
    return unit.names, unit.packed


def units(
    reports: Iterable[Report], ruled: Iterable[str] = (), copies: Mapping[str, Copy] = NO_COPIES
) -> list[Unit]:
    """Group reports that are alike; `copies` are the articles known to repeat others, by id."""
    packed: deque[bytes] = deque()
    first = First(copies)
    for report in reports:
        first.see(report)
        packed.append(_pack(report))
    first.seen()
    shelf = Shelf(ruled)
    while packed:
        data = packed.popleft()
        report = _unpack(data)
        shelf.put(report, first.day(report), data)
    return shelf.units()


def _apart(told: Iterable[_Told]) -> list[list[_Told]]:
    """Gather the first reports of all articles, then the second: an article tells its events apart, however alike."""
    found: list[list[_Told]] = []
    times: Counter[str] = Counter()
    for each in told:
        if times[each.article] == len(found):
            found.append([])
        found[times[each.article]].append(each)
        times[each.article] += 1
    return found


def _pack(report: Report) -> bytes:
    packer = compressobj(1, zdict=_FORM)
    return packer.compress(_PACK.encode(report)) + packer.flush()


def _unpack(data: bytes) -> Report:
    return _UNPACK.decode(decompressobj(zdict=_FORM).decompress(data))


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
            names.add(fold(usual(p.person, p.country)))
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
