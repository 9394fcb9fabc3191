"""Draws up who demands, denies, accuses or threatens what of whom, since when, in whose words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from kawat.desk import corrections, wording
from kawat.desk.briefs.model import Group, Line, Run
from kawat.desk.briefs.noting import Notes, best, untranslated, witnesses
from kawat.desk.clean import clip, line
from kawat.desk.words import Words
from kawat.linking.model import Event
from kawat.reading.model import Party, Report

#: What is said, in the order in which a reader asks for it; all other acts are deeds.
POSITIONS = ("REQUEST", "REJECT", "ACCUSE", "THREATEN", "PROTEST", "SUPPORT", "CONCEDE", "AGREE")
DEEDS = ("COOPERATE", "AID", "RETREAT", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT")
QUOTES = 3  # quotations of one position: the first and the latest
EXCERPT = 240  # characters of a quotation within the text; its note carries all of it


def sheet(
    events: Sequence[Event],
    types: Sequence[str],
    told: Callable[[Event], Sequence[Report]],
    notes: Notes,
    words: Words,
) -> Iterator[Group]:
    """Yield a group for each actor, by name: its acts of `types`, one line for each kind of act and addressee."""
    actors: dict[str, dict[tuple[int, str, str], list[Event]]] = {}
    for event in (event for event in events if event.type in types):
        to = wording.side(states(event.recipients), words) if event.recipients else ""
        kind = (types.index(event.type), to, event.status)
        name = wording.side(states(event.actors), words)
        actors.setdefault(name, {}).setdefault(kind, []).append(event)
    for name in sorted(actors):
        lines = (_position(same, to, told, notes, words) for (_, to, _), same in sorted(actors[name].items()))
        yield Group(Line((Run(name[:1].upper() + name[1:], "strong"),)), tuple(lines))


def states(parties: Sequence[Party]) -> list[Party]:
    """Return the states and bodies of parties, each once, without persons."""
    return list({p.country: replace(p, person=None, office=None) for p in parties}.values())


def _position(
    events: list[Event],
    to: str,
    told: Callable[[Event], Sequence[Report]],
    notes: Notes,
    words: Words,
) -> Line:
    first = events[0]
    act = words.acts[first.type]
    head = act.name[:1].upper() + act.name[1:]
    if first.status != "held":
        head = f"{head} ({words.statuses[first.status]})"
    runs = [Run(head, "strong"), Run(_since(events, to, words))]
    shown = [events[0], *events[1:][-(QUOTES - 1) :]]
    for event in shown:
        runs += _quoted(event, told(event), notes, words, dated=len(events) > 1)
    return Line(tuple(run for run in runs if run.text))


def _since(events: Sequence[Event], to: str, words: Words) -> str:
    """Say to whom, since when, and how often where that is more than is quoted."""
    said = words.acts[events[0].type].to.format(recipients=to) if to else ""
    own, reported = events[0].date, (wording.first_said(events[0]) or "")[:10]
    if own or reported:
        template = words.brief.since if len(events) > 1 else words.brief.on if own else words.brief.reported
        said += template.format(date=wording.date_words(own or reported, words))
    if len(events) > QUOTES:
        said += words.brief.times.format(n=len(events), shown=QUOTES)
    return f"{said.strip().lstrip(',').strip()}:" if said.strip() else ""


def _quoted(
    event: Event, reports: Sequence[Report], notes: Notes, words: Words, *, dated: bool
) -> Iterator[Run]:
    """Yield the words of the first source, with its notes, and who said them when, in which language."""
    cited = witnesses(event, reports)
    excerpt = clip(line(best(cited[0]).quote), EXCERPT)
    yield Run(excerpt, "quote", line(cited[0].language), notes.cite(cited))
    persons = [wording.party_name(p, words) for p in wording.distinct(event.actors) if p.person]
    names = [f"“{line(name)}”" for name in event.attributed_to if line(name)]
    about = [
        wording.join(persons, words) if persons else "",
        words.who_says.format(speakers=wording.join(names, words)).strip(" ,") if names else "",
        wording.date_words(event.date, words) if event.date and dated else "",
        untranslated(cited[0].language, words),
    ]
    said = "; ".join(part for part in about if part)
    yield Run(f"({said})" if said else "")
    if event.corrections:
        yield Run(words.brief.by_hand.format(fields=corrections.fields(event, words)))
