"""GraphML and GEXF: who has to do with whom; nodes are states, bodies and groups, edges count events, not articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kawat.desk.exports.common import codes, pairs, span, xml
from kawat.desk.exports.model import Context
from kawat.desk.names import country_name
from kawat.knowledge.bodies import bodies
from kawat.knowledge.states import states
from kawat.linking.model import Event
from kawat.reading.plover import QUADS

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
#: Attributes of nodes and edges, with their types.
_NODE = {"label": "string", "kind": "string", "events": "int"}
_EDGE = {
    "weight": "double", "events": "int", "contacts": "int", "conflicts": "int", "held": "int", "planned": "int",
    "first": "string", "last": "string",
}  # fmt: skip


class _Edge:
    """What was between two parties; days are the first and the last that a date may mean."""

    def __init__(self) -> None:
        self.events = self.contacts = self.conflicts = self.held = self.planned = 0
        self.first = self.last = ""

    def add(self, event: Event) -> None:
        self.events += 1
        self.contacts += event.type == "CONSULT"
        self.conflicts += QUADS[event.type].endswith("conflict")
        self.held += event.status == "held"
        self.planned += event.status in ("planned", "proposed")
        days = span(event.date)
        if days:
            first, last = (day.isoformat() for day in days)
            self.first = min(self.first or first, first)
            self.last = max(self.last, last)

    def values(self) -> dict[str, str]:
        numbers = {
            name: str(getattr(self, name)) for name in _EDGE if name not in ("weight", "first", "last")
        }
        days = {name: value for name in ("first", "last") if (value := getattr(self, name))}
        return {"weight": f"{self.events}.0", **numbers, **days}


class _Graph:
    """All nodes and edges, in the order of their codes."""

    def __init__(self, events: Iterable[Event], language: str) -> None:
        self._nodes: dict[str, int] = {}
        self._edges: dict[tuple[str, str], _Edge] = {}
        self._language = language
        for event in events:
            for code in codes((*event.actors, *event.recipients)):
                self._nodes[code] = self._nodes.get(code, 0) + 1
            for pair in pairs(event):
                self._edges.setdefault(pair, _Edge()).add(event)

    def nodes(self) -> Iterator[tuple[str, dict[str, str]]]:
        for code in sorted(self._nodes):
            label = country_name(code, self._language)
            yield code, {"label": label, "kind": _kind(code), "events": str(self._nodes[code])}

    def edges(self) -> Iterator[tuple[str, str, dict[str, str]]]:
        for one, other in sorted(self._edges):
            yield one, other, self._edges[one, other].values()


def _kind(code: str) -> str:
    if code in states():
        return "state"
    return bodies()[code].kind if code in bodies() else "other"


def graphml(events: Iterable[Event], context: Context) -> Iterator[bytes]:
    """Write an undirected graph in GraphML 1.0."""
    graph = _Graph(events, context.words.language)
    yield f'{_HEAD}<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'.encode()
    for owner, keys in (("node", _NODE), ("edge", _EDGE)):
        for name, kind in keys.items():
            yield f'<key id="{owner}-{name}" for="{owner}" attr.name="{name}" attr.type="{kind}"/>\n'.encode()
    yield b'<graph id="kawat" edgedefault="undirected">\n'
    for code, values in graph.nodes():
        yield f'<node id="{xml(code)}">{_data("node", values)}</node>\n'.encode()
    for one, other, values in graph.edges():
        ends = f'source="{xml(one)}" target="{xml(other)}"'
        yield f"<edge {ends}>{_data('edge', values)}</edge>\n".encode()
    yield b"</graph>\n</graphml>\n"


def _data(owner: str, values: dict[str, str]) -> str:
    return "".join(f'<data key="{owner}-{name}">{xml(value)}</data>' for name, value in values.items())


def gexf(events: Iterable[Event], context: Context) -> Iterator[bytes]:
    """Write an undirected graph in GEXF 1.2, which Gephi reads."""
    graph = _Graph(events, context.words.language)
    yield f'{_HEAD}<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n'.encode()
    yield b"<meta><creator>Kawat</creator></meta>\n"
    yield b'<graph mode="static" defaultedgetype="undirected">\n'
    for owner, keys in (("node", _NODE), ("edge", _EDGE)):
        told = "".join(
            f'<attribute id="{name}" title="{name}" type="{"integer" if kind == "int" else kind}"/>'
            for name, kind in keys.items()
            if name not in ("label", "weight")
        )
        yield f'<attributes class="{owner}">{told}</attributes>\n'.encode()
    yield b"<nodes>\n"
    for code, values in graph.nodes():
        head = f'<node id="{xml(code)}" label="{xml(values.pop("label"))}">'
        yield f"{head}{_values(values)}</node>\n".encode()
    yield b"</nodes>\n<edges>\n"
    for number, (one, other, values) in enumerate(graph.edges()):
        ends = f'source="{xml(one)}" target="{xml(other)}" weight="{values.pop("weight")}"'
        yield f'<edge id="{number}" {ends}>{_values(values)}</edge>\n'.encode()
    yield b"</edges>\n</graph>\n</gexf>\n"


def _values(values: dict[str, str]) -> str:
    told = "".join(f'<attvalue for="{name}" value="{xml(value)}"/>' for name, value in values.items())
    return f"<attvalues>{told}</attvalues>"
