"""Cues and speakers: the words of saying in a sentence, and the noun phrase beside one that says who speaks.

In: a scanned sentence, the mentions in it, the words of speech of its language.
Out: its cues; the tokens of the speaker behind or before one. A speaker need be no party: an expert, "the police".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from kawat.reading.lexicon import Lexicon, lexicon
from kawat.reading.mentions import Mention
from kawat.reading.phrases import tokens
from kawat.reading.scan import QUOTES, Sentence

#: Tokens of the longest noun phrase of a speaker: title, body and name.
LONGEST = 34
#: Classes of words that end a noun phrase, written small.
ENDING = frozenset({
    "that", "purpose", "sub", "if", "rel", "where", "during", "ahead", "passive_aux", "verb", "speech", "light",
    "topic", "same_time", "undated", "attend", "receiving", "relay",
})  # fmt: skip
#: Classes of verbs.
VERBAL = frozenset({"verb", "speech", "light", "topic", "attend", "receiving", "passive_aux"})
#: Classes of words between a subject and its verb.
BETWEEN = frozenset({"adverb", "passive_aux"})
MARKS = frozenset(".;:!?…—–") | QUOTES
#: Classes of words that only refer: nothing is added to them behind a comma.
REFERRING = frozenset({"person", "group", "self", "pair", "state_pair"})
#: Classes of words behind which a clause begins with its subject: "naik setelah Peru mengatakan ...".
LEADING = frozenset({"sub", "if", "that"})
#: Kinds of mentions that can speak.
SPEAKING = frozenset({"named", "opaque", "person", "pair", "state_pair", "group", "state"})


class Cue(NamedTuple):
    """A word of saying at tokens i..j, and where its speaker stands."""

    i: int
    j: int
    places: frozenset[str]  # fields of `Speech`, and "clitic"


class Cues(NamedTuple):
    """The words of speech of a language by their first token, longest first, and what ends a speaker's noun phrase."""

    words: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]]
    ending: frozenset[str]
    between: frozenset[str]
    mods: frozenset[str]
    agents: frozenset[str]
    links: frozenset[str]
    pointing: tuple[tuple[str, ...], ...]
    lex: Lexicon


@cache
def cues_of(language: str) -> Cues:
    """Build the table of a language; kept for the life of the process."""
    lex = lexicon(language)
    speech = lex.pack.speech
    found: dict[tuple[str, ...], set[str]] = {}
    for place in ("behind", "before", "loosely", "passive", "according", "relays"):
        for phrase in getattr(speech, place):
            found.setdefault(tuple(tokens(phrase)), set()).add(place)
            if speech.clitic and place in ("behind", "according") and " " not in phrase:
                found.setdefault((phrase + speech.clitic,), set()).add("clitic")
    words: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = {}
    for key, places in sorted(found.items(), key=lambda kv: (-len(kv[0]), kv[0])):
        words.setdefault(key[0], []).append((key, frozenset(places)))
    roles = {f"prep:{role}" for role in lex.pack.prepositions}
    mods = {f"mod:{effect}" for effect in lex.pack.modality}
    return Cues(
        words,
        ENDING | roles | mods,
        BETWEEN | mods,
        frozenset(mods),
        frozenset(speech.agents),
        frozenset(speech.links),
        tuple(tuple(tokens(p)) for p in speech.pointing),
        lex,
    )


def cues_in(s: Sentence, table: Cues) -> list[Cue]:
    """Return the words of saying of a sentence in order."""
    if table.words.keys().isdisjoint(s.lows):
        return []
    out: list[Cue] = []
    k = 0
    while k < len(s.lows):
        for key, places in table.words.get(s.lows[k], ()):
            if len(key) == 1 or tuple(s.lows[k : k + len(key)]) == key:
                if not _is_name(s, k):
                    out.append(Cue(k, k + len(key), places))
                k += len(key) - 1
                break
        k += 1
    return out


def _is_name(s: Sentence, k: int) -> bool:
    """Tell whether a capital makes a name of token k: "the United States"."""
    return k > 0 and s.role != "title" and s.words[k][0].isupper() and s.words[k - 1][-1].isalnum()


