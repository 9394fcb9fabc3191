"""What one clause takes from another: its subject, or whom "mereka" and "pihaknya" mean in it.

In: clauses as they are built.
Out: their subjects filled, or an answer about them. `clauses` asks.
"""

from __future__ import annotations

from kawat.reading.acts import BINDING, PHYSICAL
from kawat.reading.mentions import Mention, Side
from kawat.reading.settling import is_finite
from kawat.reading.structure import Clause, Item

#: Roles of prepositions behind an object that lead in what it does or did: "warned Peru against attacking".
FOR_WHAT = frozenset({"for", "against", "from"})
#: Acts that answer what another did, and the roles in which he stands behind their verb.
ANSWERING = frozenset({"ACCUSE", "SUPPORT", "SANCTION", "THREATEN"})
ANSWERED = frozenset({"obj", "of", "against", "to"})
#: Kinds of mentions that only point at somebody.
POINTING = frozenset({"neuter", "state", "group"})


def look_ahead(clause: Clause) -> None:
    """Give a clause before its main clause the subject that stands there: "setelah bertemu X, Retno mengaku ..."."""
    parent = clause.parent
    given = parent is not None and (parent.own_subj or clause.link == "purpose")
    if parent is not None and given and not parent.nominal:
        clause.subj = parent.subj


def share_subject(clause: Clause, after: Clause) -> None:
    """Give a clause that begins with its verb the subject of the one behind its comma: "Bertemu X, Y meminta ..."."""
    bare = clause.subj is None and not clause.nominal and clause.verb is not None and clause.link == "main"
    if not bare or after.parent is not clause or after.link != "coord" or not after.own_subj or after.nominal:
        return
    opens = next((x for x in clause.items if x.kind not in ("mod", "adverb", "time")), None) is clause.verb
    # the subject's article stands before it
    last = next(x for x in reversed(clause.items) if x.kind != "adverb")
    if opens and last.kind == "comma":
        clause.subj = after.subj


def subject_noun(clause: Clause) -> Item | None:
    """Return the trigger noun that a clause about a thing begins with: "kunjungan X ke Y", "the meeting of X and Y"."""
    first = (
        next((x for x in clause.items if x.kind in ("noun", "actor", "verb")), None)
        if clause.nominal
        else None
    )
    return first if first is not None and first.kind == "noun" and not first.prep else None


def rehead(clause: Clause) -> None:
    """Let a relative that only says when or whether tell of the event, not of who stands right before it.

    "Kunjungan X ke Y yang dijadwalkan pekan ini": the visit is scheduled.
    """
    parent, verb = clause.parent, clause.verb
    noun = (
        subject_noun(parent) if parent is not None and clause.link == "rel" and clause.head is None else None
    )
    if noun is None:
        return
    behind = clause.items[clause.items.index(verb) + 1 :] if verb is not None else clause.items
    acts = verb is not None and not clause.verb_is("light")
    if not acts and not (behind and behind[0].kind in ("noun", "word", "actor")):
        clause.head, clause.subj, clause.nominal = noun, None, True


def meets(clause: Clause) -> bool:
    """Tell whether who meets somebody does what follows: "menemui Y meminta bantuan"; who sends somebody does not."""
    says = clause.verb_is("light", "speech")  # "berkata" is a contact by telephone alone
    return "CONSULT" in clause.types and not says and not clause.types & BINDING


def blames(clause: Clause, prep: Item) -> bool:
    """Tell whether the verb behind a preposition is what the object does: "thanked Peru for hosting talks"."""
    if clause.verb is None or prep.kind != "prep":
        return False
    told = bool(clause.verb.triggers) and clause.object() is not None
    return prep.role == "of" or (prep.role in FOR_WHAT and told)


