"""What the record is asked about articles: single ones, their words, copies, stories, failures."""

from __future__ import annotations

from collections.abc import Iterable

from kawat.errors import RecordError
from kawat.linking.model import Copy, Event, Story
from kawat.pages.model import Article
from kawat.reading.model import Report
from kawat.record import listing, queries, storying
from kawat.record.copying import copies_of, every_copy
from kawat.record.engine import reading
from kawat.record.model import ArticlePage, Copied, CopyPage, Failed, Hit, StoryPage
from kawat.record.search import search
from kawat.record.view import View


class Library(View):
    """The questions about articles and stories."""

    def article_ids(self) -> list[str]:
        """Return the ids of all articles, in the order in which they came."""
        with reading(self._engine) as connection:
            return queries.article_ids(connection)

    def article(self, id: str) -> Article:
        """Return the article with this id.

        Raises:
            RecordError: there is none.
        """
        with reading(self._engine) as connection:
            return queries.find_article(connection, id)

    def article_with(self, digest: str) -> str:
        """Return the id under which the text with this digest (`Article.digest`) is kept.

        Raises:
            RecordError: it is not kept.
        """
        with reading(self._engine) as connection:
            return queries.article_with(connection, digest)

    def articles(self, after: str | None = None, size: int = 50, text: str | None = None) -> ArticlePage:
        """Return `size` articles (that hold these words), the last published first; `after` as in `page`.

        Raises:
            UsageError: the size or the cursor cannot be, or there is no word in `text`.
        """
        with self._up_to_date() as connection:
            question = ("articles", text)
            total = self._kept(connection, question, lambda: listing.total_articles(connection, text))
            return listing.article_page(connection, (after, size), text, total)

    def events_of(self, article: str) -> list[Event]:
        """Return the events that the article with this id tells, by date.

        Raises:
            RecordError: there is no such article.
        """
        with self._up_to_date() as connection:
            return listing.events_of(connection, article)

    def search(self, words: str, limit: int = 20) -> list[Hit]:
        """Return the articles that hold all the words, best first; words in double quotes stand together."""
        with self._up_to_date() as connection:
            return search(connection, words, limit)

    def failures(self) -> list[Failed]:
        """Return the pages that could not be read, in the order in which they came."""
        with reading(self._engine) as connection:
            return queries.failures(connection)

    def copies(self, articles: Iterable[str] | None = None) -> list[Copy]:
        """Return the articles that repeat an earlier one, by their ids: all, or those of some articles."""
        with self._up_to_date() as connection:
            if articles is None:
                return every_copy(connection)
            found = copies_of(connection, articles)
            return [found[id] for id in sorted(found)]

    def copy_page(self, after: str | None = None, size: int = 50) -> CopyPage:
        """Return `size` of the copies (1000 at most), by the ids of the later articles; `after` as in `page`.

        Raises:
            UsageError: the size or the cursor cannot be.
        """
        with self._up_to_date() as connection:
            return listing.copy_page(connection, after, size)

    def copies_of(self, article: str, limit: int | None = None) -> list[Copied]:
        """Return of what the article with this id is a copy, and then its own copies, the earliest first.

        Raises:
            RecordError: there is no such article.
        """
        with self._up_to_date() as connection:
            queries.number_of(connection, article)
            return listing.copies_around(connection, article, limit)

    def stories(self, limit: int | None = None) -> list[Story]:
        """Return the stories of two articles or more, the one told of last first; they are found anew where due."""
        with self._up_to_date(stories=True) as connection:
            return storying.every_story(connection, limit)

    def story(self, id: str) -> Story:
        """Return the story with this id, or of the article with this id; ids of former stories lead on.

        Raises:
            RecordError: there is none.
        """
        with self._up_to_date(stories=True) as connection:
            found = storying.story_of(connection, id)
            if found is None:
                raise RecordError(
                    f"there is no story {id!r}; kawat stories lists those there are", code="no_story", id=id
                )
            return storying.the_story(connection, found)

    def stories_of(self, event: Event | str) -> list[Story]:
        """Return the stories of two articles or more in which an event (or that with this id) is told.

        Raises:
            RecordError: there is no such event.
        """
        with self._up_to_date(stories=True) as connection:
            found = queries.find_event(connection, event) if isinstance(event, str) else event
            return listing.stories_of(connection, found)

    def reports(self, ids: Iterable[str]) -> dict[str, Report]:
        """Return those of the reports that there are, by id, as they were read."""
        with self._up_to_date() as connection:
            return listing.reports_with(connection, ids)

    def homes(self, events: Iterable[Event]) -> dict[str, str]:
        """Map ids of events to that of the story of two articles or more that tells most of each, where one does.

        Stories are taken as they were found last: nothing is found anew.
        """
        with self._up_to_date() as connection:
            return listing.homes(connection, events)

    def story_page(self, after: str | None = None, size: int = 20) -> StoryPage:
        """Return `size` stories of two articles or more, the one told of last first; `after` as in `page`.

        Raises:
            UsageError: the size or the cursor cannot be.
        """
        with self._up_to_date(stories=True) as connection:
            return listing.story_page(connection, after, size)
