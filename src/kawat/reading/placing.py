"""Where a noun or an actor stands in the open clause: subject, object, of what stands before it, behind a preposition.

In: the items of a sentence, one after the other; `clauses` takes in the verbs, conjunctions and marks among them.
Out: each actor with its role, each clause with its subject.
"""

from __future__ import annotations

from kawat.reading.borrowing import is_alliance, is_person, own, refer
from kawat.reading.mentions import Mention
from kawat.reading.neighbours import Row
from kawat.reading.structure import Clause, Item

#: Clauses beside which, not below which, a new subject opens a clause.
DEPENDENT = frozenset({"serial", "comp", "purpose", "rel", "coord"})
#: What may be done to a contact by a word of status alone.
CALLING_OFF = frozenset({"cancelled", "postponed"})


class Places:
    """The open clause of a sentence, and the place in it of each noun and actor of the row."""

    def __init__(self, row: list[Item]) -> None:
        self.row = Row(row)
        self.cur = Clause("main")
        self.all = [self.cur]
        self.pending: set[str] = set()  # status effects that wait for their verb
        self.in_phrase = ""  # role of the preposition whose phrase is open
        self.prep: Item | None = None  # that preposition
        self.quote: Clause | None = None
        self.listed = ""  # role of what an instance ("termasuk X") would be one of

    def step(self, k: int) -> None:
        """Take the item at k."""
        item = self.row.items[k]
        getattr(self, f"on_{item.kind}", self.keep)(k, item)

    def keep(self, k: int, item: Item) -> None:
        """Add an item that changes nothing to the open clause."""
        self.cur.items.append(item)

    def open(self, clause: Clause, *, drop: bool = False) -> None:
        """Go on in a new clause; `drop` the status effects that wait for a verb."""
        self.cur = clause
        self.all.append(clause)
        if clause.link == "rel" and clause.parent is not None:
            clause.parent.relatives.append(clause)
        self.in_phrase = ""
        if drop:
            self.pending = set()

    # -- nouns and actors -----------------------------------------------------------------------------------------

    def note_nominal(self) -> None:
        """A noun where the subject stands: the clause is about a thing until a party comes."""
        if self.cur.verb is None and self.cur.subj is None and not self.in_phrase:
            self.cur.nominal = True

    def open_nominal(self, k: int) -> None:
        """Open a clause whose subject is a thing: "mengatakan roket Chile jatuh", "..., sedangkan roket Chile ..."."""
        at = self.row.told_before(k)
        if self.cur.verb is None or at is None:
            return
        before, said = self.row.items[at], self.cur.verb
        first = self.row.told_before(at) if before.kind == "comma" else at
        if first is not None and self.row.items[first] is said:
            plain = "light" not in said.classes and bool(self.row.subject_ahead(k))
            if "speech" in said.classes and (plain or self.row.tells_of_contact(k)):
                self.open(Clause("comp", self.cur, nominal=True))
        elif before.kind in ("coord", "comma"):
            phrase, adds = self.row.subject_ahead(k), before.kind == "coord" and "join" not in before.classes
            own = any(x.kind == "actor" for x in phrase)
            if (phrase and (own or adds)) or (adds and self.row.tells_of_contact(k)):
                self.open(Clause("coord", self.beside(), nominal=True))

    def beside(self) -> Clause | None:
        """Return the clause beside whose parts a clause with a subject of its own opens."""
        beside = self.cur.parent if self.cur.link in DEPENDENT else self.cur
        return beside if self.quote is None else self.quote.parent

    def on_word(self, k: int, item: Item) -> None:
        """Take in a word, with which a clause about a thing may begin."""
        self.open_nominal(k)
        self.note_nominal()
        self.cur.items.append(item)

    def on_noun(self, k: int, item: Item) -> None:
        """Take in a trigger noun, with the preposition that leads it in."""
        item.prep = self.in_phrase
        opener = self.prep if item.prep else None
        if opener is not None and "during" in opener.classes and opener.role not in ("ahead", "means"):
            item.prep = "during"
        if opener is not None and "wish" in opener.classes and "REQUEST" in item.types:
            item.prep = "wish"
        self.open_nominal(k)
        self.act_by_mod(k)
        if self.cur.verb is not None:
            item.mods |= self.pending
        self.note_nominal()
        self.cur.items.append(item)

    def act_by_mod(self, k: int) -> None:
        """Make a verb of the word that calls off the contact at k: "cancelled a visit to Peru and recalled ..."."""
        before = self.row.before_determiner(k)
        if before is None or before.kind != "mod" or self.cur.verb is not None or not self.cur.own_subj:
            return
        if before.mods & CALLING_OFF and "CONSULT" in self.row.items[k].types:
            self.cur.verb, self.pending = before, set()
            self.cur.mods -= before.mods

    def on_actor(self, k: int, item: Item) -> None:
        """Take in an actor in its role."""
        if item.owner:
            self.open_nominal(k)
        before = self.row.before_determiner(k)
        if item.role:
            pass  # "dengannya" has its own preposition
        elif before is not None and before.kind == "prep":
            item.role = self.led_role(k, item, before)
        elif item.owner and not (self.cur.verb is None and self.row.acts_by_things(k)):
            item.role = "of"
            self.cur.nominal = self.cur.nominal or (self.cur.verb is None and self.cur.subj is None)
        else:
            item.role = self.free_role(k, item, before)
        if item.mention is not None and item.mention.kind == "owned":
            own(item.mention, self.cur, item.role)
        self.cur.items.append(item)

    def led_role(self, k: int, item: Item, prep: Item) -> str:
        """Return the place of an actor behind a preposition; "with" may open a clause of its own."""
        if prep.role == "such":
            return self.instance_role(item)
        if not item.owner:
            self.in_phrase = ""
        if prep.role == "with" and self.cur.verb is not None and self.row.opens_with(k):
            self.open(Clause("coord", self.cur, subj=item.mention, own_subj=True))
            return "subj"
        return "of" if item.owner else prep.role

    def instance_role(self, item: Item) -> str:
        """Return the place of an instance, which is that of its kind: "didukung sejumlah negara, termasuk Peru"."""
        assert item.mention is not None
        self.in_phrase = ""
        kind = any(x.kind in ("word", "noun") for x in self.cur.items)
        if self.cur.verb is None and self.cur.subj is None and kind and not self.listed:
            self.take_subject(item.mention)
            return "subj"
        group = self.cur.subj if self.cur.verb is None and self.cur.own_subj and not self.listed else None
        if group is not None and is_alliance(group):
            group.sides = [*group.sides, *item.mention.sides]  # "Negara-negara Eropa, termasuk Peru, ..."
        return self.listed or ("such" if self.cur.verb is None else "obj")

    def free_role(self, k: int, item: Item, before: Item | None) -> str:
        """Return the place of an actor that nothing leads in: subject, object, or part of what stands before it."""
        assert item.mention is not None
        verbless = self.cur.verb is None
        if self.row.says_where(k):
            return "at"
        after_word = before is not None and before.kind == "word"
        beside = self.row.beside(k)
        if beside and not verbless:
            return beside
        described = verbless and after_word and is_person(item.mention)
        if not described and before is not None and self.is_genitive(k, before):
            return "of"
        if verbless:
            self.take_subject(item.mention)
            return "subj"
        return self.role_behind_verb(k, item.mention, before)

    def role_behind_verb(self, k: int, mention: Mention, before: Item | None) -> str:
        """Return the place of an actor behind the verb: the object, or the subject of a clause that it opens."""
        if before is not None and "headless" in before.classes and self.row.verb_follows(k):
            self.open(Clause("comp", self.cur, mention, own_subj=True, thing=True, led=before.classes))
            return "subj"  # "in what Peru called an invasion"
        if self.row.opens_clause(k):
            if before is not None and before.kind == "comma":
                refer(mention, self.cur)
            self.open(Clause("coord", self.beside(), subj=mention, own_subj=True))
            return "subj"
        return "obj"

    def is_genitive(self, k: int, before: Item) -> bool:
        """Tell whether the actor at k belongs to the noun before it: "serangan Israel", "serangan terbaru Israel"."""
        if "headless" in before.classes:
            return False
        return before.kind in ("word", "noun") or (
            before.kind in ("adverb", "number") and self.row.follows_noun(k)
        )

    def take_subject(self, new: Mention) -> None:
        """Make a mention the subject, unless it only says again who is: "Presiden X, warga Y"."""
        if self.cur.link in ("comp", "quote"):
            refer(new, self.cur.parent)
        old = self.cur.subj
        if self.cur.link == "rel" and not self.cur.items and old is not None and not self.cur.nominal:
            self.cur.described = old
        apposed = old is not None and bool(new.codes) and new.codes <= old.codes and is_person(old)
        anonymous = (
            self.cur.own_subj
            and old is not None
            and bool(old.codes)
            and not new.codes
            and new.kind == "opaque"
        )
        if not apposed and not anonymous and not (self.cur.own_subj and old is not None and is_alliance(new)):
            self.cur.subj = new
        self.cur.own_subj, self.cur.nominal = True, False
