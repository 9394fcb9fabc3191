"""Items -> clauses: who is the subject of which verb, left to right, one look ahead.

In: the items of a sentence.
Out: its clauses in the order in which they open. The builder keeps one open clause. Relatives, complements,
purposes and conditions open a clause below it; a comma, a closing quotation mark or a second finite verb
closes what it must. It is no parser of the whole language: it answers one question, which mention stands in
which place of which verb.
"""

from __future__ import annotations

from kawat.reading.acts import BINDING, SPOKEN
from kawat.reading.borrowing import blames, look_ahead, meets, refer, rehead, subject_noun, take_from_next
from kawat.reading.mentions import Mention
from kawat.reading.placing import Places
from kawat.reading.structure import Clause, Item

#: Roles of prepositions that bring a party.
PARTNERS = frozenset({"by", "with", "to", "against", "from", "between"})
#: Effects on the status of a contact that ends what is said of it: "kunjungan X yang dijadwalkan Senin batal".
ENDS = frozenset({"cancelled", "postponed"})


def clauses(row: list[Item]) -> list[Clause]:
    """Build the clauses of one sentence."""
    builder = _Builder(row)
    for k in range(len(row)):
        builder.step(k)
    for clause in builder.all:
        rehead(clause)
        if (
            clause.subj is None
            and not clause.nominal
            and clause.link in ("sub", "serial", "coord", "purpose")
        ):
            look_ahead(clause)
    take_from_next(builder.all[0], builder.all[1:])
    return builder.all


#: Clauses that say more of the noun before them.
BELOW = frozenset({"rel", "purpose", "comp", "serial"})


