"""The network: who deals with whom. Nodes are parties on a circle, edges count distinct events."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import msgspec

from kawat.desk.drawing.circle import Point, apart, curve, halfway, order, places
from kawat.desk.drawing.lanes import pairs
from kawat.desk.drawing.marks import legend_rows, nature, nothing
from kawat.desk.drawing.model import Drawing, PairLink, Row, Table
from kawat.desk.drawing.svg import Svg, drawing, group, label, linked, path, rule, tag, write
from kawat.desk.drawing.telling import events_said
from kawat.desk.names import country_name
from kawat.desk.words import Words, area
from kawat.linking.model import Event

WIDTH, RADIUS, MIDDLE = 900.0, 228.0, (450.0, 272.0)
REST = "*"  # stands for all that are folded into one node


class Options(msgspec.Struct, frozen=True):
    """How a network is drawn."""

    focus: str | None = None  # code of the party in the middle: only those that it deals with are shown
    most: int = 24  # nodes, besides one for the rest
    edges: int = 80  # the busiest ones
    party: Callable[[str], str | None] | None = None  # address of a party's page


class _Edge(msgspec.Struct, frozen=True):
    one: str
    other: str
    events: int
    conflicts: int

    @property
    def tone(self) -> str:
        """Which kind of edge it is: mostly cooperation, mostly conflict, or neither."""
        share = self.conflicts / self.events
        return "cooperation" if share < 1 / 3 else "conflict" if share > 2 / 3 else "mixed"


class _Sheet(msgspec.Struct, frozen=True):
    """What all parts of one network need."""

    edges: tuple[_Edge, ...]
    names: dict[str, str]  # by code
    totals: dict[str, int]  # distinct events by code
    at: dict[str, Point]  # where each stands
    levels: dict[str, float]  # the height of each name
    words: Words
    link: PairLink
    party: Callable[[str], str | None]


DASHES = {"cooperation": None, "mixed": "9 4", "conflict": "3 3"}


def network(events: Sequence[Event], words: Words, link: PairLink, options: Options | None = None) -> Drawing:
    """Draw who deals with whom, each event counted once a pair; `link` gives the page of two codes."""
    chosen, said = options or Options(), area("drawing", words.language)
    told = [(pair, event) for event in events for pair in pairs(event) if chosen.focus in (None, *pair)]
    if not told:
        return Drawing(
            nothing("network", WIDTH, said["nothing"], said["nothing_hint"]), _table([], words, link)
        )
    ids = _members(told)
    ranked = sorted(ids, key=lambda code: (code != chosen.focus, -len(ids[code]), code))
    kept = ranked if len(ranked) <= chosen.most + 1 else ranked[: chosen.most]
    folded = [code for code in ranked if code not in set(kept)]
    edges = _edges(told, set(kept))
    notes = [said["network_rest"].format(n=len(folded))] if folded else []
    notes += [said["network_thin"].format(n=len(edges) - chosen.edges)] if len(edges) > chosen.edges else []
    names = {code: country_name(code, words.language) for code in kept}
    totals = {code: len(ids[code]) for code in kept}
    totals[REST] = len({one for code in folded for one in ids[code]})
    names[REST] = said["others_n"].format(n=len(folded))
    table = _table(_edges(told, set(ranked)), words, link)
    at, levels = _placed(edges[: chosen.edges], list(names), chosen.focus)
    party = chosen.party or (lambda code: None)
    sheet = _Sheet(tuple(edges[: chosen.edges]), names, totals, at, levels, words, link, party)
    return Drawing(_whole(sheet), table, tuple(notes))


def _members(told: Sequence[tuple[tuple[str, str], Event]]) -> dict[str, set[str]]:
    """Return the ids of the events of each party."""
    ids: dict[str, set[str]] = {}
    for pair, event in told:
        for code in pair:
            ids.setdefault(code, set()).add(event.id)
    return ids


def _edges(told: Sequence[tuple[tuple[str, str], Event]], kept: set[str]) -> list[_Edge]:
    """Count distinct events of each pair, the busiest first; what is not kept is one party."""
    found: dict[tuple[str, str], dict[str, bool]] = {}
    for pair, event in told:
        one, other = sorted(code if code in kept else REST for code in pair)
        if one != other:
            found.setdefault((one, other), {})[event.id] = nature(event.type) == "conflict"
    edges = [_Edge(one, other, len(ids), sum(ids.values())) for (one, other), ids in found.items()]
    return sorted(edges, key=lambda e: (-e.events, e.one, e.other))


def _table(edges: Sequence[_Edge], words: Words, link: PairLink) -> Table:
    said = area("drawing", words.language)
    rows = tuple(
        Row(
            f"{e.one}-{e.other}",
            (*_named(e, words), str(e.events), str(e.conflicts), said[e.tone]),
            link(e.one, e.other),
        )
        for e in edges
    )
    head = tuple(said[k] for k in ("head_one", "head_other", "head_events", "head_conflicts", "head_tone"))
    return Table(said["network"], head, rows)


def _named(edge: _Edge, words: Words) -> tuple[str, str]:
    return country_name(edge.one, words.language), country_name(edge.other, words.language)


def _placed(
    edges: Sequence[_Edge], codes: Sequence[str], focus: str | None
) -> tuple[dict[str, Point], dict[str, float]]:
    """Return where each node stands, and how high its name."""
    weights = {(e.one, e.other): e.events for e in edges}
    there = {code for pair in weights for code in pair}
    ring = order([code for code in codes if code in there and code != focus], weights)
    at = places(ring, MIDDLE, RADIUS)
    levels = apart(at, MIDDLE)
    return ({**at, focus: MIDDLE} if focus in there and focus is not None else at), levels


def _whole(sheet: _Sheet) -> str:
    said, top = area("drawing", sheet.words.language), MIDDLE[1] + RADIUS + 52
    lines = [_edge(sheet, edge) for edge in reversed(sheet.edges)]
    nodes = [_node(sheet, code) for code in sheet.at]
    keys, height = legend_rows(_keys(sheet.edges, said), 24, top, WIDTH - 48)
    name = said["network_of"].format(n=len(sheet.at), pairs=len(sheet.edges))
    return drawing("network", WIDTH, top + height, name, *lines, _numbers(sheet), *nodes, keys)


def _edge(sheet: _Sheet, e: _Edge) -> Svg:
    steps = curve(sheet.at[e.one], sheet.at[e.other], MIDDLE)
    width, dashes = 1.2 + 7 * math.sqrt(e.events / sheet.edges[0].events), DASHES[e.tone]
    drawn = path(steps, stroke_width=width, stroke_dasharray=dashes, stroke_opacity="0.75", class_="d-edge")
    wider = path(steps, stroke_width=12, stroke_opacity="0")  # so that a thin line can be hit
    count = {"events": events_said(e.events, sheet.words), "conflicts": e.conflicts}
    told = area("drawing", sheet.words.language)["edge"]
    name = told.format(one=sheet.names[e.one], other=sheet.names[e.other], **count)
    rest = REST in (e.one, e.other)
    href = None if rest else sheet.link(e.one, e.other)
    tone = "rest" if rest else e.tone
    return linked(href, name, wider, drawn, key=f"{e.one}-{e.other}", class_=f"d-link d-{tone}")


def _numbers(sheet: _Sheet) -> Svg:
    """Write how many events the busiest edges count, where there is room."""
    taken: list[Point] = []
    drawn = []
    for edge in [e for e in sheet.edges if REST not in (e.one, e.other)][:14]:
        x, y = halfway(sheet.at[edge.one], sheet.at[edge.other], MIDDLE)
        if all(abs(x - a) > 20 or abs(y - b) > 15 for a, b in [*taken, *sheet.at.values()]):
            taken.append((x, y))
            drawn.append(write(x, y + 4, str(edge.events), anchor="middle"))
    return group(*drawn, class_="d-number", aria_hidden="true")


def _node(sheet: _Sheet, code: str) -> Svg:
    x, y = sheet.at[code]
    name, rest = sheet.names[code], code == REST
    r = 5 + 11 * math.sqrt(sheet.totals[code] / max(sheet.totals.values()))
    fill, kind = ("none", "d-rest-node") if rest else ("currentColor", "d-node")
    body = tag("circle", cx=x, cy=y, r=r, fill=fill, stroke="currentColor", class_=kind)
    href = None if rest else sheet.party(code)
    told = f"{name}: {events_said(sheet.totals[code], sheet.words)}"
    return linked(
        href, told, body, _name(name, x, y, r, level=sheet.levels.get(code)), class_="d-link d-party"
    )


def _name(name: str, x: float, y: float, r: float, *, level: float | None) -> Svg:
    """Write a name beside its node, away from the middle; below it in the middle itself."""
    if level is None:
        return label(x, y + r + 15, name, 160, text_anchor="middle", class_="d-name d-halo")
    right = x >= MIDDLE[0]
    clear = math.sqrt(max(0.0, (r + 6) ** 2 - (level - y) ** 2))
    beside = max(abs(x - MIDDLE[0]) / RADIUS * (r + 7), clear)
    at = x + (beside if right else -beside)
    anchor = "start" if right else "end"
    return label(at, level + 4, name, (WIDTH - at if right else at) - 8, text_anchor=anchor, class_="d-name")


def _keys(edges: Sequence[_Edge], said: dict[str, str]) -> list[tuple[Svg, str]]:
    tones = {e.tone for e in edges}
    lines = [
        (
            group(rule(-8, 0, 10, 0, stroke_width=3, stroke_dasharray=DASHES[tone]), class_=f"d-{tone}"),
            said[f"tone_{tone}"],
        )
        for tone in DASHES
        if tone in tones
    ]
    thick = group(rule(-8, -3, 10, -3, stroke_width=1.2), rule(-8, 3, 10, 3, stroke_width=5), class_="d-soft")
    return [*lines, (thick, said["key_thick"])]
