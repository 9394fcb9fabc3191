"""One sentence -> its reported speech: "X mengatakan (bahwa) ...", "..., kata X, ...", "menurut X, ...", "dikutip X".

In: a sentence with its cues, the mentions in it, and which of its tokens are quoted.
Out: for each cue that reports something its speaker and the tokens of what is reported, which may stand on both sides.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kawat.reading.mentions import Mention
from kawat.reading.scan import QUOTES, Sentence
from kawat.reading.speakers import (
    Cue,
    Cues,
    after,
    ends_phrase,
    has_verb,
    speaker_before,
    speaker_behind,
)

Range = tuple[int, int]
#: Tokens and letters that a report must have to be one.
LEAST, SHORTEST = 2, 12
#: Tokens between a word of saying and its content: to whom, where, on which day.
LEAD = 16
#: Tokens of a dateline before its dash.
DATELINE = 8
DASHES = frozenset("—–-")


@dataclass(slots=True)
class Found:
    """A cue of a sentence with what it reports."""

    cue: Cue
    speaker: Range | None  # None: the cue itself says "he"
    parts: list[Range]  # tokens of what is reported; none where it is the sentence before


class Scene:
    """One sentence as the rules of reported speech look at it."""

    def __init__(self, s: Sentence, mentions: Sequence[Mention], taken: Sequence[Range], table: Cues) -> None:
        self.s, self.mentions, self.taken, self.table = s, mentions, taken, table
        self.lo = _past_dateline(s)
        self.hi = len(s.words)
        while self.hi > self.lo and s.words[self.hi - 1] in ".!?":
            self.hi -= 1

    def part(self, i: int, j: int) -> list[Range]:
        """Return tokens i..j without marks at their ends and without quotations, if that is enough to be a report."""
        s = self.s
        for a, b in self.taken:
            if a < j and b > i:
                i, j = (b, j) if a <= i else (i, a)
        while i < j and s.words[i] in ",:;":
            i += 1
        while j > i and s.words[j - 1] in ",:;":
            j -= 1
        return [(i, j)] if j - i >= LEAST and s.ends[j - 1] - s.starts[i] >= SHORTEST else []

    def behind(self, i: int, *, named: bool, commas: bool = True) -> Range | None:
        """Return the speaker behind a cue that ends at i, and behind "oleh", "dari"."""
        s = self.s
        while i < len(s.words) and s.lows[i] in self.table.agents:
            i += 1
        return speaker_behind(s, i, self.table, named=named, commas=commas)

    def before(self, at: int, lo: int | None = None, *, last: bool = False) -> Range | None:
        """Return the subject of a cue at `at`."""
        lo = self.lo if lo is None else lo
        return speaker_before(self.s, lo, at, self.mentions, self.table, last=last)

    def tells(self, parts: Sequence[Range]) -> bool:
        """Tell whether a verb stands in one of the parts."""
        return any(has_verb(self.s, i, j, self.table) for i, j in parts)

    def stops_at(self, k: int) -> bool:
        """Tell whether what stands at k only says when, where or to whom."""
        return k >= self.hi or _is_detail(self.s, k)


def reported(scene: Scene, cues: Sequence[Cue]) -> list[Found]:
    """Return what the sentence reports; a cue within a report counts only where "and", "while" lead to its speaker."""
    relays = [c for c in cues if "relays" in c.places]
    cues = [c for c in cues if "relays" not in c.places and not _after_determiner(scene, c)]
    if relays and cues and cues[0].j < relays[0].i:
        scene.hi = relays[0].i  # who passes it on is no part of what is said
    outer = next((f for c in cues[1:] for f in [_closing(scene, c)] if f is not None), None)
    if outer is not None:
        return [outer]
    out: list[Found] = []
    for cue in cues:
        found = _next(scene, cue, out[-1]) if out else _first(scene, cue)
        if found is not None and not _is_self(scene, found):
            out.append(found)
    for cue in relays[:1] if not out else []:
        found = _accorded(scene, cue)
        if found is not None:
            out.append(found)
    return out


def _is_self(scene: Scene, found: Found) -> bool:
    """Tell whether it is the author who speaks: "we hope that ..." outside quotations."""
    return found.speaker is not None and "self" in scene.s.classes(found.speaker[0])


def _closing(scene: Scene, cue: Cue) -> Found | None:
    """Read a cue behind all that it reports, which may be another report: "A meminta B mundur, kata X"."""
    for place, rule in (("behind", _quotative), ("before", _trailing)):
        found = rule(scene, cue) if place in cue.places else None
        if found is not None and found.parts[0][1] <= cue.i:
            return found
    return None


def _first(scene: Scene, cue: Cue) -> Found | None:
    """Read a cue by the first of the places of its speaker that fits."""
    for place, rule in RULES:
        if place in cue.places:
            found = rule(scene, cue)
            if found is not None:
                return found
    return None


def _next(scene: Scene, cue: Cue, old: Found) -> Found | None:
    """Read a second subject and word of saying: "X mengatakan ..., sedangkan Y menilai ..."."""
    if "before" not in cue.places:
        return None
    speaker = scene.before(cue.i, old.cue.j, last=True)
    lead = scene.s.classes(speaker[0] - 1) if speaker is not None else frozenset()
    contrasts = "sub" in lead and speaker is not None and scene.s.words[speaker[0] - 2] == ","
    if speaker is None or not ("coord" in lead or contrasts):
        return None
    parts = scene.part(_content_start(scene, cue.j), scene.hi)
    if not parts:
        return None
    old.parts = [p for a, b in old.parts for p in scene.part(a, min(b, speaker[0] - 1))]
    return Found(cue, speaker, parts)


def _quotative(scene: Scene, cue: Cue) -> Found | None:
    """Read "..., kata X(, ...)", "..., said X"."""
    s, opens = scene.s, cue.i <= scene.lo
    if not opens and not _set_off(scene, cue):
        return None
    speaker = scene.behind(cue.j, named=True, commas=False)
    if speaker is None:
        return None
    closed = not opens and (scene.stops_at(speaker[1]) or "rel" in s.classes(speaker[1]))
    if not closed and (speaker[1] >= scene.hi or s.words[speaker[1]] != ","):
        return None  # "the minister, said the attack was ..."
    return _around(scene, cue, speaker)


def _set_off(scene: Scene, cue: Cue) -> bool:
    """Tell whether a comma or a quotation mark stands before the cue."""
    lead = scene.s.words[cue.i - 1] if cue.i > scene.lo else ""
    return lead in (",", ")", "?") or lead in QUOTES


def _accorded(scene: Scene, cue: Cue) -> Found | None:
    """Read "menurut X, ...", "..., according to X"."""
    speaker = scene.behind(cue.j, named=False, commas=False)
    return _around(scene, cue, speaker) if speaker is not None else None


def _own(scene: Scene, cue: Cue) -> Found | None:
    """Read "..., katanya", "menurutnya, ..."; "janjinya" elsewhere is a noun."""
    behind = scene.s.words[cue.j] if cue.j < scene.hi else ","
    if "according" not in cue.places and not (
        _set_off(scene, cue) and (behind == "," or scene.stops_at(cue.j))
    ):
        return None
    found = _around(scene, cue, (cue.i, cue.j))
    if found is not None:
        found.speaker = None
    return found


def _around(scene: Scene, cue: Cue, speaker: Range) -> Found | None:
    """Take what stands before the cue and behind its speaker."""
    s, end = scene.s, speaker[1]
    left = scene.part(scene.lo, cue.i)
    right: list[Range] = []
    if end < scene.hi and s.words[end] == "," and not (scene.tells(left) and scene.stops_at(end + 1)):
        right = scene.part(end + 1, scene.hi)
    elif not left and end < scene.hi:
        comma = next((k for k in range(end, min(end + LEAD, scene.hi)) if s.words[k] == ","), end)
        right = scene.part(comma, scene.hi)
    return Found(cue, speaker, left + right) if left or right else None


def _subject(scene: Scene, cue: Cue) -> Found | None:
    """Read "X mengatakan (bahwa) ...", and "..., X said"."""
    found = _trailing(scene, cue)
    if found is not None:
        return found
    start = _content_start(scene, cue.j)
    parts = scene.part(start, scene.hi)
    if not parts or ("before" not in cue.places and not _leads_in(scene, start, cue.j)):
        return None
    speaker = scene.before(cue.i)
    return Found(cue, speaker, parts) if speaker is not None else None


def _trailing(scene: Scene, cue: Cue) -> Found | None:
    """Read "..., X said" with nothing behind it but when, where or to whom, and "the talks, he said, will go on"."""
    if not scene.stops_at(cue.j):
        return None
    comma = cue.j < scene.hi and scene.s.words[cue.j] == ","
    right = scene.part(cue.j, scene.hi) if comma and not scene.stops_at(cue.j + 1) else []
    if right and "behind" not in cue.places:
        return None
    speaker = scene.before(cue.i, last=True)
    if speaker is None or speaker[0] <= scene.lo or scene.s.words[speaker[0] - 1] != ",":
        return None
    parts = scene.part(scene.lo, speaker[0]) + right
    return Found(cue, speaker, parts) if scene.tells(parts) else None


def _leads_in(scene: Scene, start: int, j: int) -> bool:
    """Tell whether "that", a comma or a colon stands before what begins at `start`."""
    return start > j and (scene.s.words[start - 1] in ",:" or "that" in scene.s.classes(start - 1))


def _passive(scene: Scene, cue: Cue) -> Found | None:
    """Read "hal itu disampaikan X" (the sentence before), and "seperti dikatakan X, ..."."""
    speaker = scene.behind(cue.j, named=True, commas=False)
    if speaker is None:
        return None
    subject = tuple(scene.s.lows[scene.lo : cue.i])
    if any(subject[: len(p)] == p and len(subject) <= len(p) + 2 for p in scene.table.pointing):
        return Found(cue, speaker, [])
    return _around(scene, cue, speaker) if cue.i <= scene.lo + 1 or _set_off(scene, cue) else None


RULES: tuple[tuple[str, Callable[[Scene, Cue], Found | None]], ...] = (
    ("according", _accorded),
    ("clitic", _own),
    ("passive", _passive),
    ("behind", _quotative),
    ("before", _subject),
    ("loosely", _subject),
)


def _past_dateline(s: Sentence) -> int:
    """Return the token behind "JAKARTA, KOMPAS —"."""
    if not s.words[0].isupper():
        return 0
    return next((k + 1 for k, word in enumerate(s.words[:DATELINE]) if word in DASHES), 0)


def _after_determiner(scene: Scene, cue: Cue) -> bool:
    """Tell whether the cue is a noun here: "the claims", "a report"."""
    s, k = scene.s, cue.i - 1
    return k >= 0 and (s.lows[k] in scene.table.lex.articles or s.lows[k] in scene.table.lex.pack.possessives)


def _content_start(scene: Scene, j: int) -> int:
    """Return where the report begins behind a cue: past "that", past to whom and when it was said."""
    s, table = scene.s, scene.table
    if j < scene.hi and s.words[j] in ",:":
        j += 1
    detail = scene.stops_at(j)
    start = j
    for k in range(j, min(j + LEAD, scene.hi)):
        classes = s.classes(k)
        if "that" in classes:
            return after(s, k)
        if detail and s.words[k] in ",:" and not _is_detail(s, k + 1):
            return k + 1
        if k > j and not detail and ends_phrase(s, k, table) and not _is_detail(s, k):
            break
    return start


#: Roles of prepositions that lead in to whom, where or when something was said.
DETAILS = frozenset({"prep:to", "prep:at", "prep:time", "where", "during", "not_name", "sub", "prep:means"})


def _is_detail(s: Sentence, k: int) -> bool:
    return k >= len(s.words) or s.words[k] in ",.(" or not DETAILS.isdisjoint(s.classes(k))
