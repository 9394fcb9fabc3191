"""The status of an event: what modality, negation and the governing verbs make of it.

In: a trigger and its clause.
Out: the effects that bear on it (`Effects`), and the status that they give an event of its type, or None
where the words tell of no event.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from kawat.reading.acts import PHYSICAL, SPOKEN
from kawat.reading.lexicon import Trigger
from kawat.reading.structure import Clause, Item


@dataclass(frozen=True, slots=True)
class Effects:
    """The status effects (see `Words.modality`) that bear on one trigger, with the words that brought them."""

    marks: frozenset[str]
    hypothetical: bool
    reasons: tuple[str, ...]

    @classmethod
    def of(
        cls, clause: Clause, item: Item, *, own: frozenset[str] = frozenset(), behind: Clause | None = None
    ) -> Effects:
        """Gather the effects of the trigger's own clause and of the verbs that govern it.

        `own`: of the word itself; `behind`: the clause at the end that only tells whose words all of it is.
        """
        marks = _of_clause(clause, item)
        if _is_presupposed(clause, item):
            marks -= _NO_ACT
        if clause.answers(item):
            marks = set()  # what is refused was asked, and a denied charge made
        elif item.kind == "noun":
            marks |= _on_noun(clause, item)
        marks |= own
        chain = clause.up()
        for inner, outer in pairwise(chain):
            marks |= _from_above(inner, outer)
            if inner.link not in ("serial", "comp", "purpose"):
                break
            if outer.verb is None and inner.link == "comp":
                marks |= outer.mods  # "dismissed reports that X had met Y"
            marks |= _refused_to_meet(inner, outer, item)
            said = inner.link == "comp" and outer.verb_is("speech")
            if outer.verb is not None and outer.governs(inner) and not said:
                marks |= outer.verb.mods | outer.mods
        if item.prep == "ahead":
            marks.add("planned")
        reasons = tuple(f"words/modality.{m}" for m in sorted(marks))
        if "reported" in marks:
            marks = marks - {"reported"} | {_announced(chain, behind)}
        return cls(frozenset(marks), any(c.link == "if" for c in chain), reasons)


def _from_above(inner: Clause, outer: Clause) -> set[str]:
    """Return the effects of a clause above that does not govern: what comes after a plan, what a report denied says.

    "dijadwalkan singgah di Lima sebelum bertemu X"; "membantah kabar yang menyebut X bertemu Y".
    """
    marks = outer.mods | (outer.verb.mods if outer.verb is not None else frozenset())
    if inner.link == "sub" and inner.precedes:
        return marks & {"planned"}
    reported = inner.link == "rel" and inner.verb_is("speech") and outer.verb is not None
    return set(outer.verb.mods & {"denied"}) if reported and outer.verb is not None else set()


def _of_clause(clause: Clause, item: Item) -> set[str]:
    """Return the effects of the trigger's own clause: of a setting, and of what a relative describes, not all hold."""
    described = (r for r in clause.relatives if r.head is item and (r.verb is None or r.verb_is("light")))
    told = next(described, None)
    marks = set(clause.mods) if told is None else _on_described(clause, item, told)
    if item.prep == "during" and not clause.verb_is("attend"):
        marks &= _OF_SETTING  # "dalam pertemuan dengan X, Y tidak menyebut ...": the meeting is not denied
    return marks


#: Of what no word of status is said.
NO_EFFECTS = Effects(frozenset(), hypothetical=False, reasons=())
#: What the verb's modality says of a contact that is only its setting.
_OF_SETTING = frozenset({"planned"})
#: What is still to come, by who is to do it or, of a contact, by anybody who says so.
_AHEAD = frozenset({"planned", "told"})
#: An act that is only possible, wished for or denied is none.
_NO_ACT = frozenset({"possible", "negated", "proposed"})
#: Acts that what is said of them takes for granted; of others it may say that they do not come.
_TOLD = (SPOKEN | PHYSICAL) - {"AID", "RETREAT"}
#: A noun such as "tawaran" is itself an offer; what it does to the status concerns the noun behind it.
_OWN_NOUN = frozenset({"proposed", "cancelled", "denied", "postponed", "possible"})


def _on_described(clause: Clause, item: Item, told: Clause) -> set[str]:
    """Return the effects on a noun of which a relative tells whether, and of its clause where that tells so, too.

    "Rencana itu tertuang dalam surat yang dikirim X": the letter was sent. "Kunjungan yang dijadwalkan Senin batal": it
    was not made.
    """
    bare = clause.verb is None
    own = clause.mods if not item.prep and (bare or clause.verb_is("light")) else set[str]()
    scheduled = told.verb.mods if bare and told.verb is not None else frozenset[str]()
    return told.mods | own | scheduled


