"""What stands around an item of the row: the questions that the builder of clauses asks about its surroundings.

In: the items of a sentence and the index of one.
Out: its neighbours, or whether they make of it what is asked. Nothing here knows of clauses; `clauses` does.
"""

from __future__ import annotations

from kawat.reading.mentions import Mention
from kawat.reading.structure import SKIPPED, Item

#: A subject's verb stands within so many items, phrases with prepositions between, and not behind one of these.
REACH = 8
ENDS = frozenset({"comma", "coord", "quote", "that", "purpose", "sub", "if", "semicolon"})
#: Kinds of mentions behind which brackets say who is meant.
PRONOUNS = frozenset({"person", "group", "neuter"})
#: Words between quotation marks that only set them off: fewer than these, and no actor.
SHORT_QUOTE, LONGEST_LOOK = 8, 11


class Row:
    """The items of one sentence."""

    def __init__(self, items: list[Item]) -> None:
        self.items = items

    def before(self, k: int) -> Item | None:
        """Return the item right before k."""
        return self.items[k - 1] if k else None

    def told_before(self, k: int) -> int | None:
        """Return the index of the item before k, adverbs, modals and times aside."""
        return next((n for n in range(k - 1, -1, -1) if self.items[n].kind not in SKIPPED), None)

    def told_after(self, k: int) -> int | None:
        """Return the index of the item after k, adverbs and auxiliaries aside."""
        passed = ("adverb", "aux", "number")
        return next((n for n in range(k + 1, len(self.items)) if self.items[n].kind not in passed), None)

    def before_determiner(self, k: int) -> Item | None:
        """Return the item before k, past "the", "para", "its", "13", "more than", "sekitar"."""
        back = reversed(self.items[: self._before_aside(k)])
        return next((x for x in back if x.kind != "number" and (x.kind != "adverb" or not _counts(x))), None)

    def _before_aside(self, k: int) -> int:
        """Return where what stands in brackets before k begins: "Konferensi Tingkat Tinggi (KTT) BRICS"; else k."""
        if not k or self.items[k - 1].kind != "close":
            return k
        begun = (i for i in range(k - 1, max(-1, k - 5), -1) if self.items[i].kind == "open")
        return next(begun, k)

    def held_at(self, at: int | None, k: int) -> int | None:
        """Return the noun that a passive relative at k tells of past the place: "talks in Lima that X mediated"."""
        place = self.items[at] if at is not None else None
        verb = next((x for x in self.items[k + 1 : k + 4] if x.kind == "verb"), None)
        if (
            at is None
            or place is None
            or at < 2
            or verb is None
            or place.kind != "actor"
            or place.role != "at"
        ):
            return at
        noun = self.items[at - 2].kind == "noun" and self.items[at - 1].kind == "prep"
        undergoes = verb.suffered or "attended" in verb.classes
        return (
            at - 2 if noun and undergoes and all(s.sort in ("state", "capital") for s in place.sides) else at
        )

    def describes(self, k: int, kind: str = "noun") -> bool:
        """Tell whether the participle at k says by whom the noun right before it was made: "a letter sent by"."""
        return k > 0 and self.items[k - 1].kind == kind and self.is_by(k + 1)

    def is_reduced(self, k: int) -> bool:
        """Tell whether the participle at k only says more of the subject before it: "forces backed by Peru killed"."""
        item, before = self.items[k], self.items[k - 1] if k else None
        passive = all(t.voice == "passive" for t in item.triggers) if item.triggers else self.is_by(k + 1)
        set_off = before is not None and before.kind == "comma"
        before = self.items[k - 2] if set_off and k > 1 else before
        asked = (
            "REQUEST" in item.types and not set_off
        )  # "Chile diminta Peru mundur": that is what it is asked
        if not passive or asked or before is None or before.kind != "actor" or before.role == "by":
            return False
        for x in self.items[k + 1 :]:
            if x.kind in ("verb", "aux"):
                return True
            if x.kind in ENDS and not (set_off and x.kind == "comma"):
                return False
        return False

    def is_set_off(self, k: int) -> bool:
        """Tell whether a comma stands before the word at k, past a determiner: ", a step", ", the latest move"."""
        back = (x for x in reversed(self.items[:k]) if x.kind not in ("adverb", "word"))
        first = next(back, None)
        return first is not None and first.kind == "comma" and "det" in self.items[k - 1].classes

    def is_by(self, k: int) -> bool:
        """Tell whether "by" stands at k."""
        return k < len(self.items) and self.items[k].kind == "prep" and self.items[k].role == "by"

    def verb_follows(self, k: int) -> bool:
        """Tell whether the actor at k is the subject of a verb: one comes before anything else does."""
        after_prep = False
        for item in self.items[k + 1 : k + 1 + REACH]:
            if item.kind in ("verb", "mod", "rel"):
                return True
            if item.kind in ENDS or (item.kind == "actor" and not after_prep):
                return False
            after_prep = item.kind == "prep" or (after_prep and item.kind in SKIPPED)
        return False

    def subject_ahead(self, k: int) -> list[Item]:
        """Return the noun phrase that begins at k, where it is the subject of a verb: "dua kapal Peru X menembak".

        Empty where none is; a contact ("setelah pertemuan ...") is no subject here, but sets the time.
        """
        if "anaphor" in self.items[k].classes:
            return []  # "when it attacked": who was spoken of
        for n, item in enumerate(self.items[k : k + LONGEST_LOOK], k):
            last = self.items[n - 1] if n > k else None
            if item.kind == "verb":
                return [] if last is None or last.kind in ENDS or "topic" in item.classes else self.items[k:n]
            apart = bool(item.sides) and last is not None and bool(last.sides)
            if (
                item.kind == "rel"
                or item.role == "by"
                or (item.kind in ENDS and item.kind != "coord")
                or apart
            ):
                return []
            if item.kind == "noun" and "CONSULT" in item.types:
                return []
        return []

    def tells_of_contact(self, k: int) -> bool:
        """Tell whether something is said of the contact at k: "pertemuan X ditunda", not "the meeting held by X"."""
        if self.items[k].kind != "noun" or "CONSULT" not in self.items[k].types:
            return False
        for n, item in enumerate(self.items[k + 1 : k + LONGEST_LOOK]):
            if item.kind in ("verb", "mod"):
                return "topic" not in item.classes and (n > 0 or item.kind == "mod")
            if item.kind in ENDS or item.kind == "rel" or item.role == "by":
                return False
        return False

    def opens_clause(self, k: int) -> bool:
        """Tell whether the actor at k is the subject of a new clause: "To help Peru, the European Union sent ..."."""
        described = any(x.kind == "rel" for x in self.items[k + 1 : k + 3])
        before = self.before(k) if described else self.before_determiner(k)
        return before is not None and before.kind in ("comma", "coord", "quote") and self.verb_follows(k)

    def beside(self, k: int) -> str:
        """Return the role of the unknown name before k that the actor at k tells more of: "kepada Bank Niaga Peru"."""
        one, two = self.items[max(0, k - 1)], self.items[max(0, k - 2)]
        if one.kind == "coord" and two.kind == "actor" and not two.sides and two.role != "subj":
            return "" if self.verb_follows(k) else two.role
        return one.role if k and one.kind == "actor" and not one.sides and one.role != "subj" else ""

    def acts_by_things(self, k: int) -> bool:
        """Tell whether the owner at k acts by what it owns: "Israeli warplanes bombed", "Russia's ministry said"."""
        after = self.items[k + 1 : k + 3]
        if [x.kind for x in self.items[k + 1 : k + 4]] == ["word", "coord", "word"]:
            return self.verb_follows(k + 3)  # "Chilean missiles and drones hit"
        return bool(after) and after[0].kind == "word" and self.verb_follows(k + len(after) - 1)

    def opens_with(self, k: int) -> bool:
        """Tell whether "dengan X" at k opens a clause: "..., dengan Barat menuduh Moskow"."""
        if k < 2 or k + 1 == len(self.items):
            return False
        at = self.told_after(k)
        if at is not None and self.items[at].kind == "mod":
            at = self.told_after(at)
        return self.items[k - 2].kind == "comma" and at is not None and self.items[at].kind == "verb"

    def follows_noun(self, k: int) -> bool:
        """Tell whether a noun stands before the adverbs and numbers before k ("serangan terbaru Israel")."""
        noun = next((x for x in reversed(self.items[:k]) if x.kind not in ("adverb", "number")), None)
        if noun is None or noun.kind != "word":
            return noun is not None and noun.kind == "noun"
        return self.items[k - 1].kind == "adverb"

    def says_where(self, k: int) -> bool:
        """Tell whether the state at k only says where the place before the comma lies: "di Amman, Yordania"."""
        mention = self.items[k].mention
        if k < 2 or self.items[k - 1].kind != "comma" or mention is None:
            return False
        told_of = k + 1 == len(self.items) or self.items[k + 1].kind in ("comma", "mark")
        places = (
            {"state", "seat"} if told_of else {"state"}
        )  # "di Rafah, Gaza, ..."; but "di Rafah, Gaza menolak"
        if mention.agent or len(mention.sides) > 1 or any(s.sort not in places for s in mention.sides):
            return False
        back = range(k - 2, -1, -1)
        at = next((n for n in back if self.items[n].kind not in ("word", "actor", "comma")), None)
        led = at is not None and self.items[at].role == "at" and "where" in self.items[at].classes
        if at is None or not led or self.items[at].kind != "prep":
            return False
        first = next(
            (x for x in reversed(self.items[:at]) if x.kind not in ("adverb", "time", "comma")), None
        )
        begins = first is None or first.kind in ("mark", "quote", "semicolon", "coord")
        return not (begins and self.verb_follows(k))  # "Di New York, Peru menolak ..."

    def filled_in(self, k: int) -> Item | None:
        """Return whom the brackets at k name whom a quotation does not: "(Peru) harus mundur", "Mereka (Peru)"."""
        open_ = k if self.items[k].kind == "open" else k - 2
        row = self.items[max(0, open_ - 1) : open_ + 3]
        if self.items[k].kind not in ("open", "close") or open_ < 1 or len(row) < 4:
            return None
        before, _, named, closed = row
        refers = before.mention is not None and before.mention.kind in PRONOUNS
        filled = refers or before.kind in ("quote", "that")
        told = filled and named.kind == "actor" and bool(named.sides) and closed.kind == "close"
        return named if told else None

    def decider(self, k: int) -> Mention | None:
        """Return whose decision it is that the aim at k tells: "Peru's decision in May to ...", "a move by Peru to"."""
        row = [x for x in self.items[max(0, k - REACH) : k] if x.kind not in ("time", "adverb", "number")]
        if len(row) > 1 and row[-1].kind == "actor" and row[-1].role in ("of", "by"):
            at = -3 if row[-1].role == "by" and len(row) > 2 else -2
            return row[-1].mention if "decided" in row[at].classes else None
        owned = len(row) > 1 and "decided" in row[-1].classes and row[-2].owner
        return row[-2].mention if owned else None

    def is_told(self, k: int) -> bool:
        """Tell whether the aim at k is none, but tells what was done: "claimed to have struck"."""
        return k + 1 < len(self.items) and "perfect" in self.items[k + 1].classes

    def turns(self, verb: Item) -> bool:
        """Tell whether a verb goes on apart from what was denied: "tidak ..., namun mengajak", not "or agree"."""
        at = self.told_before(self.items.index(verb))
        before = self.items[at - 1] if at else None
        return before is not None and before.kind != "verb"

    def owner_before(self, at: int | None) -> Item | None:
        """Return whose the thing is that a date parts from what it says: "Cuitan Peru pada Jumat yang mendesak"."""
        dated = at is not None and self.items[at].kind == "prep" and self.items[at + 1].kind == "time"
        before = self.items[at - 1] if dated and at else None
        return before if before is not None and before.kind == "actor" and before.role == "of" else None

    def sets_off(self, k: int) -> bool:
        """Tell whether the opening mark at k only sets off a word or two ("resolusi damai"), and is no speech."""
        ahead = self.items[k + 1 : k + 1 + LONGEST_LOOK]
        closing = next((n for n, x in enumerate(ahead) if x.kind == "quote"), None)
        if closing is not None:
            spoken = closing and ahead[closing - 1].kind == "comma"  # "Perbatasan dibuka," ujarnya
            return (
                not spoken and closing < SHORT_QUOTE and not any(x.kind == "actor" for x in ahead[:closing])
            )
        return k > 0 and not any(x.kind == "quote" for x in self.items[k + 1 :])


def _counts(item: Item) -> bool:
    """Tell whether an adverb tells which, or how many, of what follows: "para", "sekitar", "more than"."""
    return "det" in item.classes or any(
        c.startswith(("relation:", "number:", "times:")) for c in item.classes
    )
