"""Stories: articles of one unfolding matter, with the events that they tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from litestar import Controller, Response, get
from litestar.params import FromPath
from litestar.response import Redirect

from kawat.desk import accounts
from kawat.desk.clean import line
from kawat.desk.names import country_name
from kawat.desk.web import drawn, profiles, sheets
from kawat.desk.web.desk import Desk
from kawat.desk.web.pages.actors import number
from kawat.desk.web.persons import READER
from kawat.desk.web.rows import Side, actor_href, article_href, row_of, story_href
from kawat.errors import RecordError
from kawat.linking.model import Event, Member, Story
from kawat.pages.model import Article
from kawat.record.model import Filter

SIZE = 25  # stories on a page
EVENTS = 100  # newest events of a story that its page shows
ARTICLES = 30  # articles of a story on a page
PARTIES = 8
DISPUTED = 8


class Told(msgspec.Struct, frozen=True):
    """A story in the list."""

    title: str
    href: str
    first: str
    last: str
    articles: int
    events: int
    parties: tuple[Side, ...]
    further: int  # parties that are not named


class Page(msgspec.Struct, frozen=True):
    """An article of a story."""

    title: str
    href: str
    outlet: str
    day: str
    language: str
    how: tuple[str, ...]  # how it belongs to its sources: copied from whom, with how much, how much later


class Stories(Controller):
    """Stories."""

    opt = READER

    @get("/stories", sync_to_thread=True)
    def stories(self, desk: Desk) -> Response[str]:
        """List the stories, the one told of last first."""
        found = desk.record.story_page(after=desk.asked("after") or None, size=SIZE)
        return desk.page(
            "stories.html.j2",
            rows=[told(desk, story) for story in found.stories],
            total=found.total,
            next=desk.here(after=found.next) if found.next else None,
            first=desk.here(after=None) if desk.asked("after") else None,
            said=desk.area("actors"),
        )

    @get("/stories/{id:str}", sync_to_thread=True)
    def story(self, desk: Desk, id: FromPath[str]) -> Response[str] | Redirect:
        """Show a story; ids of former stories lead on."""
        try:
            story = desk.record.story(id)
        except RecordError:
            said = desk.area("actors")
            return desk.page("story_lost.html.j2", status=404, name=line(id), said=said)
        if story.id != id:
            return Redirect(story_href(story.id))
        return desk.page("story.html.j2", **_story(desk, story))


def told(desk: Desk, story: Story) -> Told:
    """Return a story as lists show it."""
    return Told(
        title=line(story.title) or desk.area("actors")["untitled"],
        href=story_href(story.id),
        first=profiles.day(desk, (story.first or "")[:10]),
        last=profiles.day(desk, (story.last or "")[:10]),
        articles=len(story.articles),
        events=len(story.events),
        parties=tuple(
            Side(country_name(code, desk.language), actor_href(code), line(code))
            for code in story.parties[:PARTIES]
        ),
        further=max(0, len(story.parties) - PARTIES),
    )


def _story(desk: Desk, story: Story) -> dict[str, Any]:
    wanted = Filter(story=story.id)
    page = desk.record.page(wanted, size=EVENTS)
    differing = desk.record.page(Filter(story=story.id, differs="any"), size=EVENTS)
    start = number(desk, "start")
    shown = story.articles[start : start + ARTICLES]
    return {
        "story": told(desk, story),
        "timeline": drawn.drawn(drawn.timeline(desk, page.events, wanted)) if page.events else None,
        "rows": [row_of(event, desk.words, desk.today) for event in page.events],
        "total": page.total,
        "disputes": sheets.differing(desk, differing.events, DISPUTED),
        "differing": differing.total,
        "articles": _pages(desk, shown, page.events),
        "first": desk.here(start=None) + "#articles" if start else None,
        "more": desk.here(start=str(start + ARTICLES)) + "#articles"
        if len(story.articles) > start + ARTICLES
        else None,
        "doors": profiles.doors(wanted),
        "said": desk.area("actors"),
    }


def _pages(desk: Desk, ids: Sequence[str], events: Sequence[Event]) -> list[Page]:
    """Return articles with what is known of how they came by what they tell."""
    members: dict[str, dict[str, None]] = {}
    witnesses = [witness for event in events for witness in event.sources]
    outlets = {m.article: m.outlet for w in witnesses for m in w.members if m.outlet}
    for witness in witnesses:
        for member in witness.members:
            members.setdefault(member.article, {}).update(dict.fromkeys(_how(desk, member, outlets)))
    return [_page(desk, desk.record.article(id), tuple(members.get(id, ()))) for id in ids]


def _page(desk: Desk, article: Article, how: tuple[str, ...]) -> Page:
    published = article.published.value if article.published else ""
    return Page(
        title=line(article.title or article.id),
        href=article_href(article.id),
        outlet=line(article.outlet or ""),
        day=profiles.day(desk, published[:10]),
        language=article.language,
        how=how,
    )


def _how(desk: Desk, member: Member, outlets: Mapping[str, str]) -> list[str]:
    """Say how an article belongs to an independent source; nothing where it is its own report."""
    said = desk.area("actors")
    if member.relation == "own":
        return []
    of = outlets.get(member.of, member.of) if member.of else None
    told = said["how_" + member.relation].format(via=line(member.via or of or said["another"]))
    about = [accounts.share(member.share), accounts.delay(member.delay, desk.words) if member.delay else ""]
    about = [each for each in about if each]
    return [f"{told} ({', '.join(about)})" if about else told]
