"""Article -> what reading makes of it, step by step, and why it leaves out what it leaves out.

In: an article.
Out: an `Explained`. For people who ask why a sentence gives nothing, or the wrong thing; reading never comes here.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby, pairwise
from typing import NamedTuple, cast

from kawat.packs import extends
from kawat.pages.model import Article
from kawat.reading.annotating import Actor, Excerpt, Time
from kawat.reading.coder import TAUGHT, trained
from kawat.reading.coder.explaining import heeded
from kawat.reading.explained import (
    ClauseRead,
    Explained,
    Heard,
    Named,
    Nothing,
    Reading,
    SentenceRead,
    TriggerRead,
    Weighed,
)
from kawat.reading.lexicon import Lexicon, lexicon
from kawat.reading.mentions import Mention, Side
from kawat.reading.model import EventType, Report, Status
from kawat.reading.reader import SPORT, read
from kawat.reading.saying import Voice
from kawat.reading.scan import Sentence
from kawat.reading.sides import sides
from kawat.reading.site import Site
from kawat.reading.status import Effects
from kawat.reading.story import published_on, story
from kawat.reading.structure import Clause
from kawat.reading.tracing import Trace, Verdict, trace
from kawat.times import resolve

#: Refusals that concern who was found.
_OF_SIDES = frozenset({"no_actor", "one_party", "no_recipient", "no_person", "no_guest", "home_only"})
_LISTED = 8  # words of a frame's list told


class Heed(NamedTuple):
    """A trigger of the coder."""

    end: int  # token behind it
    voice: str
    reason: str  # its entry
    weighed: Weighed


#: The triggers of the coder by sentence, token and type.
Heeds = dict[tuple[int, int, str], Heed]


class _Whole(NamedTuple):
    """All that is known of an article."""

    article: Article
    traces: list[Trace]
    heeds: Heeds
    reports: tuple[Report, ...]
    lex: Lexicon


def explain(article: Article) -> Explained:
    """Return what reading makes of an article, and why it leaves out what it leaves out."""
    lex = lexicon(article.language)
    told = story(article, lex)
    traces = trace(article, told, lex)
    taught = (extends(lex.language) or lex.language) in TAUGHT
    heeds = _heeds(article, told, lex) if taught else {}
    reports = tuple(read(article))
    whole = _Whole(article, traces, heeds, reports, lex)
    sentences = tuple(_sentence(n, whole) for n in range(len(traces)))
    weighed = [h.weighed for h in heeds.values()]
    likeliest = max((w.chance if w.final is None else w.final for w in weighed), default=None)
    return Explained(
        article=article.id,
        language=article.language,
        published=article.published.day if article.published else None,
        coder=taught,
        sentences=sentences,
        reports=reports,
        nothing=None if reports else _nothing(traces, sentences, weighed),
        likeliest=likeliest,
    )


def _heeds(article: Article, told: list[Sentence], lex: Lexicon) -> Heeds:
    """Return the triggers of the coder, weighed."""
    out: Heeds = {}
    for cue, weighed in heeded(article, told, lex):
        reason = f"{lex.language}/cues/{cue.ids[0]}#{cue.words}"
        out[cue.told.k, cue.i, cue.type] = Heed(cue.j, cue.voice, reason, weighed)
    return out


# -- a sentence -------------------------------------------------------------------------------------------------------


def _sentence(n: int, whole: _Whole) -> SentenceRead:
    t, traces = whole.traces[n], whole.traces
    s, published = t.s, published_on(whole.article)
    times = ((x, resolve(x, published).value if published else x.value or "") for x in t.times)
    return SentenceRead(
        start=s.start,
        end=s.end,
        text=s.text,
        role=s.role,
        names=tuple(_named(whole.article, s, m) for m in t.mentions),
        times=tuple(Time(x.start, x.end, x.text, x.type, value) for x, value in times),
        heard=tuple(_heard(s, v, traces) for v in t.voices),
        clauses=tuple(_clause(s, c, t.clauses) for c in t.clauses if c.items),
        triggers=_triggers(n, whole),
    )


def _heard(s: Sentence, v: Voice, traces: list[Trace]) -> Heard:
    places = [
        Excerpt(*_span(traces[p.sentence].s, p.i, p.j)) if p is not None else None for p in (v.speaker, v.cue)
    ]
    return Heard(*_span(s, v.i, v.j), v.direct, _codes(v.sides), *places)


def _span(s: Sentence, i: int, j: int) -> tuple[int, int, str]:
    start, end = s.span(i, j)
    return start, end, s.text[start - s.start : end - s.start]


def _codes(sides: Iterable[Side]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(x.code for x in sides))


def _named(article: Article, s: Sentence, m: Mention) -> Named:
    parties = tuple(
        Actor(x.start, x.end, article.text[x.start : x.end], x.code, x.person, x.office, x.reason)
        for x in m.sides
    )
    return Named(*_span(s, m.i, m.j), m.kind, parties)


def _clause(s: Sentence, c: Clause, clauses: list[Clause]) -> ClauseRead:
    subject, verb = c.subj, c.verb
    return ClauseRead(
        *_span(s, min(x.i for x in c.items), max(x.j for x in c.items)),
        link=c.link,
        parent=_place(c.parent, clauses),
        subject=Excerpt(*_span(s, subject.i, subject.j)) if subject is not None else None,
        parties=_codes(subject.sides) if subject is not None else (),
        own=c.own_subj,
        verb=Excerpt(*_span(s, verb.i, verb.j)) if verb is not None else None,
        voices=tuple(dict.fromkeys(t.voice for t in verb.triggers)) if verb is not None else (),
    )


def _place(c: Clause | None, clauses: list[Clause]) -> int | None:
    """Return the place of a clause among those that are told: those with items."""
    told = [x for x in clauses if x.items]
    return next((n for n, x in enumerate(told) if x is c), None)


# -- triggers ---------------------------------------------------------------------------------------------------------


def _triggers(n: int, whole: _Whole) -> tuple[TriggerRead, ...]:
    t = whole.traces[n]
    by_place = groupby(t.verdicts, key=lambda v: (v.i, v.trigger.frame.type))
    found: dict[tuple[int, str], list[Verdict]] = {(i, type_): list(group) for (i, type_), group in by_place}
    heeded = ((i, type_) for k, i, type_ in whole.heeds if k == n)
    return tuple(
        _trigger(n, i, type_, found.get((i, type_), []), whole) for i, type_ in sorted({*found, *heeded})
    )


def _trigger(n: int, i: int, type_: str, verdicts: list[Verdict], whole: _Whole) -> TriggerRead:
    """Write all readings of one word for one type: those of the grammar, or that of the coder's cue."""
    t, heed = whole.traces[n], whole.heeds.get((n, i, type_))
    readings = tuple(_reading(v, t, whole.lex) for v in verdicts)
    ends = [v.j for v in verdicts]
    if heed is not None and not verdicts:
        readings, ends = (Reading(heed.voice, heed.reason, None, (), (), "no_frame", ()),), [heed.end]
    return TriggerRead(
        *_span(t.s, i, max(ends)),
        type=cast("EventType", type_),
        clause=next((_place(v.clause, t.clauses) for v in verdicts if v.clause is not None), None),
        readings=readings,
        coder=heed.weighed if heed is not None else None,
        reports=tuple(r.id for r in whole.reports if r.type == type_ and _proves(r, t.s)),
    )


