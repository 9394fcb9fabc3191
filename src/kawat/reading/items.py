"""A sentence as a row of items: mentions, verbs, trigger nouns, prepositions, times, marks. Clauses are built of these.

In: a scanned sentence, its mentions and time expressions.
Out: its items in order, each with the one kind that it has here; what only its neighbours tell (verb or noun,
active or passive), `settling` settles.
"""

from __future__ import annotations

from functools import cache

from kawat.reading.lexicon import Lexicon, Trigger
from kawat.reading.mentions import Mention
from kawat.reading.scan import QUOTES, Hit, Sentence
from kawat.reading.settling import settled
from kawat.reading.structure import Item
from kawat.reading.word_classes import keyed
from kawat.times import Timex

VERB_VOICES = frozenset({"active", "passive", "mutual", "headline", "headline_mutual"})
MARKS = {
    ",": "comma",
    "—": "comma",
    "–": "comma",
    ";": "semicolon",
    ":": "semicolon",
    "(": "open",
    ")": "close",
}
#: Where a word is several prepositions ("dalam": in, during), the first of these wins.
PREPOSITIONS = (
    "by", "between", "with", "against", "means", "according", "from", "to", "at", "for", "of", "time", "such", "made",
    "as", "about",
)  # fmt: skip
#: Class -> kind of a word that triggers nothing; where a word is of several classes, the first of these wins.
KINDS = (
    ("rel", "rel"), ("that", "that"), ("if", "if"), ("relay", "relay"), ("passive_aux", "aux"),
    ("light", "verb"), ("topic", "verb"), ("speech", "verb"), ("verb", "verb"), ("causing", "verb"),
    ("letting", "verb"),
)  # fmt: skip
#: The same for words that are these only where they are no preposition.
WEAK_KINDS = (
    ("coord", "coord"), ("join", "coord"), ("adverb", "adverb"), ("det", "adverb"), ("relation", "adverb"),
    ("cue", "verb"), ("mode", "word"),
)  # fmt: skip


def items(s: Sentence, mentions: list[Mention], times: list[Timex], lex: Lexicon) -> list[Item]:
    """Lay the sentence out as items, left to right; every token belongs to at most one."""
    out: list[Item] = []
    mention_at = {m.i: m for m in mentions}
    time_at = {t.start: t for t in times}
    i, n = 0, len(s.words)
    while i < n:
        mention, timex = mention_at.get(i), time_at.get(s.starts[i])
        if timex is not None and (mention is None or timex.end > s.ends[mention.j - 1]):
            item = _time(s, i, timex)  # of "Aug 4" the first word alone could be a name
        elif mention is not None:
            item = Item("actor", i, mention.j, mention=mention, role=_led_itself(s, mention))
        else:
            item = _word(s, i, lex)
            if item.kind == "adverb" and any(s.starts[k] in time_at for k in range(i + 1, item.j)):
                item = _first_word(s, i, lex)
        if item.kind == "sub" and item.j < n and s.starts[item.j] in time_at:
            item.kind, item.role = "prep", "time"
        out.append(item)
        i = item.j
    return settled(out, lex)


def _led_itself(s: Sentence, mention: Mention) -> str:
    """Return the role of the preposition that a reference is one word with: "dengannya", "kepadanya"."""
    return _preposition(s.classes(mention.i)) if mention.word == "object" else ""


def _time(s: Sentence, i: int, timex: Timex) -> Item:
    j = i + 1
    while j < len(s.words) and s.starts[j] < timex.end:
        j += 1
    return Item("time", i, j, low=s.lows[i], timex=timex)


def _word(s: Sentence, i: int, lex: Lexicon) -> Item:
    low = s.lows[i]
    hit = s.hits.get(i)
    if hit is not None and hit.word is not None:
        return _phrase(s, hit, lex)
    if low in MARKS:
        return Item(MARKS[low], i, i + 1, low)
    if low in QUOTES:
        return Item("quote", i, i + 1, low)
    return Item(_plain_kind(s, i, lex), i, i + 1 if hit is None else hit.j, low)


