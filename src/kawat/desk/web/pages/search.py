"""The search: articles that hold the words, with the place, and the events that they tell."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

import msgspec
from litestar import Controller, Response, get

from kawat.desk.clean import line
from kawat.desk.web.desk import Desk
from kawat.desk.web.persons import READER
from kawat.desk.web.proofs import stamp_words
from kawat.desk.web.rows import Row, article_href, row_of
from kawat.errors import UsageError
from kawat.linking.names import fold
from kawat.record.model import Hit
from kawat.record.words import WORD

MOST = 20  # articles
EVENTS = 3  # of one article


class Found(msgspec.Struct, frozen=True):
    """An article in which the words stand."""

    title: str
    href: str  # of the article, at the words
    outlet: str
    said: str
    pieces: tuple[tuple[str, bool], ...]  # of the quotation; true: it is one of the words
    rows: tuple[Row, ...]
    more: int  # events that are left out


class Search(Controller):
    """The search."""

    opt = READER

    @get("/search", sync_to_thread=True)
    def search(self, desk: Desk) -> Response[str]:
        """Find articles by the words of `q`."""
        q, wordless = desk.asked("q")[:400], False
        hits: list[Hit] = []
        try:
            hits = desk.record.search(q, limit=MOST) if q else []
        except UsageError:  # no word in it
            wordless = True
        asked = frozenset(fold(word) for word in WORD.findall(q))
        return desk.page(
            "search.html.j2",
            own=desk.area("event"),
            q=q,
            found=[_found(desk, hit, asked) for hit in hits],
            wordless=wordless,
            most=MOST,
            filtered="/events?" + urlencode({"text": q[:200]}),
            examples=_examples(desk),
        )


def _found(desk: Desk, hit: Hit, asked: frozenset[str]) -> Found:
    events = sorted(desk.record.events_of(hit.article), key=lambda e: e.type != "CONSULT")  # contacts first
    at = urlencode({"at": f"{hit.quote.start}-{hit.quote.end}"})
    return Found(
        title=line(hit.title),
        href=f"{article_href(hit.article)}&{at}#s{hit.quote.start}",
        outlet=line(hit.outlet or hit.article),
        said=stamp_words(hit.published, desk.words),
        pieces=tuple(_pieces(line(hit.quote.quote), asked)),
        rows=tuple(row_of(event, desk.words, desk.today) for event in events[:EVENTS]),
        more=max(0, len(events) - EVENTS),
    )


def _pieces(text: str, asked: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """Cut a text where words that were asked for stand in it."""
    at = 0
    for word in WORD.finditer(text):
        if fold(word.group()) in asked:
            yield text[at : word.start()], False
            yield word.group(), True
            at = word.end()
    yield text[at:], False


def _examples(desk: Desk) -> list[tuple[str, str]]:
    said = desk.area("event")
    return [(said[key], "/search?" + urlencode({"q": said[key]})) for key in ("example_1", "example_2")]
