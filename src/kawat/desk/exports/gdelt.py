"""GDELT 2.0: its table of events (61 columns) and its table of mentions (16), tab separated, without heads.

A row of events is one pair of parties, as in GDELT; its id is made of the event's and the pair's, so that it stays.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence

from kawat.desk.clean import line
from kawat.desk.exports.coding import Coded, coded, dyads, form_of, sector
from kawat.desk.exports.common import address, moment, told, tsv
from kawat.desk.exports.model import Context
from kawat.desk.exports.tables import Cameo, cameo_of, codes_of, group_of
from kawat.desk.names import country_name
from kawat.knowledge.bodies import bodies
from kawat.linking.model import Event
from kawat.reading.model import Party, Place, Report
from kawat.text import digest

_Cells = list[str | int | float | None]
#: The last root code of CAMEO in each of GDELT's quad classes.
_QUADS = (("05", 1), ("09", 2), ("14", 3), ("20", 4))
_NO_PLACE: _Cells = [0, None, None, None, None, None, None, None]
WEB, CITED = 1, 2  # kinds of mention: a page with its address; only its name


def events(events: Iterable[Event], context: Context) -> Iterator[bytes]:
    """Write a row for each pair of parties of each event that CAMEO has a code for."""
    for event, reports in context.told(events):
        for code, cameo, pair in _coded(event):
            cells = [*_when(event, code, pair), *_who(pair), *_what(event, cameo, reports)]
            places = [*_NO_PLACE, *_NO_PLACE, *_place(event.place)]
            url = next((found for r in reports if (found := address(r.url))), None)
            yield tsv([*cells, *places, _added(event), url], raw=context.raw)


def mentions(events: Iterable[Event], context: Context) -> Iterator[bytes]:
    """Write a row for each report of each row that `events` writes."""
    for event, reports in context.told(events):
        rows = list(_coded(event))
        for report in reports if rows else ():
            size = len(context.article(report.article).text)
            for _, _, pair in rows:
                yield tsv(_mention(event, pair, report, size), raw=context.raw)


_Pair = tuple[Party | None, Party | None]


def _coded(event: Event) -> Iterator[tuple[Coded, Cameo, _Pair]]:
    code = coded(event)
    cameo = cameo_of(code.when, event.type, form_of(code)) if code else None
    if code and cameo:
        yield from ((code, cameo, pair) for pair in dyads(code))


def row_id(event: Event, pair: _Pair) -> int:
    """Return the id of a row, a whole number below 2 to the 52nd: the same for the same event and parties."""
    return int(digest(line(event.id), *(p.country if p else "" for p in pair), size=13), 16)


def _when(event: Event, code: Coded, pair: _Pair) -> _Cells:
    day = code.days[0]
    fraction = day.year + ((day.month - 1) * 30 + day.day) / 365
    return [
        row_id(event, pair), f"{day.year:04}{day:%m%d}", f"{day.year:04}{day:%m}", f"{day.year:04}",
        f"{fraction:.4f}",
    ]  # fmt: skip


def _who(pair: _Pair) -> _Cells:
    return [cell for party in pair for cell in _party(party)]


def _party(party: Party | None) -> _Cells:
    if party is None:
        return [None] * 10
    name = (party.person or country_name(party.country, "en")).upper()
    country, group, role = codes_of(party.country).cameo, group_of(party.country), sector(party)
    kind = "IGO" if party.country in bodies() and bodies()[party.country].kind == "body" else ""
    kinds = [role or kind, "", ""]
    whole = f"{country}{role}" if country else group or kind
    return [whole, name, country, group, None, None, None, *kinds]


def _what(event: Event, cameo: Cameo, reports: Sequence[Report]) -> _Cells:
    quad = next(number for last, number in _QUADS if cameo.code[:2] <= last)
    outlets = {r.outlet or r.article for r in reports}
    articles = {r.article for r in reports}
    counts = [len(reports), len(outlets), len(articles)]
    return [1, cameo.code, cameo.code[:3], cameo.code[:2], quad, cameo.goldstein, *counts, None]


def _place(place: Place | None) -> _Cells:
    """Return where it was: 1 a country, 3 a city of the United States, 4 of another state, 2 and 5 a region."""
    kinds = {"country": (1, 1), "city": (3, 4), "venue": (3, 4), "base": (3, 4), "region": (2, 5)}
    kind = kinds.get(place.precision or "") if place else None
    if place is None or kind is None:
        return _NO_PLACE
    fips = codes_of(place.country).fips
    state = country_name(place.country, "en") if place.country else None
    name = ", ".join(x for x in (place.name, state) if x) if kind[0] > 1 else state or place.name
    whole = fips if kind[0] == 1 else None  # of a country, GDELT has its code as that of its first division
    return [kind[place.country != "USA"], name, fips, whole, None, place.lat, place.lon, whole]


def _added(event: Event) -> str | None:
    found = told(event)
    return _stamp(found[0]) if found else None


def _stamp(when: datetime.datetime | None) -> str | None:
    return f"{when.year:04}{when:%m%d%H%M%S}" if when else None


def _mention(event: Event, pair: _Pair, report: Report, size: int) -> _Cells:
    url = address(report.url)
    cited = ", ".join(x for x in (report.outlet, report.title) if x) or report.article
    action = report.evidence[0].start if report.evidence else -1
    sure = max(10, min(100, 10 * round(10 * report.confidence)))
    return [
        row_id(event, pair), _added(event), _stamp(moment(report.published)), WEB if url else CITED,
        report.outlet, url or cited, None, *(_offset(p, report) for p in pair), action, 1, sure, size,
        None, None, None,
    ]  # fmt: skip


def _offset(party: Party | None, report: Report) -> int:
    """Return where a party is named in the article, -1 where it is not."""
    told = (*report.actors, *report.recipients)
    return next((p.start for p in told if party and p.country == party.country), -1)
