"""The headline of a page, the line below it, and the author's line: what stands above the story."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kawat.knowledge.outlets import key, lookup
from kawat.pages.pack import each, fold
from kawat.pages.people import is_name, joined
from kawat.pages.prefix import is_host, is_place
from kawat.pages.rows import Row, capitalised

#: Headlines are looked for among so many lines, and have so many characters.
TOP = 40
LEAST, MOST = 15, 220
#: A longer line is a headline only where most of its words begin with a capital.
SENTENCE = 130
#: Words are the same where they begin with the same letters, so many.
STEM = 4
#: A line needs this score to be taken for the headline.
ENOUGH = 1.8
#: Of two lines that may be it the upper is, where the lower has not so much more.
CLEARLY = 0.25

_WORD = re.compile(r"[^\W\d_]{4,}")
_SPEAKER = re.compile(r"[A-Z]+ [A-Z .]{2,40}: |Q\s\s")
_SENTENCES = re.compile(r"[.!?]\s+[A-Z]")


def mark(rows: list[Row], title: str) -> Row | None:
    """Give the headline its role, also where it is repeated; return its first row.

    `title` is what came with the page; where it is empty the lines above the story are weighed.
    """
    best = _known(rows, title) if title else _best(rows) or _alone(rows)
    if best is None:
        return None
    wanted = fold(best.text)
    best.be("title", "pages/headline" if not title else "given")
    for row in rows[: TOP + 20]:
        if row.role is None and len(row.text) < MOST + 60 and _repeats(row, wanted):
            row.be("title", "pages/headline_repeated")
    return best


def _known(rows: list[Row], title: str) -> Row | None:
    wanted = fold(title)
    return next((row for row in rows[:TOP] if row.key == wanted), None)


def _alone(rows: list[Row]) -> Row | None:
    """Return the one line of a text that is nothing but a headline: "Peru usir Dubes Chile", with no stop."""
    bare = [row for row in rows if row.role is None]
    if len(bare) != 1 or not bare[0].text[-1].isalnum() or len(bare[0].text) > MOST:
        return None
    return bare[0] if len(_WORD.findall(bare[0].text)) > 2 else None


def _repeats(row: Row, wanted: str) -> bool:
    """Tell the headline again, alone or after the outlet's name ("KALBAR TERKINI - ...")."""
    if row.key == wanted:
        return True
    return row.key.endswith(wanted) and row.opening is not None


def _best(rows: list[Row]) -> Row | None:
    lead = next(
        (i for i, r in enumerate(rows) if r.role is None and r.prose and len(r.text) > 100), len(rows)
    )
    above = enumerate(rows[: min(TOP, lead + 1)])
    may_be = [
        (i, row) for i, row in above if row.role is None and LEAST <= len(row.text) <= MOST and _can_be(row)
    ]
    prose = [r.text.casefold() for r in rows if r.prose] if may_be else []
    words = {w[:STEM] for text in prose for w in _WORD.findall(text)}
    keys = [r.key for r in rows[: TOP + 20]]
    best, most = None, ENOUGH
    for i, row in may_be:
        score = _score(row, rows, i, words, keys)
        if score > most + (CLEARLY if best else 0):
            best, most = row, score
    return best


def _can_be(row: Row) -> bool:
    """Tell whether a line may be a headline at all: some words, no full stop at its end, one sentence."""
    count = row.text.count(" ") + 1
    if not 3 <= count <= 30 or row.text[-1] in ".,;:" or _SENTENCES.search(row.text):
        return False
    names = row.own and not row.own.isdisjoint({key(row.text), key(row.text.partition(" - ")[0])})
    if names or _SPEAKER.match(row.text):
        return False
    opening = row.opening
    if opening and (opening.place or len(row.text) > SENTENCE):
        return False
    return len(row.text) <= SENTENCE or capitalised(row.text) >= 0.6


@cache
def _function_words() -> frozenset[str]:
    return frozenset(each(lambda p: p.markers))


def _score(row: Row, rows: list[Row], i: int, words: set[str], keys: list[str]) -> float:
    """Weigh a line: a headline's words return in the story, it is repeated, high, before a stamp."""
    own = [w for w in _WORD.findall(row.text.casefold()) if w not in _function_words()]
    if not own:
        return 0.0
    score = 4.0 * min(sum(w[:STEM] in words for w in own) / len(own), 0.5)
    score += 2.0 * (keys.count(row.key) > 1 or any(k != row.key and k.endswith(row.key) for k in keys))
    score += 1.0 * any(
        r.role in {"dateline", "byline"} for r in (*rows[i + 1 : i + 6], *rows[max(0, i - 2) : i])
    )
    score -= 1.5 * row.text[0].islower()
    score += 0.5 * (capitalised(row.text) >= 0.6) + 0.5 * (i == 0) - 0.1 * min(i, 10)
    score -= 3.0 * (len(set(own)) / len(own) < 0.75)
    following = rows[i + 1 : i + 12]
    score += 0.5 if any(r.role is None and r.prose for r in following) else -3.0
    return score


