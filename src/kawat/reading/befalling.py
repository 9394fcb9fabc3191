"""Private people whom a deed befalls: they count for their state, for which they do not act (gold guide, "Hard cases").

In: the clauses of a sentence, with the frames that fit.
Out: the same; journalists, activists, former officials have the sides of their state where they are arrested,
convicted, killed, freed, helped, and where they protest. Where they speak or act otherwise they stay nobody's.
"""

from __future__ import annotations

from kawat.reading.structure import Clause, Item

#: Deeds that befall people, help among them.
BEFALLING = frozenset({"ASSAULT", "COERCE", "SANCTION", "RETREAT", "CONCEDE", "AID"})
#: What ends the object of a deed.
ENDING = frozenset({"actor", "verb", "comma", "prep"})


def befallen(clauses: list[Clause]) -> list[Clause]:
    """Let those whom a deed befalls count for their state."""
    for clause in clauses:
        for k, item in enumerate(clause.items):
            deeds = [t for t in item.triggers if t.frame.type in BEFALLING]
            voices = {t.voice for t in deeds}
            protests = item is clause.verb and any(t.frame.type == "PROTEST" for t in item.triggers)
            if ("passive" in voices or protests) and clause.subj is not None and not clause.nominal:
                clause.subj.sides = clause.subj.sides or clause.subj.victims
            elif voices:
                _take_object(clause.items[k + 1 :], {"of"}.union(*(t.frame.to for t in deeds)))
                if voices == {"noun"}:
                    _take_owner(clause.items[:k])
    return clauses


def _take_owner(before: list[Item]) -> None:
    """Let those whose arrest it is count: "the Peruvian journalist's detention in Chile"."""
    first = next((x for x in reversed(before) if x.kind in ENDING), None)
    if first is not None and first.mention is not None and first.owner:
        first.mention.sides = first.mention.sides or first.mention.victims


def _take_object(behind: list[Item], leading: set[str]) -> None:
    """Let those count whom the deed meets: "menangkap wartawan Peru", "penembakan Peru terhadap nelayan Chile"."""
    for x in behind:
        if x.kind in ENDING and not (x.kind == "prep" and x.role in leading):
            if x.mention is not None and not x.mention.sides:
                x.mention.sides = x.mention.victims
            if x.mention is None or x.role != "of":
                return