def _is_small(s: Sentence, k: int) -> bool:
    return s.role == "title" or k == 0 or not s.words[k][0].isupper()


def ends_phrase(s: Sentence, k: int, table: Cues) -> bool:
    """Tell whether a noun phrase ends before token k."""
    word, low = s.words[k], s.lows[k]
    if word in MARKS:
        return True
    if not _is_small(s, k) or low in table.links:
        return False
    if not table.ending.isdisjoint(s.classes(k)):
        return True
    verb = table.lex.verb
    return verb is not None and verb.match(low) is not None and low not in table.lex.nouns


def has_verb(s: Sentence, i: int, j: int, table: Cues) -> bool:
    """Tell whether a verb stands among tokens i..j, by its form, its entry or a modal."""
    verb, nouns = table.lex.verb, table.lex.nouns
    for k in range(i, j):
        if not VERBAL.isdisjoint(s.classes(k)) or not table.mods.isdisjoint(s.classes(k)):
            return True
        if verb is not None and s.words[k][0].islower() and verb.match(s.lows[k]) and s.lows[k] not in nouns:
            return True
        hit = s.hits.get(k)
        if hit is not None and hit.word is not None and any(t.voice != "noun" for t in hit.word.triggers):
            return True
    return False


def after(s: Sentence, k: int) -> int:
    """Return the token behind the phrase of the lexicon at k."""
    hit = s.hits.get(k)
    return hit.j if hit is not None else k + 1


def speaker_behind(
    s: Sentence, i: int, table: Cues, *, named: bool, commas: bool = True
) -> tuple[int, int] | None:
    """Return the tokens of the speaker that starts at token i.

    `named`: only one that begins as a name or title does; `commas`: more of a title may stand behind a comma, else only
    a name that a second comma closes.
    """
    n = len(s.words)
    if i >= n or ends_phrase(s, i, table) or s.words[i] in ",()" or not s.words[i][0].isalpha():
        return None
    if named and not _begins_person(s, i):
        return None
    commas = commas and s.classes(i).isdisjoint(REFERRING)
    k, end = i, i
    while k < n and k - i < LONGEST:
        if s.words[k] == "(":
            close = next((x for x in range(k, min(n, k + 14)) if s.words[x] == ")"), None)
            if close is None:
                break
            k = close + 1
        elif s.words[k] == ",":
            if not (_goes_on(s, k + 1, table) if commas else _is_set_off_name(s, k + 1)):
                break
            k += 1
            continue
        elif ends_phrase(s, k, table) or (k > i and _leaves(s, k, table)):
            break
        else:
            k = after(s, k)
        end = k
    return (i, min(end, n)) if end > i else None


def _begins_person(s: Sentence, i: int) -> bool:
    """Tell whether a speaker may begin at i where no quotation stands before: a name, a title, a pronoun, "the"."""
    hit = s.hits.get(i)
    if s.words[i][0].isupper() and (s.role != "title" or hit is not None):
        return True
    if hit is None or hit.word is None:
        return False
    return bool(hit.word.titles) or not hit.word.classes.isdisjoint(
        {"person", "group", "self", "det", "agent", "pair", "state_pair"}
    )


def _leaves(s: Sentence, k: int, table: Cues) -> bool:
    """Tell whether token k is an adverb behind a name, or "and" before what is no name."""
    return _is_adverbial(s, k) or ("coord" in s.classes(k) and not _goes_on(s, k + 1, table))


def _is_adverbial(s: Sentence, k: int) -> bool:
    """Tell whether token k only says how or when: "Riau bahkan telah", "Budi beberapa waktu lalu"; not "itu"."""
    classes = s.classes(k)
    if "anaphor" in classes or not _is_small(s, k):
        return False
    return "adverb" in classes or ("det" in classes and s.words[k - 1][0].isupper())


