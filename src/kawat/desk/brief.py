"""Writes a brief: what happened, what is to come, what is disputed, and the words that prove each sentence.

A brief is first composed (`compose`) and then set as Markdown or HTML, so that both say the same with the
same numbers. An event for which no report quotes a sentence is left out: nothing stands in a brief unproven.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import msgspec

from kawat.desk import accounts, corrections, disputes, wording
from kawat.desk.clean import clip, line
from kawat.desk.words import Words
from kawat.linking.model import Disagreement, Event, Value
from kawat.reading.model import Report
from kawat.record.dates import planned_date, standing
from kawat.text import Quote

TO_COME = frozenset({"planned", "proposed", "postponed"})
KEY_DEVELOPMENTS = 5  # as many as are read at a glance
EXCERPT = 240  # characters of a quotation within the text; its note carries all of it
NOTES_PER_SENTENCE = 3  # independent sources cited for one sentence
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&$!^])")
_LIST_MARK = re.compile(r"^(\d+)([.)])|^([-+=])")
_LINK = re.compile(r"(?<=www)\.|:(?=//)")


class Note(msgspec.Struct, frozen=True):
    """A footnote: where the words stand and what they are."""

    number: int
    where: str  # outlet, upstream, day
    quote: str  # in the language of the article
    place: str  # article id and offsets
    language: str


class Line(msgspec.Struct, frozen=True):
    """A sentence of the brief with the numbers of its notes."""

    text: str
    notes: tuple[int, ...]


class Section(msgspec.Struct, frozen=True):
    """A heading with its sentences."""

    title: str
    lines: tuple[Line, ...]


class Brief(msgspec.Struct, frozen=True):
    """A brief, composed and not yet set."""

    title: str
    language: str
    lede: tuple[str, ...]
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]


def compose(
    events: Sequence[Event],
    reports_of: Callable[[Event], Sequence[Report]],
    words: Words,
    *,
    today: str,
    title: str | None = None,
    period: str | None = None,
) -> Brief:
    """Compose a brief of `events`. `today` (YYYY-MM-DD) parts what is due from what is overdue."""
    told = {event.id: tuple(reports_of(event)) for event in events}
    events = [event for event in events if any(report.evidence for report in told[event.id])]
    writer = _Writer(words, told)
    sections = tuple(_sections(events, writer, today))
    articles = {article for event in events for article in event.articles}
    sources = {witness.name for event in events for witness in event.sources}
    made = words.brief.made.format(events=len(events), articles=len(articles), sources=len(sources))
    lede = ((words.brief.period.format(period=line(period)),) if period else ()) + (made,)
    return Brief(
        line(title or words.brief.title), words.language, lede, sections, tuple(writer.notes.values())
    )


def _sections(events: Sequence[Event], writer: _Writer, today: str) -> Iterable[Section]:
    head = writer.words.brief
    contacts = sorted((e for e in events if e.type == "CONSULT"), key=_by_date)
    acts = sorted((e for e in events if e.type != "CONSULT"), key=_by_date)
    to_come = [e for e in contacts if e.status in TO_COME]
    yield Section(head.developments, tuple(map(writer.tell, _weightiest(events))))
    yield Section(head.contacts_held, tuple(writer.tell(e) for e in contacts if e.status == "held"))
    yield Section(head.contacts_planned, tuple(map(writer.tell, to_come)))
    off = [e for e in contacts if e.status in ("cancelled", "denied")]
    yield Section(head.contacts_off, tuple(map(writer.tell, off)))
    yield Section(head.acts, tuple(map(writer.quote, acts)))
    disputed = [(e, d) for e in (*contacts, *acts) for d in e.disagreements]
    yield Section(head.disagreements, tuple(writer.dispute(e, d) for e, d in disputed))
    yield Section(head.agenda, tuple(writer.due(e, today) for e in to_come))
    yield Section(head.sources, tuple(_sources(events, writer.words)))


def _by_date(event: Event) -> tuple[str, str]:
    """Order by the event's own day, or, where nobody says it, by the day of its first report."""
    return event.date or wording.first_said(event) or "9999", event.id


