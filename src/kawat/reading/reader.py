"""Article -> reports: the stage's one entry. Cheap steps over everything, dear ones only where an event can be.

In: an article.
Out: its reports in the order of their first evidence. The flow is drawn in `kawat.reading`.
"""

from __future__ import annotations

from kawat.pages.model import Article
from kawat.reading.actors import find_mentions
from kawat.reading.barring import fitted
from kawat.reading.candidates import candidates
from kawat.reading.clauses import clauses
from kawat.reading.dating import Calendar, named_day
from kawat.reading.discourse import follow, keep_topic
from kawat.reading.drafts import Draft, draft, only_supported, split
from kawat.reading.items import items
from kawat.reading.lexicon import Lexicon, lexicon
from kawat.reading.mentions import Memory
from kawat.reading.merging import merge, on_occasion
from kawat.reading.model import Report
from kawat.reading.reporting import report
from kawat.reading.scan import Sentence
from kawat.reading.story import acquaint, published_on, publisher, story
from kawat.times import find

#: More words of sport than this in an article, and its "attacks" and "visits" are played.
SPORT = 4


def read(article: Article) -> list[Report]:
    """Return the reports of an article in the order of their first evidence; none where it tells of no event."""
    lex = lexicon(article.language)
    told = story(article, lex)
    if not _is_worth_reading(told, publisher(article)):
        return []
    memory = acquaint(article, told, lex)
    drafts = [part for s in told for d in _drafts(s, article, lex, memory) for part in split(d)]
    return [report(article, d) for d in on_occasion(merge(only_supported(drafts)))]


def _is_worth_reading(told: list[Sentence], speaker: str | None) -> bool:
    """Tell whether any sentence has a trigger and the whole names two parties: else no event can come of it.

    `speaker` is the party whose own page it is: it is named by "we".
    """
    words = [h.word for s in told for h in s.hits.values() if h.word is not None]
    if not any(w.triggers for w in words) or sum("sport" in w.classes for w in words) > SPORT:
        return False
    found = [h.name for s in told for h in s.hits.values() if h.name is not None]
    parties = {p.code for n in found for p in n.parties} | {x.country for n in found for x in n.holders}
    parties |= {speaker} if parties and speaker else set()
    return len(parties) > 1 or (bool(parties) and any(t.frame.alone for w in words for t in w.triggers))


def _drafts(s: Sentence, article: Article, lex: Lexicon, memory: Memory) -> list[Draft]:
    """Read one sentence: mentions, clauses, candidates, their details."""
    mentions = find_mentions(s, lex, memory)
    follow(s, mentions, memory)
    spoken_of = mentions or memory.meeting
    if not spoken_of or not any(h.word is not None and h.word.triggers for h in s.hits.values()):
        return []
    times = find(article.text, article.language, s.start, s.end)
    published = published_on(article)
    memory.said_day = named_day(times, published) or memory.said_day
    row = items(s, mentions, times, lex)
    built = fitted(s, clauses(row))
    found = candidates(s, built, lex, memory)
    keep_topic(built, memory)
    calendar = Calendar(published, memory.said_day)
    drafts = (draft(c, row, calendar, lex, memory) for c in found)
    return [d for d in drafts if d is not None]