def _is_set_off_name(s: Sentence, k: int) -> bool:
    """Tell whether a name stands between this comma and the next: "menurut pengamat, Budi Hartono, ..."."""
    end = next((x for x in range(k, min(len(s.words), k + 6)) if s.words[x] == ","), k)
    return end - k > 1 and all(s.words[x][0].isupper() for x in range(k, end)) and s.words[k - 2][0].islower()


def _goes_on(s: Sentence, k: int, table: Cues) -> bool:
    """Tell whether what follows a comma still names the speaker: a title, a body, a name, no day."""
    if k >= len(s.words):
        return False
    classes = s.classes(k)
    if "coord" in classes:
        return k + 1 < len(s.words) and s.words[k + 1][0].isupper() and "not_name" not in s.classes(k + 1)
    if s.words[k][0].isupper():
        return "not_name" not in classes
    hit = s.hits.get(k)
    titled = hit is not None and hit.word is not None and bool(hit.word.titles)
    article = s.lows[k] in table.lex.articles and k + 1 < len(s.words)
    return titled or "agent" in classes or (article and _goes_on(s, k + 1, table))


def speaker_before(
    s: Sentence, lo: int, at: int, mentions: Sequence[Mention], table: Cues, *, last: bool
) -> tuple[int, int] | None:
    """Return the tokens of the subject of the word of saying at `at`, from token lo on.

    The first part between commas that begins as a noun phrase and names somebody; `last`: the one right before the cue.
    """
    end = at
    while end > lo and (not table.between.isdisjoint(s.classes(end - 1)) or s.words[end - 1] in ",)("):
        if s.words[end - 1] == ")":
            break
        end -= 1
    if end <= lo:
        return None
    beside = next((m for m in mentions if m.j == end and m.i > lo and m.kind in SPEAKING), None)
    if beside is not None and not s.classes(beside.i - 1).isdisjoint(LEADING):
        return beside.i, beside.j
    starts = _parts(s, lo, end, table)
    if last:
        starts = starts[-1:]
    naming = [a for a, b in starts if any(m.i < b and m.j > a and m.kind in SPEAKING for m in mentions)] or [
        a for a, b in starts if b - a <= LONGEST and (s.words[a][0].isupper() or len(starts) == 1)
    ]
    if naming:
        return naming[0], _end_of(s, naming[0], end, table)
    spoken = [m for m in mentions if lo <= m.i and m.j <= end and m.kind in SPEAKING]
    return (spoken[-1].i, spoken[-1].j) if spoken else None


def _parts(s: Sentence, lo: int, end: int, table: Cues) -> list[tuple[int, int]]:
    """Return the parts between commas that begin with a noun phrase."""
    out: list[tuple[int, int]] = []
    a, depth = lo, 0
    for k in range(lo, end + 1):
        word = s.words[k] if k < end else ","
        depth += (word == "(") - (word == ")")
        if word == "," and (depth <= 0 or k == end):
            b = past_lead(s, a, k)
            if b < k and _begins_phrase(s, b, table):
                out.append((b, k))
            a = k + 1
    return out


def _begins_phrase(s: Sentence, k: int, table: Cues) -> bool:
    """Tell whether a noun phrase that can speak begins at token k: no day, no "in ...", no number."""
    return s.words[k][0].isalpha() and "not_name" not in s.classes(k) and not ends_phrase(s, k, table)


def past_lead(s: Sentence, a: int, k: int) -> int:
    """Return the token behind "namun", "sementara itu", "and" at the start of a part."""
    while a < k and not s.classes(a).isdisjoint({"coord", "adverb"}) and not s.words[a][0].isdigit():
        a = after(s, a)
    return min(a, k)


def _end_of(s: Sentence, start: int, end: int, table: Cues) -> int:
    """Return where the noun phrase from `start` ends, at the latest at `end`."""
    k = after(s, start)
    while k < end and not (
        ends_phrase(s, k, table)
        or _is_adverbial(s, k)
        or (s.words[k] == "," and k + 1 < end and "not_name" in s.classes(k + 1))
    ):
        k = after(s, k)
    k = min(k, end)
    while k - 1 > start and s.words[k - 1] in ",(":
        k -= 1
    return k
