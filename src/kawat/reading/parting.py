"""Text -> its tokens: what a mark or lost white space joins is parted, "AS-Rusia", "kepadaIsrael".

In: a text, the lexicon.
Out: the tokens; between two of them stands white space, or nothing.
"""

from __future__ import annotations

import re
from functools import cache

from kawat.reading.lexicon import Lexicon
from kawat.reading.phrases import TOKEN

#: Single marks of a page that has no others: where speech begins, where it ends, and what ends behind a word.
_SPEECH = re.compile(
    r"(?P<opens>(?:^|(?<=[\s(\[—–-]))['‘](?=[A-Z]))|(?P<closes>(?<=[,.!?…])['’](?=[\s)\]]|$))|\w['’](?!\w)"
)
SHORT = 4  # letters of which "FaceTime", "DetikNews" are made
#: A word that goes on with a capital.
LINKED = re.compile(r"[a-z]{2}[A-Z](?=[a-z]{2})")
LEAST = 4  # letters of a word that lost white space joins to a name


def tokens_of(text: str, lex: Lexicon) -> list[str]:
    """Return the tokens of a text: TOKEN's, where no mark and no lost white space joins two."""
    words = TOKEN.findall(text)
    if LINKED.search(text):
        words = [part for word in words for part in _unlinked(word, lex)]
    if lex.pack.glued and _run_on(lex.pack.glued).search(text):
        words = [part for word in words for part in _cut_off(word, lex)]
    if "-" not in text:
        return words
    return [
        part
        for k, word in enumerate(words)
        for part in (
            _split(word, lex, words[max(0, k - 2) : k], words[k + 1 : k + 3]) if "-" in word else (word,)
        )
    ]


def with_speech(text: str, words: list[str], lows: list[str]) -> list[str]:
    """Return tokens as they are looked up, single marks around speech as double ones: 'Kami setuju,' kata X.

    What closes right behind a word sets off a name, or is of an owner: 'Perang Dingin', the states' plan.
    """
    found = [(m.end() - 1, m.lastgroup) for m in _SPEECH.finditer(text)]
    closed = max((at for at, kind in found if kind == "closes"), default=-1)
    goes_on = found[-1][0] if found else -1  # into the next sentence
    marks = {
        at for at, kind in found if kind == "closes" or (kind == "opens" and (at < closed or at == goes_on))
    }
    out, at = list(lows), 0
    for k, word in enumerate(words):
        at = text.find(word, at)
        out[k] = '"' if at in marks else lows[k]
        at += len(word)
    return out


def _unlinked(word: str, lex: Lexicon) -> list[str]:
    """Split what lost white space joins: "kepadaIsrael", "PresidenDonald", "AssadMenurut"; but no "PetroChina"."""
    seam = LINKED.search(word)
    if seam is None:
        return [word]
    before, name = word[: seam.end() - 1], word[seam.end() - 1 :]
    if word.lower() in lex.names:
        return [word]
    apart = before.islower() or before.lower() in lex.single_titles
    known = apart and name.lower() in lex.names
    goes_on = len(before) > SHORT and len(name) > SHORT and _begins_anew(name.lower(), lex)
    return [before, name] if known or goes_on else [word]


def _begins_anew(low: str, lex: Lexicon) -> bool:
    """Tell whether a word is one that tells of no event: "CrowdStrike" is a firm."""
    entries = lex.words.get(low, ())
    return bool(entries) and not any(word.triggers for key, word in entries if key == [low])


@cache
def _run_on(begins: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds a word with a capital that may go on with one that begins so."""
    return re.compile(rf"[A-Z][a-z]{{2,}}(?=[a-z]{{{LEAST}}})(?=(?:{'|'.join(map(re.escape, begins))}))")


def _cut_off(word: str, lex: Lexicon) -> list[str]:
    """Split a word from the name that lost white space joins it to: "Trumpmengatakan", "Trumpdengan"."""
    low = word.lower()
    if low in lex.names or low in lex.words:
        return [word]
    for end in range(3, len(word) - LEAST + 1):
        known = low[:end] in lex.single_names or low[:end] in lex.surnames
        if known and low[end:].startswith(lex.pack.glued) and low[end:] in lex.words:
            return [word[:end], word[end:]]
    return [word]


def _split(word: str, lex: Lexicon, before: list[str], behind: list[str]) -> list[str]:
    """Split "AS-Rusia", "Biden-Xi", "Retno-Menlu", "Egyptian-brokered"; leave "Jae-in", "Garcia-Lopez" whole."""
    head, dash, rest = word.partition("-")
    if dash + rest.lower() in lex.pack.owner_marks and head[:1].isupper():
        return [head, dash + rest]
    low = word.lower()
    if head[:1].isupper() and head.lower() in lex.single_names and rest in lex.mediating:
        return [head, dash, rest]
    parts = word.split("-") if low not in lex.single_names and low not in lex.single_people else []
    lows = [p.lower() for p in parts]
    if (
        parts
        and all(p[:1].isupper() for p in parts)
        and (_are_two(lows, lex) or _join(lows, lex, before, behind))
    ):
        return [p for q in parts for p in (q, "-")][:-1]
    return [word]


def _join(parts: list[str], lex: Lexicon, before: list[str], behind: list[str]) -> bool:
    """Tell whether a mark joins names of parties of several words: "Korea Selatan-Jepang", "ASEAN-New Zealand"."""
    first, *middle, last = parts
    joined = [w.rpartition("-")[2] for w in before], [w.partition("-")[0] for w in behind]
    ends = first in lex.single_names or _is_party([*joined[0], first], -1, lex)
    begins = last in lex.single_names or _is_party([last, *joined[1]], 1, lex)
    return ends and begins and all(p in lex.single_names for p in middle)


def _is_party(words: list[str], way: int, lex: Lexicon) -> bool:
    """Tell whether words begin (`way` 1) or end (-1) with the name of a party that has several of them."""
    lows = [w.lower() for w in words]
    runs = [lows[:n] if way > 0 else lows[-n:] for n in range(2, len(lows) + 1)]
    return any(key == run and bool(entry.parties) for run in runs for key, entry in lex.names.get(run[0], ()))


def _are_two(parts: list[str], lex: Lexicon) -> bool:
    """Tell whether a mark joins parties, people known by one word (or one by a surname), or a person and a title."""
    if all(p in lex.single_names for p in parts):
        return True
    if not lex.pack.adjective_first and len(parts) == 2 and parts[1] in lex.single_titles:
        return parts[0] not in lex.words  # "Menlu Retno-Menlu Turki", but "Ketua-Ketua"
    return any(p in lex.single_people for p in parts) and all(
        p in lex.single_people or p in lex.surnames for p in parts
    )