def _announced(chain: list[Clause], behind: Clause | None) -> str:
    """Tell what "would" is: the plan of who says so ("said it would leave"), somebody else's ("told"), or neither."""
    above = (
        outer
        for inner, outer in pairwise(chain)
        if inner.link == "comp" and outer.verb_is("speech") and not inner.conditioned
    )
    outer = next(above, behind)
    if outer is None:
        return "possible"
    subj = chain[0].subj
    mine = subj.codes if subj is not None else set()
    said = outer.subj.codes if outer.subj is not None and not outer.nominal else set()
    return "planned" if mine and mine <= said else "told"


def _is_presupposed(clause: Clause, noun: Item) -> bool:
    """Tell whether what the clause denies or doubts is not its subject: "Serangan X atas Y dapat memicu ..."."""
    if noun.kind != "noun" or noun.prep or not clause.nominal or not noun.types & _TOLD:
        return False
    told = next((x for x in clause.items if x.i > noun.i and x.kind in ("mod", "verb")), None)
    carries = clause.verb_is("light") and not clause.verb_is("receiving")  # "Serangan itu tidak dilakukan"
    return told is not None and told.kind == "mod" and not carries


def _on_noun(clause: Clause, item: Item) -> set[str]:
    """Return the effects on a trigger noun: of the words before it, and of the verb that it is the object of."""
    marks = {*(item.mods - _OWN_NOUN), *_before_noun(clause, item)}
    verb = clause.verb
    asked = (
        item.prep == "for" and verb is not None and "proposed" in verb.mods
    )  # "menyerukan agar dialog dimulai"
    if (
        verb is not None
        and (item.prep in ("", "means") or asked)
        and (verb.i < item.i or _befalls(clause, item))
    ):
        marks |= verb.mods
    if verb is not None and verb.i < item.i and item.prep in ("", "for") and _is_refused(item, clause):
        marks.add("cancelled")  # "rejected Peru's request for a meeting"
    return set(marks)


def _refused_to_meet(aim: Clause, outer: Clause, item: Item) -> set[str]:
    """Return the effect of refusing whom one is asked to meet: "rejected Peru's request to meet", not "... Chile"."""
    bare = aim.link == "purpose" and not any(x.role in ("obj", "with") for x in aim.items)
    return {"cancelled"} if bare and outer.governs(aim) and _is_refused(item, outer) else set()


def _is_refused(item: Item, clause: Clause) -> bool:
    """Tell whether a verb refuses the contact, and says no other thing of its status."""
    return (
        "CONSULT" in item.types
        and "REJECT" in clause.types
        and clause.verb is not None
        and not clause.verb.mods
    )


def _befalls(clause: Clause, noun: Item) -> bool:
    """Tell whether the verb says what becomes of the thing: "Kunjungan itu ditangguhkan", "dijadwalkan digelar".

    Who refuses or denies what was said does not unsay it: "Tuduhan itu dibantah".
    """
    verb = clause.verb
    if verb is None or clause.subj is not None or noun.types & SPOKEN:
        return False
    helped = any(x.kind == "aux" and noun.i < x.i < verb.i for x in clause.items)
    scheduled = "light" in verb.classes and "planned" in verb.mods
    opens = clause.nominal or clause.items[0] is noun  # "Pertemuan itu, yang semula ..., diundur"
    return helped or ((verb.suffered or scheduled) and opens)


def _before_noun(clause: Clause, item: Item) -> frozenset[str]:
    """Return the effects of a noun or modal right before the trigger noun: "rencana pertemuan", "tawaran dialog"."""
    at = next(k for k, x in enumerate(clause.items) if x is item)
    before = clause.items[at - 1] if at else None
    return before.mods if before is not None and before.kind in ("noun", "mod") else frozenset()


def status_of(type_: str, effects: Effects) -> str | None:
    """Return the status, or None where the words tell of no event at all.

    Contacts keep every status (gold guide, "Type"); an act that is wished for, asked for, possible or denied is none.
    """
    ended = next((mark for mark in ("postponed", "cancelled", "denied") if mark in effects.marks), None)
    if type_ != "CONSULT":
        return None if ended or effects.marks & (_NO_ACT | {"told"}) else _open_status(effects)
    if ended or "possible" in effects.marks:
        return ended
    if "negated" in effects.marks:
        return "cancelled" if effects.marks & _AHEAD else "denied"
    if "proposed" in effects.marks:
        return "proposed"
    return "planned" if "ordered" in effects.marks else _open_status(effects)


def voiced(effects: Effects, trigger: Trigger) -> Effects:
    """Return the effects without a wish that is no more than a polite form: "I would like to thank Peru"."""
    word = trigger.reason.partition("#")[2]
    if "wished" not in effects.marks or word not in trigger.frame.voiced:
        return effects
    return Effects(effects.marks - {"proposed", "wished"}, effects.hypothetical, effects.reasons)


def _open_status(effects: Effects) -> str:
    return "planned" if effects.marks & _AHEAD else "held"
