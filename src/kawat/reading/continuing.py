"""Which clause goes on: whether the next word is still of the open clause, or of one above it that waits for its verb.

In: the clauses built so far, the items of the sentence, the place of the next one.
Out: answers alone; `clauses` opens and closes by them.
"""

from __future__ import annotations

from kawat.reading.acts import PHYSICAL, SPOKEN
from kawat.reading.borrowing import meets, subject_noun
from kawat.reading.mentions import Mention
from kawat.reading.placing import Places
from kawat.reading.settling import is_finite
from kawat.reading.structure import Clause, Item

#: Clauses that say more of the noun before them.
BELOW = frozenset({"rel", "purpose", "comp", "serial"})

#: Words by which whoever tells of an attack goes on, not who attacks.
ANSWERS = frozenset({"REQUEST", "SUPPORT"})


class Continuing(Places):
    """Answers about the open clause and those above it."""

    def is_other(self, k: int) -> bool:
        """Tell whether the verb at k is what the object before it does: "hailed Peru's plan to visit"."""
        return not meets(self.cur) or "planned" in self.row.items[k - 1].mods

    def done(self, k: int, before: Item | None) -> Clause | None:
        """Return the clause above whose verb the one at k is: "X, yang ..., menolak", "X's decision to ... was"."""
        cur, parent = self.cur, self.cur.parent
        if parent is None:
            return None
        if parent.verb is None:
            above = cur.link == "rel" and self.row.items[k - 1] is not cur.verb and subject_noun(parent)
            if above and self.row.items[k - 1].kind == "time":
                return parent  # "pertemuan X dan Y yang digelar Senin membahas Z"
            if before is not cur.verb and cur.link == "rel" and parent.own_subj and not above:
                return parent
            if before is not cur.verb and parent.nominal and self.ends_thing(k, before):
                return parent
        return self.thing_above() if before is not cur.verb and self.suffers(k, before) else None

    def ends_thing(self, k: int, before: Item | None) -> bool:
        """Tell whether what was said of a thing ends before the verb at k: "Peru's refusal to leave angered Chile"."""
        cur, item = self.cur, self.row.items[k]
        told = cur.link == "rel" and cur.verb is not None and not cur.types & SPOKEN
        told = told and cur.verb is not None and (cur.verb.suffered or (cur.verb_is("light") and cur.nominal))
        if told and before is not None and before.kind == "actor":
            return True  # "Perahu yang disita Peru menabrak ..."
        plain = not (item.triggers or item.classes or self.row.is_by(k + 1))
        plain = plain and self.row.items[k - 1].kind in ("actor", "noun", "word")
        helped = plain or any(x.kind == "aux" for x in self.row.items[max(0, k - 2) : k])
        return helped and (cur.link == "purpose" or (cur.link == "rel" and cur.head is not None))

    def by_means(self, k: int) -> Clause | None:
        """Return the clause above a relative of a thing which the verb at k says the means of.

        "Peru melanggar gencatan senjata yang berlaku sejak Mei dengan menyerang Chile": Peru attacks, not the truce.
        """
        cur, led = self.cur, self.row.items[k - 1]
        means = led.kind == "prep" and led.role == "with" and cur.link == "rel" and cur.nominal
        return cur.parent if means and cur.parent is not None and cur.parent.own_subj else None

    def suffers(self, k: int, before: Item | None) -> bool:
        """Tell whether a thing suffers the act at k, right behind what was said of it: "... ke Peru dikecam Chile"."""
        verb = self.row.items[k]
        passive = any(t.voice == "passive" for t in verb.triggers) or "receiving" in verb.classes
        return passive and (before is None or before.kind not in ("coord", "comma", "rel"))

    def thing_above(self) -> Clause | None:
        """Return the clause about a thing that still waits for its verb: "Rencana Peru untuk mengirim ...", or None."""
        at = self.cur
        while at.parent is not None and at.link in BELOW:
            at = at.parent
            if at.verb is None:
                return at if at.nominal else None
        return None

    def continued(self, k: int) -> Clause:
        """Return the clause that the verb at k continues: of "X says that Y ... and accuses Y", the outer one."""
        obj = next((x.mention for x in self.row.items[k + 1 : k + 3] if x.kind == "actor"), None)
        outer = self.cur
        while outer.link == "serial" and outer.parent is not None:
            outer = outer.parent
        if outer.link != "comp" or outer.parent is None:
            return self.cur
        verb = self.row.items[k]
        if self.turns_back(k, outer):
            return outer.parent
        if outer.nominal and (verb.types & SPOKEN or "speech" in verb.classes):
            return outer.parent  # things do not speak: "X memastikan pakta diteken, tetapi membantah ..."
        if outer.types & PHYSICAL and verb.types & ANSWERS and outer.parent.verb_is("speech"):
            return outer.parent  # "said that Chile had bombed a port and urged Peru to ..."
        if obj is None or outer.subj is None:
            return self.cur
        return outer.parent if obj.codes & outer.subj.codes else self.cur

    def turns_back(self, k: int, said: Clause) -> bool:
        """Tell whether the verb at k is of whoever says the rest: "accused Peru of theft, and blamed Chile"."""
        verb, at = self.row.items[k], self.row.told_before(k)
        if not (verb.types & SPOKEN or "speech" in verb.classes) or at is None or said.verb is None:
            return False
        set_off = at > 0 and self.row.items[at].kind == "coord" and self.row.items[at - 1].kind == "comma"
        return set_off or (not is_finite(said.verb) and is_finite(verb))

    def told_of(self, k: int) -> Clause | None:
        """Return the clause about a contact that a relative behind it left open, which goes on at k."""
        rel = self.cur
        while rel.link == "serial" and rel.parent is not None:
            rel = rel.parent
        done = (
            rel.link == "rel"
            and bool(rel.items)
            and self.row.items[k - 1].kind not in ("mod", "coord", "comma")
        )
        above = rel.parent if done else None
        return above if above is not None and above.verb is None and subject_noun(above) is not None else None

    def who_did(self, k: int, before: Item | None) -> Mention | None:
        """Return who acts in the relative at k, where it tells of what he did to whom stands before it.

        "Serangan Peru terhadap Chile, yang menewaskan ...", "mengirim surat kepada Chile yang isinya memuji ...".
        """
        told = self.row.told_after(k)
        classes = self.row.items[told].classes if told is not None else frozenset[str]()
        if before is None or before.kind != "actor" or before.role not in ("to", "against", "at", "from"):
            return None
        if "content" in classes:
            return before.mention if before.role == "from" else self.cur.subj
        if "harming" not in classes or before.role == "from":
            return None
        items = self.cur.items
        at = next((n for n, x in enumerate(items) if "ASSAULT" in x.types), None)
        if at is None or items[at].kind == "verb" or self.cur.verb_is("light"):
            owner = None
        else:
            owner = next((x for x in items[at + 1 :] if x.kind == "actor" and x.role in ("of", "by")), None)
        # "Peru condemned the raid on Chile that killed ...": it is not Peru's
        spoken = at is not None and items[at] is not self.cur.verb and bool(self.cur.types & SPOKEN)
        doer = None if spoken else self.cur.subj
        whose = owner.mention if owner is not None else doer
        return (whose or Mention(before.i, before.i, [], "opaque")) if at is not None else None

    def whom_it_met(self, before: Item | None) -> Mention | None:
        """Return whom what a relative tells of reached: who got the letter, whom the attack struck."""
        if before is None or before.role != "from":
            return before.mention if before is not None else None
        return self.cur.subj

    def is_for_party(self, item: Item) -> bool:
        """Tell whether a word of aims only says for whom a thing is: "Bantuan untuk Peru tiba"."""
        above = self.cur.parent if self.cur.link == "rel" and self.cur.nominal else self.cur
        thing = above is not None and above.verb is None and above.nominal
        return "prep:to" in item.classes or (thing and "prep:for" in item.classes)

    def controller(self, k: int) -> Mention | None:
        """Return who is to do what the purpose at k tells: of "meminta AS untuk ..." the object, else the subject.

        Of "rejected Peru's proposal to meet Chile" whose proposal it is.
        """
        decided = self.row.decider(k)
        if decided is not None:
            return decided
        noun, owner = self.row.items[max(0, k - 1)], self.row.items[max(0, k - 2)]
        if owner.owner and noun.kind in ("noun", "word") and self.cur.verb is not None:
            return owner.mention
        obj = next((x for x in reversed(self.cur.items) if x.kind == "actor" and x.role == "obj"), None)
        made = "REQUEST" in self.cur.types or self.cur.verb_is("causing", "letting")
        return obj.mention if obj is not None and made else self.cur.subj

    def is_left(self, clause: Clause) -> bool:
        """Tell whether a comma ends what is said of a thing: "bahwa rencana jalan terus, sambil meminta"."""
        before = clause.items[-1].kind if clause.items else ""
        return clause is self.cur and clause.link == "comp" and clause.subj is None and before == "comma"

    def is_copular(self) -> bool:
        """Tell whether the open complement is whole without a verb of its own: "said that the truce was over"."""
        cur = self.cur
        return cur.link == "comp" and cur.verb is None and any(x.kind == "aux" for x in cur.items)

    def is_left_behind(self, k: int) -> bool:
        """Tell whether the verb at k goes on behind such a complement: "said that the truce was over and accused"."""
        at = self.row.told_before(k)
        return self.is_copular() and at is not None and self.row.items[at].kind in ("coord", "comma")

    def is_described(self, before: Item | None) -> bool:
        """Tell whether the open clause says what its subject is: "Peru termasuk negara", "Peru is among countries".

        A word may stand behind: "Peru adalah negara pertama yang ...".
        """
        row = self.cur.items
        if before is not None and before.kind == "word" and len(row) > 1 and row[-2].kind in ("word", "noun"):
            before = row[-2] if row[-1] is before and "kind" in row[-2].classes else before
        if before is None or "kind" not in before.classes or before.sides or not self.cur.own_subj:
            return False
        verb = self.cur.verb
        return verb is None or verb is before or "kind" in verb.classes or not (verb.triggers or verb.classes)

    @staticmethod
    def goes(clause: Clause) -> bool:
        """Tell whether a clause without a verb says whither: "Batal ke Lima"; not "Rencananya di Lima"."""
        return any(x.kind == "actor" and x.role == "to" for x in clause.items)

    def main_to_come(self) -> Clause | None:
        """Return the clause that goes on behind the comma: "Setelah bertemu X untuk membahas Y, Z ..."."""
        led = next(
            (c for c in self.cur.up() if c.link in ("sub", "if", "rel")), None
        )  # "X, yang berusaha untuk Y, Z"
        above = led.parent if led is not None else None
        return above if above is not None and above.verb is None else None
