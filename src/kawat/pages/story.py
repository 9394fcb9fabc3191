"""Where the story begins and ends, and what the lines are that no rule has named."""

from __future__ import annotations

from kawat.pages.labels import vocabulary
from kawat.pages.model import Role
from kawat.pages.rows import Row

#: What a line of each role costs a run of lines that wants to be the story; a paragraph earns its length.
_COST: dict[Role, int] = {
    "related": 20, "popular": 100, "tags": 150, "paging": 30, "editor": 60, "source": 60, "byline": 30,
    "navigation": 60, "furniture": 20, "advert": 20, "caption": 10, "ticker": 80, "dateline": 100,
    "title": 30, "subtitle": 30, "heading": 0, "body": 0,
}  # fmt: skip
_COST_SECTION = 150
_COST_COMMENTS = 5000
_COST_LOOSE = 30
_COST_BELOW = 10
#: A run worth so much is the story, where the reporter's initials follow it.
_ENOUGH = 200
_LEAST_EARNED, _MOST_EARNED = 100, 400

#: Roles that a text may have which is the story alone.
_OF_STORY = frozenset({None, "title", "related", "caption", "source", "heading", "byline"})

#: A heading within the story has no more characters.
HEADING = 90
_BULLETS = "-–—•*·"


def mark(rows: list[Row], headline: Row | None) -> None:
    """Give every line without a role one: paragraph or heading within the story, furniture outside."""
    _mark_sections(rows)
    first, last = _bounds(rows)
    top = rows.index(headline) if headline else len(rows)
    for i, row in enumerate(rows):
        if row.role is not None:
            continue
        if i < first:
            row.be("navigation" if i < top else "furniture", "pages/above")
        elif i > last:
            row.be("furniture", "pages/below")
        elif _is_heading(row, rows, i):
            row.be("heading", "pages/heading")
        else:
            row.be("body", "pages/story")


def _mark_sections(rows: list[Row]) -> None:
    """Give the headlines below "Terpopuler" or "Related" its role, up to the next paragraph or label."""
    role: Role | None = None
    reason = ""
    for row in rows:
        if row.section:
            role, reason = row.role, row.reason
        elif (row.role is not None and row.role not in {"dateline", "navigation", "furniture"}) or (
            row.role is None and row.prose
        ):
            role = None
        elif role and row.role is None:
            row.be(role, reason + "/below")
            row.note = "below"


def _bounds(rows: list[Row]) -> tuple[int, int]:
    """Return the first and last line of the story: the run with most paragraph for least furniture."""
    best, span = 0, (0, -1)
    total, start = 0, 0
    for i, row in enumerate(rows):
        if total <= 0:
            total, start = 0, i
        total += _worth(row)
        if total > best:
            best, span = total, (start, i)
        if row.note == "end" and best >= _ENOUGH:
            break
    if best == 0 and rows:
        return _loose(rows)
    return (span[0], len(rows) - 1) if _bare(rows, span[1]) else span


def _bare(rows: list[Row], last: int) -> bool:
    """Tell a text without furniture, such as an archive keeps: what stands at its end is of the story too."""
    return all(r.role in _OF_STORY for r in rows) and all(r.role is None for r in rows[last + 1 :])


def _loose(rows: list[Row]) -> tuple[int, int]:
    """Return the run of lines without a role, in a text that has no paragraph."""
    free = [i for i, r in enumerate(rows) if r.role is None]
    return (free[0], free[-1]) if free else (0, -1)


def _worth(row: Row) -> int:  # noqa: PLR0911  (one rule a line)
    if row.role is None and row.element:
        return 0 if row.element == "h" else min(len(row.text), _MOST_EARNED)
    if row.role is None:
        if not row.prose and len(row.text) <= HEADING:
            return -_COST_LOOSE
        return min(max(len(row.text), _LEAST_EARNED), _MOST_EARNED)
    if row.note == "below":
        return -_COST_BELOW
    if row.key in vocabulary().comments and row.section:
        return -_COST_COMMENTS
    if row.section and row.label == 0 and row.role in {"popular", "tags"}:
        return -_COST_SECTION
    return -_COST.get(row.role, _COST_LOOSE)


def _is_heading(row: Row, rows: list[Row], i: int) -> bool:
    """Tell a short line between paragraphs: it ends no sentence, says nothing, lists nothing."""
    if row.element == "h":
        return True
    if (
        row.element == "li"
        or row.prose
        or len(row.text) > HEADING
        or row.text[0] in "\"“'‘("
        or row.text[-1] in '.,;:"”'
    ):
        return False
    if row.text[-1] in "?!)" and row.text.count(" ") > 6:
        return False
    if row.text[0] in _BULLETS or not row.text[0].isalnum() or row.text.count(" ") > 12:
        return False
    if not (row.text[0].isupper() or row.text[0].isdigit()):
        return False
    below = next((r for r in rows[i + 1 :] if r.role is None or r.role == "body"), None)
    return below is not None and below.prose
