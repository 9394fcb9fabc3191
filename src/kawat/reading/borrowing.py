"""What one clause takes from another: its subject, or whom "mereka" and "pihaknya" mean in it.

In: clauses as they are built.
Out: their subjects filled, or an answer about them. `clauses` asks.
"""

from __future__ import annotations

from kawat.reading.acts import BINDING
from kawat.reading.mentions import Mention
from kawat.reading.structure import Clause, Item

#: Roles of prepositions behind an object that lead in what it does or did: "warned Peru against attacking".
FOR_WHAT = frozenset({"for", "against", "from"})


def look_ahead(clause: Clause) -> None:
    """Give a clause before its main clause the subject that stands there: "setelah bertemu X, Retno mengaku ..."."""
    parent = clause.parent
    given = parent is not None and (parent.own_subj or clause.link == "purpose")
    if parent is not None and given and not parent.nominal:
        clause.subj = parent.subj


def meets(clause: Clause) -> bool:
    """Tell whether who meets somebody does what follows: "menemui Y meminta bantuan"; who sends somebody does not."""
    return "CONSULT" in clause.types and not clause.verb_is("light") and not clause.types & BINDING


def blames(clause: Clause, prep: Item) -> bool:
    """Tell whether the verb behind a preposition is what the object does: "thanked Peru for hosting talks"."""
    if clause.verb is None or prep.kind != "prep":
        return False
    told = bool(clause.verb.triggers) and clause.object() is not None
    return prep.role == "of" or (prep.role in FOR_WHAT and told)


def refer(mention: Mention, said: Clause | None) -> None:
    """Let "mereka", "pihaknya", "she" below a verb of saying mean who says so: "China mengatakan bahwa mereka ..."."""
    if said is None or said.subj is None or said.nominal or not said.verb_is("speech"):
        return
    sides = said.subj.sides
    people = [s for s in sides if s.person]
    if mention.kind == "person" and len(people) == 1:
        mention.sides = people
    elif sides and (mention.kind == "self" or (mention.kind == "group" and (not people or len(sides) > 1))):
        mention.sides, mention.loose = [s.faceless() for s in sides], False


def is_alliance(mention: Mention) -> bool:
    """Tell whether only what somebody is to others is said: "Bahrain, an ally of Peru, ..."."""
    return bool(mention.sides) and all("words/allies." in s.reason for s in mention.sides)


def is_person(mention: Mention) -> bool:
    """Tell whether a mention is a person, named or by office."""
    return any(s.person or s.office for s in mention.sides)
