"""Composes a brief: what happened, what is to come, what is disputed, and the words that prove each sentence.

An event for which no report quotes a sentence is left out, and counted: nothing stands in a brief unproven.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from kawat.desk import accounts, corrections, wording
from kawat.desk.briefs import choosing, positions, query
from kawat.desk.briefs.choosing import LIMITS, Length
from kawat.desk.briefs.model import Brief, Group, Line, Run, Section, Table
from kawat.desk.briefs.noting import Notes, witnesses
from kawat.desk.briefs.opposing import disputed
from kawat.desk.briefs.sourcing import Articles
from kawat.desk.clean import clip, line
from kawat.desk.names import place_name
from kawat.desk.words import Words
from kawat.linking.model import Event, Story
from kawat.reading.model import Report
from kawat.record.dates import planned_date, standing
from kawat.record.model import EVERYTHING, Filter

if TYPE_CHECKING:
    from kawat.record import Record

TO_COME = frozenset({"planned", "proposed", "postponed"})
OFF = frozenset({"cancelled", "denied"})
KEY_DEVELOPMENTS = 5  # as many as are read at a glance
_LONGEST_TITLE = 200
_STANDINGS = ("overdue", "due", "upcoming", "unresolved")
_WIDTHS = (16, 33, 15, 16, 11, 9)  # date, parties, place, channel, sources, notes


def of_record(
    record: Record,
    wanted: Filter,
    words: Words,
    *,
    today: str,
    title: str | None = None,
    limit: int | None = None,
    length: Length = "standard",
) -> Brief:
    """Compose a brief of the events of a record that pass a filter; with `wanted.story`, of that story's.

    `length` and `limit` are as for `compose`.

    Raises:
        RecordError: there is no such story, or the record cannot be read.
        UsageError: the filter cannot be.
    """
    story = record.story(wanted.story) if wanted.story else None
    of_story = replace(wanted, story=story.id if story else None)
    events, found = choosing.candidates(record, of_story, limit or LIMITS[length])
    return compose(
        events,
        record.reports_of_many,
        words,
        today=today,
        title=title,
        wanted=wanted,
        story=story,
        limit=limit,
        length=length,
        found=found,
        corpus=record.articles(size=1).total,
    )


def compose(
    events: Sequence[Event],
    reports_of: Callable[[Sequence[Event]], Mapping[str, Sequence[Report]]],
    words: Words,
    *,
    today: str,
    title: str | None = None,
    wanted: Filter = EVERYTHING,
    story: Story | None = None,
    limit: int | None = None,
    length: Length = "full",
    found: int | None = None,
    corpus: int | None = None,
) -> Brief:
    """Compose a brief of the weightiest of `events`, as many as `limit` says or as its length has room for.

    `today` (YYYY-MM-DD) parts what is due from what is overdue. `wanted` and `story` say what was asked for,
    `found` how many events there are besides, `corpus` how many articles the record holds. `reports_of` gives the
    reports of events, by their ids.
    """
    weightiest = choosing.weightiest(events, today)[: limit or LIMITS[length]]
    reports = reports_of(weightiest)
    short = length == "short"
    told = {e.id: tuple(witnesses(e, reports[e.id])[:1] if short else reports[e.id]) for e in weightiest}
    about = _About(title, words, today, wanted, story, len(events) if found is None else found, corpus, short)
    made = _made(weightiest, told, about)
    while short and not limit and len(weightiest) > 1 and not choosing.fits(made):
        weightiest = weightiest[:-1]
        made = _made(weightiest, told, about)
    return made


class _About(NamedTuple):
    """What a brief is about, whatever it has room for."""

    title: str | None
    words: Words
    today: str
    wanted: Filter
    story: Story | None
    found: int  # events that pass the filter
    corpus: int | None
    short: bool  # it tells each event in a sentence, with one note


def _made(weightiest: Sequence[Event], told: Mapping[str, tuple[Report, ...]], about: _About) -> Brief:
    """Compose a brief of just these events."""
    words, today, wanted, story = about.words, about.today, about.wanted, about.story
    chosen = sorted(weightiest, key=choosing.by_date)
    proven = [event for event in chosen if any(report.evidence for report in told[event.id])]
    articles = Articles(proven, (report for event in proven for report in told[event.id]))
    writer = _Writer(words, told, Notes(words, articles.numbers))
    sections = (
        tuple(_sections(proven, writer, today)) if not about.short else (_developments(proven, writer),)
    )
    left = about.found - len(chosen)
    return Brief(
        title=clip(line(about.title or ""), _LONGEST_TITLE) or query.title_words(wanted, words, story),
        language=words.language,
        day=today,
        facts=(*_asked(wanted, story, words), *_size(proven, len(chosen), about), _as_of(today, words)),
        sections=sections,
        notes=writer.notes.all(),
        origins=articles.origins(words),
        copies=articles.copies(words),
        nothing=words.brief.nothing,
        left=words.brief.left.format(n=left) if left else "",
    )


def _asked(wanted: Filter, story: Story | None, words: Words) -> Iterator[str]:
    """Yield what was asked for: period and query."""
    period = query.period_words(wanted, words)
    if period:
        yield words.brief.period.format(period=period)
    asked = query.query_words(wanted, words, story)
    if asked:
        yield words.brief.asked.format(query=asked)


def _size(events: Sequence[Event], taken: int, about: _About) -> Iterator[str]:
    """Yield how much is told of so many events taken, and what is not."""
    says = about.words.brief
    articles = {article for event in events for article in event.articles}
    sources = {witness.name for event in events for witness in event.sources}
    made = says.made.format(events=len(events), articles=len(articles), sources=len(sources))
    yield made if about.corpus is None else f"{made} {says.corpus.format(articles=about.corpus)}"
    if taken < about.found:
        yield says.shown.format(shown=taken, found=about.found)
    if len(events) < taken:
        yield says.unproven.format(n=taken - len(events))
    yield _glance(events, about.words)


def _as_of(today: str, words: Words) -> str:
    return words.brief.as_of.format(day=wording.date_words(today, words))


def _glance(events: Sequence[Event], words: Words) -> str:
    """Say how many contacts were held, are to come, came to nothing, and how many events are disputed."""
    stands = [event.status for event in events if event.type == "CONSULT"]
    return words.brief.glance.format(
        held=stands.count("held"),
        planned=sum(status in TO_COME for status in stands),
        off=sum(status in OFF for status in stands),
        acts=len(events) - len(stands),
        disputed=sum(bool(event.disagreements) for event in events),
    )


def _sections(events: Sequence[Event], writer: _Writer, today: str) -> Iterator[Section]:
    says, words, told = writer.words.brief, writer.words, writer.told
    contacts = [event for event in events if event.type == "CONSULT"]
    to_come = [event for event in contacts if event.status in TO_COME]

    def reports(event: Event) -> Sequence[Report]:
        return told[event.id]

    def acts(types: Sequence[str]) -> tuple[Group, ...]:
        return tuple(positions.sheet(events, types, reports, writer.notes, words))

    yield _developments(choosing.weightiest(events, today)[:KEY_DEVELOPMENTS], writer)
    yield _contacts("held", [e for e in contacts if e.status == "held"], writer)
    yield _contacts("planned", to_come, writer)
    yield _contacts("off", [e for e in contacts if e.status in OFF], writer)
    yield Section("positions", says.positions, acts(positions.POSITIONS))
    yield Section("acts", says.acts, acts(positions.DEEDS))
    yield Section("disagreements", says.disagreements, tuple(disputed(events, reports, writer.notes, words)))
    yield Section("agenda", says.agenda, tuple(_agenda(to_come, writer, today)))


def _developments(events: Sequence[Event], writer: _Writer) -> Section:
    lines = tuple(writer.tell(event) for event in events)
    title = writer.words.brief.developments
    return Section("developments", title, (Group(lines=lines),) if lines else ())


def _contacts(kind: str, events: Sequence[Event], writer: _Writer) -> Section:
    """Set contacts as a table."""
    says = writer.words.brief
    title = {"held": says.contacts_held, "planned": says.contacts_planned, "off": says.contacts_off}[kind]
    heads = tuple(says.columns[key] for key in ("date", "parties", "place", "channel", "sources", "notes"))
    rows = tuple(writer.row(event) for event in events)
    groups = (Group(table=Table(heads, _WIDTHS, rows)),) if rows else ()
    return Section(f"contacts_{kind}", title, groups)


def _agenda(events: Sequence[Event], writer: _Writer, today: str) -> Iterator[Group]:
    """Group what is to come: what nobody reported back on, what is due, what comes later, what is open."""
    for stands in _STANDINGS:
        lines = tuple(writer.due(e, stands) for e in events if standing(e, today) == stands)
        if lines:
            head = writer.words.brief.standings[stands]
            yield Group(Line((Run(head, "strong"),)), lines)


class _Writer:
    """Writes sentences and rows with their notes."""

    def __init__(self, words: Words, told: Mapping[str, tuple[Report, ...]], notes: Notes) -> None:
        self.words = words
        self.told = told
        self.notes = notes

    def tell(self, event: Event) -> Line:
        """Tell an event in a sentence."""
        return Line((Run(self._sentence(event), notes=self._cite(event)),))

    def due(self, event: Event, stands: str) -> Line:
        """Tell what is to come, for the day planned last; say where that has passed in silence, or is not settled."""
        day = planned_date(event)
        told = self._sentence(replace(event, date=day or event.date))
        word = accounts.last_word(event)
        template = {
            "overdue": self.words.brief.overdue if day else self.words.brief.stale,
            "unresolved": self.words.brief.unresolved,
        }.get(stands, "{sentence}")
        said = wording.date_words(word.said[:10], self.words) if word.said else self.words.brief.undated
        text = template.format(sentence=told, source=line(word.source), day=said)
        return Line((Run(text, notes=self._cite(event)),))

    def row(self, event: Event) -> tuple[Line, ...]:
        """Tell a contact in a row: date, parties, place, channel, sources, notes."""
        words = self.words
        parties = wording.distinct((*event.actors, *event.recipients))
        day = wording.date_words(event.date, words) if event.date else words.brief.undated
        place = place_name(event.place.name, words.language, event.place.country) if event.place else ""
        cells = (
            (Run(day),),
            (Run(wording.side(parties, words)), *self._remarks(event)),
            (Run(place or "–"),),
            tuple(self._channel(event)),
            (Run(words.brief.counted.format(sources=len(event.sources), articles=len(event.articles))),),
            (Run("", notes=self._cite(event)),),
        )
        return tuple(map(Line, cells))

    def _channel(self, event: Event) -> Iterator[Run]:
        yield Run(self.words.contacts[event.mode or "unspecified"].name)
        if event.status not in ("held", "planned"):
            yield Run(self.words.statuses[event.status], "strong")
        said = wording.how_long(event, self.words, self.told[event.id]).strip()
        if said and event.duration not in said.split():  # one that has no words is none to read
            yield Run(said, "aside")

    def _remarks(self, event: Event) -> Iterator[Run]:
        said = wording.who_says(event, self.words).strip(" ,")
        if said:
            yield Run(said, "aside")
        if event.corrections:
            fields = corrections.fields(event, self.words)
            yield Run(self.words.brief.by_hand.format(fields=fields), "aside")

    def _sentence(self, event: Event) -> str:
        text = wording.sentence(event, self.words, self.told[event.id])
        if event.corrections:
            text += " " + self.words.brief.by_hand.format(fields=corrections.fields(event, self.words))
        return text

    def _cite(self, event: Event) -> tuple[int, ...]:
        return self.notes.cite(witnesses(event, self.told[event.id]))
