"""Makes a tree of an independent source: on top where it began, below who took it from whom."""

from __future__ import annotations

import msgspec

from kawat.desk.accounts import delay, share
from kawat.desk.clean import line
from kawat.desk.words import Words, area
from kawat.linking.model import Member, Witness


class Node(msgspec.Struct, frozen=True):
    """An article, an agency without a page, or (`more` > 0) those that are left out."""

    name: str
    member: Member | None
    children: tuple[Node, ...] = ()
    more: int = 0


def tree(witness: Witness, most: int) -> Node:
    """Return the tree; of those that took it from one, `most` are kept, the earliest ones."""
    ids = {m.article for m in witness.members}
    taken: dict[str, list[Member]] = {}
    for m in witness.members:
        above = m.of if m.of in ids and m.of != m.article and m.relation in ("copies", "credits") else ""
        taken.setdefault(above or "", []).append(m)
    top = taken.get("", []) or list(witness.members[:1])
    own = [m for m in top if m.relation in ("own", "part") and (m.outlet or m.article) == witness.name]
    if len(top) == 1 and (own or top[0].relation == "own"):
        return _node(top[0], taken, most, frozenset())
    if own:
        rest = [_node(m, taken, most, frozenset({own[0].article})) for m in top if m is not own[0]]
        first = _node(own[0], taken, most, frozenset())
        return Node(first.name, first.member, _folded([*first.children, *rest], most))
    return Node(witness.name, None, _folded([_node(m, taken, most, frozenset()) for m in top], most))


def _node(member: Member, taken: dict[str, list[Member]], most: int, above: frozenset[str]) -> Node:
    """Return an article with those that took it; a circle of articles that name each other is cut."""
    seen = above | {member.article}
    below = [m for m in taken.get(member.article, []) if m.article not in seen]
    children = [_node(m, taken, most, seen) for m in below]
    return Node(line(member.outlet or member.article), member, _folded(children, most))


def _folded(nodes: list[Node], most: int) -> tuple[Node, ...]:
    if len(nodes) <= most + 1:
        return tuple(nodes)
    return (*nodes[:most], Node("", None, more=sum(map(_count, nodes[most:]))))


def _count(node: Node) -> int:
    return max(node.more, 1) + sum(map(_count, node.children))


def size(node: Node) -> tuple[int, int]:
    """Return how many levels and how many lines a tree has."""
    sizes = [size(child) for child in node.children]
    return 1 + max((deep for deep, _ in sizes), default=0), max(1, sum(lines for _, lines in sizes))


def branches(member: Member | None, words: Words) -> list[str]:
    """Say how an article hangs on the one above it: how much is copied, how much later, whom else it credits."""
    if member is None:
        return []
    said = area("drawing", words.language)
    copied = [said["chain_copied"].format(share=share(member.share))] if member.share is not None else []
    also = (
        [words.screen["also_credits"].format(names=", ".join(map(line, member.also)))] if member.also else []
    )
    return [*copied, *filter(None, [delay(member.delay, words)]), *also]
