"""Chooses the words that prove a sentence, and numbers the notes in the order of first use."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kawat.desk import wording
from kawat.desk.briefs.model import Note
from kawat.desk.clean import line
from kawat.desk.words import Words
from kawat.linking.model import Event
from kawat.reading.model import Report
from kawat.text import Quote

NOTES_PER_SENTENCE = 3  # independent sources cited for one sentence


class Notes:
    """The notes of one brief. `articles` numbers the articles by id."""

    def __init__(self, words: Words, articles: dict[str, int]) -> None:
        self._words = words
        self._articles = articles
        self._made: dict[tuple[str, int, int], Note] = {}

    def cite(self, reports: Sequence[Report]) -> tuple[int, ...]:
        """Return the numbers of notes to the best sentence of each report, in their order."""
        return tuple(sorted({self._note(report, best(report)) for report in reports}))

    def all(self) -> tuple[Note, ...]:
        """Return the notes made, by number."""
        return tuple(self._made.values())

    def _note(self, report: Report, quote: Quote) -> int:
        key = (report.article, quote.start, quote.end)
        if key not in self._made:
            self._made[key] = Note(
                number=len(self._made) + 1,
                where=where(report, self._words),
                quote=quote.quote,
                place=self._words.brief.article.format(
                    article=line(report.article), start=quote.start, end=quote.end
                ),
                language=line(report.language),
                untranslated=untranslated(report.language, self._words),
                article=report.article,
                start=quote.start,
                end=quote.end,
                source=self._articles[report.article],
            )
        return self._made[key].number


def untranslated(language: str, words: Words) -> str:
    """Say that a quotation is in another language than the brief, and which; "" where it is in the same."""
    if language == words.language:
        return ""
    name = words.brief.languages.get(language, line(language))
    return words.brief.untranslated.format(language=name)


def witnesses(event: Event, reports: Sequence[Report]) -> list[Report]:
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


def best(report: Report) -> Quote:
    """Choose the sentence that proves most, with place, date and full names in it; the first of such."""
    names = {party.person or party.name for party in (*report.actors, *report.recipients)}
    names |= {name for name in (report.date_text, _place(report)) if name}
    return max(report.evidence, key=lambda quote: sum(name in quote.quote for name in names))


def where(report: Report, words: Words) -> str:
    """Say who published the report, from whom, and when."""
    outlet = line(report.outlet or report.article)
    if report.upstream:
        upstream = ", ".join(map(line, report.upstream))
        outlet = words.brief.from_upstream.format(outlet=outlet, upstream=upstream)
    day = wording.date_words(report.published[:10], words) if report.published else words.brief.undated
    return f"{outlet}, {day}"
