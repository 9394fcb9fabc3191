"""Who says what a clause tells: a verb of saying above it, beside its quotation, in its midst or behind it.

In: the `Site` of a trigger.
Out: the sides who say so; nobody where the sentence does not tell.
"""

from __future__ import annotations

from itertools import pairwise, takewhile

from kawat.reading.mentions import Side
from kawat.reading.site import Site, placed
from kawat.reading.structure import Clause

#: Tokens before a clause among which a colon may stand: ': "'.
LED = 2


def speaker(site: Site) -> list[Side]:
    """Return who says what the clause tells: above it, beside its quotation, in its midst, behind "menurut"."""
    told = placed(site.clause.items, "according")
    headed = _headed(site)  # "Peru: Chile harus mundur"
    told = told or (list(headed.subj.sides) if headed is not None and headed.subj is not None else [])
    return next((found for clause in _sayings(site) if (found := told or who_says(clause))), told)


def addressee(site: Site) -> list[Side]:
    """Return to whom it is said: "Jangan mundur," kata Menlu Peru kepada Menlu Chile; "Peru ke Chile: mundurlah"."""
    headed = _headed(site)
    to = placed(headed.items, "to") if headed is not None else []
    spoken = (c for c in _sayings(site) if c.verb is not None and c.verb_is("cue"))
    rows = ([x for x in c.items if c.verb is not None and x.i > c.verb.i] for c in spoken)
    told = (list(takewhile(lambda x: x.kind != "noun", row)) for row in rows)  # not "saat kunjungan ke Chile"
    return to or next((found for row in told if (found := placed(row, "to"))), [])


def _headed(site: Site) -> Clause | None:
    """Return the words before a colon that only say who speaks, where the clause stands behind it."""
    top = site.clause.up()[-1]
    at = site.clauses.index(top)
    first = min((x.i for c in site.clauses[at:] for x in c.items), default=0)
    colon = any(w == ":" for w in site.s.lows[max(0, first - LED) : first])
    before = site.clauses[at - 1] if at and colon else None
    return before if before is not None and before.verb is None and before.own_subj else None


def _sayings(site: Site) -> list[Clause]:
    """Return the clauses that may say whose words the clause is."""
    said = [outer for inner, outer in pairwise(site.clause.up()) if inner.link in ("comp", "quote")]
    if site.clause.shares is not None and site.clause.shares.verb_is("cue"):
        said.append(site.clause.shares)  # "Peru, kata Menlu Chile, melanggar ..."
    # "..., ujar Menlu Chile"; "..., Chile's foreign minister said"
    chain = site.clause.up() if site.trigger.voice == "noun" else [site.clause]
    cues = (c for c in site.clauses if c.verb_is("cue"))
    said += [c for c in cues if c.shares in chain or _ends(c, site.clause)]
    if site.clause.verb is not site.item:
        said.append(site.clause)  # "said his thoughts were with Peru"
    return said


def _ends(said: Clause, told: Clause) -> bool:
    """Tell whether a clause behind another only says who says so: "Peru is not alone, Chile's minister said"."""
    behind = [x for x in said.items if said.verb is not None and x.i > said.verb.i]
    bare = all(x.kind in ("mark", "comma", "time", "quote", "adverb") for x in behind)
    return said.link == "coord" and said.parent is told and said.own_subj and bare


def who_says(clause: Clause) -> list[Side]:
    """Return the subject of a verb of saying, which may stand behind it."""
    told: list[Side] = []
    if clause.verb is not None and clause.verb_is("cue"):
        told = placed([x for x in clause.items if x.i > clause.verb.i], "obj", "by", "of")
    if not told and clause.verb_is("speech") and clause.subj is not None and not clause.nominal:
        told = list(clause.subj.sides)
    return told
