"""What a release tells of the act that it ends: who held those who are let go, whom the sanctions met.

In: the `Site` of a trigger of a release or a lifting.
Out: the sides of who held them ("two sailors held in Peru were freed"), or of the state where they were held; of whom
that met which is taken back.
"""

from __future__ import annotations

from kawat.reading.mentions import Side
from kawat.reading.site import Site, placed


def holder(site: Site) -> list[Side]:
    """Return who held those who are let go: "pelaut Peru yang diculik Chile dibebaskan", "yang ditahan di Chile"."""
    reduced = (c for c in site.below("serial") if c.verb is not None and c.verb.suffered)
    held = [c for c in (*site.clause.relatives, *reduced) if c.types & {"COERCE", "ASSAULT"}]
    agents = (c.agent() for c in held if c.verb is not None and c.verb.suffered)
    named = next((list(m.sides) for m in agents if m is not None), [])
    bare = [c for c in held if not any(x.role == "by" for x in c.items)]
    there = [x for c in bare for x in placed(c.items, "at") if x.sort in ("state", "capital")]
    return named or [x.faceless() for x in there]


def imposed_on(site: Site, mine: set[str]) -> list[Side]:
    """Return whom that met which is taken back: "lifted the sanctions it had imposed on Peru"."""
    below = site.below("rel", "serial", "comp") if site.type == "RETREAT" else iter(())
    said = (placed(c.items, *site.to) for c in below)
    return next((own for sides in said if (own := [s for s in sides if s.code not in mine])), [])
