"""Article -> its sentences with all that the grammar makes of them, the triggers that it refuses among it.

In: an article.
Out: a `Trace` of each sentence. The same steps in the same order as in reading, each with what it drops kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kawat.pages.model import Article
from kawat.reading.actors import find_mentions
from kawat.reading.barring import fitted, misfit
from kawat.reading.befalling import befallen
from kawat.reading.calendars import Calendar, calendars, told_times
from kawat.reading.candidates import Candidate, candidates
from kawat.reading.clauses import clauses
from kawat.reading.discourse import follow, keep_topic
from kawat.reading.drafts import draft
from kawat.reading.items import items
from kawat.reading.lexicon import Lexicon, Trigger
from kawat.reading.mentions import Memory, Mention
from kawat.reading.refusals import Refusal, Refused
from kawat.reading.saying import Voice
from kawat.reading.scan import Sentence
from kawat.reading.statements import voices
from kawat.reading.story import acquaint, published_on
from kawat.reading.structure import Clause, Item
from kawat.times import Timex


@dataclass(slots=True)
class Verdict:
    """What the grammar makes of one word of a frame: a candidate, or why there is none."""

    i: int
    j: int
    trigger: Trigger
    clause: Clause | None
    item: Item | None
    found: Candidate | None
    why: Refusal | None


@dataclass(slots=True)
class Trace:
    """One sentence as the grammar reads it."""

    s: Sentence
    mentions: list[Mention]
    times: list[Timex]
    clauses: list[Clause]
    verdicts: list[Verdict] = field(default_factory=list)
    voices: list[Voice] = field(default_factory=list)  # whose words which tokens are


def trace(article: Article, told: list[Sentence], lex: Lexicon) -> list[Trace]:
    """Read the sentences of an article and keep what each step makes of them."""
    memory = acquaint(article, told, lex)
    timeline = told_times(article, told)
    days = calendars(timeline, published_on(article))
    out = [_sentence(s, times, day, lex, memory) for s, times, day in zip(told, timeline, days, strict=True)]
    heard = voices(article.text, told, [t.mentions for t in out], lex)
    for t, words in zip(out, heard, strict=True):
        t.voices = words
    return out


def _sentence(s: Sentence, times: list[Timex], calendar: Calendar, lex: Lexicon, memory: Memory) -> Trace:
    mentions = find_mentions(s, lex, memory)
    follow(s, mentions, memory)
    row = items(s, mentions, times, lex)
    offered = [(x, t) for x in row for t in (*x.triggers, *x.unmet)]
    built = clauses(row)
    homes = {id(x): c for c in built for x in c.items}
    refused: list[Refused] = [(x, t, why) for x, t in offered if (why := _unfit(x, t, s, built, homes))]
    befallen(fitted(s, built))
    found = candidates(s, built, lex, memory, refused)
    keep_topic(built, memory)
    for c in found:
        if draft(c, row, calendar, lex, memory) is None:
            refused.append((c.item, c.trigger, "lasting"))
    out = Trace(s, mentions, times, built)
    out.verdicts = [*_verdicts(offered, found, refused, homes), *_unheard(s, {x.i for x, _ in offered})]
    out.verdicts.sort(key=lambda v: (v.i, v.trigger.frame.type))
    return out


def _unfit(
    item: Item, trigger: Trigger, s: Sentence, built: list[Clause], homes: dict[int, Clause]
) -> Refusal | None:
    """Tell why a trigger is gone before its clause is asked for sides."""
    home = homes.get(id(item))
    return misfit(trigger, s, built, home, item) if home is not None else "aside"


def _verdicts(
    offered: list[tuple[Item, Trigger]],
    found: list[Candidate],
    refused: list[Refused],
    homes: dict[int, Clause],
) -> Iterator[Verdict]:
    whys = {(id(x), id(t)): why for x, t, why in refused}
    made = {(id(c.item), id(c.trigger)): c for c in found}
    for item, trigger in offered:
        key = id(item), id(trigger)
        why = whys.get(key)
        candidate = made.get(key) if why is None else None
        yield Verdict(item.i, item.j, trigger, homes.get(id(item)), item, candidate, why)


def _unheard(s: Sentence, heard: set[int]) -> Iterator[Verdict]:
    """Yield the words of frames that are no triggers where they stand: bare stems in running text, parts of names."""
    for hit in s.hits.values():
        for trigger in hit.word.triggers if hit.word is not None and hit.i not in heard else ():
            bare = s.role != "title" and trigger.voice.startswith("headline")
            yield Verdict(hit.i, hit.j, trigger, None, None, None, "title_only" if bare else "inside")
