"""Items -> clauses: who is the subject of which verb, left to right, one look ahead.

The builder keeps one open clause. Relatives, complements, purposes and conditions open a clause below it; a comma, a
closing quotation mark or a second finite verb closes what it must. It is no parser of the whole language: it answers
one question, which mention stands in which place of which verb.
"""

from __future__ import annotations

from kawat.reading.items import Clause, Item
from kawat.reading.mentions import Mention

#: A subject's verb stands within so many items, phrases with prepositions between, and not behind one of these.
REACH = 8
ENDS = frozenset({"comma", "coord", "quote", "that", "purpose", "sub", "if", "semicolon"})
BINDING = frozenset({"THREATEN", "REQUEST", "REJECT", "AGREE"})
SKIPPED = frozenset({"adverb", "mod", "aux", "time", "number"})


def clauses(row: list[Item]) -> list[Clause]:
    """Build the clauses of one sentence."""
    builder = _Builder(row)
    for k in range(len(row)):
        builder.step(k)
    return builder.all


def _controls_object(clause: Clause) -> bool:
    """Tell whether the verb asks its object to do something: "meminta AS untuk ..."."""
    return clause.verb is not None and any(t.frame.type == "REQUEST" for t in clause.verb.triggers)


def _binds(clause: Clause) -> bool:
    """Tell whether both of two coordinated verbs stand under this one: "mengancam akan menyerang X dan menghancurkan Y"."""
    verb = clause.verb
    return verb is not None and any(t.frame.type in BINDING for t in verb.triggers)


def _is_person(mention: Mention) -> bool:
    return any(s.person or s.office for s in mention.sides)


def agent(clause: Clause) -> Mention | None:
    """Return who acts in a passive clause without a party as its subject: "hal itu disampaikan Mattis"."""
    verb = clause.verb
    behind = [x for x in clause.items if verb is not None and x.i > verb.i and x.kind not in SKIPPED]
    return (
        behind[0].mention
        if behind and behind[0].kind == "actor" and behind[0].role in ("obj", "by")
        else None
    )


