"""Article -> what stands in it, event or not: times, actors, places, figures, statements, each with its span.

In: an article.
Out: all its mentions, each list in the order of the text. The same readers as for reports, without frames.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import msgspec

from kawat.pages.model import Article
from kawat.reading.actors import find_mentions
from kawat.reading.discourse import follow
from kawat.reading.figures import figures
from kawat.reading.items import items
from kawat.reading.lexicon import lexicon
from kawat.reading.mentions import Mention
from kawat.reading.model import Figure, Place
from kawat.reading.places import place_at
from kawat.reading.saying import Said
from kawat.reading.scan import Sentence
from kawat.reading.statements import said
from kawat.reading.story import acquaint, published_on, story
from kawat.reading.structure import Item
from kawat.times import Timex, find, resolve


class Excerpt(msgspec.Struct, frozen=True):
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

    speaker: Excerpt  # who says it
    named: Excerpt  # where the article first names the speaker: of "Huaman", "she", "katanya" the full name
    cue: Excerpt  # the word of saying
    content: Excerpt  # what is said
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
    told = story(article, lex)
    memory = acquaint(article, told, lex)
    published = published_on(article)
    times: list[Time] = []
    actors: list[Actor] = []
    places: list[Place] = []
    counted: list[Figure] = []
    named: list[list[Mention]] = []
    for s in told:
        mentions = find_mentions(s, lex, memory)
        follow(s, mentions, memory)
        named.append(mentions)
        found = find(article.text, article.language, s.start, s.end)
        row = items(s, mentions, found, lex)
        times += [_time(t, published) for t in found]
        actors += _actors(article, mentions, row)
        places += _places(s, row)
        counted += figures(s, lex)
    statements = [y for x in said(article.text, told, named, lex) for y in _statement(article, told, x)]
    return Annotated(
        article=article.id,
        times=tuple(times),
        actors=tuple(actors),
        places=tuple(places),
        figures=tuple(counted),
        statements=tuple(sorted(statements, key=lambda x: x.content.start)),
    )


def _time(t: Timex, published: date | None) -> Time:
    value = resolve(t, published).value if published else t.value or "XXXX-XX-XX"
    return Time(t.start, t.end, t.text, t.type, value)


def _actors(article: Article, mentions: list[Mention], row: list[Item]) -> list[Actor]:
    """Return the parties named, without the capitals in which something takes place."""
    placed = {
        x.mention.i
        for p, x in pairwise(row)
        if p.role == "at" and x.mention is not None and x.mention.is_capital
    }
    return [
        Actor(x.start, x.end, article.text[x.start : x.end], x.code, x.person, x.office, x.reason)
        for m in mentions if m.kind == "named" and m.i not in placed for x in m.sides
    ]  # fmt: skip


def _places(s: Sentence, row: list[Item]) -> list[Place]:
    found = [place_at(s, x.j) for x in row if x.kind == "prep" and "where" in x.classes]
    return [p for p in found if p is not None]


def _statement(article: Article, told: list[Sentence], x: Said) -> Iterator[Statement]:
    """Write a statement whose speaker the article names; of what stands on both sides of the cue, the longer side."""
    if x.speaker is None or x.cue is None:
        return
    spans = [(told[p.sentence].starts[p.i], told[p.sentence].ends[p.j - 1]) for p in x.parts]
    longest = max(spans, key=lambda span: (span[1] - span[0], -span[0]))
    content = (spans[0][0], spans[-1][1]) if x.direct else longest
    at = [told[p.sentence].span(p.i, p.j) for p in (x.speaker, x.named or x.speaker, x.cue)]
    speaker, named, cue, words = (Excerpt(i, j, article.text[i:j]) for i, j in (*at, content))
    yield Statement(speaker, named, cue, words, x.direct)
