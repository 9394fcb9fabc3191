"""Words looked for in articles. The user's input is taken apart into plain words: none is query language."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlalchemy import Connection, Select, column, func, literal_column, select, table
from sqlalchemy.sql.elements import ColumnElement

from kawat.errors import UsageError
from kawat.record.schema import articles

WORD = re.compile(r"[^\W_]+")
_WORDS = 32  # no more words of a query are looked for
INDEX = table("article_words", column("rowid"))
Phrases = Sequence[Sequence[str]]


def phrases_of(words: str, argument: str = "search") -> list[list[str]]:
    """Take the words apart: a list for each phrase in double quotes, and for each word outside.

    Raises:
        UsageError: there is no word in `words`; the message begins with `argument`.
    """
    found: list[list[str]] = []
    for i, part in enumerate(words.split('"')):
        plain = WORD.findall(part)
        found += [plain] if i % 2 else [[word] for word in plain]
    kept = [phrase for phrase in found if phrase][:_WORDS]
    if not kept:
        raise UsageError(f"{argument}: there is no word in {words!r}", code="no_word", value=words)
    return kept


def matching(connection: Connection, words: str, argument: str) -> Select[int]:
    """Select the numbers of the articles that hold all the words (and phrases in double quotes).

    Raises:
        UsageError: there is no word in `words`.
    """
    phrases = phrases_of(words, argument)
    if connection.dialect.name == "sqlite":
        return select(INDEX.c.rowid).where(sqlite_match(phrases))
    text, asked = postgresql_words(phrases)
    return select(articles.c.number).where(text.op("@@")(asked))


def sqlite_match(phrases: Phrases) -> ColumnElement[bool]:
    """Return the condition on SQLite's index of words."""
    match = " AND ".join('"' + " ".join(phrase) + '"' for phrase in phrases)
    condition: ColumnElement[bool] = literal_column("article_words").op("MATCH")(match)
    return condition


def postgresql_words(phrases: Phrases) -> tuple[ColumnElement[str], ColumnElement[str]]:
    """Return the words of an article as PostgreSQL's index has them, and the query."""
    whole = articles.c.title + literal_column("' '") + articles.c.text
    words = func.to_tsvector(literal_column("'simple'"), func.left(whole, literal_column("200000")))
    asked: ColumnElement[str] = func.phraseto_tsquery(literal_column("'simple'"), " ".join(phrases[0]))
    for phrase in phrases[1:]:
        asked = asked.op("&&")(func.phraseto_tsquery(literal_column("'simple'"), " ".join(phrase)))
    return words, asked
