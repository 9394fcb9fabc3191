"""Article -> what stands in it, event or not: times, actors, places, figures, statements, each with its span."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import msgspec

from kawat.pages.model import Article
from kawat.reading.actors import Finder
from kawat.reading.candidates import note, resolve
from kawat.reading.clauses import clauses
from kawat.reading.details import figures
from kawat.reading.items import Clause, Item, items
from kawat.reading.lexicon import lexicon
from kawat.reading.mentions import Memory, Mention
from kawat.reading.model import Figure, Place
from kawat.reading.places import place_at
from kawat.reading.reader import acquaint, home_of, story
from kawat.reading.scan import Sentence
from kawat.times import find
from kawat.times import resolve as resolve_time

#: Speech between quotation marks; shorter ones only set off words.
QUOTED = re.compile(r"“[^“”]{12,2000}”|\"[^\"]{12,2000}\"|„[^“”]{12,2000}[“”]")


class Words(msgspec.Struct, frozen=True):
    """A span with its words."""

    start: int
    end: int
    text: str


class Time(msgspec.Struct, frozen=True):
    """A time expression with its TIMEX3 type and value on the day of the article."""

    start: int
    end: int
    text: str
    type: str  # TIMEX3: DATE, TIME, DURATION, SET
    value: str  # TIMEX3


class Actor(msgspec.Struct, frozen=True):
    """A party named, or a person who acts for one."""

    start: int
    end: int
    text: str
    country: str  # ISO 3166 alpha-3, or the code of a body, bloc or group
    person: str | None  # the full usual name
    office: str | None  # as in a Party
    reason: str


class Statement(msgspec.Struct, frozen=True):
    """Who says what: the speaker, the cue ("kata", "said"), the content; `direct` where it is quoted."""

    speaker: Words  # who says it
    cue: Words  # the word of saying
    content: Words  # what is said
    direct: bool  # quoted, not retold


class Annotated(msgspec.Struct, frozen=True):
    """All mentions of an article, each list in the order of the text."""

    article: str  # its id
    times: tuple[Time, ...]  # time expressions
    actors: tuple[Actor, ...]  # parties named
    places: tuple[Place, ...]  # places named
    figures: tuple[Figure, ...]  # numbers of troops, dead, money ...
    statements: tuple[Statement, ...]  # what somebody is told to have said


def annotate(article: Article) -> Annotated:
    """Return the times, actors, places, figures and statements of title, captions and body."""
    lex = lexicon(article.language)
    memory = Memory(article.published.day if article.published else None, home_of(article, lex))
    told = story(article, lex)
    acquaint(told, lex, memory)
    anchor = date.fromisoformat(article.published.day) if article.published else None
    times: list[Time] = []
    actors: list[Actor] = []
    places: list[Place] = []
    counted: list[Figure] = []
    statements: list[Statement] = []
    for s in told:
        mentions = Finder(s, lex, memory).find()
        for mention in mentions:
            resolve(mention, memory)
            note(mention, memory)
        found = find(article.text, article.language, s.start, s.end)
        row = items(s, mentions, found, lex)
        times += [
            Time(
                t.start,
                t.end,
                t.text,
                t.type,
                resolve_time(t, anchor).value if anchor else t.value or "XXXX-XX-XX",
            )
            for t in found
        ]
        placed = {
            x.mention.i
            for p, x in pairwise(row)
            if p.role == "at" and x.mention is not None and x.mention.is_capital
        }
        actors += _actors(article, [m for m in mentions if m.i not in placed])
        places += _places(s, row)
        counted += figures(s, lex)
        statements += _statements(article, s, row)
    return Annotated(
        article.id, tuple(times), tuple(actors), tuple(places), tuple(counted), tuple(statements)
    )


def _actors(article: Article, mentions: list[Mention]) -> list[Actor]:
    return [
        Actor(x.start, x.end, article.text[x.start : x.end], x.code, x.person, x.office, x.reason)
        for m in mentions if m.kind == "named" for x in m.sides
    ]  # fmt: skip


def _places(s: Sentence, row: list[Item]) -> list[Place]:
    found = [place_at(s, x.j) for x in row if x.kind == "prep" and "where" in x.classes]
    return [p for p in found if p is not None]


def _statements(article: Article, s: Sentence, row: list[Item]) -> list[Statement]:
    """Return the direct speech whose cue stands in the sentence, and what its speech verbs report."""
    direct = _direct(article, s, row)
    return direct or _indirect(article, s, clauses(row))


def _direct(article: Article, s: Sentence, row: list[Item]) -> list[Statement]:
    paragraph = article.text.rfind("\n", 0, s.start) + 1
    quotes = [m for m in QUOTED.finditer(article.text, paragraph, s.end) if m.end() > s.start]
    if not quotes:
        return []
    m = quotes[-1]
    outside = [x for x in row if not m.start() <= s.starts[x.i] < m.end()]
    for k, item in enumerate(outside):
        if item.kind == "verb" and item.classes & {"cue", "speech"}:
            behind = next((x for x in outside[k + 1 : k + 4] if x.kind == "actor"), None)
            before = next((x for x in reversed(outside[:k]) if x.kind == "actor"), None)
            speaker = behind or before
            if speaker is not None:
                content = Words(m.start(), m.end(), m.group())
                return [Statement(_words(article, s, speaker), _words(article, s, item), content, True)]
    return []


def _indirect(article: Article, s: Sentence, built: list[Clause]) -> list[Statement]:
    out: list[Statement] = []
    for clause in built:
        verb = clause.verb
        if verb is None or not verb.classes & {"speech", "cue"}:
            continue
        speaker = next((x for x in clause.items if x.kind == "actor" and x.role == "subj"), None)
        last = s.ends[-1]
        while last > s.ends[verb.j - 1] and article.text[last - 1] in ".!? \n":
            last -= 1
        if speaker is not None and s.ends[verb.j - 1] + 12 < last:
            opener = next((x for x in built if x.link == "comp" and x.parent is clause and x.items), None)
            start = s.starts[opener.items[0].i] if opener is not None else s.starts[verb.j]
            content = Words(start, last, article.text[start:last])
            out.append(Statement(_words(article, s, speaker), _words(article, s, verb), content, False))
            break
    return out


def _words(article: Article, s: Sentence, item: Item) -> Words:
    start, end = s.span(item.i, item.j)
    return Words(start, end, article.text[start:end])