def _weightiest(events: Sequence[Event]) -> list[Event]:
    """Choose what most independent sources tell, then most reports; of these the latest."""
    latest = sorted(events, key=_by_date, reverse=True)
    latest.sort(key=lambda e: (len(e.sources), len(e.reports), e.date is not None), reverse=True)
    return latest[:KEY_DEVELOPMENTS]


def _sources(events: Sequence[Event], words: Words) -> Iterable[Line]:
    outlets: dict[str, set[str]] = {}
    articles: dict[str, set[str]] = {}
    for witness in (witness for event in events for witness in event.sources):
        outlets.setdefault(witness.name, set()).update(witness.outlets)
        articles.setdefault(witness.name, set()).update(witness.articles)
    for name in sorted(outlets):
        told = ", ".join(sorted(line(outlet) for outlet in outlets[name] if outlet != name))
        ids = ", ".join(sorted(map(line, articles[name])))
        template = words.brief.source_line if told else words.brief.source_alone
        yield Line(template.format(name=line(name), outlets=told, articles=ids), ())


class _Writer:
    """Writes sentences and numbers their notes in the order of first use."""

    def __init__(self, words: Words, told: dict[str, tuple[Report, ...]]) -> None:
        self.words = words
        self.told = told
        self.notes: dict[tuple[str, int, int], Note] = {}

    def tell(self, event: Event) -> Line:
        """Tell an event in a sentence."""
        text = wording.sentence(event, self.words, self.told[event.id])
        if event.corrections:
            fields = corrections.fields(event, self.words)
            text = self.words.brief.corrected.format(sentence=text, fields=fields)
        return Line(text, self._cite(_witnesses(event, self.told[event.id])))

    def quote(self, event: Event) -> Line:
        """Tell an act, and what was said, in the words of its first source."""
        told, cited = self.tell(event), _witnesses(event, self.told[event.id])
        excerpt = clip(line(_best(cited[0]).quote), EXCERPT)
        return Line(self.words.brief.excerpt.format(sentence=told.text, quote=excerpt), told.notes)

    def due(self, event: Event, today: str) -> Line:
        """Tell what is to come, for the day planned last; say where that has passed in silence, or is not settled."""
        day = planned_date(event)
        told = self.tell(msgspec.structs.replace(event, date=day or event.date))
        stands, word = standing(event, today), accounts.last_word(event)
        template = {
            "overdue": self.words.brief.overdue if day else self.words.brief.stale,
            "unresolved": self.words.brief.unresolved,
        }.get(stands, "{sentence}")
        said = wording.date_words(word.said[:10], self.words) if word.said else self.words.brief.undated
        text = template.format(sentence=told.text, source=line(word.source), day=said)
        return Line(text, told.notes)

    def dispute(self, event: Event, disagreement: Disagreement) -> Line:
        """Put the values of a disagreement side by side, each with the sources that give it."""
        reports = [r for r in self.told[event.id] if r.evidence]
        wanted = {id for value in disagreement.values for id in value.reports}
        values = "; ".join(self._value(disagreement.field, value) for value in disagreement.values)
        text = self.words.brief.disagreement_line.format(
            sentence=wording.sentence(event, self.words, reports),
            field=disputes.field_name(disagreement.field, self.words),
            kind=disputes.kind(disagreement, self.words),
            values=values,
        )
        return Line(text, self._cite([r for r in reports if r.id in wanted] or reports[:1]))

    def _value(self, field: str, value: Value) -> str:
        sources = ", ".join(map(line, value.sources))
        return f"{disputes.telling(field, value, self.words)} ({sources})"

    def _cite(self, reports: Sequence[Report]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(self._note(report, _best(report)) for report in reports))

    def _note(self, report: Report, quote: Quote) -> int:
        key = (report.article, quote.start, quote.end)
        if key not in self.notes:
            self.notes[key] = Note(
                number=len(self.notes) + 1,
                where=_where(report, self.words),
                quote=line(quote.quote),
                place=self.words.brief.article.format(
                    article=line(report.article), start=quote.start, end=quote.end
                ),
                language=report.language,
            )
        return self.notes[key].number


