"""Says an explanation in words, a line at a time; all that comes of the page is cleaned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import click

from kawat.desk.clean import clip, line
from kawat.desk.words import Words
from kawat.reading.annotating import Excerpt
from kawat.reading.explained import (
    ClauseRead,
    Explained,
    Heard,
    Named,
    Odds,
    Reading,
    SentenceRead,
    TriggerRead,
    Weighed,
)
from kawat.reading.model import Report

FAINT = 0.05  # a trigger of the coder alone with less chance is only counted
LISTED = 12  # such triggers named
CLAUSE = 70  # characters of a clause shown


def told(e: Explained, words: Words) -> Iterator[str]:
    """Tell all about an article: its sentences, then its reports, or why there are none."""
    said = words.explain
    yield said["head"].format(language=line(e.language), published=line(e.published or said["no_day"]))
    if not e.coder:
        yield said["no_coder"]
    for s in e.sentences:
        yield ""
        yield click.style(f"“{line(s.text)}”", bold=True)
        yield from _sentence(s, words)
    yield ""
    yield from _end(e, words)


def _sentence(s: SentenceRead, words: Words) -> Iterator[str]:
    said = words.explain
    yield from _part(said["names"], (_named(n, words) for n in s.names if n.parties))
    yield from _part(
        said["times"], (f"{line(t.text)} → {line(t.value) or said['no_value']}" for t in s.times)
    )
    yield from _part(said["heard"], (_heard(h, words) for h in s.heard))
    yield from _part(said["clauses"], (_clause(n, c, words) for n, c in enumerate(s.clauses, start=1)))
    yield from _part(said["triggers"], _triggers(s.triggers, words))


def _part(heading: str, texts: Iterable[str]) -> Iterator[str]:
    """Put a heading above indented lines; nothing where there are none."""
    for n, text in enumerate(texts):
        if n == 0:
            yield f"  {heading}"
        yield f"    {text}"


def _named(n: Named, words: Words) -> str:
    parties = []
    for p in n.parties:
        office = words.offices.get(p.office or "", p.office or "")
        parties.append(
            " ".join(filter(None, (p.country, line(p.person or ""), f"({line(office)})" if office else "")))
        )
    reasons = dict.fromkeys(line(p.reason) for p in n.parties)
    return f"{line(n.text)} → {'; '.join(parties)}  [{', '.join(reasons)}]"


def _heard(h: Heard, words: Words) -> str:
    said = words.explain
    who = line(h.speaker.text) if h.speaker is not None else said["somebody"]
    return said["voice"].format(
        words=clip(line(h.text), CLAUSE),
        speaker=f"{who}{_codes(h.parties, ' ({})')}",
        how=said["quoted" if h.direct else "retold"],
        cue=line(h.cue.text) if h.cue is not None else said["none"],
    )


def _codes(codes: Sequence[str], form: str = "{}") -> str:
    return form.format(", ".join(codes)) if codes else ""


def _clause(n: int, c: ClauseRead, words: Words) -> str:
    said = words.explain
    under = said["under"].format(n=c.parent + 1) if c.parent is not None else ""
    voices = f" [{', '.join(c.voices)}]" if c.voices else ""
    return said["clause"].format(
        n=n,
        link=c.link,
        under=under,
        subject=f"{_excerpt(c.subject, words)}{_codes(c.parties, ' ({})')}",
        verb=f"{_excerpt(c.verb, words)}{voices}",
        text=clip(line(c.text), CLAUSE),
    )


def _excerpt(x: Excerpt | None, words: Words) -> str:
    return line(x.text) if x is not None else words.explain["none"]


# -- triggers ---------------------------------------------------------------------------------------------------------


def _triggers(triggers: Sequence[TriggerRead], words: Words) -> Iterator[str]:
    """Tell each trigger; those that only the coder heeds and holds for unlikely are counted."""
    faint = [t for t in triggers if _is_faint(t)]
    for t in triggers:
        if not _is_faint(t):
            yield from _trigger(t, words)
    if faint:
        listed = list(dict.fromkeys(line(t.text) for t in faint))
        more = ", …" if len(listed) > LISTED else ""
        yield words.explain["faint"].format(words=f"{', '.join(listed[:LISTED])}{more}")


def _is_faint(t: TriggerRead) -> bool:
    alone = all(r.why == "no_frame" for r in t.readings)
    return alone and not t.reports and (t.coder is None or t.coder.chance < FAINT)


def _trigger(t: TriggerRead, words: Words) -> Iterator[str]:
    yield click.style(f"{line(t.text)}: {t.type}", bold=True)
    for r in t.readings:
        yield f"  {words.explain['grammar'].format(told=_reading(r, words))}  [{line(r.reason)}, {r.voice}]"
    if t.coder is not None:
        yield from (f"  {each}" for each in _weighed(t.coder, words))
    if t.reports:
        yield f"  {words.screen['reports']}: {', '.join(t.reports)}"


def _reading(r: Reading, words: Words) -> str:
    if r.why is None:
        return f"{words.statuses[r.status or 'held']}, {_sides(r.actors, r.recipients)}"
    because = f" ({', '.join(map(line, r.because))})" if r.because else ""
    return f"{words.refusals[r.why]}{because}"


def _sides(actors: Sequence[str], recipients: Sequence[str]) -> str:
    return " → ".join(filter(None, (_codes(actors), _codes(recipients))))


def _weighed(w: Weighed, words: Words) -> Iterator[str]:
    said = words.explain
    yield said["coder"].format(chance=f"{w.chance:.2f}")
    if w.final is not None:
        yield "  " + said["final"].format(chance=f"{w.final:.2f}", least=f"{w.least:.2f}")
    told = [words.statuses[w.status] if w.status else "", words.contacts[w.mode].name if w.mode else ""]
    yield "  " + said["likely"].format(told=", ".join(filter(None, told)))
    for key, odds in (("acting", w.actors), ("reached", w.recipients)):
        if odds:
            yield f"  {said[key]}: {', '.join(map(_odds, odds))}"
    if w.pairs:
        pairs = (f"{_sides(p.actors, p.recipients)} {p.chance:.2f}" for p in w.pairs)
        yield f"  {said['pairs']}: {'; '.join(pairs)}"
    for key, codes in (("spared", w.spared), ("blaming", w.blaming)):
        if codes:
            yield f"  {said[key]}: {', '.join(codes)}"
    if w.factors:
        yield f"  {said['factors']}: " + "  ".join(f"{line(f.name)} {f.weight:+.2f}" for f in w.factors)


def _odds(o: Odds) -> str:
    return f"{o.code} {o.chance:.2f}"


# -- the end ----------------------------------------------------------------------------------------------------------


def _end(e: Explained, words: Words) -> Iterator[str]:
    if e.nothing is not None:
        likeliest = f"{e.likeliest:.2f}" if e.likeliest is not None else "0"
        yield click.style(words.nothings[e.nothing].format(chance=likeliest), bold=True)
        return
    yield click.style(words.screen["reports"], bold=True)
    for r in e.reports:
        yield f"  {_report(r, words)}"


def _report(r: Report, words: Words) -> str:
    sides = _sides([p.country for p in r.actors], [p.country for p in r.recipients])
    told = (
        r.id,
        r.type,
        r.mode or "",
        words.statuses[r.status],
        sides,
        r.date or "",
        f"({r.confidence:.2f})",
    )
    return "  ".join(line(x) for x in told if x)
