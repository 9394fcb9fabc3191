"""The network: who deals with whom. Nodes are parties on a circle, edges count distinct events."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import msgspec

from kawat.desk.drawing.circle import Point, apart, curve, halfway, order, places
from kawat.desk.drawing.lanes import pairs
from kawat.desk.drawing.marks import legend_rows, nature, nothing
from kawat.desk.drawing.model import Drawing, PairLink, Row, Table
from kawat.desk.drawing.svg import Svg, drawing, group, label, linked, path, rule, tag, text
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


DASHES = {"cooperation": None, "mixed": "9 4", "conflict": "3 3"}


def network(events: Sequence[Event], words: Words, link: PairLink, options: Options | None = None) -> Drawing:
    """Draw who deals with whom, each event counted once a pair; `link` gives the page of two codes."""
    chosen, said = options or Options(), area("drawing", words.language)
    told = [(pair, event) for event in events for pair in pairs(event) if chosen.focus in (None, *pair)]
    if not told:
        return Drawing(
            nothing("network", WIDTH, said["nothing"], said["nothing_hint"]), _table([], words, link)
        )
    weights: dict[str, int] = {}
    for pair, _ in told:
        for code in pair:
            weights[code] = weights.get(code, 0) + 1
    ranked = sorted(weights, key=lambda code: (code != chosen.focus, -weights[code], code))
    kept = ranked if len(ranked) <= chosen.most + 1 else ranked[: chosen.most]
    edges = _edges(told, set(kept))
    notes = [said["network_rest"].format(n=len(ranked) - len(kept))] if len(ranked) > len(kept) else []
    notes += [said["network_thin"].format(n=len(edges) - chosen.edges)] if len(edges) > chosen.edges else []
    names = {code: country_name(code, words.language) for code in kept}
    names[REST] = said["others_n"].format(n=len(ranked) - len(kept))
    table = _table(_edges(told, set(ranked)), words, link)
    return Drawing(_whole(edges[: chosen.edges], names, words, link, chosen), table, tuple(notes))


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


def _whole(
    edges: Sequence[_Edge], names: dict[str, str], words: Words, link: PairLink, chosen: Options
) -> str:
    said = area("drawing", words.language)
    weights = {(e.one, e.other): e.events for e in edges}
    ring = order(
        [code for code in names if code != chosen.focus and any(code in pair for pair in weights)], weights
    )
    at = places(ring, MIDDLE, RADIUS)
    if chosen.focus in names:
        at[chosen.focus] = MIDDLE
    most = max((e.events for e in edges), default=1)
    lines = [_edge(e, at, most, names, words, link) for e in reversed(edges)]
    totals = {code: sum(n for pair, n in weights.items() if code in pair) for code in at}
    levels = apart({code: at[code] for code in ring}, MIDDLE)
    nodes = [_node(code, at[code], levels.get(code, 0.0), totals, names[code], words, chosen) for code in at]
    numbers = _numbers(edges, at)
    top = MIDDLE[1] + RADIUS + 52
    keys, height = legend_rows(_keys(edges, said), 24, top, WIDTH - 48)
    name = said["network_of"].format(n=len(at), pairs=len(edges))
    return drawing("network", WIDTH, top + height, name, *lines, numbers, *nodes, keys)


def _edge(
    e: _Edge, at: dict[str, Point], most: int, names: dict[str, str], words: Words, link: PairLink
) -> Svg:
    steps = curve(at[e.one], at[e.other], MIDDLE)
    width = 1.2 + 7 * math.sqrt(e.events / most)
    drawn = path(
        steps, stroke_width=width, stroke_dasharray=DASHES[e.tone], stroke_opacity="0.75", class_="d-edge"
    )
    said = area("drawing", words.language)
    name = said["edge"].format(
        one=names[e.one], other=names[e.other], events=events_said(e.events, words), conflicts=e.conflicts
    )
    rest = REST in (e.one, e.other)
    wider = path(steps, stroke_width=12, stroke_opacity="0")  # so that a thin line can be hit
    href = None if rest else link(e.one, e.other)
    return linked(
        href, name, wider, drawn, key=f"{e.one}-{e.other}", class_=f"d-link d-{'rest' if rest else e.tone}"
    )


def _numbers(edges: Sequence[_Edge], at: dict[str, Point]) -> Svg:
    """Write how many events the busiest edges count, where there is room."""
    taken: list[Point] = []
    drawn = []
    for edge in [e for e in edges if REST not in (e.one, e.other)][:14]:
        x, y = halfway(at[edge.one], at[edge.other], MIDDLE)
        if all(abs(x - a) > 20 or abs(y - b) > 15 for a, b in [*taken, *at.values()]):
            taken.append((x, y))
            drawn.append(
                tag(
                    "text",
                    text(str(edge.events)),
                    x=x,
                    y=y + 4,
                    font_size=11,
                    text_anchor="middle",
                    fill="currentColor",
                )
            )
    return group(*drawn, class_="d-number", aria_hidden="true")


def _node(
    code: str, at: Point, level: float, totals: dict[str, int], name: str, words: Words, chosen: Options
) -> Svg:
    r = 5 + 11 * math.sqrt(totals[code] / max(totals.values()))
    body = tag(
        "circle",
        cx=at[0],
        cy=at[1],
        r=r,
        fill="none" if code == REST else "currentColor",
        stroke="currentColor",
        class_="d-rest-node" if code == REST else "d-node",
    )
    href = chosen.party(code) if chosen.party and code != REST else None
    if at == MIDDLE:
        told = label(at[0], at[1] + r + 15, name, 160, text_anchor="middle", class_="d-name d-halo")
    else:
        right = at[0] >= MIDDLE[0]
        beside = max(
            abs(at[0] - MIDDLE[0]) / RADIUS * (r + 7),
            math.sqrt(max(0.0, (r + 6) ** 2 - (level - at[1]) ** 2)),
        )
        x, y = at[0] + (beside if right else -beside), level + 4
        anchor = "start" if right else "end"
        told = label(x, y, name, (WIDTH - x if right else x) - 8, text_anchor=anchor, class_="d-name")
    return linked(href, f"{name}: {events_said(totals[code], words)}", body, told, class_="d-link d-party")


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
