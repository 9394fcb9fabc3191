"""The chain of sources of an event: each independent source a tree, from where it began to who copied it."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from kawat.desk.accounts import delay, share
from kawat.desk.clean import line
from kawat.desk.drawing.marks import nothing
from kawat.desk.drawing.model import Drawing, Row, Table
from kawat.desk.drawing.svg import Svg, drawing, fit, group, label, linked, path, rule, tag, text
from kawat.desk.drawing.tree import Node, branches, size, tree
from kawat.desk.wording import date_words
from kawat.desk.words import Words, area
from kawat.linking.model import Event, Member

BOX, TALL, ACROSS, DOWN = 212.0, 38.0, 386.0, 48.0
LEFT, TOP = 52.0, 16.0
#: Gives the address of an article's page (by its id), or None.
ArticleLink = Callable[[str], str | None]


class Options(msgspec.Struct, frozen=True):
    """How a chain is drawn."""

    most: int = 12  # that took it from one; the rest are one line
    titles: dict[str, str] = {}  # headlines by the id of the article, where known: they stand in the table


def chain(event: Event, words: Words, link: ArticleLink, options: Options | None = None) -> Drawing:
    """Draw who had an event from whom; one tree for each independent source, the earliest first."""
    chosen, said = options or Options(), area("drawing", words.language)
    members = [(f"{i}. {line(w.name)}", m) for i, w in enumerate(event.sources, 1) for m in w.members]
    rows = [_row(name, m, words, link, chosen.titles) for name, m in members]
    head = tuple(
        said[k]
        for k in (
            "chain_source",
            "chain_outlet",
            "chain_how",
            "chain_from",
            "chain_share",
            "chain_delay",
            "chain_published",
        )
    )
    table = Table(said["chain"], head, tuple(rows))
    if not event.sources:
        return Drawing(nothing("chain", 760, said["chain_none"], said["chain_none_hint"]), table)
    return Drawing(_whole(event, words, link, chosen), table)


def _whole(event: Event, words: Words, link: ArticleLink, chosen: Options) -> str:
    roots = [tree(witness, chosen.most) for witness in event.sources]
    width = LEFT + (max(size(root)[0] for root in roots) - 1) * ACROSS + BOX + 16
    y, parts = TOP, []
    for i, root in enumerate(roots, 1):
        if i > 1:
            parts.append(rule(0, y - 10, width, y - 10, class_="d-line"))
        parts += [_badge(i, y, words), *_nodes(root, 0, y, words, link)]
        y += size(root)[1] * DOWN + 18
    said = area("drawing", words.language)["chain_of"]
    count = said.format(sources=len(event.sources), articles=len(event.articles))
    return drawing("chain", width, y - 10, count, *parts)


def _row(source: str, m: Member, words: Words, link: ArticleLink, titles: dict[str, str]) -> Row:
    said = area("drawing", words.language)
    title = titles.get(m.article)
    outlet = line(m.outlet or m.article) + (f": “{line(title)}”" if title else "")
    above = " ← ".join(map(line, m.chain)) if len(m.chain) > 1 else line(m.via or "")
    cells = (
        source,
        outlet,
        said[f"relation_{m.relation}"],
        above,
        share(m.share),
        delay(m.delay, words),
        date_words(m.published[:10], words) if m.published else "",
    )
    return Row(m.article, cells, link(m.article))


def _badge(number: int, y: float, words: Words) -> Svg:
    """Draw the number of an independent source."""
    middle = y + TALL / 2
    ring = tag("circle", cx=24, cy=middle, r=13, fill="none", stroke="currentColor", stroke_width=2)
    told = tag(
        "text", text(str(number)), x=24, y=middle + 5, font_size=14, text_anchor="middle", fill="currentColor"
    )
    title = tag("title", text(area("drawing", words.language)["chain_number"].format(n=number)))
    return group(title, ring, told, class_="d-badge")


def _nodes(node: Node, level: int, y: float, words: Words, link: ArticleLink) -> list[Svg]:
    """Draw a node at a level, and what hangs on it, from `y` down."""
    x = LEFT + level * ACROSS
    out = [_box(node, x, y, words, link)]
    at = y
    for child in node.children:
        out += [_branch(x + BOX, y + TALL / 2, at + TALL / 2, child, words)]
        out += _nodes(child, level + 1, at, words, link)
        at += size(child)[1] * DOWN
    return out


def _branch(x1: float, y1: float, y2: float, child: Node, words: Words) -> Svg:
    """Draw the line to one that took it, with the share and the delay on it."""
    turn, x2 = x1 + 16, x1 + ACROSS - BOX
    copied = child.member is not None and child.member.relation == "copies"
    steps = f"M{x1:.1f} {y1:.1f}H{turn:.1f}V{y2:.1f}H{x2 - 6:.1f}"
    drawn = path(steps, stroke_width=1.6, stroke_dasharray=None if copied else "5 3")
    head = path(f"M{x2 - 1:.1f} {y2:.1f}l-7 -4v8z", fill="currentColor", stroke="none")
    m = child.member
    told = " · ".join(filter(None, (share(m.share), delay(m.delay, words)))) if m else ""
    said = [label(turn + 6, y2 - 5, told, x2 - turn - 14, size=11)] if told else []
    return group(drawn, head, *said, class_="d-branch")


def _box(node: Node, x: float, y: float, words: Words, link: ArticleLink) -> Svg:
    """Draw an outlet's article, an agency whose own page is not known, or the number of those left out."""
    said, m = area("drawing", words.language), node.member
    name = said["chain_more"].format(n=node.more) if node.more else line(node.name)
    if m:
        day = date_words(m.published[:10], words) if m.published else ""
        below = " · ".join(filter(None, (said[f"relation_{m.relation}"], day)))
    else:
        below = "" if node.more else said["chain_upstream"]
    kind = "more" if node.more else "article" if m else "upstream"
    body = tag(
        "rect", x=x, y=y, width=BOX, height=TALL, rx=4 if m else 19, fill="none", stroke="currentColor",
        stroke_width=1.4, stroke_dasharray=None if m else "4 3", class_="d-body",
    )  # fmt: skip
    shown = [
        tag("text", text(fit(t, BOX - 22, s)), x=x + 11, y=y + at, font_size=s, fill="currentColor", class_=c)
        for t, s, at, c in ((name, 13, 17 if below else 24, "d-lane"), (below, 11, 31, "d-soft"))
        if t
    ]
    told = " · ".join(filter(None, (name, below, *branches(m, words))))
    key = m.article if m else None
    return linked(link(m.article) if m else None, told, body, *shown, key=key, class_=f"d-link d-{kind}")
