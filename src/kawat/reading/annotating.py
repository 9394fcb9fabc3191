"""Article -> what stands in it, event or not: times, actors, places, figures, statements, each with its span.

In: an article.
Out: all its mentions, each list in the order of the text. The same readers as for reports, without frames.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import msgspec

from kawat.pages.model import Article
from kawat.reading.actors import find_mentions
from kawat.reading.clauses import clauses
from kawat.reading.discourse import follow
from kawat.reading.figures import figures
from kawat.reading.items import items
from kawat.reading.lexicon import lexicon
from kawat.reading.mentions import Mention
from kawat.reading.model import Figure, Place
from kawat.reading.places import place_at
from kawat.reading.scan import Sentence
from kawat.reading.story import acquaint, published_on, story
from kawat.reading.structure import Clause, Item
from kawat.times import Timex, find, resolve

#: Speech between quotation marks; shorter ones only set off words.
QUOTED = re.compile(r"“[^“”]{12,2000}”|\"[^\"]{12,2000}\"|„[^“”]{12,2000}[“”]")
#: Characters that a report must have to be one.
SHORTEST = 12


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
    statements: list[Statement] = []
    for s in told:
        mentions = find_mentions(s, lex, memory)
        follow(s, mentions, memory)
        found = find(article.text, article.language, s.start, s.end)
        row = items(s, mentions, found, lex)
        times += [_time(t, published) for t in found]
        actors += _actors(article, mentions, row)
        places += _places(s, row)
        counted += figures(s, lex)
        statements += _statements(article, s, row)
    return Annotated(
        article=article.id,
        times=tuple(times),
        actors=tuple(actors),
        places=tuple(places),
        figures=tuple(counted),
        statements=tuple(statements),
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


def _statements(article: Article, s: Sentence, row: list[Item]) -> list[Statement]:
    """Return the direct speech whose cue stands in the sentence, and what its speech verbs report."""
    direct = _direct(article, s, row)
    return direct or _indirect(article, s, clauses(row))


def _direct(article: Article, s: Sentence, row: list[Item]) -> list[Statement]:
    """Return the last quotation that reaches into the sentence, where a word of saying and a speaker are beside."""
    paragraph = article.text.rfind("\n", 0, s.start) + 1
    quotes = [m for m in QUOTED.finditer(article.text, paragraph, s.end) if m.end() > s.start]
    if not quotes:
        return []
    start, end = quotes[-1].span()
    outside = [x for x in row if not start <= s.starts[x.i] < end]
    for k, item in enumerate(outside):
        speaker = _speaker(outside, k) if item.kind == "verb" and item.classes & {"cue", "speech"} else None
        if speaker is not None:
            content = Excerpt(start, end, article.text[start:end])
            return [Statement(_excerpt(article, s, speaker), _excerpt(article, s, item), content, True)]
    return []


def _speaker(row: list[Item], k: int) -> Item | None:
    """Return the actor right behind the word of saying at k, else the last one before it."""
    behind = next((x for x in row[k + 1 : k + 4] if x.kind == "actor"), None)
    return behind or next((x for x in reversed(row[:k]) if x.kind == "actor"), None)


def _indirect(article: Article, s: Sentence, built: list[Clause]) -> list[Statement]:
    """Return what the first speech verb with a subject reports, to the end of the sentence."""
    for clause in built:
        verb = clause.verb
        if verb is None or not clause.verb_is("speech", "cue"):
            continue
        speaker = next((x for x in clause.items if x.kind == "actor" and x.role == "subj"), None)
        last = _end(article, s, verb)
        if speaker is not None and s.ends[verb.j - 1] + SHORTEST < last:
            start = s.starts[next(_complement(built, clause), verb.j)]
            content = Excerpt(start, last, article.text[start:last])
            return [Statement(_excerpt(article, s, speaker), _excerpt(article, s, verb), content, False)]
    return []


def _complement(built: list[Clause], clause: Clause) -> Iterator[int]:
    """Yield the first tokens of the clauses that say what is said: "that ..."."""
    return (x.items[0].i for x in built if x.link == "comp" and x.parent is clause and x.items)


def _end(article: Article, s: Sentence, verb: Item) -> int:
    """Return where the sentence ends without its full stop."""
    last = s.ends[-1]
    while last > s.ends[verb.j - 1] and article.text[last - 1] in ".!? \n":
        last -= 1
    return last


def _excerpt(article: Article, s: Sentence, item: Item) -> Excerpt:
    start, end = s.span(item.i, item.j)
    return Excerpt(start, end, article.text[start:end])