def give_reason(clause: Clause) -> None:
    """Let a clause that says why somebody is blamed, praised or penalised tell of what he did.

    "Peru mengecam Chile karena menyerang Bolivia", "condemned Chile after it attacked Bolivia": verbs that answer a
    deed have its doer as their object (implicit causality; Garvey and Caramazza 1974).
    """
    above, subj = clause.parent, clause.subj
    if clause.link != "sub" or above is None or above.verb is None or not clause.led:
        return
    if above.verb.suffered or not above.types & ANSWERING:
        return  # "Chile dikecam Peru karena ...": its subject did it
    mine = above.subj.codes if above.subj is not None else set()
    row = [x.mention for x in above.items if x.mention is not None and x.role in ANSWERED]
    met = next((m for m in reversed(row) if m.sides and not m.codes & mine), None)
    if met is None or not above.own_subj or above.nominal:
        return
    if not clause.own_subj and "reason" in clause.led:
        clause.subj = met
    elif clause.own_subj and subj is not None and subj.kind in POINTING and subj.codes == mine:
        subj.sides = [s.faceless() for s in met.sides]


def refer(mention: Mention, said: Clause | None) -> None:
    """Let "mereka", "pihaknya", "she" below a verb of saying mean who says so: "China mengatakan bahwa mereka ..."."""
    if said is None or said.subj is None or said.nominal or not said.verb_is("speech"):
        return
    sides = said.subj.sides
    people = [s for s in sides if s.person]
    if mention.kind == "person" and len(people) == 1:
        mention.sides = people
    elif sides and mention.kind == "state" and mention.word != "agent":
        mention.sides = [s.faceless() for s in sides]  # "Peru mengatakan negara itu akan ..."
    elif sides and (mention.kind == "self" or (mention.kind == "group" and (not people or len(sides) > 1))):
        mention.sides, mention.loose = [s.faceless() for s in sides], False


def own(mention: Mention, clause: Clause, role: str) -> None:
    """Let "warganya" mean people of the subject, of one that does something to them those of the subject above.

    "Peru mengecam penahanan warganya", but "Peru meminta Chile membebaskan warganya".
    """
    subjects = [c.subj for c in clause.up() if c.subj is not None and c.subj is not mention and c.subj.sides]
    if role == "obj" and clause.types & PHYSICAL:
        subjects = subjects[1:] or subjects
    if subjects:
        mention.sides = [s.faceless() for s in subjects[0].sides]


def is_alliance(mention: Mention) -> bool:
    """Tell whether only what somebody is to others is said: "Bahrain, an ally of Peru, ..."."""
    return bool(mention.sides) and all("words/allies." in s.reason for s in mention.sides)


def is_person(mention: Mention) -> bool:
    """Tell whether a mention is a person, named or by office."""
    return any(s.person or s.office for s in mention.sides)


def leaves_aim(clause: Clause, verb: Item) -> bool:
    """Tell whether a verb cannot go on with an aim, by its form: "asked X to stop, and condemned Y"."""
    aim = clause.verb
    return clause.link == "purpose" and aim is not None and not is_finite(aim) and is_finite(verb)


def told_above(clause: Clause) -> list[Side]:
    """Return of whose deed a clause speaks that judges it: the subject of the clause above."""
    parent = clause.parent
    if parent is None or parent.subj is None or parent.nominal:
        return []
    if parent.verb_is("speech") and parent.object() is None:
        return []  # but "mengakui Peru"
    return [s.faceless() for s in parent.subj.sides]


def step_of(clause: Clause) -> list[Side]:
    """Return whose step a clause judges: "Peru mengakui Chile, langkah yang dikecam Fiji", "a step that drew ire"."""
    parent = clause.parent
    if parent is None or not clause.items or clause.link not in ("rel", "comp", "serial"):
        return []
    row = [x for x in parent.items if x.i < clause.items[0].i and x.kind != "adverb"]
    step = len(row) > 1 and "answered" in row[-1].classes and row[-2].kind == "comma"
    return told_above(clause) if step else []
