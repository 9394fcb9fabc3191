"""Who vouches for an event: independent sources, so that one agency's story is not counted per outlet.

An independent source is an origin: the agency or outlet that a page credits, else the page's own outlet, else
the page itself. The rules, in the order in which they count:

1. A page that has its wording from another (`WHOLE`) stands under the origin of that one. Where the first
   page of such a wording credits nobody, whom its copies credit counts for all of them, unless they credit
   one another.
2. A page stands under the first that it credits (articles name the one that they follow first). Others that
   it credits are shown and count for nothing: they make no new source, and join no two into one.
3. Whom it credits may credit another in turn: its page about the event, if there is one, tells.
4. Pages that credit each other in a circle are one source, that of the first of them.

A page with less of another's wording is its own source, and shows what it took. `pathways.py` follows the
links; here they become witnesses.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kawat.linking.model import Member, Witness
from kawat.linking.names import source_key
from kawat.linking.pathways import WHOLE, Copies, Page, Pathways, by_publication
from kawat.reading.model import Report

__all__ = ["WHOLE", "Copies", "Key", "by_publication", "copied", "key", "sources", "witness_names"]

#: Identifies a report within a set of reports: copies in two articles share the id.
Key = tuple[str, str]


def key(report: Report) -> Key:
    """Return the article and id of a report."""
    return report.article, report.id


def sources(reports: Iterable[Report], copies: Copies = ()) -> tuple[Witness, ...]:
    """Return the independent sources of the reports, the one that told it first at the head.

    `copies` may be those of any articles, of others too; a mapping from article to its copies saves looking
    through all of them for each event. Every article stands in one source.
    """
    ways = Pathways(reports, copies)
    groups: dict[str, list[Page]] = {}
    for page in ways.pages.values():
        groups.setdefault(ways.origin(page), []).append(page)
    return tuple(_witness(ways.names[origin], group, ways) for origin, group in groups.items())


def witness_names(reports: Iterable[Report], copies: Copies = ()) -> Mapping[Key, str]:
    """Map each report (article, id) to the name of its independent source, as in `sources`."""
    known = list(reports)
    ways = Pathways(known, copies)
    names = {article: ways.names[ways.origin(page)] for article, page in ways.pages.items()}
    return {key(r): names[r.article] for r in known}


def copied(reports: Iterable[Report], copies: Copies = ()) -> Mapping[str, str]:
    """Map each article that has its wording from another to that one, which may tell no report of these."""
    ways = Pathways(reports, copies)
    return {article: copy.of for article, copy in ways.whole.items() if article in ways.pages}


def _witness(name: str, group: list[Page], ways: Pathways) -> Witness:
    members = tuple(_member(page, name, ways) for page in group)
    return Witness(
        name=name,
        outlets=tuple(sorted({p.outlet for p in group if p.outlet})),
        articles=tuple(p.article for p in group),
        first=group[0].published,
        how=_how(name, members),
        members=members,
    )


def _member(page: Page, name: str, ways: Pathways) -> Member:
    copy, part = ways.whole.get(page.article), ways.part.get(page.article)
    took, chain = copy or part, ways.chain(page)
    via = page.credits[0] if page.credits else None
    if took is not None and took.of in ways.pages and (copy or via is None):
        via = ways.pages[took.of].label
    of, share, delay = (took.of, took.share, took.delay) if took else (None, None, None)
    credited = ways.credited(page)
    if took is None and credited is not None:
        of, delay = credited.article, page.after(credited)
    counted = {source_key(n) for n in (*chain, name)}
    return Member(
        article=page.article,
        outlet=page.outlet,
        published=page.published,
        relation="copies" if copy else "credits" if page.credits else "part" if part else "own",
        via=via,
        of=of,
        share=share,
        delay=delay,
        chain=chain,
        also=tuple(c for c in page.credits if source_key(c) not in counted),
    )


def _how(name: str, members: tuple[Member, ...]) -> str:
    """Say how the articles were counted as one source."""
    told = {
        relation: list(dict.fromkeys(_shown(m, name) for m in members if m.relation == relation))
        for relation in ("own", "part", "credits", "copies")
    }
    own = ["own report"] if told["own"] else []
    parts = [
        *own,
        *([f"own report with others' wording: {', '.join(told['part'])}"] if told["part"] else []),
        *([f"credited by {', '.join(told['credits'])}"] if told["credits"] else []),
        *([f"copied by {', '.join(told['copies'])}"] if told["copies"] else []),
    ]
    first = members[0].outlet or members[0].article
    ahead = [f"first in {first}"] if len({m.outlet or m.article for m in members}) > 1 else []
    return f"{name}: {'; '.join([*parts, *ahead])}"


def _shown(m: Member, name: str) -> str:
    """Name a member's outlet with what it came through, and how much later: "Harian (92 %, 3 h later)"."""
    through = [f"through {n}" for n in m.chain[1:-1]]
    share = [] if m.share is None else [f"{m.share:.0%}".replace("%", " %")]
    shared = [f"with {m.via or m.of}"] if m.relation == "part" else []
    later = [] if m.delay is None or m.share is None else [_lapse(m.delay)]
    also = [f"also credits {', '.join(m.also)}"] if m.also else []
    about = ", ".join([*through, *share, *shared, *later, *also])
    return f"{m.outlet or m.article} ({about})" if about else m.outlet or m.article


def _lapse(seconds: int) -> str:
    """Say a delay in the largest unit that it fills."""
    for size, unit in ((86400, "d"), (3600, "h"), (60, "min")):
        if abs(seconds) >= size:
            return f"{round(abs(seconds) / size)} {unit} {'later' if seconds > 0 else 'earlier'}"
    return "at once"
