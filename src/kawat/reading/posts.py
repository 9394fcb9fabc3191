"""Where an envoy has served who is called back or called in, as the mention of him says: "Dubes Peru untuk Chile".

In: the `Site` of a trigger of a recall, whose envoy it is; or a view of a sentence and the token behind a title.
Out: the state that he was sent to; none where he is named without his post; the token behind the words of the post.
"""

from __future__ import annotations

from collections.abc import Sequence

from kawat.knowledge.states import states
from kawat.reading.entries import Title
from kawat.reading.mentions import Side, codes
from kawat.reading.names import name_end
from kawat.reading.places import place_at
from kawat.reading.site import Site
from kawat.reading.view import View


def host_of(site: Site, actors: list[Side]) -> list[Side]:
    """Return the state where an envoy of those who act has served: "Peru's ambassador to Chile was recalled"."""
    if not (site.frame.own and site.type == "SANCTION"):
        return []
    mine = codes(actors)
    return post_of(site, mine)


def post_of(site: Site, mine: set[str]) -> list[Side]:
    """Return the state where an ambassador of these parties whom the clause names has his post."""
    envoys = (x.mention for x in site.clause.items if x.mention is not None and x.mention.codes & mine)
    for m in envoys:
        if not any(side.office == "ambassador" for side in m.sides):
            continue
        for k in range(m.i + 1, m.j):
            place = place_at(site.s, k)
            if place is not None and place.country in states() and place.country not in mine:
                start, end = site.s.span(k, k + 1)
                return [Side(place.country, None, None, start, end, "reading/posts.host")]
    return []


def past_served(v: View, j: int) -> int:
    """Return the token after the title of whom an office serves, at j, else j: "Adviser to the President"."""
    if not v.adjective_first or not v.classes(j) & {"prep:of", "prep:to"}:
        return j
    k = v.past_article(v.after(j))
    return v.after(k) if v.titles(k) and not v.is_lower(k) else j


def past_host(v: View, j: int) -> int:
    """Return the token after "untuk Indonesia", "di New York" ("to Indonesia") behind an envoy's title, else j."""
    if not v.classes(j) & {"prep:for", "prep:to", "purpose", "prep:at"}:
        return j
    k = v.past_article(v.after(j))
    return past_others(v, v.after(k)) if v.parties(k) or v.is_place(k) else j


def is_post(v: View, k: int, titles: Sequence[Title]) -> bool:
    """Tell whether token k is the town where an envoy serves, before the name: "Konjen RI Jeddah Budi Santoso"."""
    hit = v.hits.get(k)
    town = hit is not None and hit.name is not None and bool(hit.name.cities) and v.after(k) == k + 1
    return town and any(t.abroad for t in titles) and name_end(v, k + 1) > k + 2


def past_others(v: View, j: int) -> int:
    """Return the token after the further posts of an envoy, "untuk Kenya, Uganda, dan ASEAN", else j."""
    k, joined = j, False
    while k < v.n and not joined:
        comma = v.lows[k] == ","
        at = v.after(k) if comma else k
        joined = "join" in v.classes(at)
        at = v.past_article(v.after(at) if joined else at)
        named = any(x.sort != "adjective" for x in v.parties(at)) or v.is_place(at)
        if not (comma or joined) or not named:
            return j
        k = v.after(at)
    owns = k < v.n and v.words[k] in v.lex.pack.owner_marks  # "to Kenya and Uganda's minister": another's
    return k if joined and not owns else j
