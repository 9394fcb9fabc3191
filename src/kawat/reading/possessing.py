"""Whose a noun is where only "its", "his" before it says so; is what an act reaches the actor's own.

In: the `Site` of a noun, the sides behind it; of a verb.
Out: the sides of whom the word means, none where the sentence does not tell; or an answer.
"""

from __future__ import annotations

from kawat.reading.acts import PHYSICAL, SPOKEN
from kawat.reading.defending import is_another
from kawat.reading.mentions import Mention, Side, codes
from kawat.reading.site import Site, placed
from kawat.reading.structure import Item

#: The places of whom "its" may mean; who stands behind "by" or "from" answers him.
ACTING = frozenset({"subj", "obj", "against", "to"})
#: How far before a noun its "his" may stand: "his full and unwavering support".
POSSESSED = 5


def is_said_own(site: Site) -> bool:
    """Tell whether words are the subject's own, of which he speaks: "emphasised his support for Peru"."""
    said = site.type in SPOKEN and site.clause.verb_is("speech") and not site.item.prep
    return said and its(site) is not None


def its(site: Site) -> Item | None:
    """Return the "his", "its" before a noun."""
    near = list(reversed(site.before))[:POSSESSED]
    led = next((x for x in near if x.kind not in {"word", "mod"}), None)
    return led if led is not None and "possessive" in led.classes else None


def supporter(site: Site, others: set[str]) -> list[Side]:
    """Return whose support it is: of the object before it, else of the subject: "thanked Peru for its support"."""
    led = its(site)
    if led is None or site.clause.nominal:
        return []
    verb, row = site.clause.verb, site.before[: site.before.index(led)]
    resents = verb is not None and bool(verb.types & {"ACCUSE", "REJECT"})
    subj = site.clause.subj
    we = subj is not None and subj.kind == "self" and led.low not in site.lex.pack.ours  # "their" is not ours
    objects = [x.sides for x in row if x.kind == "actor" and (x.role == "obj" or we) and x.sides]
    own = objects[-1] if objects and (site.item.prep or we) else [] if resents else site.subject()
    return [] if codes(own) & others else [x.faceless() for x in own]


def possessor(site: Site, others: list[Side]) -> list[Side]:
    """Return whose a deed is that is told as "its": "hold Peru to account for its war on Chile".

    Of who stands before it, whoever acts or is acted on, and does not suffer the deed.
    """
    near = next((x for x in reversed(site.before) if x.kind not in ("word", "mod")), None)
    if near is None or "possessive" not in near.classes or "ours" in near.classes or not others:
        return []
    met = {s.code for s in others}
    row = sorted((x for c in site.clauses for x in c.items if x.i < near.i), key=lambda x: -x.i)
    acting = ACTING | {"by"} if site.item.prep == "during" else ACTING  # "was taken by Peru during its raid"
    whose = next((x for x in row if x.kind == "actor" and x.role in acting), None)
    return [s.faceless() for s in whose.sides] if whose is not None and is_another(whose, met) else []


def begun_by(site: Site) -> list[Side]:
    """Return who began it, past where it is: "the war in Peru launched by Chile"."""
    for c in site.clauses if site.type in PHYSICAL else []:
        begun = c.parent is site.clause and c.link in ("serial", "rel") and c.verb_is("light")
        if not begun or c.verb is None or c.items[0] is not c.verb or c.verb.i < site.item.i:
            continue
        between = [x for x in site.behind if x.i < c.items[0].i]
        if all(x.kind in ("prep", "actor") and x.role in ("at", "against", "of") for x in between):
            return placed(c.items, "by")
    return []


def blamed(site: Site) -> list[Side]:
    """Return who is blamed or penalised for the deed: "blamed Peru for the attack on Lima"."""
    verb = site.clause.verb
    answers = verb is not None and verb.i < site.item.i and bool(verb.types & {"ACCUSE", "SANCTION"})
    led = site.item.prep in ("for", "against", "about") and not site.clause.nominal
    found = placed(site.before, "obj", "to") if answers and led and site.type in PHYSICAL else []
    return [x.faceless() for x in found]


def held_there(site: Site, own: list[Side], other: list[Side]) -> tuple[list[Side], list[Side]]:
    """Return where somebody is held, and whose he is, where a place says so: "her arrest in Chile"; else as given."""
    owned = own and not other and any(x.owner for x in site.before)
    if site.type != "COERCE" or not site.frame.patient or not owned:
        return own, other
    there = [x.faceless() for x in placed(site.behind, "at") if x.sort in ("state", "capital")]
    return (there, own) if there and not codes(there) & codes(own) else (own, other)


def at_border(site: Site, k: int) -> bool:
    """Tell whether two are named by the border at which they fight: "bentrokan di perbatasan Peru dan Chile"."""
    x, led = site.behind[k], site.behind[k - 1] if k else None
    fights = site.type == "ASSAULT" and bool(site.frame.mutual) and x.role == "at" and len(codes(x.sides)) > 1
    return fights and led is not None and led.kind == "prep" and led.j - led.i > 1


def meets_own(site: Site) -> bool:
    """Tell whether the object right behind the verb is of the actor's own: "urged American citizens to leave Peru"."""
    at = next((k for k, x in enumerate(site.behind) if x.kind not in ("adverb", "number")), 0)
    first, subject = (site.behind[at] if site.behind else None), site.clause.subj
    if first is None or subject is None or site.frame.own:
        return False  # an envoy called back is one's own
    if first.kind == "word":  # "told its citizens in Peru to leave"
        return at > 0 and "possessive" in site.behind[at - 1].classes and "agent" in first.classes
    mention = first.mention if first.role == "obj" else None
    own = mention is not None and (
        mention.agent or mention.kind == "owned" or mention.sides[:1] == _people(mention)
    )
    return mention is not None and own and mention.codes == subject.codes


def _people(mention: Mention) -> list[Side]:
    """Return the people of a state, where only they are named: "warned Israelis"."""
    return [x for x in mention.sides[:1] if x.sort == "adjective"]
