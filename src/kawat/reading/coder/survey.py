"""Article -> its scene and the triggers in it: all that the coder weighs. Nothing is decided here.

In: an article's sentences, its memory.
Out: the `Survey`, with the drafts that the grammar alone makes.
"""

from __future__ import annotations

from dataclasses import dataclass

from kawat.pages.model import Article
from kawat.reading.actors import find_mentions
from kawat.reading.barring import fitted
from kawat.reading.befalling import befallen
from kawat.reading.calendars import Calendar, calendars, told_times
from kawat.reading.candidates import candidates
from kawat.reading.clauses import clauses
from kawat.reading.coder.blames import noted
from kawat.reading.coder.bystanders import set_aside
from kawat.reading.coder.cues import Cue, cues_in
from kawat.reading.coder.encoder import Encoder, encoder
from kawat.reading.coder.scene import Scene, Told, scene
from kawat.reading.coder.undone import done
from kawat.reading.discourse import follow, keep_topic
from kawat.reading.drafts import Draft, draft
from kawat.reading.items import items
from kawat.reading.lexicon import Lexicon
from kawat.reading.mentions import Memory
from kawat.reading.refusals import Refused
from kawat.reading.scan import Sentence
from kawat.reading.story import published_on


@dataclass(slots=True)
class Survey:
    """What was read of an article before anything is decided."""

    scene: Scene
    cues: list[Cue]
    drafts: list[Draft]  # of the grammar, in the order of the text, not yet merged
    calendars: list[Calendar]  # of each sentence
    made: dict[int, Draft]  # identity of a candidate -> its draft
    text: str = ""  # of the article

    def ruled(self, c: Cue) -> Draft | None:
        """Return the draft that the grammar makes of a trigger."""
        return self.made.get(id(c.rule)) if c.rule is not None else None

    def consult(self, network: Encoder | None = None) -> Survey:
        """Let the encoder (else the one that ships with the package) read the words around each trigger."""
        for c, reading in zip(self.cues, (network or encoder()).read(self.cues, self.scene), strict=True):
            c.reading = reading
        return self


def survey(article: Article, told: list[Sentence], memory: Memory, lex: Lexicon) -> Survey:
    """Read all sentences of an article."""
    published = published_on(article)
    timeline = told_times(article, told)
    days = calendars(timeline, published)
    out: list[Told] = []
    drafts: list[Draft] = []
    for k, (s, times) in enumerate(zip(told, timeline, strict=True)):
        mentions = find_mentions(s, lex, memory)
        follow(s, mentions, memory)
        row = items(s, mentions, times, lex)
        built = befallen(fitted(s, clauses(row)))
        t = Told.of(k, s, mentions, row, built, times, memory)
        if mentions or memory.meeting or memory.harm[0] or memory.blamed:
            refused: list[Refused] = []
            t.found = candidates(s, built, lex, memory, refused)
            t.refused = {(item.i, trigger.frame.type): why for item, trigger, why in refused}
        keep_topic(built, memory)
        made = [draft(c, row, days[k], lex, memory) for c in t.found]
        drafts += [d for d in made if d is not None]
        out.append(t)
    found = [cue for t in out for cue in set_aside(noted(done(cues_in(t, lex), lex), lex), lex)]
    by_candidate = {id(d.first): d for d in drafts}
    return Survey(scene(out, memory, article.text, lex), found, drafts, days, by_candidate, article.text)
