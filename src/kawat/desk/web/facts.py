"""What is believed of an event, value by value, each with the sentences that say so and who set it right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from kawat.desk import corrections, wording
from kawat.desk.clean import line
from kawat.desk.names import country_name, place_name
from kawat.desk.web.proofs import Proof, Prover, first_day, spans_of, unique
from kawat.desk.web.rows import actor_href, side_of
from kawat.desk.words import Words
from kawat.knowledge.holders import offices_of
from kawat.knowledge.spelling import usual
from kawat.linking.model import Event
from kawat.linking.names import fold
from kawat.reading.model import MUTUAL, Party, Report
from kawat.reading.plover import QUADS

SHOWN = 12  # quotations of one value on the page


class Told(msgspec.Struct, frozen=True):
    """One value with its proofs."""

    text: str
    href: str | None = None
    notes: tuple[str, ...] = ()
    proofs: tuple[Proof, ...] = ()
    more: int = 0  # proofs that the page leaves out


class Fact(msgspec.Struct, frozen=True):
    """A field of an event with its values."""

    key: str
    label: str
    values: tuple[Told, ...]
    by_hand: tuple[str, ...] = ()  # what persons set right, in words
    disputed: str | None = None  # anchor of its disagreement
    contested: bool = False  # which is a contradiction


class Sayer:
    """Says the facts of one event."""

    def __init__(
        self, event: Event, reports: Sequence[Report], prover: Prover, words: Words, says: dict[str, str]
    ):
        self.event = event
        # What was told before it took place, or before it was called off, proves less of what is believed now.
        self.reports = sorted(reports, key=lambda r: r.status != event.status)
        self.prover = prover
        self.words = words
        self.says = says

    def facts(self) -> list[Fact]:
        """Return the facts in the order in which they are read; what nobody tells is left out."""
        found = [self._status(), *self._parties(), self._date(), self._place(), self._type()]
        found += [self._duration(), self._figures(), self._speakers(), self._contexts()]
        return [fact for fact in found if fact is not None]

    def _fact(
        self, key: str, values: Iterable[Told], fields: Sequence[str] = (), label: str = ""
    ) -> Fact | None:
        listed = tuple(values)
        names = (key, *fields)
        about = [c for c in self.event.corrections if c.field in names]
        numbered = enumerate(self.event.disagreements, 1)
        clashes = [
            (f"d{n}", d.kind == "contradiction") for n, d in numbered if d.field.partition(":")[0] in names
        ]
        clash, hard = max(clashes, key=lambda each: each[1], default=(None, False))
        told = tuple(corrections.told(c, self.words) for c in about)
        return Fact(key, label or self.words.screen[key], listed, told, clash, hard) if listed else None

    def _value(self, text: str, proofs: Iterable[Proof | None], *notes: str, href: str | None = None) -> Told:
        found = unique(proofs)
        kept = tuple(note for note in notes if note)
        return Told(text, href, kept, found[:SHOWN], max(0, len(found) - SHOWN))

    def _status(self) -> Fact | None:
        giving = [r for r in self.reports if r.status == self.event.status]
        proofs = map(self.prover.best, giving)
        return self._fact("status", [self._value(self.words.statuses[self.event.status], proofs)])

    def _parties(self) -> Iterator[Fact | None]:
        event = self.event
        if event.type in MUTUAL:
            both = wording.distinct((*event.actors, *event.recipients))
            yield self._fact(
                "parties", map(self._party, both), ("actors", "recipients", "participants", "initiative")
            )
            return
        yield self._fact(
            "actors", map(self._party, wording.distinct(event.actors)), ("participants", "initiative")
        )
        yield self._fact("recipients", map(self._party, wording.distinct(event.recipients)))

    def _party(self, party: Party) -> Told:
        def proofs() -> Iterator[Proof | None]:
            for r in self.reports:
                named = [p for p in (*r.actors, *r.recipients) if p.country == party.country]
                same = [p for p in named if usual(p.person or "", p.country) == party.person] or named
                yield next((self.prover.at(r, p.start, p.end) for p in same), None)

        side = side_of(party, self.words)
        return self._value(side.name, proofs(), *self._offices(party), href=side.href)

    def _offices(self, party: Party) -> Iterator[str]:
        """Say for which state a person acts, in which office, and which offices Kawat knows on that day."""
        if not party.person:
            return
        office, country = (
            wording.office_name(party, self.words),
            country_name(party.country, self.words.language),
        )
        yield self.says["office"].format(office=office, country=country) if office else country
        day = first_day(self.event.date, self.reports)
        for term in offices_of(party.person, day) if day and len(day) == 10 else ():
            named = msgspec.structs.replace(party, office=term.office, country=term.country)
            since = wording.date_words(term.since, self.words)
            until = wording.date_words(term.until, self.words) if term.until else ""
            said = self.says["term" if until else "term_open"].format(since=since, until=until)
            yield f"{wording.office_name(named, self.words) or line(term.office)}: {said}"

    def _date(self) -> Fact | None:
        edtf = self.event.date
        if not edtf:
            return self._fact("date", [Told(self.says["date_untold"])])
        giving = [r for r in self.reports if r.date == edtf] or [r for r in self.reports if r.date]
        proofs = (self.prover.holding(r, r.date_text) for r in giving)
        said = sorted({line(r.date_text) for r in giving if r.date_text})[:4]
        as_told = self.says["as_told"].format(words=", ".join(f"“{each}”" for each in said)) if said else ""
        precision = self.says["precision_" + precision_of(edtf)]
        return self._fact(
            "date",
            [self._value(wording.date_words(edtf, self.words), proofs, precision, line(edtf), as_told)],
        )

    def _place(self) -> Fact | None:
        place = self.event.place
        if place is None:
            return None
        named = [r for r in self.reports if r.place]
        giving = [r for r in named if r.place and fold(r.place.name) == fold(place.name)]
        proofs = (self.prover.at(r, r.place.start, r.place.end) for r in giving if r.place)
        shown = place_name(place.name, self.words.language, place.country)
        where = country_name(place.country, self.words.language) if place.country else ""
        as_told = (
            self.says["as_told"].format(words=f"“{line(place.name)}”") if line(place.name) != shown else ""
        )
        precision = self.says.get("place_" + (place.precision or ""), "")
        at = coordinates(place.lat, place.lon, self.says)
        notes = (where if where != shown else "", precision, at, as_told)
        href = actor_href(place.country) if place.country else None
        return self._fact("place", [self._value(shown, proofs, *notes, href=href)])

    def _type(self) -> Fact | None:
        event = self.event
        same = [r for r in self.reports if r.type == event.type and r.mode == event.mode]
        quad = self.words.quads[QUADS[event.type]]
        told = self._value(wording.kind(event, self.words), map(self.prover.best, same or self.reports), quad)
        label = self.words.screen["mode" if event.type == "CONSULT" else "type"]
        return self._fact("type", [told], ("mode",), label)

    def _duration(self) -> Fact | None:
        event = self.event
        if not event.duration:
            return None
        giving = [r for r in self.reports if r.duration == event.duration]
        hedges = {r.duration_relation for r in giving}
        said = wording.duration_words(event.duration, self.words)
        said = wording.hedged(said, hedges.pop(), self.words) if len(hedges) == 1 else said
        proofs = (self._at(r, "duration") for r in giving)
        return self._fact("duration", [self._value(said, proofs, line(event.duration))])

    def _at(self, report: Report, field: str) -> Proof | None:
        """Return the sentence that gives a field of a report, else the one that says most."""
        found = (self.prover.at(report, *span) for span in spans_of(report, field))
        return next((each for each in found if each), None) or self.prover.best(report)

    def _figures(self) -> Fact | None:
        reports = {r.id: r for r in self.reports}
        told: dict[str, list[Proof | None]] = {}
        for each in self.event.figures:
            said = wording.figure_words(each.figure, self.words)
            said += f" ({self.words.screen['expected']})" * each.forecast
            report = reports.get(each.report)
            proof = self.prover.at(report, each.figure.start, each.figure.end) if report else None
            told.setdefault(said, []).append(proof)
        return self._fact(
            "figures", (self._value(said, proofs) for said, proofs in told.items()), ("figure",)
        )

    def _speakers(self) -> Fact | None:
        told: dict[str, list[Proof | None]] = {}
        for report in self.reports:
            for speaker in report.attributed_to:
                proof = self.prover.at(report, speaker.start, speaker.end)
                told.setdefault(line(speaker.name), []).append(proof)
        values = (self._value(f"“{name}”", proofs) for name, proofs in told.items() if name)
        return self._fact("attributed_to", values)

    def _contexts(self) -> Fact | None:
        touched = {name for report in self.reports for name in report.contexts}
        said = [words for code, words in self.words.contexts.items() if code in touched]
        return self._fact("contexts", [Told(", ".join(said))] if said else ())


def precision_of(edtf: str) -> str:
    """Tell how closely a date is known: day, month, year, span or about."""
    if any(mark in edtf for mark in "?~%X"):
        return "about"
    return "span" if "/" in edtf else {1: "year", 2: "month"}.get(edtf.count("-") + 1, "day")


def coordinates(lat: float | None, lon: float | None, says: dict[str, str]) -> str:
    """Say degrees: "31.95° S, 115.86° E"; nothing where they are not known."""
    if lat is None or lon is None:
        return ""
    north, east = says["south" if lat < 0 else "north"], says["west" if lon < 0 else "east"]
    return f"{abs(lat):.2f}° {north}, {abs(lon):.2f}° {east}"