def mark_below(rows: list[Row], title: Row | None) -> None:
    """Mark the author's line and the line that sums the story up, both between the headline and the story."""
    if title is None:
        return
    at = rows.index(title)
    stamp = next((i for i, r in enumerate(rows[: at + 10]) if i > at - 4 and r.role == "dateline"), None)
    if stamp is not None:
        _mark_author(rows, stamp)
    for row in rows[max(at - 3, 0) : at + 10]:
        if row.role is None and _signs(row, dashed=True):
            row.be("byline", "pages/name_by_outlet")
    again = max((i for i, r in enumerate(rows[: at + 8]) if r.role == "title"), default=at)
    end = max(_story_at(rows, at), _story_at(rows, again))
    for row in _below(rows, at, end):
        if is_place(row.text):
            row.note = "place"
            row.be("dateline", "pages/place")
        elif len(row.text) >= 30:
            row.be("subtitle", "pages/below_headline")


def _mark_author(rows: list[Row], stamp: int) -> None:
    """Mark a person's name next to the stamp, alone or before the outlet ("Ann Example - Kompas.com")."""
    for i in (stamp - 1, stamp + 1):
        if 0 <= i < len(rows) and rows[i].role is None and _signs(rows[i]):
            rows[i].be("byline", "pages/name_by_stamp")
            if i > 0 and joined(rows[i].text) and rows[i - 1].role is None and is_name(rows[i - 1].text):
                rows[i - 1].be(
                    "byline", "pages/name_by_stamp"
                )  # over two lines: "Ann Example" / "and Bob Sample"


def _below(rows: list[Row], at: int, end: int) -> Iterator[Row]:
    """Yield the lines without a role right below a headline or what stands beside it (author, stamp)."""
    near = True
    for row in rows[at:end]:
        if row.role is None and near:
            yield row
            near = row.role is not None
        elif row.role is not None:
            near = row.role in {"title", "subtitle", "byline", "dateline", "source", "editor", "caption"}


def _signs(row: Row, *, dashed: bool = False) -> bool:
    """Tell "Ann Example" and "Ann Example - Kompas.com"; `dashed`: only the latter."""
    name, dash, outlet = row.text.partition(" - ")
    if key(name) in row.own:
        return False
    return is_name(name) and (_is_own(outlet, row) if dash else not dashed)


def _is_own(outlet: str, row: Row) -> bool:
    """Tell the outlet behind an author's name: a known one, a domain, or what the page calls itself."""
    if lookup(outlet) or is_host(outlet):
        return True
    return not row.own.isdisjoint({key(outlet), key(outlet.partition(".")[0])})


def _story_at(rows: list[Row], at: int) -> int:
    """Return where the story begins: below a second headline, a stamp, a byline, or a caption above it.

    A caption may also stand within the story; the line above it sums the story up only where it is no
    sentence, or where the next paragraph opens with the outlet or place.
    """
    end = at + 1
    for i in range(at + 1, min(at + 7, len(rows))):
        row = rows[i]
        if row.role in {"title", "dateline", "byline", "editor", "source"} or (
            row.role == "caption"
            and (_opens(rows, i) or not any(r.prose for r in _unmarked(rows[at + 1 : i])))
        ):
            end = i
        elif (row.role is None and row.opening) or (
            row.role is None and sum(r.prose for r in _unmarked(rows[at + 1 : i + 1])) > 1
        ):
            break
    if end == at + 1 and end < len(rows):
        end = _open_end(rows, at)
    return end


def _open_end(rows: list[Row], at: int) -> int:
    """Return the row after a single summary line that the opening paragraph follows at once."""
    follows = at + 2 < len(rows) and rows[at + 2].role is None and rows[at + 2].opening
    alone = rows[at + 1].role is None and not rows[at + 1].opening
    return at + 2 if follows and alone else at + 1


def _unmarked(rows: list[Row]) -> list[Row]:
    return [r for r in rows if r.role is None]


def _opens(rows: list[Row], i: int) -> bool:
    """Tell whether the first paragraph after row `i` opens with the outlet or place."""
    below = next((r for r in rows[i + 1 :] if r.role is None and r.prose), None)
    return below is not None and below.opening is not None
