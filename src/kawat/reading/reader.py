"""Article -> reports: the stage's one entry. Cheap steps over everything, dear ones only where an event can be.

In: an article.
Out: its reports in the order of their first evidence. The flow is drawn in `kawat.reading`.
"""

from __future__ import annotations

from kawat.knowledge.states import states
from kawat.packs import extends
from kawat.pages.model import Article
from kawat.reading.coder import TAUGHT, survey, trained
from kawat.reading.coder.screen import FEW
from kawat.reading.drafts import only_supported, split
from kawat.reading.lexicon import lexicon
from kawat.reading.merging import merge, on_occasion
from kawat.reading.model import Report
from kawat.reading.reporting import reports
from kawat.reading.scan import Sentence
from kawat.reading.story import acquaint, publisher, story

#: More words of sport than this in an article, and its "attacks" and "visits" are played.
SPORT = 4


def read(article: Article) -> list[Report]:
    """Return the reports of an article in the order of their first evidence; none where it tells of no event."""
    lex = lexicon(article.language)
    told = story(article, lex)
    if not _is_worth_reading(told, publisher(article)):
        return []
    if (extends(lex.language) or lex.language) not in TAUGHT:
        return read_by_grammar(article)
    coder = trained()
    if not coder.worth(told):
        return []
    sv = coder.hinted(survey(article, told, acquaint(article, told, lex), lex))
    return reports(article, only_supported(coder.read(sv.consult(), lex))) if sv.cues else []


def read_by_grammar(article: Article) -> list[Report]:
    """Return what the grammar alone reads: the way of languages that the coder was not taught."""
    lex = lexicon(article.language)
    told = story(article, lex)
    if not _is_worth_reading(told, publisher(article)):
        return []
    memory = acquaint(article, told, lex)
    drafts = [part for d in survey(article, told, memory, lex).drafts for part in split(d)]
    return reports(article, on_occasion(merge(only_supported(drafts))))


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
    if len(told) <= FEW:  # "Serangan Peru menewaskan lima warga di Arica."
        parties |= {c.country for n in found for c in n.cities if c.country in states()} if parties else set()
    return len(parties) > 1 or (bool(parties) and any(t.frame.alone for w in words for t in w.triggers))
