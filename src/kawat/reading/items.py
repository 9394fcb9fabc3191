"""A sentence as a row of items: mentions, verbs, trigger nouns, prepositions, times, marks. Clauses are built of these."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from kawat.reading.lexicon import Lexicon, Trigger, Word
from kawat.reading.mentions import Mention
from kawat.reading.scan import Sentence
from kawat.times import Timex

VERB_VOICES = frozenset({"active", "passive", "mutual", "headline", "headline_mutual"})
NOUNLIKE = frozenset({"noun", "word", "topic_noun"})


@dataclass(slots=True)
class Item:
    """One item of a sentence.

    kind: actor, verb, noun (a trigger noun), word, prep, that, purpose, sub, if, rel, coord, mod, time, comma, semicolon,
    quote, open, close, aux (passive auxiliary), adverb, relay.
    """

    kind: str
    i: int
    j: int
    low: str = ""
    role: str = ""  # of a preposition: with, to, ...; of an actor, its place in the clause: subj, obj, of, or a preposition's
    mention: Mention | None = None
    timex: Timex | None = None
    triggers: tuple[Trigger, ...] = ()
    classes: frozenset[str] = frozenset()
    mods: frozenset[str] = frozenset()  # status effects of the word itself
    clitic: bool = False
    owner: bool = False  # an actor whose is the noun behind it: "Russia's", "Israeli"
    prep: str = ""  # the preposition that governs a noun: during, ahead, ...


def items(s: Sentence, mentions: list[Mention], times: list[Timex], lex: Lexicon) -> list[Item]:
    """Lay the sentence out as items, left to right; every token belongs to at most one."""
    out: list[Item] = []
    by_start = {m.i: m for m in mentions}
    time_at = {t.start: t for t in times}
    i, n = 0, len(s.words)
    while i < n:
        mention = by_start.get(i)
        timex = time_at.get(s.starts[i])
        if mention is not None:
            item = Item("actor", i, mention.j, mention=mention)
        elif timex is not None:
            j = i + 1
            while j < n and s.starts[j] < timex.end:
                j += 1
            item = Item("time", i, j, low=s.lows[i], timex=timex)
        else:
            item = _item(s, i, lex)
        if item.kind == "sub" and item.j < n and s.starts[item.j] in time_at:
            item.kind, item.role = "prep", "time"
        out.append(item)
        i = item.j
    row = _owners(out, lex)
    if lex.pack.adjective_first:
        row = _adjectives(row)
    return _voiced(_nouns_told(row), lex)


POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


def _owners(row: list[Item], lex: Lexicon) -> list[Item]:
    """Mark the actors that own the noun behind them, and take the possessive marks out of the row."""
    if not lex.pack.adjective_first:
        return row
    out: list[Item] = []
    for k, item in enumerate(row):
        if item.low in POSSESSIVE and out and out[-1].kind == "actor":
            out[-1].owner = True
            continue
        out.append(item)
    for item, after in zip(out, out[1:], strict=False):
        m = item.mention
        if m is not None and not item.owner and not m.agent and all(s.sort == "adjective" for s in m.sides):
            item.owner = bool(m.sides)
        item.owner = item.owner and (
            after.kind in ("noun", "word", "number") or any(t.voice == "noun" for t in after.triggers)
        )
    return out


def _nouns_told(row: list[Item]) -> list[Item]:
    """Settle words that are verb and noun ("visit", "attack"): nouns behind a determiner, an owner or a preposition."""
    for k, item in enumerate(row):
        voices = {t.voice for t in item.triggers}
        if "noun" not in voices or len(voices) == 1:
            continue
        is_noun = _before_is_nominal(row, k)
        item.kind = "noun" if is_noun else "verb"
        item.triggers = tuple(t for t in item.triggers if (t.voice == "noun") == is_noun)
    return row


def _adjectives(row: list[Item]) -> list[Item]:
    """Turn verbs into words where only a noun or adjective can stand: "the move", "the targeted strikes"."""
    for before, item in pairwise(row):
        if item.kind == "verb" and ("article" in before.classes or before.owner):
            if not any(t.voice == "noun" for t in item.triggers):
                item.kind, item.triggers = "word", ()
    for before, item, after in zip(row, row[1:], row[2:], strict=False):
        bare = item.kind == "verb" and not item.triggers and not item.classes
        led = "det" in before.classes or before.kind == "prep" or before.owner
        if (
            bare
            and led
            and (after.kind in ("noun", "word") or any(t.voice == "noun" for t in after.triggers))
        ):
            item.kind = "word"
    return row


def _before_is_nominal(row: list[Item], k: int) -> bool:
    for item in reversed(row[max(0, k - 4) : k]):
        if item.owner or "det" in item.classes or item.kind in ("noun", "number"):
            return True
        if item.kind == "prep":
            return True
        if item.kind == "verb":
            return item is row[k - 1] or bool(item.classes & {"light", "topic"})
        if item.kind != "word":
            return False
    return False


MARKS = {
    ",": "comma",
    ";": "semicolon",
    ":": "semicolon",
    "(": "open",
    ")": "close",
    "—": "comma",
    "–": "comma",
}
QUOTES = frozenset('"“”„«»')


def _item(s: Sentence, i: int, lex: Lexicon) -> Item:
    low = s.lows[i]
    hit = s.hits.get(i)
    if hit is None or hit.word is None:
        if low in MARKS:
            return Item(MARKS[low], i, i + 1, low)
        if low in QUOTES:
            return Item("quote", i, i + 1, low)
        return Item(_plain_kind(s, i, lex), i, i + 1 if hit is None else hit.j, low)
    low = " ".join(s.lows[i : hit.j])
    classes = frozenset(hit.word.classes)
    mods = frozenset(c[4:] for c in classes if c.startswith("mod:"))
    triggers = tuple(t for t in hit.word.triggers if s.role == "title" or not t.voice.startswith("headline"))
    if triggers and _in_name(s, i, hit.j):
        triggers = tuple(t for t in triggers if t.frame.alone and t.frame.type == "CONSULT")
    kind, role = _kind(s, i, hit.word, classes, triggers, lex)
    return Item(kind, i, hit.j, low, role, triggers=triggers, classes=classes, mods=mods, clitic=hit.clitic)


def _in_name(s: Sentence, i: int, j: int) -> bool:
    """Tell whether a phrase is part of a name in running text: "Misi Bantuan Perserikatan Bangsa-Bangsa"."""
    if s.role == "title" or i == 0 or not all(w[0].isupper() for w in s.words[i:j]):
        return False
    before, after = s.words[i - 1], s.words[j] if j < len(s.words) else ""
    return (before[0].isupper() and before.isalpha() and i > 1) or (
        after[:1].isupper() and before[0].isalpha()
    )


def _plain_kind(s: Sentence, i: int, lex: Lexicon) -> str:
    word, low = s.words[i], s.lows[i]
    if not word[0].isalpha():
        return "mark" if not word[0].isdigit() else "number"
    is_verb = lex.verb is not None and (word[0].islower() or s.role == "title") and lex.verb.match(low)
    return "verb" if is_verb and low not in lex.nouns else "word"


def _kind(
    s: Sentence, i: int, word: Word, classes: frozenset[str], triggers: tuple[Trigger, ...], lex: Lexicon
) -> tuple[str, str]:
    """Tell what a phrase is; the order says which reading wins where it could be several."""
    if any(t.voice in VERB_VOICES for t in triggers):
        return "verb", ""
    if triggers:
        return "noun", ""
    for kind in ("rel", "that", "if", "relay"):
        if kind in classes:
            return kind, ""
    if "passive_aux" in classes:
        return "aux", ""
    if classes & {"light", "topic", "speech", "verb"}:
        return "verb", ""
    if any(c.startswith("mod:") for c in classes):
        return "mod", ""
    for kind in ("purpose", "sub"):
        if kind in classes:
            return kind, ""
    role = _prep_role(classes)
    if role:
        return "prep", role
    if "coord" in classes or "join" in classes:
        return "coord", ""
    if classes & {"adverb", "det"} or any(c.startswith("relation:") for c in classes):
        return "adverb", ""
    if "cue" in classes:
        return "verb", ""
    if any(c.startswith("mode:") for c in classes):
        return "word", "mode"
    return _plain_kind(s, i, lex), ""


#: Where a word is several prepositions ("dalam": in, during), the first of these wins.
PREP_ORDER = (
    "ahead",
    "by",
    "between",
    "with",
    "against",
    "means",
    "according",
    "from",
    "to",
    "at",
    "for",
    "of",
    "time",
    "about",
)


def _prep_role(classes: frozenset[str]) -> str:
    if "ahead" in classes:
        return "ahead"
    for role in PREP_ORDER:
        if f"prep:{role}" in classes:
            return role
    return "during" if "during" in classes else ""


def _voiced(row: list[Item], lex: Lexicon) -> list[Item]:
    """Settle verbs whose voice only the sentence tells: an English participle behind a passive auxiliary, or before "by"."""
    if not lex.pack.passive_aux:
        return row
    for k, item in enumerate(row):
        if item.kind != "verb" or not item.triggers:
            continue
        first = item.low.split()[0]
        passive = (
            not first.endswith("ing")
            and first.endswith(("ed", "n", "t", "d"))
            and (_after_aux(row, k) or _before_by(row, k))
        )
        item.triggers = tuple(
            t._replace(voice="passive") if passive and t.voice == "active" else t for t in item.triggers
        )
    return row


def _after_aux(row: list[Item], k: int) -> bool:
    for item in reversed(row[max(0, k - 3) : k]):
        if item.kind == "aux":
            return True
        if item.kind not in ("adverb", "mod"):
            return False
    return False


def _before_by(row: list[Item], k: int) -> bool:
    return k + 1 < len(row) and row[k + 1].kind == "prep" and row[k + 1].role == "by"


@dataclass(slots=True)
class Clause:
    """One clause: its subject, its verb, and its items in order (the subject's among them)."""

    link: str  # main, coord, serial, comp, purpose, sub, if, rel, quote
    parent: Clause | None = None
    subj: Mention | None = None
    own_subj: bool = False  # the clause names its subject itself
    head: Item | None = None  # of a relative, the trigger noun that it describes
    nominal: bool = False  # its subject is a noun that is no party
    verb: Item | None = None
    mods: set[str] = field(default_factory=set)
    relatives: list[Clause] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)

    def up(self) -> list[Clause]:
        """Return the clause and those that govern it, innermost first."""
        out, clause = [], self
        while clause is not None:
            out.append(clause)
            clause = clause.parent  # type: ignore[assignment]
        return out
