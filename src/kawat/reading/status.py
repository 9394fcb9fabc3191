"""The status of an event: what modality, negation and the governing verbs make of it."""

from __future__ import annotations

from dataclasses import dataclass

from kawat.reading.items import Clause, Item


@dataclass(frozen=True, slots=True)
class Effects:
    """The status effects (see `Words.modality`) that bear on one trigger, with the words that brought them."""

    marks: frozenset[str]
    hypothetical: bool
    reasons: tuple[str, ...]

    @classmethod
    def of(cls, clause: Clause, item: Item) -> Effects:
        """Gather the effects of the trigger's own clause and of the verbs that govern it."""
        marks = set(clause.mods)
        if item.kind == "noun":
            marks |= item.mods - _OWN_NOUN
            marks |= _before_noun(clause, item)
            if clause.verb is not None and item.prep in ("", "means") and clause.verb.i < item.i:
                marks |= clause.verb.mods
        if item.prep == "ahead":
            marks.add("planned")
        chain = clause.up()
        hypothetical = any(c.link == "if" for c in chain)
        for inner, outer in zip(chain, chain[1:], strict=False):
            if inner.link not in ("serial", "comp", "purpose"):
                break
            if outer.verb is not None and not (inner.link == "comp" and "speech" in outer.verb.classes):
                marks |= outer.verb.mods | outer.mods
        reasons = tuple(f"words/modality.{m}" for m in sorted(marks))
        return cls(frozenset(marks), hypothetical, reasons)


#: A noun such as "tawaran" is itself an offer; what it does to the status concerns the noun behind it.
_OWN_NOUN = frozenset({"proposed", "cancelled", "denied", "postponed", "possible"})


def _before_noun(clause: Clause, item: Item) -> frozenset[str]:
    """Return the effects of a noun or modal right before the trigger noun: "rencana pertemuan", "tawaran dialog"."""
    at = next(k for k, x in enumerate(clause.items) if x is item)
    before = clause.items[at - 1] if at else None
    return before.mods if before is not None and before.kind in ("noun", "mod") else frozenset()


def status_of(type_: str, effects: Effects) -> str | None:
    """Return the status, or None where the words tell of no event at all.

    Contacts keep every status (gold guide, "Type"); an act that is wished for, asked for, possible or denied is none.
    """
    marks = effects.marks
    contact = type_ == "CONSULT"
    if "possible" in marks and not contact:
        return None
    for mark in ("postponed", "cancelled", "denied"):
        if mark in marks:
            return mark if contact else None
    if "possible" in marks:
        return None
    if "negated" in marks:
        return "denied" if contact and "planned" not in marks else "cancelled" if contact else None
    if "proposed" in marks:
        return "proposed" if contact else None
    return "planned" if "planned" in marks else "held"
