"""Governors and mayors: they act for no state, but where they meet an envoy they count for theirs.

In: a view of a sentence and the title of one who acts for no state; later the `Site` of a contact.
Out: the mention of that person, with the state for which he may receive guests; both sides of the contact.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kawat.reading.entries import Title
from kawat.reading.mentions import GUESSES, Mention, Side, codes
from kawat.reading.names import name_end, name_text
from kawat.reading.owning import Pair
from kawat.reading.party_names import PartyRef
from kawat.reading.places import place_at
from kawat.reading.site import Site
from kawat.reading.view import View

#: Offices of those who come to see governors: whom they meet besides may be of their own state.
ENVOYS = frozenset({"ambassador", "envoy"})


def of_no_state(v: View, i: int, j: int, titles: Sequence[Title], ref: PartyRef | None) -> Mention:
    """Return the mention of one whose title ends at token j, with the state for which he counts as victim or host."""
    state = [v.side(i, j, ref.code, ref.reason, "adjective")] if ref is not None else []
    receives = any(t.receives for t in titles)
    start = v.after(j) if receives and j < v.n and v.is_place(j) else j  # "Gubernur Bali Wayan Koster"
    while receives and v.titles(start):
        start = v.after(start)  # "Kapolda Bali Irjen Petrus Golose"
    end = max(start, name_end(v, start))
    name = name_text(v, start, end) if end > start else ""
    host = (state or _at_home(v, i, j)) if receives else []
    if host and start > j and name:
        host[0].person = name
    return Mention(i, end, [], "opaque", victims=state, name=name, host=host)


def _at_home(v: View, i: int, j: int) -> list[Side]:
    """Return the state of the region told behind the title, else, as a guess, the outlet's own."""
    where = place_at(v.s, j) if j < v.n and v.is_place(j) else None
    if where is not None and where.country is not None:
        code, reason = where.country, where.reason
    elif v.memory.home is not None:
        code, reason = v.memory.home, "reading/actors.home"
    else:
        return []
    side = v.side(i, j, code, reason, "organ")
    side.office = "official"
    return [side]


def with_host(site: Site, actors: list[Side], recipients: list[Side]) -> Pair:
    """Return both sides of a contact of which one is a governor or mayor: "Bupati Jember menerima Dubes Peru"."""
    met = [*actors, *recipients]
    if site.type != "CONSULT" or len(codes(met)) != 1:
        return actors, recipients
    host = next((m.host for m in _around(site) if m is not None and m.host), [])
    guessed = any(x.reason in GUESSES for x in host)
    comes = any(x.office in ENVOYS if guessed else x.person or x.office for x in met)
    return (host, met) if host and comes and not codes(host) & codes(met) else (actors, recipients)


def _around(site: Site) -> Iterator[Mention | None]:
    """Yield who may be host: the subject, else whoever says so, then whom the clause names."""
    clause = site.clause
    yield clause.subj
    yield from (x.mention for x in (*site.before, *site.behind) if x.kind == "actor")
    if clause.subj is None and clause.link == "sub":  # "Hal itu dikatakan Bupati Jember ketika ..."
        before = site.clauses[: site.clauses.index(clause)]
        yield from (m for c in before if c.verb is not None for m in (c.subj, c.agent()))
