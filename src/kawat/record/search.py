"""Full-text search. The user's input is taken apart into plain words: none of it is query language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, Select, func, literal_column, select

from kawat.linking.names import fold
from kawat.record.conditions import at_most
from kawat.record.fact_schema import event_articles, facts
from kawat.record.model import Hit
from kawat.record.schema import articles
from kawat.record.words import INDEX, WORD, Phrases, phrases_of, postgresql_words, sqlite_match
from kawat.text import Quote, quote

_REACH = 90  # code points of context on either side of the words found


def search(connection: Connection, words: str, limit: int) -> list[Hit]:
    """Return the articles that hold all the words (and phrases in double quotes), best first.

    Raises:
        UsageError: there is no word in `words`.
    """
    phrases = phrases_of(words)
    query = _sqlite(phrases) if connection.dialect.name == "sqlite" else _postgresql(phrases)
    return [
        Hit(
            row.id,
            row.title,
            row.outlet,
            row.published,
            _quote(row.text, phrases),
            _events(connection, row.id),
        )
        for row in connection.execute(query.limit(at_most(limit)))
    ]


_COLUMNS = (articles.c.id, articles.c.title, articles.c.outlet, articles.c.published, articles.c.text)


def _sqlite(phrases: Phrases) -> Select[tuple[str, str, str | None, str | None, str]]:
    query = select(*_COLUMNS).join(INDEX, articles.c.number == INDEX.c.rowid).where(sqlite_match(phrases))
    return query.order_by(func.bm25(literal_column("article_words"), 4.0, 1.0), articles.c.id)


def _postgresql(phrases: Phrases) -> Select[tuple[str, str, str | None, str | None, str]]:
    words, asked = postgresql_words(phrases)
    query = select(*_COLUMNS).where(words.op("@@")(asked))
    return query.order_by(func.ts_rank(words, asked).desc(), articles.c.id)


def _quote(text: str, phrases: Sequence[Sequence[str]]) -> Quote:
    """Quote the words around the first place where one of the phrases stands; the beginning if none does."""
    start, end = next(_places(text, phrases), (0, 0))
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    first = _word_start(text, max(line_start, start - _REACH), start)
    last = min(len(text) if line_end < 0 else line_end, end + _REACH)
    return quote(text, first, _word_end(text, last, end))


def _places(text: str, phrases: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
    """Yield where phrases stand, in text order."""
    wanted = [[fold(word) for word in phrase] for phrase in phrases]
    words = [(fold(m.group()), m.start(), m.end()) for m in WORD.finditer(text)]
    firsts = {phrase[0] for phrase in wanted}
    for i, (word, start, _) in enumerate(words):
        if word in firsts:
            for phrase in wanted:
                if [w for w, _, _ in words[i : i + len(phrase)]] == phrase:
                    yield start, words[i + len(phrase) - 1][2]


def _word_start(text: str, at: int, most: int) -> int:
    """Move right to where a word starts, but not past `most`."""
    while 0 < at < most and not text[at - 1].isspace():
        at += 1
    return at


def _word_end(text: str, at: int, least: int) -> int:
    """Move left to where a word ends, but not past `least`."""
    while least < at < len(text) and not text[at].isspace():
        at -= 1
    return at


def _events(connection: Connection, article: str) -> tuple[str, ...]:
    """Return the ids of the events that an article reports, by date."""
    told = select(event_articles.c.number).join(articles, articles.c.number == event_articles.c.article)
    query = select(facts.c.event).where(facts.c.number.in_(told.where(articles.c.id == article)))
    return tuple(connection.execute(query.order_by(facts.c.earliest.nulls_last(), facts.c.event)).scalars())
