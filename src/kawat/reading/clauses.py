"""Items -> clauses: who is the subject of which verb, left to right, one look ahead.

In: the items of a sentence.
Out: its clauses in the order in which they open. The builder keeps one open clause. Relatives, complements,
purposes and conditions open a clause below it; a comma, a closing quotation mark or a second finite verb
closes what it must. It is no parser of the whole language: it answers one question, which mention stands in
which place of which verb.
"""

from __future__ import annotations

from itertools import pairwise

from kawat.reading.acts import BINDING, SPOKEN
from kawat.reading.borrowing import blames, give_reason, leaves_aim, look_ahead, refer, rehead, share_subject
from kawat.reading.continuing import Continuing
from kawat.reading.neighbours import Row
from kawat.reading.structure import Clause, Item

#: Roles of prepositions that bring a party.
PARTNERS = frozenset({"by", "with", "to", "against", "from", "between"})
#: Links of clauses that take the subject of what stands above them.
BORROWING = frozenset({"sub", "serial", "coord", "purpose"})
#: Effects on the status of a contact that ends what is said of it: "kunjungan X yang dijadwalkan Senin batal".
ENDS = frozenset({"cancelled", "postponed"})


def clauses(row: list[Item]) -> list[Clause]:
    """Build the clauses of one sentence."""
    row = _outside(row)
    builder = _Builder(row)
    for k in range(len(row)):
        builder.step(k)
    for clause in builder.all:
        rehead(clause)
        if clause.subj is None and not clause.nominal and clause.link in BORROWING:
            look_ahead(clause)
        give_reason(clause)
    for clause, after in pairwise(builder.all):
        share_subject(clause, after)
    return builder.all


def _outside(items: list[Item]) -> list[Item]:
    """Return the row without what stands in brackets, which says nothing but when: "Badan Atom (IAEA) menolak".

    In a quotation brackets name whom it means: "(Peru) harus mundur", "mendesak mereka (Peru) mundur".
    """
    row, out, depth = Row(items), list[Item](), 0
    for k, item in enumerate(items):
        meant = row.filled_in(k)
        refers = items[k - (1 if item.kind == "open" else 3)].mention if meant is not None else None
        if meant is not None and refers is None:
            continue
        if meant is not None and refers is not None:
            refers.sides = list(meant.sides)
        depth += {"open": 1, "close": -1}.get(item.kind, 0)
        if item.kind not in ("open", "close") and (depth <= 0 or item.kind == "time"):
            out.append(item)
    return out


