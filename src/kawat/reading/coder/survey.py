"""Article -> its scene and the triggers in it: all that the coder weighs."""

from __future__ import annotations

from dataclasses import dataclass

from kawat.pages.model import Article
from kawat.reading.actors import find_mentions
from kawat.reading.barring import fitted
from kawat.reading.candidates import candidates
from kawat.reading.clauses import clauses
from kawat.reading.coder.cues import cues_in
from kawat.reading.coder.features import Cue
from kawat.reading.coder.scene import Scene, Told, homes, scene
from kawat.reading.dating import Calendar, named_day
from kawat.reading.discourse import follow, keep_topic
from kawat.reading.drafts import Draft, draft
from kawat.reading.items import items
from kawat.reading.lexicon import Lexicon
from kawat.reading.mentions import Memory
from kawat.reading.scan import Sentence
from kawat.reading.story import published_on
from kawat.times import find


@dataclass(slots=True)
class Survey:
    """What was read of an article before anything is decided."""

    scene: Scene
    cues: list[Cue]
    drafts: list[Draft]  # of the grammar alone
    calendars: list[Calendar]
    memory: Memory


def survey(article: Article, told: list[Sentence], memory: Memory, lex: Lexicon) -> Survey:
    """Read all sentences of an article."""
    published = published_on(article)
    out: list[Told] = []
    cues: list[Cue] = []
    drafts: list[Draft] = []
    calendars: list[Calendar] = []
    for k, s in enumerate(told):
        mentions = find_mentions(s, lex, memory)
        follow(s, mentions, memory)
        times = find(article.text, article.language, s.start, s.end)
        memory.said_day = named_day(times, published) or memory.said_day
        row = items(s, mentions, times, lex)
        built = fitted(s, clauses(row))
        t = Told(
            k, s, mentions, row, built, times, [], homes(built),
            topic=tuple(x.code for x in memory.topic),
            against={a: tuple(x.code for x in sides) for a, sides in memory.against.items()},
            contact=tuple(x.code for x in memory.contact),
            blamed={a: tuple(x.code for x in sides) for a, sides in memory.blamed.items()},
            memory_persons=tuple(memory.persons[-2:]),
        )  # fmt: skip
        if mentions or memory.meeting:
            t.found = candidates(s, built, lex, memory)
        keep_topic(built, memory)
        calendar = Calendar(published, memory.said_day)
        calendars.append(calendar)
        made = [draft(c, row, calendar, lex, memory) for c in t.found]
        drafts += [d for d in made if d is not None]
        cues += cues_in(t, lex)
        out.append(t)
    return Survey(scene(out, memory, article.text, lex), cues, drafts, calendars, memory)