def _proves(r: Report, s: Sentence) -> bool:
    return any(q.start < s.end and s.start < q.end for q in r.evidence)


def _reading(v: Verdict, t: Trace, lex: Lexicon) -> Reading:
    told, c = v.trigger, v.found
    if c is None:
        return Reading(told.voice, told.reason, None, (), (), v.why, _because(v, t, lex))
    status = cast("Status", c.status)
    return Reading(told.voice, told.reason, status, _codes(c.actors), _codes(c.recipients), None, ())


def _because(v: Verdict, t: Trace, lex: Lexicon) -> tuple[str, ...]:
    """Return what shows why a trigger is refused: words of lists, entries, governing verbs, the parties found."""
    frame, clause = v.trigger.frame, v.clause
    found: tuple[str, ...] = ()
    if v.why in ("needs", "without"):
        found = (frame.needs if v.why == "needs" else frame.without)[:_LISTED]
    elif clause is None or v.item is None:
        pass
    elif v.why == "unreal":
        found = Effects.of(clause, v.item).reasons
    elif v.why == "object_of_act" and clause.verb is not None:
        found = (clause.verb.low,)
    elif v.why in ("governed", "foretold"):
        found = tuple(up.verb.low for _, up in pairwise(clause.up()) if up.verb is not None)[:1]
    elif v.why in _OF_SIDES:
        actors, recipients = sides(Site(t.s, t.clauses, clause, v.item, v.trigger, lex))
        found = _codes([*actors, *recipients])
    return found


# -- nothing ----------------------------------------------------------------------------------------------------------


def _nothing(traces: list[Trace], sentences: tuple[SentenceRead, ...], weighed: list[Weighed]) -> Nothing:
    """Tell why no report came of the article."""
    words = [h.word for t in traces for h in t.s.hits.values() if h.word is not None]
    if not any(t.verdicts for t in traces):
        return "no_trigger"
    if sum("sport" in w.classes for w in words) > SPORT:
        return "sport"
    made = any(r.why is None for s in sentences for x in s.triggers for r in x.readings)
    parties = {p.country for s in sentences for name in s.names for p in name.parties}
    if len(parties) < 2 and not made:
        return "one_party" if parties else "no_party"
    if weighed and not trained().worth([t.s for t in traces]):
        return "no_politics"
    if weighed:
        return "dropped" if any(w.final is not None and w.final > w.least for w in weighed) else "unlikely"
    return "dropped" if made else "refused"