def _witnesses(event: Event, reports: Sequence[Report]) -> list[Report]:
    """Choose the reports to cite: of each independent source the first that gives the event's status.

    Where none of these gives the date, place or duration that the sentence tells, one that does is added.
    """
    proving = [r for r in reports if r.evidence]
    fitting = [r for r in proving if r.status == event.status] or proving
    first: dict[str, Report] = {}
    for report in fitting:
        source = next((w.name for w in event.sources if report.article in w.articles), report.article)
        first.setdefault(source, report)
    cited = list(first.values())[:NOTES_PER_SENTENCE]
    for told, gives in _GIVES:
        value = told(event)
        if value and not any(gives(report) == value for report in cited):
            cited += [report for report in proving if gives(report) == value][:1]
    return cited


def _place(of: Event | Report) -> str | None:
    return of.place.name if of.place else None


#: What a sentence tells beside its sides: how the event and a report give it.
_GIVES: tuple[tuple[Callable[[Event], str | None], Callable[[Report], str | None]], ...] = (
    (lambda e: e.date, lambda r: r.date),
    (_place, _place),
    (lambda e: e.duration, lambda r: r.duration),
)


def _best(report: Report) -> Quote:
    """Choose the sentence that proves most, with place, date and full names in it; the first of such."""
    names = {party.person or party.name for party in (*report.actors, *report.recipients)}
    names |= {name for name in (report.date_text, _place(report)) if name}
    return max(report.evidence, key=lambda quote: sum(name in quote.quote for name in names))


def _where(report: Report, words: Words) -> str:
    """Say who published the report, from whom, and when."""
    outlet = line(report.outlet or report.article)
    if report.upstream:
        upstream = ", ".join(map(line, report.upstream))
        outlet = words.brief.from_upstream.format(outlet=outlet, upstream=upstream)
    day = wording.date_words(report.published[:10], words) if report.published else words.brief.undated
    return f"{outlet}, {day}"


def escape_markdown(text: str) -> str:
    """Return `text` so that Markdown shows it to the letter: no markup, no list, no link."""
    text = _MARKUP.sub(r"\\\1", line(text))
    text = _LINK.sub(lambda mark: "\\" + mark[0], text)
    return _LIST_MARK.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else "\\" + m[3], text)


def markdown(brief: Brief, words: Words) -> str:
    """Set a brief as Markdown with footnotes (``[^1]``)."""
    lines = [f"# {escape_markdown(brief.title)}", ""]
    lines += [paragraph for text in brief.lede for paragraph in (escape_markdown(text), "")]
    for section in brief.sections:
        lines += [f"## {escape_markdown(section.title)}", ""]
        for each in section.lines:
            lines.append(f"- {escape_markdown(each.text)}{''.join(f'[^{n}]' for n in each.notes)}")
        lines += [words.brief.nothing] * (not section.lines) + [""]
    for note in brief.notes:
        told = f"{note.where}: “{note.quote}” ({note.place})"
        lines.append(f"[^{note.number}]: {escape_markdown(told)}")
    return "\n".join(lines).rstrip() + "\n"


def html(brief: Brief, words: Words) -> str:
    """Set a brief as one HTML page that needs nothing else: no script, no style sheet, no image."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("brief.html.j2").render(
        brief=brief, words=words, cited=_first_uses(brief)
    )


def _first_uses(brief: Brief) -> dict[int, tuple[int, int]]:
    """Return for each note the section and line (from 0) that cite it first: its way back."""
    first: dict[int, tuple[int, int]] = {}
    for s, section in enumerate(brief.sections):
        for n, each in enumerate(section.lines):
            for number in each.notes:
                first.setdefault(number, (s, n))
    return first
