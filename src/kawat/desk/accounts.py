"""Says how an event came to be told, in the screen language: who vouches for it, and its status over time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kawat.desk import wording
from kawat.desk.clean import line
from kawat.desk.words import Words
from kawat.linking.model import Event, Member, Step, Witness

#: Units of a delay with their seconds, largest first.
_UNITS = ((86400, "D"), (3600, "H"), (60, "M"))


def counted(event: Event, words: Words) -> str:
    """Say how many independent sources an event has, of how many articles."""
    return words.screen["independent"].format(sources=len(event.sources), articles=len(event.articles))


def source(witness: Witness, words: Words) -> str:
    """Say how the articles of an independent source were counted as one."""
    outlets: dict[str, dict[str, None]] = {}
    for m in witness.members:
        outlets.setdefault(m.relation, {}).setdefault(_member(m, words))
    told = [
        template.format(outlets=", ".join(outlets[relation]))
        for relation, template in words.relations_of_sources.items()
        if relation in outlets
    ]
    if len({m.outlet or m.article for m in witness.members}) > 1:
        first = witness.members[0]
        told.append(words.screen["first_in"].format(outlet=line(first.outlet or first.article)))
    return f"{line(witness.name)}: {'; '.join(told)}" if told else line(witness.name)


def _member(m: Member, words: Words) -> str:
    about = (
        [words.screen["through"].format(names=", ".join(map(line, m.chain[1:-1])))] if m.chain[1:-1] else []
    )
    if m.share is not None:
        about.append(share(m.share))
        about += [delay(m.delay, words)] if m.delay else []
    if m.also:
        about.append(words.screen["also_credits"].format(names=", ".join(map(line, m.also))))
    name = line(m.outlet or m.article)
    return f"{name} ({', '.join(about)})" if about else name


def share(value: float | None) -> str:
    """Say a share, 0..1, in percent; nothing where there is none."""
    return "" if value is None else f"{100 * value:.0f} %"


def delay(seconds: int | None, words: Words) -> str:
    """Say by how much something came later, or earlier, in its largest unit; nothing where it is not known."""
    if seconds is None:
        return ""
    size, unit = next(((s, u) for s, u in _UNITS if abs(seconds) >= s), _UNITS[-1])
    number = round(abs(seconds) / size)
    told = f"{number} {words.units[unit][number != 1]}"
    return words.screen["later" if seconds > 0 else "earlier"].format(delay=told)


def steps(event: Event) -> Iterator[Step]:
    """Yield the steps of a history that say something new; all of them where an older Kawat wrote it."""
    yield from (step for step in event.status_history if step.news)


class LastWord(NamedTuple):
    """Who said last that an event stands as it does, and when."""

    source: str
    said: str | None  # ISO 8601


def last_word(event: Event) -> LastWord:
    """Find who said last what is believed of an event's status: a person who set it right, else a source."""
    by_hand = [c for c in event.corrections if c.field in ("status", "date")]
    if by_hand:
        latest = max(by_hand, key=lambda c: c.decision)
        return LastWord(latest.by, latest.at)
    steps = event.status_history
    fitting = [s for s in steps if s.status == event.status or s.change == "moved"] or steps
    return LastWord(fitting[-1].source, fitting[-1].said)


def change(step: Step, words: Words) -> str:
    """Say what a step changes; nothing for a first word, or another status."""
    template = words.changes.get(step.change or "", "")
    return template.format(date=wording.date_words(step.moved_from, words) if step.moved_from else "")