class _Builder(Continuing):
    """Goes over the row once; `on_KIND` takes an item of that kind into the open clause, or opens or closes one."""

    # -- verbs ----------------------------------------------------------------------------------------------------

    def on_verb(self, k: int, item: Item) -> None:
        before = self.row.before(k)
        if before is not None and before.kind == "prep" and "verb" not in item.classes and not item.triggers:
            self.cur.items.append(item)
            return
        if before is not None and blames(self.cur, before):
            self.open(Clause("comp", self.cur, subj=self.cur.object() or self.cur.subj))
        elif self.cur.verb is not None or self.is_left_behind(k):
            self.leave_verb(k)
        elif self.in_phrase and self.row.describes(k):
            self.open(Clause("rel", self.cur, head=before, nominal=True))  # "In a letter sent by Peru, ..."
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
        elif self.row.describes(k, "word"):
            self.open(Clause("rel", cur, nominal=True))  # "detected two missiles fired by Peru"
        elif (whole := self.by_means(k)) is not None:
            self.open(Clause("serial", whole, subj=whole.subj, shares=whole))
        else:
            before = self.row.before(k)  # "the sanctions imposed by Peru"
            head = before if before is not None and before.kind == "noun" else None
            self.open(Clause("serial", cur, subj=cur.subj, head=head, nominal=cur.nominal, shares=cur))

    def coordinate(self, clause: Clause, verb: Item) -> None:
        """Open a clause beside another with the same subject; a shared "akan" holds for both."""
        result = (
            "causing" in verb.classes
        )  # "asked X to free two men, prompting Y to ...": the whole prompts it
        passed = ("serial", "rel", "purpose") if result else ("serial", "rel")
        while clause.parent is not None and (clause.link in passed or leaves_aim(clause, verb)):
            if clause.parent.types & BINDING and not verb.types & SPOKEN and not result:
                break  # "mengancam akan menyerang X dan menghancurkan Y": both are threatened
            clause = clause.parent
        link = clause.link if clause.link != "main" else "coord"
        mods = set() if self.pending else set(clause.mods)
        if verb.types & SPOKEN and self.row.turns(verb):
            mods -= {"negated"}  # "tidak menyebut Peru, namun mengajak ..."
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
        elif kind == "verb" and self.row.is_told(k):
            self.open(Clause("comp", cur, subj=cur.subj, shares=cur), drop=True)
        elif kind in ("verb", "mod", "that"):
            self.govern(k)
        elif kind == "actor" and not self.is_for_party(item) and self.row.verb_follows(at):
            self.open(Clause("purpose", cur), drop=True)
        else:
            self.lead(k, item, "to" if "prep:to" in item.classes else "for")

    def govern(self, k: int) -> None:
        """Open the clause of what somebody is to do, or does: "prompting Peru to recall its envoy"."""
        cur, subj = self.cur, self.controller(k)
        led = ("decided",) if self.row.decider(k) is not None else ()
        other = subj is not cur.subj
        link = "comp" if other and cur.verb_is("causing") else "purpose"
        noun = cur.items[-1] if cur.items else None  # "Peru's offer to meet Chile"
        offer = noun is not None and noun.kind == "noun" and bool(noun.types & BINDING)
        open_ = cur.verb_is("letting") or offer
        wished = {"proposed"} if other and open_ else set()
        below = Clause(link, cur, subj=subj, nominal=cur.nominal and not other, mods=wished, led=led)
        self.open(below, drop=True)

    def on_sub(self, k: int, item: Item) -> None:
        at = self.row.told_after(k)
        kind = self.row.items[at].kind if at is not None else ""
        phrase = self.row.subject_ahead(at) if at is not None else []
        acts = bool(phrase) and not self.sets_time(at, phrase)
        leads_noun = kind == "actor" and at is not None and not self.row.verb_follows(at)
        if not acts and (leads_noun or kind in ("noun", "time", "word", "prep")):
            self.lead(k, item, "during" if "during" in item.classes else "time")
            return
        self.subordinate("sub")
        self.cur.led = item.classes
        if acts and kind != "actor":
            self.cur.subj, self.cur.nominal = None, True  # "setelah roket Chile jatuh"

    def sets_time(self, at: int | None, phrase: list[Item]) -> bool:
        """Tell whether a phrase between a subject and what it says is no subject: "Peru saat kampanye mengecam"."""
        if at is None or self.cur.verb is not None or not self.cur.own_subj or any(x.sides for x in phrase):
            return False
        verb = self.row.items[at + len(phrase)]
        return bool(verb.types & SPOKEN) and phrase[0].kind in ("word", "noun")

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

    def on_rel(self, k: int, item: Item) -> None:
        at = self.row.told_before(k)
        while at is not None and self.row.items[at].kind == "comma":
            at = self.row.told_before(at)
        at = self.row.held_at(at, k)
        before = self.row.items[at] if at is not None else None
        before = self.row.owner_before(at) or before
        who = self.who_did(k, before)
        mention = who or (before.mention if before is not None else None)
        head = before if before is not None and before.kind == "noun" else None
        light = mention is None and self.cur.own_subj and self.cur.verb_is("light")
        makes = light or self.is_described(before)
        subj = self.cur.subj if makes else mention  # "mengeluarkan surat yang meminta ...": its author asks
        met = self.whom_it_met(before) if who is not None else None
        led = before.classes if before is not None and "headless" in before.classes else ()
        rel = Clause("rel", self.cur, subj, mention is not None, head, subj is None, described=met, led=led)
        if self.cur.verb_is("exists"):
            rel.mods = self.cur.mods & {"negated"}  # "tidak ada menteri yang mengecam Peru"
        self.open(rel, drop=True)

    # -- marks ----------------------------------------------------------------------------------------------------

    def on_comma(self, k: int, item: Item) -> None:
        self.in_phrase = ""
        cur, parent = self.cur, self.cur.parent
        self.listed = self.listed if cur.verb is not None else ""
        if cur.link == "rel" and cur.items and parent is not None:
            self.cur = parent
        elif cur.verb is None and not self.is_copular():
            cur.nominal = cur.nominal and cur.subj is not None
            if cur.subj is None and cur.items[:1] and cur.items[0].kind == "mod" and self.goes(cur):
                cur.mods, self.pending = set(), set()  # "Batal ke Lima, Y menelepon Z": Y does
        else:
            self.cur = self.main_to_come() or cur
        cur.items.append(item)

    def on_coord(self, k: int, item: Item) -> None:
        self.in_phrase = ""
        self.cur.items.append(item)

    def on_semicolon(self, k: int, item: Item) -> None:
        at, cur = self.row.told_after(k), self.cur
        goes_on = item.low == ":" and at is not None and self.row.items[at].kind == "verb" and not cur.nominal
        self.open(Clause("coord", subj=cur.subj if goes_on else None), drop=True)  # "X memilih: memutus ..."

    def on_quote(self, k: int, item: Item) -> None:
        self.pending = set()
        if self.quote is not None:
            assert self.quote.parent is not None
            self.cur, self.quote = self.quote.parent, None
            self.in_phrase = ""
        elif not self.row.sets_off(k):
            self.quote = Clause("quote", self.cur)
            self.open(self.quote)