class _Builder(Places):
    """Goes over the row once; `on_KIND` takes an item of that kind into the open clause, or opens or closes one."""

    # -- verbs ----------------------------------------------------------------------------------------------------

    def on_verb(self, k: int, item: Item) -> None:
        before = self.row.before(k)
        if before is not None and before.kind == "prep" and "verb" not in item.classes and not item.triggers:
            self.cur.items.append(item)
            return
        if before is not None and blames(self.cur, before):
            self.open(Clause("comp", self.cur, subj=self.cur.object() or self.cur.subj))
        elif self.cur.verb is not None:
            self.leave_verb(k)
        elif self.in_phrase and self.row.describes(k):
            self.open(Clause("rel", self.cur, head=before, nominal=True))  # "In a letter sent by Peru, ..."
        elif k == 0 and self.row.is_by(k + 1):
            self.open(Clause("sub", self.cur))  # "Backed by Peru, Chile attacked ..."
        elif not self.in_phrase and self.row.is_reduced(k):
            self.reduce()  # "forces backed by Peru killed"
        self.cur.verb = item
        self.cur.mods |= self.pending
        self.pending = set()
        self.in_phrase = self.listed = ""
        self.cur.items.append(item)

    def reduce(self) -> None:
        """Open the clause of a participle that only says more of the subject, be it a party or a noun of an event."""
        cur = self.cur
        head = next((x for x in cur.items if x.kind == "noun"), None) if not cur.own_subj else None
        if cur.own_subj or head is not None:
            self.open(
                Clause("rel", cur, cur.subj, own_subj=cur.own_subj, head=head, nominal=not cur.own_subj)
            )

    def leave_verb(self, k: int) -> None:
        """Go to the clause of the verb at k, where the open one has its verb already."""
        cur = self.cur
        at = self.row.told_before(k)
        before = self.row.items[at] if at is not None else None
        done = self.done(k, before)
        if done is not None:
            self.cur = done
        elif before is not None and before.kind in ("coord", "comma"):
            self.coordinate(self.continued(k), self.row.items[k])
        elif before is not None and before.kind == "actor" and before.role == "obj" and self.is_other(k):
            if before.mention is not None:
                refer(before.mention, cur)  # "Peru mengatakan mereka akan ..."
            wished = {"proposed"} if cur.verb_is("letting") and not cur.verb_is("speech") else set()
            self.open(Clause("comp", cur, subj=before.mention, mods=wished))
        else:
            before = self.row.before(k)  # "the sanctions imposed by Peru"
            head = before if before is not None and before.kind == "noun" else None
            self.open(Clause("serial", cur, subj=cur.subj, head=head, nominal=cur.nominal, shares=cur))

    def is_other(self, k: int) -> bool:
        """Tell whether the verb at k is what the object before it does: "hailed Peru's plan to visit"."""
        return not meets(self.cur) or "planned" in self.row.items[k - 1].mods

    def done(self, k: int, before: Item | None) -> Clause | None:
        """Return the clause above whose verb the one at k is: "X, yang ..., menolak", "X's decision to ... was"."""
        cur, parent = self.cur, self.cur.parent
        if parent is None:
            return None
        told = cur.link == "rel" and parent.verb is None and self.row.items[k - 1] is not cur.verb
        noun_above = told and subject_noun(parent) is not None
        if noun_above and self.row.items[k - 1].kind == "time":
            return parent  # "pertemuan X dan Y yang digelar Senin membahas Z"
        if before is cur.verb:
            return None
        if parent.verb is None and cur.link == "rel" and parent.own_subj and not noun_above:
            return parent
        item = self.row.items[k]  # "Peru's refusal to leave angered Chile"
        beside = self.row.items[k - 1].kind in ("actor", "noun", "word")
        plain = beside and not item.triggers and not item.classes and not self.row.is_by(k + 1)
        helped = plain or any(x.kind == "aux" for x in self.row.items[max(0, k - 2) : k])
        waits = parent.verb is None and parent.nominal and (cur.link == "purpose" or cur.head is not None)
        if waits and cur.link in ("purpose", "rel") and helped:
            return parent
        told = cur.link == "rel" and cur.verb is not None and cur.verb.suffered and parent.nominal
        if (
            told
            and parent.verb is None
            and before is not None
            and before.kind == "actor"
            and not cur.types & SPOKEN
        ):
            return parent  # "Perahu yang disita Peru menabrak ..."
        return self.thing_above() if self.suffers(k, before) else None

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
        if outer.nominal and (verb.types & SPOKEN or "speech" in verb.classes):
            return outer.parent  # things do not speak: "X memastikan pakta diteken, tetapi membantah ..."
        if obj is None or outer.subj is None:
            return self.cur
        return outer.parent if obj.codes & outer.subj.codes else self.cur

    def coordinate(self, clause: Clause, verb: Item) -> None:
        """Open a clause beside another with the same subject; a shared "akan" holds for both."""
        result = (
            "causing" in verb.classes
        )  # "asked X to free two men, prompting Y to ...": the whole prompts it
        passed = ("serial", "rel", "purpose") if result else ("serial", "rel")
        while clause.link in passed and clause.parent is not None:
            if clause.parent.types & BINDING and not verb.types & SPOKEN and not result:
                break  # "mengancam akan menyerang X dan menghancurkan Y": both are threatened
            clause = clause.parent
        link = clause.link if clause.link != "main" else "coord"
        mods = set() if self.pending else set(clause.mods)
        beside = Clause(link, clause.parent, clause.subj, nominal=clause.nominal, mods=mods, shares=clause)
        self.open(beside)

    def on_mod(self, k: int, item: Item) -> None:
        above = self.told_of(k) if item.mods & ENDS else None
        if above is not None:
            self.cur, self.pending = above, set()
        self.pending |= item.mods
        if self.cur.verb is None:
            self.cur.mods |= item.mods
        self.cur.items.append(item)

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

    # -- what opens a phrase or a clause ----------------------------------------------------------------------------

    def on_prep(self, k: int, item: Item) -> None:
        at = self.row.told_after(k)
        opens = at is not None and self.row.items[at].kind == "verb" and bool(self.row.items[at].types)
        if opens and item.role == "about" and self.cur.verb is None and self.cur.subj is None:
            self.subordinate("sub")  # "Selain bertemu X, Y juga ..."
            return
        self.in_phrase, self.prep = item.role, item
        if item.role != "such":
            self.listed = item.role if item.role in PARTNERS else "such"
        self.cur.items.append(item)

    def lead(self, k: int, item: Item, role: str) -> None:
        """Read a conjunction as the preposition that it is here."""
        item.kind, item.role = "prep", role
        self.on_prep(k, item)

    def on_that(self, k: int, item: Item) -> None:
        before = self.row.before(k)  # "the sanctions that Peru imposed"
        if self.is_described(before):
            self.on_rel(k, item)
            return
        head = before if before is not None and before.kind == "noun" else None
        thing = before is not None and before.kind == "word" and self.row.is_set_off(k - 1)
        self.open(Clause("comp", self.cur, head=head, thing=thing), drop=True)

    def on_purpose(self, k: int, item: Item) -> None:
        at = self.row.told_after(k)
        if at is None:
            return
        cur, kind = self.cur, self.row.items[at].kind
        subject_only = cur.verb is None and cur.own_subj and self.row.items[k - 1].kind == "actor"
        if subject_only and kind == "verb":
            self.pending.add("planned")  # a headline's "Trump to meet Kim"
        elif cur.verb is None and cur.mods and kind in ("verb", "adverb"):
            return  # "berencana untuk bertemu": the modal's own verb
        elif kind in ("verb", "mod", "that"):
            self.govern(self.controller(k))
        elif kind == "actor" and not self.is_for_party(item) and self.row.verb_follows(at):
            self.open(Clause("purpose", cur), drop=True)
        else:
            self.lead(k, item, "to" if "prep:to" in item.classes else "for")

    def is_for_party(self, item: Item) -> bool:
        """Tell whether a word of aims only says for whom a thing is: "Bantuan untuk Peru tiba"."""
        above = self.cur.parent if self.cur.link == "rel" and self.cur.nominal else self.cur
        thing = above is not None and above.verb is None and above.nominal
        return "prep:to" in item.classes or (thing and "prep:for" in item.classes)

    def govern(self, subj: Mention | None) -> None:
        """Open the clause of what `subj` is to do, or does: "prompting Peru to recall its envoy"."""
        cur = self.cur
        other = subj is not cur.subj
        link = "comp" if other and cur.verb_is("causing") else "purpose"
        noun = (
            cur.items[-1] if cur.items and cur.items[-1].kind == "noun" else None
        )  # "Peru's offer to meet Chile"
        open_ = cur.verb_is("letting") or (noun is not None and bool(noun.types & BINDING))
        wished = {"proposed"} if other and open_ else set()
        self.open(Clause(link, cur, subj=subj, nominal=cur.nominal and not other, mods=wished), drop=True)

    def controller(self, k: int) -> Mention | None:
        """Return who is to do what the purpose at k tells: of "meminta AS untuk ..." the object, else the subject.

        Of "rejected Peru's proposal to meet Chile" whose proposal it is.
        """
        noun, owner = self.row.items[max(0, k - 1)], self.row.items[max(0, k - 2)]
        if owner.owner and noun.kind in ("noun", "word") and self.cur.verb is not None:
            return owner.mention
        obj = next((x for x in reversed(self.cur.items) if x.kind == "actor" and x.role == "obj"), None)
        made = "REQUEST" in self.cur.types or self.cur.verb_is("causing", "letting")
        return obj.mention if obj is not None and made else self.cur.subj

    def on_sub(self, k: int, item: Item) -> None:
        at = self.row.told_after(k)
        kind = self.row.items[at].kind if at is not None else ""
        acts = at is not None and bool(self.row.subject_ahead(at))
        leads_noun = kind == "actor" and at is not None and not self.row.verb_follows(at)
        if not acts and (leads_noun or kind in ("noun", "time", "word", "prep")):
            self.lead(k, item, "during" if "during" in item.classes else "time")
            return
        self.subordinate("sub")
        if acts and kind != "actor":
            self.cur.subj, self.cur.nominal = None, True  # "setelah roket Chile jatuh"

    def on_if(self, k: int, item: Item) -> None:
        if k and self.row.items[k - 1] is self.cur.verb and self.cur.verb_is("speech"):
            self.on_that(k, item)  # "menjelaskan kalau ..."
        else:
            self.subordinate("if")

    def subordinate(self, link: str) -> None:
        """Open a clause below the one that governs the open one."""
        parent = self.cur
        while parent.parent is not None and (parent.link == "serial" or self.is_left(parent)):
            parent = parent.parent
        for clause in self.cur.up() if link == "if" else ():
            clause.conditioned = True
        self.open(Clause(link, parent, subj=parent.subj or parent.agent()), drop=True)

    def is_left(self, clause: Clause) -> bool:
        """Tell whether a comma ends what is said of a thing: "bahwa rencana jalan terus, sambil meminta"."""
        before = clause.items[-1].kind if clause.items else ""
        return clause is self.cur and clause.link == "comp" and clause.subj is None and before == "comma"

    def on_rel(self, k: int, item: Item) -> None:
        at = self.row.told_before(k)
        while at is not None and self.row.items[at].kind == "comma":
            at = self.row.told_before(at)
        before = self.row.items[at] if at is not None else None
        mention = before.mention if before is not None else None
        head = before if before is not None and before.kind == "noun" else None
        makes = mention is None and self.cur.own_subj and self.cur.verb_is("light")
        makes = makes or self.is_described(before)
        subj = self.cur.subj if makes else mention  # "mengeluarkan surat yang meminta ...": its author asks
        named = mention is not None
        self.open(Clause("rel", self.cur, subj, own_subj=named, head=head, nominal=subj is None), drop=True)

    def is_described(self, before: Item | None) -> bool:
        """Tell whether the open clause says what its subject is: "Peru termasuk negara", "Peru is among countries"."""
        if before is None or "kind" not in before.classes or before.sides or not self.cur.own_subj:
            return False
        verb = self.cur.verb
        return verb is None or verb is before or not (verb.triggers or verb.classes)

    # -- marks ----------------------------------------------------------------------------------------------------

    def on_comma(self, k: int, item: Item) -> None:
        self.in_phrase = ""
        cur, parent = self.cur, self.cur.parent
        self.listed = self.listed if cur.verb is not None else ""
        if cur.link == "rel" and cur.items and parent is not None:
            self.cur = parent
        elif cur.verb is None:
            cur.nominal = cur.nominal and cur.subj is not None
            if cur.subj is None and cur.items[:1] and cur.items[0].kind == "mod" and self.goes(cur):
                cur.mods, self.pending = set(), set()  # "Batal ke Lima, Y menelepon Z": Y does
        else:
            self.cur = self.main_to_come() or cur
        cur.items.append(item)

    @staticmethod
    def goes(clause: Clause) -> bool:
        """Tell whether a clause without a verb says whither: "Batal ke Lima"; not "Rencananya di Lima"."""
        return any(x.kind == "actor" and x.role == "to" for x in clause.items)

    def main_to_come(self) -> Clause | None:
        """Return the clause that goes on behind the comma: "Setelah bertemu X untuk membahas Y, Z ..."."""
        led = next((c for c in self.cur.up() if c.link in ("sub", "if")), None)
        above = led.parent if led is not None else None
        return above if above is not None and above.verb is None else None

    def on_coord(self, k: int, item: Item) -> None:
        self.in_phrase = ""
        self.cur.items.append(item)

    def on_semicolon(self, k: int, item: Item) -> None:
        self.open(Clause("coord"), drop=True)

    def on_quote(self, k: int, item: Item) -> None:
        self.pending = set()
        if self.quote is not None:
            assert self.quote.parent is not None
            self.cur, self.quote = self.quote.parent, None
            self.in_phrase = ""
        elif not self.row.sets_off(k):
            self.quote = Clause("quote", self.cur)
            self.open(self.quote)
