"""Composes a brief: what happened, what is to come, what is disputed, and the words that prove each sentence.

An event for which no report quotes a sentence is left out, and counted: nothing stands in a brief unproven.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from kawat.desk import accounts, corrections, wording
from kawat.desk.briefs import positions, query
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
SHOWN = 200  # events in a brief where nobody says how many: more is no brief
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
    limit: int = SHOWN,
) -> Brief:
    """Compose a brief of the events of a record that pass a filter; with `wanted.story`, of that story's.

    Raises:
        RecordError: there is no such story, or the record cannot be read.
        UsageError: the filter cannot be.
    """
    story = record.story(wanted.story) if wanted.story else None
    events = record.timeline(replace(wanted, story=None, limit=None))
    if story:
        told = set(story.articles)
        events = [event for event in events if not told.isdisjoint(event.articles)]
    return compose(
        events,
        record.reports_of_many,
        words,
        today=today,
        title=title,
        wanted=wanted,
        story=story,
        limit=limit,
        corpus=record.counts().articles,
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
    corpus: int | None = None,
) -> Brief:
    """Compose a brief of `events`, of the weightiest `limit` where there are more.

    `today` (YYYY-MM-DD) parts what is due from what is overdue. `wanted` and `story` say what was asked for,
    `corpus` how many articles the record holds. `reports_of` gives the reports of events, by their ids.
    """
    chosen = sorted(_weightiest(events)[:limit], key=_by_date)
    told = {id: tuple(reports) for id, reports in reports_of(chosen).items()}
    proven = [event for event in chosen if any(report.evidence for report in told[event.id])]
    articles = Articles(proven, (report for event in proven for report in told[event.id]))
    writer = _Writer(words, told, Notes(words, articles.numbers))
    sections = tuple(_sections(proven, writer, today))
    counted = _Counted(len(events), len(chosen), len(proven), corpus)
    return Brief(
        title=clip(line(title or ""), _LONGEST_TITLE) or query.title_words(wanted, words, story),
        language=words.language,
        day=today,
        facts=(*_asked(wanted, story, words), *_size(proven, counted, words), _as_of(today, words)),
        sections=sections,
        notes=writer.notes.all(),
        origins=articles.origins(words),
        copies=articles.copies(words),
        nothing=words.brief.nothing,
    )


class _Counted(NamedTuple):
    """How many events were found, taken and proven, and how many articles the record holds."""

    found: int
    taken: int
    proven: int
    corpus: int | None


def _asked(wanted: Filter, story: Story | None, words: Words) -> Iterator[str]:
    """Yield what was asked for: period and query."""
    period = query.period_words(wanted, words)
    if period:
        yield words.brief.period.format(period=period)
    asked = query.query_words(wanted, words, story)
    if asked:
        yield words.brief.asked.format(query=asked)


def _size(events: Sequence[Event], counted: _Counted, words: Words) -> Iterator[str]:
    """Yield how much is told, and what is not."""
    says = words.brief
    articles = {article for event in events for article in event.articles}
    sources = {witness.name for event in events for witness in event.sources}
    made = says.made.format(events=counted.proven, articles=len(articles), sources=len(sources))
    yield made if counted.corpus is None else f"{made} {says.corpus.format(articles=counted.corpus)}"
    if counted.taken < counted.found:
        yield says.shown.format(shown=counted.taken, found=counted.found)
    if counted.proven < counted.taken:
        yield says.unproven.format(n=counted.taken - counted.proven)
    yield _glance(events, words)


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

    key = tuple(writer.tell(event) for event in _weightiest(events)[:KEY_DEVELOPMENTS])
    yield Section("developments", says.developments, _grouped(key))
    yield _contacts("held", [e for e in contacts if e.status == "held"], writer)
    yield _contacts("planned", to_come, writer)
    yield _contacts("off", [e for e in contacts if e.status in OFF], writer)
    yield Section("positions", says.positions, acts(positions.POSITIONS))
    yield Section("acts", says.acts, acts(positions.DEEDS))
    yield Section("disagreements", says.disagreements, tuple(disputed(events, reports, writer.notes, words)))
    yield Section("agenda", says.agenda, tuple(_agenda(to_come, writer, today)))


def _grouped(lines: tuple[Line, ...]) -> tuple[Group, ...]:
    return (Group(lines=lines),) if lines else ()


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


def _by_date(event: Event) -> tuple[str, str]:
    """Order by the event's own day, or, where nobody says it, by the day of its first report."""
    return event.date or wording.first_said(event) or "9999", event.id


def _weightiest(events: Sequence[Event]) -> list[Event]:
    """Order by how many independent sources tell of an event, then how many reports; of these the latest first."""
    latest = sorted(events, key=_by_date, reverse=True)
    latest.sort(key=lambda e: (len(e.sources), len(e.reports), e.date is not None), reverse=True)
    return latest


class _Writer:
    """Writes sentences and rows with their notes."""

    def __init__(self, words: Words, told: dict[str, tuple[Report, ...]], notes: Notes) -> None:
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
