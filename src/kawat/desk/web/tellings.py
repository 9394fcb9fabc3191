"""How an event came to be told: its status over time, its sources, what they differ on, what persons decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from urllib.parse import urlencode

import msgspec

from kawat.desk import accounts, disputes, wording
from kawat.desk.clean import line
from kawat.desk.web.proofs import Proof, Prover, day_words, spans_of, stamp_words, unique
from kawat.desk.web.rows import article_href
from kawat.desk.words import Words
from kawat.linking.model import Disagreement, Event, Member, Step, Value
from kawat.reading.model import Report

PLANS = ("planned", "proposed", "postponed")


class StepRow(msgspec.Struct, frozen=True):
    """A step of the status."""

    status: str
    status_name: str
    said: str  # when, in words
    stamp: str  # the same, ISO 8601
    date: str  # the event's own date as this source has it
    moved_from: str
    change: str
    source: str
    href: str
    news: bool
    proof: Proof | None


class MemberRow(msgspec.Struct, frozen=True):
    """An article of a source."""

    outlet: str
    title: str
    href: str
    said: str
    relation: str
    via: str
    of: str  # outlet of the page that it copies
    of_href: str | None
    share: str
    delay: str
    address: str | None  # of the page itself


class SourceRow(msgspec.Struct, frozen=True):
    """An independent source."""

    name: str
    how: str
    members: tuple[MemberRow, ...]


class ValueRow(msgspec.Struct, frozen=True):
    """A value of a disagreement."""

    said: str
    sources: str
    by: str
    first: str
    proofs: tuple[Proof, ...]
    compare: str | None  # address of its article beside that of the first value


class DisputeRow(msgspec.Struct, frozen=True):
    """A disagreement."""

    id: str
    field: str
    kind: str  # its code
    kind_name: str
    whys: tuple[str, ...]
    values: tuple[ValueRow, ...]


def step_rows(event: Event, reports: Mapping[str, Report], prover: Prover, words: Words) -> list[StepRow]:
    """Return the steps of an event's status, oldest first."""
    return [_step(event, step, reports.get(step.report), prover, words) for step in event.status_history]


def _step(event: Event, step: Step, report: Report | None, prover: Prover, words: Words) -> StepRow:
    return StepRow(
        status=step.status,
        status_name=words.statuses[step.status],
        said=stamp_words(step.said, words) or words.brief.undated,
        stamp=line(step.said or ""),
        date=wording.date_words(step.date, words) if step.date else "",
        moved_from=wording.date_words(step.moved_from, words) if step.moved_from else "",
        change=accounts.change(step, words),
        source=line(step.source),
        href=article_href(step.article, event.id),
        news=step.news,
        proof=prover.best(report) if report else None,
    )


def fulfils(event: Event, words: Words, says: dict[str, str]) -> str:
    """Say which plan a contact that was held fulfils, as far as its history tells; else nothing."""
    plans = [step for step in event.status_history if step.status in PLANS]
    if event.status != "held" or not plans:
        return ""
    first, dated = plans[0], [step.date for step in plans if step.date]
    blanks = {"source": line(first.source), "said": day_words(first.said, words) or words.brief.undated}
    if not dated:
        return says["plan_undated"].format(**blanks)
    return says["plan"].format(date=wording.date_words(dated[-1], words), **blanks)


def source_rows(event: Event, reports: Sequence[Report], words: Words) -> list[SourceRow]:
    """Return the independent sources of an event, each with its articles."""
    told = {r.article: r for r in reports}
    outlets = {m.article: line(m.outlet or m.article) for w in event.sources for m in w.members}
    return [
        SourceRow(
            line(w.name),
            accounts.source(w, words),
            tuple(_member(event, m, told.get(m.article), outlets, words) for m in w.members),
        )
        for w in event.sources
    ]


def _member(
    event: Event, m: Member, report: Report | None, outlets: Mapping[str, str], words: Words
) -> MemberRow:
    name = words.relations_of_sources[m.relation]
    return MemberRow(
        outlet=line(m.outlet or m.article),
        title=line(report.title) if report else "",
        href=article_href(m.article, event.id),
        said=stamp_words(m.published, words),
        relation=m.relation if "{" in name else name,
        via=", ".join(map(line, m.chain[1:])) or line(m.via or ""),
        of=outlets.get(m.of, line(m.of)) if m.of else "",
        of_href=article_href(m.of, event.id) if m.of else None,
        share=accounts.share(m.share),
        delay=accounts.delay(m.delay, words) if m.delay else "",
        address=report.url if report else None,
    )


def dispute_rows(
    event: Event, reports: Mapping[str, Report], prover: Prover, words: Words
) -> list[DisputeRow]:
    """Return what sources differ on, the contradictions first."""
    rows = [
        DisputeRow(
            id=f"d{n}",
            field=disputes.field_name(d.field, words),
            kind=d.kind,
            kind_name=words.kinds.get(d.kind, line(d.note)),
            whys=tuple(words.whys[why] for why in d.reasons if why in words.whys),
            values=_values(_Told(event, alike(d, words), reports, prover, words)),
        )
        for n, d in enumerate(event.disagreements, 1)
    ]
    return sorted(rows, key=lambda row: row.kind != "contradiction")


class _Told(NamedTuple):
    """A disagreement with what it takes to say it."""

    event: Event
    about: Disagreement
    reports: Mapping[str, Report]
    prover: Prover
    words: Words


def alike(d: Disagreement, words: Words) -> Disagreement:
    """Return a disagreement in which values that read the same on the screen ("Kyiv", "Kiev") are one."""
    found: dict[tuple[str, bool], Value] = {}
    for v in d.values:
        key = disputes.value_words(d.field, v.value, words), v.forecast
        known = found.get(key)
        found[key] = v if known is None else _merged(known, v)
    return msgspec.structs.replace(d, values=tuple(found.values())) if len(found) > 1 else d


def _merged(one: Value, other: Value) -> Value:
    return msgspec.structs.replace(
        one,
        **{
            n: tuple(dict.fromkeys(getattr(one, n) + getattr(other, n)))
            for n in ("reports", "sources", "speakers")
        },
    )


def _values(told: _Told) -> tuple[ValueRow, ...]:
    """Return the values of a disagreement side by side."""
    d = told.about
    rows = []
    for value in d.values:
        giving = [told.reports[id] for id in value.reports if id in told.reports]
        rows.append(
            ValueRow(
                said=disputes.telling(d.field, value, told.words),
                sources=", ".join(map(line, value.sources)),
                by=line(value.by or ""),
                first=stamp_words(value.first, told.words),
                proofs=unique(_proof(r, d.field, told.prover) for r in giving),
                compare=_compare(told.event, d, value, told.reports),
            )
        )
    return tuple(rows)


def _proof(report: Report, field: str, prover: Prover) -> Proof | None:
    """Return the sentence that gives a field, else the one that says most."""
    at = next((span for span in spans_of(report, field) if span[1] > span[0]), None)
    return (prover.at(report, *at) if at else None) or prover.best(report)


def _compare(event: Event, d: Disagreement, value: Value, reports: Mapping[str, Report]) -> str | None:
    """Return the address at which the first article with this value stands beside one with another value."""
    firsts = [next((reports[id].article for id in v.reports if id in reports), None) for v in d.values]
    mine = firsts[d.values.index(value)]
    other = next((each for each in firsts if each and each != mine), None)
    if mine is None or other is None:
        return None
    one, two = (other, mine) if firsts.index(other) < d.values.index(value) else (mine, other)
    return "/compare?" + urlencode({"one": one, "other": two, "event": event.id, "field": d.field})