class _Builder:
    def __init__(self, row: list[Item]) -> None:
        self.row = row
        self.cur = Clause("main")
        self.all = [self.cur]
        self.pending: set[str] = set()  # status effects that wait for their verb
        self.in_phrase = ""  # role of the preposition whose phrase is open
        self.prep: Item | None = None  # that preposition
        self.brackets = 0
        self.quote: Clause | None = None

    # -- movement ---------------------------------------------------------------------------------------------

    def open(self, link: str, parent: Clause | None, **given: object) -> Clause:
        self.cur = Clause(link, parent, **given)  # type: ignore[arg-type]
        self.all.append(self.cur)
        if link == "rel" and parent is not None:
            parent.relatives.append(self.cur)
        self.in_phrase = ""
        return self.cur

    def prev(self, k: int) -> Item | None:
        """Return the item before k, adverbs, modals and times aside."""
        for item in reversed(self.row[:k]):
            if item.kind not in SKIPPED:
                return item
        return None

    def next(self, k: int) -> Item | None:
        for item in self.row[k + 1 :]:
            if item.kind not in ("adverb", "aux", "number"):
                return item
        return None

    def verb_follows(self, k: int) -> bool:
        """Tell whether the actor at k is the subject of a verb: one comes before anything else does."""
        after_prep = False
        for item in self.row[k + 1 : k + 1 + REACH]:
            if item.kind in ("verb", "mod", "rel"):
                return True
            if item.kind in ENDS or (item.kind == "actor" and not after_prep):
                return False
            after_prep = item.kind == "prep" or (after_prep and item.kind in SKIPPED)
        return False

    # -- one item ---------------------------------------------------------------------------------------------

    def step(self, k: int) -> None:
        item = self.row[k]
        if item.kind in ("open", "close"):
            self.brackets += 1 if item.kind == "open" else -1
            return
        if self.brackets > 0 and item.kind != "time":
            return
        getattr(self, f"on_{item.kind}", self.on_word)(k, item)

    def on_word(self, k: int, item: Item) -> None:
        if item.kind == "word" and self.cur.verb is None and not self.in_phrase and self.cur.subj is None:
            self.cur.nominal = True
        self.cur.items.append(item)

    def on_noun(self, k: int, item: Item) -> None:
        item.prep = self.in_phrase
        if (
            item.prep
            and self.prep is not None
            and "during" in self.prep.classes
            and self.prep.role not in ("ahead", "means")
        ):
            item.prep = "during"
        item.mods = frozenset(item.mods | (self.pending if self.cur.verb is not None else set()))
        if self.cur.verb is None and not self.in_phrase and self.cur.subj is None:
            self.cur.nominal = True
        if self.in_phrase not in ("during", "ahead", "means", "time", "at"):
            self.in_phrase = self.in_phrase or ""
        self.cur.items.append(item)

    def on_actor(self, k: int, item: Item) -> None:
        before = self.before_determiner(k)
        mention = item.mention
        assert mention is not None
        if item.owner and not (before is not None and before.kind == "prep") and not self.stands_for(k):
            item.role = "of"
            self.cur.nominal = self.cur.nominal or (self.cur.verb is None and self.cur.subj is None)
            self.cur.items.append(item)
            return
        if before is not None and before.kind == "prep":
            item.role = "of" if item.owner else before.role
            self.in_phrase = self.in_phrase if item.owner else ""
            if before.role == "with" and self.cur.verb is not None and self.absolute(k):
                self.open("coord", self.cur, subj=mention, own_subj=True)
                item.role = "subj"
        elif self.names_place(k, mention):
            item.role = "at"
        elif before is not None and before.kind == "word" and self.cur.verb is None and _is_person(mention):
            item.role = "subj"
            self.take_subject(item)
        elif before is not None and (
            before.kind in ("word", "noun") or (before.kind in ("adverb", "number") and self.nounish(k - 1))
        ):
            item.role = "of"
        elif self.cur.verb is not None and self.starts_clause(k):
            parent = (
                self.cur.parent
                if self.cur.link in ("serial", "comp", "purpose", "rel", "coord")
                else self.cur
            )
            self.open(
                "coord", parent if self.quote is None else self.quote.parent, subj=mention, own_subj=True
            )
            item.role = "subj"
        elif self.cur.verb is None:
            item.role = "subj"
            self.take_subject(item)
        else:
            item.role = "obj"
        self.cur.items.append(item)

    def names_place(self, k: int, mention: Mention) -> bool:
        """Tell whether the state at k only says where the place before the comma lies: "di Amman, Yordania"."""
        if (
            k < 2
            or self.row[k - 1].kind != "comma"
            or mention.agent
            or any(s.sort != "state" for s in mention.sides)
        ):
            return False
        for item in reversed(self.row[: k - 1]):
            if item.kind == "prep":
                return item.role == "at" and "where" in item.classes
            if item.kind not in ("word", "actor", "comma"):
                return False
        return False

    def stands_for(self, k: int) -> bool:
        """Tell whether the owner at k acts by its things: "Israeli warplanes bombed", "Russia's economy ministry said"."""
        after = self.row[k + 1 : k + 3]
        return (
            self.cur.verb is None
            and bool(after)
            and after[0].kind == "word"
            and self.verb_follows(k + len(after) - 1)
        )

    def before_determiner(self, k: int) -> Item | None:
        """Return the item before k, past "the", "para", "its"."""
        for item in reversed(self.row[:k]):
            if item.kind != "adverb" or "det" not in item.classes:
                return item
        return None

    def absolute(self, k: int) -> bool:
        """Tell whether "dengan X" at k opens a clause: "..., dengan Barat menuduh Moskow"."""
        after = self.row[k + 1] if k + 1 < len(self.row) else None
        return after is not None and after.kind == "verb" and self.row[k - 2].kind == "comma"

    def nounish(self, k: int) -> bool:
        """Tell whether a noun stands before the adverbs and numbers that end at k ("serangan terbaru Israel")."""
        for item in reversed(self.row[: k + 1]):
            if item.kind not in ("adverb", "number"):
                return item.kind == "noun" or (item.kind == "word" and self.row[k].kind == "adverb")
        return False

    def take_subject(self, item: Item) -> None:
        old, new = self.cur.subj, item.mention
        assert new is not None
        apposed = old is not None and bool(new.codes) and new.codes <= old.codes and _is_person(old)
        anonymous = old is not None and bool(old.codes) and not new.codes and new.kind == "opaque"
        if not apposed and not anonymous:
            self.cur.subj = new
        self.cur.own_subj, self.cur.nominal = True, False

    def starts_clause(self, k: int) -> bool:
        before = self.row[k - 1] if k else None
        return before is not None and before.kind in ("comma", "coord", "quote") and self.verb_follows(k)

    def on_verb(self, k: int, item: Item) -> None:
        before = self.prev(k)
        cur = self.cur
        if k and self.row[k - 1].kind == "prep" and "verb" not in item.classes and not item.triggers:
            cur.items.append(item)
            return
        if cur.verb is None:
            pass
        elif cur.link == "rel" and cur.parent is not None and cur.parent.verb is None and cur.parent.own_subj:
            self.cur = cur.parent
        elif before is not None and before.kind in ("coord", "comma"):
            self.coordinate(self.matrix(k, cur))
        elif before is not None and before.kind == "actor" and before.role == "obj":
            self.open("comp", cur, subj=before.mention)
        else:
            self.open("serial", cur, subj=cur.subj, nominal=cur.nominal)
        self.cur.verb = item
        self.cur.mods |= self.pending
        self.pending = set()
        self.in_phrase = ""
        self.cur.items.append(item)

    def matrix(self, k: int, cur: Clause) -> Clause:
        """Return the clause that the verb at k continues: of "X says that Y ... and accuses Y", the outer one."""
        obj = next((x.mention for x in self.row[k + 1 : k + 3] if x.kind == "actor"), None)
        outer = cur
        while outer.link == "serial" and outer.parent is not None:
            outer = outer.parent
        if outer.link != "comp" or outer.parent is None or obj is None or outer.subj is None:
            return cur
        return outer.parent if obj.codes & outer.subj.codes else cur

    def coordinate(self, cur: Clause) -> None:
        """Open a clause beside `cur` with the same subject; a shared "akan" holds for both."""
        while cur.link in ("serial", "rel") and cur.parent is not None and not _binds(cur.parent):
            cur = cur.parent
        link = cur.link if cur.link != "main" else "coord"
        mods = set(cur.mods) if not self.pending else set()
        self.open(link, cur.parent, subj=cur.subj, nominal=cur.nominal, mods=mods)

    def on_mod(self, k: int, item: Item) -> None:
        self.pending |= item.mods
        if self.cur.verb is None:
            self.cur.mods |= item.mods
        self.cur.items.append(item)

    def on_prep(self, k: int, item: Item) -> None:
        self.in_phrase, self.prep = item.role, item
        self.cur.items.append(item)

    def on_that(self, k: int, item: Item) -> None:
        self.open("comp", self.cur)
        self.pending = set()

    def on_purpose(self, k: int, item: Item) -> None:
        after = self.next(k)
        if after is None:
            return
        cur = self.cur
        if cur.verb is None and cur.own_subj and after.kind == "verb" and self.row[k - 1].kind == "actor":
            self.pending.add("planned")  # a headline's "Trump to meet Kim"
        elif cur.verb is None and cur.mods and after.kind in ("verb", "adverb"):
            return  # "berencana untuk bertemu": the modal's own verb
        elif after.kind in ("verb", "mod", "that"):
            obj = next((x for x in reversed(cur.items) if x.kind == "actor" and x.role == "obj"), None)
            controlled = obj.mention if obj is not None and _controls_object(cur) else cur.subj
            self.open("purpose", cur, subj=controlled, nominal=cur.nominal)
            self.pending = set()
        elif after.kind == "actor" and self.verb_follows(self.row.index(after)):
            self.open("purpose", cur)
            self.pending = set()
        else:
            item.kind, item.role = "prep", "for" if "prep:to" not in item.classes else "to"
            self.on_prep(k, item)

    def on_sub(self, k: int, item: Item) -> None:
        after = self.next(k)
        if after is not None and (
            after.kind in ("noun", "time", "word", "prep")
            or (after.kind == "actor" and not self.verb_follows(self.row.index(after)))
        ):
            item.kind, item.role = "prep", "during" if "during" in item.classes else "time"
            self.on_prep(k, item)
            return
        self.subordinate("sub")

    def on_if(self, k: int, item: Item) -> None:
        self.subordinate("if")

    def subordinate(self, link: str) -> None:
        parent = self.cur
        while parent.link in ("serial",) and parent.parent is not None:
            parent = parent.parent
        self.open(link, parent, subj=parent.subj or agent(parent))
        self.pending = set()

    def on_rel(self, k: int, item: Item) -> None:
        before = self.prev(k)
        if before is not None and before.kind == "comma":
            before = self.prev(self.row.index(before))
        mention = before.mention if before is not None and before.kind == "actor" else None
        head = before if before is not None and before.kind == "noun" else None
        author = self.cur.subj if mention is None and self.authors() else None
        self.open(
            "rel", self.cur, subj=mention or author, nominal=mention is None and author is None, head=head
        )
        self.cur.own_subj = mention is not None
        self.pending = set()

    def authors(self) -> bool:
        """Tell whether the clause's subject makes what the relative describes: "mengeluarkan surat yang meminta ..."."""
        verb = self.cur.verb
        return verb is not None and "light" in verb.classes and self.cur.own_subj

    def on_comma(self, k: int, item: Item) -> None:
        self.in_phrase = ""
        cur = self.cur
        if cur.link == "rel" and cur.items:
            assert cur.parent is not None
            self.cur = cur.parent
        elif cur.verb is None:
            cur.nominal = cur.nominal and cur.subj is not None
        elif cur.link in ("sub", "if") and self.opens_sentence(cur):
            assert cur.parent is not None
            self.cur = cur.parent
        cur.items.append(item)

    def opens_sentence(self, clause: Clause) -> bool:
        return clause.parent is not None and clause.parent.verb is None

    def on_semicolon(self, k: int, item: Item) -> None:
        self.open("coord", None)
        self.pending = set()

    def on_coord(self, k: int, item: Item) -> None:
        self.in_phrase = ""
        self.cur.items.append(item)

    def on_quote(self, k: int, item: Item) -> None:
        self.pending = set()
        if self.quote is None:
            outer = self.cur
            short = self.short_quote(k)
            if short:
                return
            self.quote = self.open("quote", outer)
        else:
            outer = self.quote.parent or Clause("main")
            self.quote = None
            if outer not in self.all:
                self.all.append(outer)
            self.cur = outer
            self.in_phrase = ""

    def short_quote(self, k: int) -> bool:
        """Tell whether the mark at k only sets off a word or two ("resolusi damai"), and is no speech."""
        for n, item in enumerate(self.row[k + 1 : k + 12]):
            if item.kind == "quote":
                return n < 8 and not any(x.kind == "actor" for x in self.row[k + 1 : k + 1 + n])
        before = self.row[k - 1] if k else None
        return (
            before is not None
            and self.quote is None
            and not any(x.kind == "quote" for x in self.row[k + 1 :])
        )

    def on_time(self, k: int, item: Item) -> None:
        self.cur.items.append(item)

    def on_adverb(self, k: int, item: Item) -> None:
        self.cur.items.append(item)

    on_number = on_mark = on_aux = on_relay = on_adverb