def _first_word(s: Sentence, i: int, lex: Lexicon) -> Item:
    """Make the item of the first word of a phrase that runs into a time: "sejak awal April" is no "sejak awal"."""
    word = next((w for key, w in lex.words.get(s.lows[i], []) if len(key) == 1), None)
    classes = word.classes if word is not None else frozenset[str]()
    kind, role = _kind(classes)
    return Item(kind or _plain_kind(s, i, lex), i, i + 1, s.lows[i], role=role, classes=classes)


def _phrase(s: Sentence, hit: Hit, lex: Lexicon) -> Item:
    """Make the item of a phrase of the lexicon."""
    assert hit.word is not None
    i, j, classes = hit.i, hit.j, hit.word.classes
    triggers = tuple(t for t in hit.word.triggers if s.role == "title" or not t.voice.startswith("headline"))
    unmet = _unmet(s, triggers) if triggers and "speech" in classes else ()
    triggers = tuple(t for t in triggers if t not in unmet)
    if triggers and _in_name(s, i, j):
        triggers = tuple(t for t in triggers if t.frame.alone and t.frame.type == "CONSULT")
    if triggers:
        kind, role = "verb" if any(t.voice in VERB_VOICES for t in triggers) else "noun", ""
    else:
        kind, role = _kind(classes)
    spelt = keyed(classes, "number") is not None  # "twelve" counts as "12" does
    return Item(
        kind=kind or ("number" if spelt else _plain_kind(s, i, lex)),
        i=i,
        j=j,
        low=" ".join(s.lows[i:j]),
        role=role,
        triggers=triggers,
        unmet=unmet,
        classes=classes,
        mods=_mods(classes),
        clitic=hit.clitic,
        suffered=any(t.voice == "passive" for t in triggers),
    )


def _unmet(s: Sentence, triggers: tuple[Trigger, ...]) -> tuple[Trigger, ...]:
    """Return the frames of a verb of saying whose `needs` the sentence lacks: it is as any other of them then."""
    text = f" {' '.join(s.lows)} "
    return tuple(t for t in triggers if t.frame.needs and not any(f" {w} " in text for w in t.frame.needs))


def _in_name(s: Sentence, i: int, j: int) -> bool:
    """Tell whether a phrase is part of a name in running text: "Misi Bantuan Perserikatan Bangsa-Bangsa"."""
    if s.role == "title" or i == 0 or not all(w[0].isupper() for w in s.words[i:j]):
        return False
    before, after = s.words[i - 1], s.words[j] if j < len(s.words) else ""
    goes_on = after[:1].isupper() and before[0].isalpha()
    return goes_on or (before[0].isupper() and before.isalpha() and i > 1)


def _plain_kind(s: Sentence, i: int, lex: Lexicon) -> str:
    """Tell what a word is by its form."""
    word, low = s.words[i], s.lows[i]
    if not word[0].isalpha():
        return "number" if word[0].isdigit() else "mark"
    if i > 0 and s.lows[i - 1] in lex.pack.manners:
        return "adverb"  # "secara bertahap"
    may_be_verb = lex.verb is not None and (word[0].islower() or s.role == "title")
    is_verb = may_be_verb and lex.verb is not None and lex.verb.match(low) and low not in lex.nouns
    return "verb" if is_verb else "word"


@cache
def _mods(classes: frozenset[str]) -> frozenset[str]:
    return frozenset(c[4:] for c in classes if c.startswith("mod:"))


@cache
def _kind(classes: frozenset[str]) -> tuple[str, str]:
    """Tell what a word is by its classes, and its role; ("", "") where they do not tell.

    The order says which reading wins where it could be several.
    """
    kind = next((kind for cls, kind in KINDS if cls in classes), "")
    if kind:
        return kind, ""
    groups = {c.partition(":")[0] for c in classes}
    kind = next((kind for kind in ("mod", "purpose", "sub") if kind in groups), "")
    if kind:
        return kind, ""
    role = _preposition(classes)
    if role:
        return "prep", role
    return next((kind for group, kind in WEAK_KINDS if group in groups), ""), ""


def _preposition(classes: frozenset[str]) -> str:
    if "ahead" in classes:
        return "ahead"
    role = next((role for role in PREPOSITIONS if f"prep:{role}" in classes), "")
    return role or ("during" if "during" in classes else "")
