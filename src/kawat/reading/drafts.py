"""Candidates -> drafts: each with its day, place, channel, speakers and figures, before those of one event are merged.

In: the candidates of one sentence, its row of items, the calendar, the article's memory.
Out: a draft for each, none where the details show that it is no event.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from kawat.reading.acts import PHYSICAL
from kawat.reading.calendars import Calendar
from kawat.reading.candidates import Candidate
from kawat.reading.dating import dated, duration, lasts
from kawat.reading.details import REMOTE, mode, speakers
from kawat.reading.discourse import together
from kawat.reading.figures import figures
from kawat.reading.lexicon import Lexicon
from kawat.reading.locating import place
from kawat.reading.mentions import Memory, Side, codes
from kawat.reading.model import Figure, Mode, Place, Speaker
from kawat.reading.places import place_at
from kawat.reading.site import MUTUAL_VOICES
from kawat.reading.structure import Item


@dataclass(slots=True)
class Draft:
    """An event of the article in the making: the candidates that tell it, and its values so far."""

    candidates: list[Candidate]
    type: str
    actors: list[Side]
    recipients: list[Side]
    status: str
    soft: bool  # the status is only the default of a noun: "pertemuan"
    mode: Mode | None
    date: str | None
    date_text: str | None
    place: Place | None
    duration: str | None
    duration_relation: str | None
    speakers: list[Speaker]
    figures: list[Figure] = field(default_factory=list)
    sure: float | None = None  # the coder's chance that it is an event of the article, 0..1

    @property
    def codes(self) -> set[str]:
        """The codes of all sides."""
        return codes(self.actors, self.recipients)

    @property
    def first(self) -> Candidate:
        """The candidate that gave the draft its values."""
        return self.candidates[0]


def draft(c: Candidate, row: list[Item], calendar: Calendar, lex: Lexicon, memory: Memory) -> Draft | None:
    """Gather what the sentence says of a candidate; None where that shows it to be no event."""
    when, timex = dated(c, row, calendar)
    if when is not None:
        c.status = _on_its_day(c, when, calendar.published)
    if when is None and any(
        h.word is not None and "same_time" in h.word.classes for h in c.sentence.hits.values()
    ):
        when = memory.last_date
    if c.status == "denied" and not c.disclaimed and lasts(c):
        return None  # "have not met for years" is no event
    _note(c, when, memory)
    where = place(c, lex)
    channel = mode(c, where)
    long, relation = duration(c)
    return Draft(
        candidates=[c],
        type=c.type,
        actors=c.actors,
        recipients=c.recipients,
        status=c.status,
        soft=c.trigger.voice == "noun" and c.status == "held" and c.item.prep != "during",
        mode=channel,
        date=when,
        date_text=timex.text if timex else None,
        place=where if channel not in REMOTE else None,
        duration=long,
        duration_relation=relation,
        speakers=speakers(c),
        figures=figures(c.sentence, lex) if c.type in PHYSICAL else [],
    )


def _is_ahead(edtf: str, published: date | None) -> bool:
    """Tell whether a date lies behind the day of publication, as far as it goes."""
    return published is not None and edtf[:10] > published.isoformat()[: len(edtf[:10])]


def _on_its_day(c: Candidate, when: str, published: date | None) -> str:
    """Return the status by the day: what lies ahead is planned, and an occasion that is over was held.

    "Perundingan akan digelar setelah pertemuan X dan Y pada 3 Mei": they met.
    """
    if c.status == "held" and _is_ahead(when, published):
        return "planned"
    over = c.status == "planned" and c.item.prep == "during" and _is_past(when, published)
    return "held" if over else c.status


def _is_past(edtf: str, published: date | None) -> bool:
    """Tell whether a date was over on the day of publication, as far as it goes."""
    end = edtf.rpartition("/")[2]
    return published is not None and end < published.isoformat()[: len(end)]


def _note(c: Candidate, when: str | None, memory: Memory) -> None:
    """Remember the day of the event, and of a contact who met."""
    if when is not None and len(when) == 10:
        memory.last_date = when
    if c.type == "CONSULT":
        sides = [*c.actors, *c.recipients]
        together(sides, memory)
        if len(sides) == 2 and c.status == "held":
            travels = c.trigger.frame.each  # who calls somewhere has yet to deal with his hosts
            memory.journey = sides if travels else []
            memory.contact = memory.contact if travels else sides


#: Acts of one side: where two do so to each other ("saling menuduh"), it is two acts (gold guide, "Hard cases").
ONE_SIDED = frozenset({"ACCUSE", "THREATEN", "SANCTION", "COERCE", "REQUEST", "REJECT", "SUPPORT"})


def is_of_each(c: Candidate) -> bool:
    """Tell whether two do it to each other, and each for himself; what they sign, they sign together."""
    acting, reached = codes(c.actors), codes(c.recipients)
    alone = c.type in ONE_SIDED and not (c.type == "SUPPORT" and c.trigger.frame.mutual)
    # "traded blame with Peru"
    exchange = c.type in ("ACCUSE", "THREATEN") and c.trigger.voice in MUTUAL_VOICES
    with_other = exchange and len(acting) == len(reached) == 1
    return alone and len(acting | reached) == 2 and (acting == reached or with_other)


def split(d: Draft) -> list[Draft]:
    """Part what is told together: one contact for each, one act of each of two that do it to each other.

    So are calls and letters to several leaders (gold guide, "Hard cases"), trips to several states, and whoever is met
    "separately", or named one by one with his office.
    """
    if is_of_each(d.first) and d.codes == d.first.codes:
        both = list({x.code: x for x in (*d.actors, *d.recipients)}.values())
        return [_only(replace(d, actors=[a]), [b]) for a, b in (both, both[::-1])]
    states = list(dict.fromkeys(r.code for r in d.recipients))
    if len(d.actors) == 1 and _meets_persons(d):
        return [_only(d, [r]) for r in d.recipients]
    if len(states) < 2 or len(codes(d.actors)) != 1:
        return [d]
    if d.first.trigger.frame.each:
        return [_only(d, [r for r in d.recipients if r.code == state]) for state in states]
    return [_only(d, [r]) for r in d.recipients] if _is_round_of_calls(d) or _meets_each(d) else [d]


def _is_round_of_calls(d: Draft) -> bool:
    subject = d.first.clause.subj
    if subject is not None and d.codes <= subject.codes:
        return False  # "ketiga pemimpin berbicara": with each other
    row = d.first.clause.items
    if any(x.kind == "actor" and x.role == "from" and codes(d.recipients) <= codes(x.sides) for x in row):
        return False  # "berbicara dengan para duta besar dari Peru dan Chile": as one company
    remote = d.type == "CONSULT" and d.status == "held" and d.mode in ("phone", "letter", "unspecified")
    return remote and d.first.trigger.voice != "noun" and not d.first.trigger.frame.joint


def _meets_each(d: Draft) -> bool:
    """Tell whether who meets several meets each alone: "bertemu secara terpisah dengan Menlu X, Y, dan Z"."""
    c = d.first
    subject = next((x.i for x in c.clause.items if x.kind == "actor"), c.item.i)
    # "Secara terpisah, X bertemu ..." is separate from what was told before
    apart = any("separate" in x.classes and x.i > subject for x in c.clause.items)
    return d.type == "CONSULT" and (apart or _meets_again(c)) and not c.trigger.frame.joint


def _meets_persons(d: Draft) -> bool:
    """Tell whether one person meets others named one by one: "bertemu Presiden X, Menlu Y, dan Sekjen Z"."""
    c, met = d.first, d.recipients
    of_one = all(x.person is not None for x in met) or len({x.code for x in met}) == len(met)
    here = all(x.start > c.sentence.starts[c.item.i] for x in met)  # not "mereka bertemu"
    told = d.actors[0].person is not None and all(x.person or x.office for x in met) and of_one and here
    frame = c.trigger.frame
    hosts = frame.each or frame.joint or frame.guest
    alone = c.trigger.voice != "noun" or any("separate" in x.classes for x in (c.item, *c.clause.items))
    return told and alone and len(met) > 1 and frame.mode == d.mode == "in-person" and not hosts


def _meets_again(c: Candidate) -> bool:
    """Tell whether another is met behind a coordinator: "bertemu X pada Senin dan Y pada Selasa"."""
    met = [
        x
        for x in c.clause.items
        if x.i > c.item.i and (x.kind == "coord" or codes(x.sides) & codes(c.recipients))
    ]
    apart = [x.kind for x in met[:3]] == ["actor", "coord", "actor"]
    # "mengadakan pertemuan dengan X, lalu dengan Y"
    return apart and (c.trigger.voice != "noun" or all(x.role == "with" for x in (met[0], met[2])))


def _only(d: Draft, recipients: list[Side]) -> Draft:
    where = d.place
    if where is not None and where.country in codes(d.recipients) - codes(recipients):
        where = _home(d.first, recipients[0])  # of a trip to two states the place is the first one
    return replace(d, recipients=recipients, place=where, speakers=list(d.speakers), figures=list(d.figures))


def _home(c: Candidate, side: Side) -> Place | None:
    """Return the place that a side is named by, where it is its own: "ke Peru dan Chile"."""
    starts = c.sentence.starts
    found = place_at(c.sentence, starts.index(side.start)) if side.start in starts else None
    return found if found is not None and found.country == side.code else None


def only_supported(drafts: list[Draft]) -> list[Draft]:
    """Drop what only a caption tells, unless title or body speak of the same states: archive pictures tell old news."""
    shown = [all(c.sentence.role == "caption" for c in d.candidates) for d in drafts]
    told = {code for d, alone in zip(drafts, shown, strict=True) if not alone for code in d.codes}
    return [d for d, alone in zip(drafts, shown, strict=True) if not alone or d.codes <= told or not told]
