"""Drafts -> reports: the record's form of an event, with its evidence, its reasons and a measure of confidence.

In: an article and one of its merged drafts.
Out: the report.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import cast

import msgspec

from kawat.knowledge.spelling import as_written, folded
from kawat.pages.model import Article
from kawat.reading.contexts import contexts
from kawat.reading.drafts import Draft
from kawat.reading.mentions import Side
from kawat.reading.model import EventType, Party, Report, Speaker, Status
from kawat.reading.plover import QUADS, intensity
from kawat.text import Quote, digest, quote


def reports(article: Article, drafts: Sequence[Draft]) -> list[Report]:
    """Return the reports of an article's drafts, each with an id of its own."""
    out: list[Report] = []
    seen: Counter[str] = Counter()
    words = folded(f"{article.title or ''} {article.text}") if drafts else ""
    for d in drafts:
        made = report(article, d, words)
        seen[made.id] += 1
        n = seen[made.id]  # contacts with two people of one state may differ in nothing else
        out.append(made if n == 1 else msgspec.structs.replace(made, id=digest(made.id, str(n))))
    return out


def report(article: Article, d: Draft, words: str) -> Report:
    """Return the report of a draft; `words` are the article's, folded."""
    evidence = _evidence(article, d)
    type_, status = cast("EventType", d.type), cast("Status", d.status)
    return Report(
        article=article.id,
        id=_identity(article, d, evidence[0]),
        type=type_,
        mode=d.mode,
        actors=_parties(article, d.actors, words),
        recipients=_parties(article, d.recipients, words),
        date=d.date,
        date_text=d.date_text,
        place=d.place,
        duration=d.duration,
        duration_relation=d.duration_relation,
        status=status,
        attributed_to=tuple(Speaker(article.text[s.start : s.end], s.start, s.end) for s in d.speakers),
        upstream=tuple(dict.fromkeys(c.name for c in article.upstream)),
        figures=tuple(d.figures),
        evidence=evidence,
        reasons=_reasons(d),
        confidence=_confidence(d),
        language=article.language,
        published=article.published.value if article.published else None,
        outlet=article.outlet,
        title=article.title,
        digest=article.digest,
        url=article.url,
        quad=QUADS[type_],
        intensity=intensity(type_, d.mode, status),
        contexts=contexts([c.sentence for c in d.candidates], article.language),
    )


def _identity(article: Article, d: Draft, first: Quote) -> str:
    """Return an id that stays the same as long as the article and what it tells do."""
    sides = ("+".join(sorted(s.code for s in sides)) for sides in (d.actors, d.recipients))
    told = [s.code for s in d.first.recipients]
    # two people of one state, each called in his turn, differ in nothing else
    called = [s.person or "" for s in d.recipients if told.count(s.code) > 1][: len(d.recipients) == 1]
    return digest(article.digest, d.type, ">".join(sides), str(first.start), d.status, d.date or "", *called)


def _reasons(d: Draft) -> tuple[str, ...]:
    """Return the entries of pack and knowledge that gave the values, each once."""
    told = [r for c in d.candidates for r in c.reasons]
    return tuple(dict.fromkeys([*told, *(s.reason for s in d.actors + d.recipients)]))


def _evidence(article: Article, d: Draft) -> tuple[Quote, ...]:
    """Return the sentences that prove it: the one that gave it its values first, the others in text order."""
    spans = [(c.sentence.start, c.sentence.end) for c in d.candidates]
    return tuple(quote(article.text, a, b) for a, b in dict.fromkeys([spans[0], *sorted(spans)]))


def _parties(article: Article, sides: list[Side], words: str) -> tuple[Party, ...]:
    """Return the sides as parties; a spokesperson is no party's face but its voice (see `Report.attributed_to`)."""
    return tuple(
        Party(
            country=s.code,
            person=as_written(s.person, s.code, words) if s.person and not s.speaks else None,
            office=s.office,
            name=article.text[s.start : s.end],
            start=s.start,
            end=s.end,
            reason=s.reason,
        )
        for s in sides
    )


def _confidence(d: Draft) -> float:
    """The coder's chance; of what the grammar alone reads, a coarse measure: named sides, a verb, told twice."""
    if d.sure is not None:
        return round(d.sure, 2)
    value = 0.6
    value += 0.15 if any(c.explicit for c in d.candidates) else 0.0
    value += 0.1 if any(c.trigger.voice != "noun" for c in d.candidates) else 0.0
    value += 0.1 if len(d.candidates) > 1 else 0.0
    return round(value, 2)
