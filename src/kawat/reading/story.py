"""Article -> the sentences that tell its story, scanned; and what is known of the article before it is read.

In: an article.
Out: its sentences in the order of the text, each once; the memory with the people whom the article names
anywhere, so that a headline's bare name is known.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import lru_cache

from kawat.knowledge.outlets import lookup
from kawat.pages.model import Article
from kawat.reading.actors import find_mentions
from kawat.reading.authoring import author
from kawat.reading.claims import mark_refuted
from kawat.reading.declaring import declare
from kawat.reading.discourse import note
from kawat.reading.headlines import past_headlines
from kawat.reading.lexicon import Lexicon, lexicon
from kawat.reading.mentions import Memory, Mention
from kawat.reading.running import running
from kawat.reading.scan import Sentence, scan, sentences

#: Role of a line -> role of its sentences.
TOLD_ROLES = {"title": "title", "subtitle": "body", "caption": "caption"}

#: Sorts of sides that publish pages of their own.
INSTITUTIONS = frozenset({"organ", "person", "seat", "body", "bloc"})

#: Code points of the longest sentence that is read. Nobody writes longer ones; reading takes the square of the length.
LONGEST = 3000


def story(article: Article, lex: Lexicon) -> list[Sentence]:
    """Scan the lines that tell the story: title, captions (each once), body; in the order of the text.

    What is longer than a sentence can be (a table without stops, an attack) is passed over.
    """
    spans = [(x.start, x.end, TOLD_ROLES[x.role]) for x in article.lines if x.role in TOLD_ROLES]
    spans += [(p.start, p.end, "body") for p in article.body]
    out: list[Sentence] = []
    seen: set[str] = set()
    for start, end, role in sorted(spans):
        for begin, b in sentences(article.text, start, end, lex):
            short = role == "body" and b - begin <= LONGEST
            a = past_headlines(article.text, begin, b, lex) if short else begin
            text = article.text[a:b]
            if len(text) <= LONGEST and text not in seen:
                seen.add(text)
                out.append(scan(article.text, a, b, lex, role))
    mark_refuted(out, lex)
    return out


def acquaint(article: Article, told: list[Sentence], lex: Lexicon) -> Memory:
    """Make the memory of an article with its people, before it is read, so that a headline's "Liimets" is known."""
    day = article.published.day if article.published else None
    code, office = _institution(article)
    memory = Memory(day, _home(article, lex), code)
    read: list[tuple[Sentence, list[Mention]]] = []
    for s in told:
        mentions = find_mentions(s, lex, memory)
        read.append((s, mentions))
        for mention in mentions:
            note(mention, memory)
    declare(read, memory, lex)
    memory.author = author(read, memory, lex, office)
    memory.running = running(read, article.text)
    memory.named = dict(Counter(x.code for x in memory.parties))
    for spoken in (memory.parties, memory.persons, memory.pair, memory.couple, memory.company):
        spoken.clear()
    return memory


def published_on(article: Article) -> date | None:
    """Return the day of publication."""
    return date.fromisoformat(article.published.day) if article.published else None


def _home(article: Article, lex: Lexicon) -> str | None:
    """Return the state of the outlet, else the one that the language takes for granted."""
    known = lookup(article.outlet) if article.outlet else None
    return (known.country if known else None) or lex.pack.home


def publisher(article: Article) -> str | None:
    """Return the state that speaks in the page itself: the one of a government's site."""
    return _institution(article)[0]


def _institution(article: Article) -> tuple[str | None, str | None]:
    """Return the state whose own page it is, and the office, where the outlet is that of one."""
    known = lookup(article.outlet) if article.outlet else None
    if known is None and article.outlet:
        return _of_institution(article.outlet, article.language)
    return (known.country, known.voice) if known is not None and known.institution else (None, None)


@lru_cache(maxsize=1024)  # every article asks, and outlets are few
def _of_institution(outlet: str, language: str) -> tuple[str | None, str | None]:
    """Return for whom an outlet acts whose name is that of an office or organ, and the office: "President of Peru"."""
    lex = lexicon(language)
    s = scan(outlet, 0, len(outlet), lex, "title")
    named = [m for m in find_mentions(s, lex, Memory(None, None)) if m.kind == "named"]
    if not named or len(named[0].sides) != 1 or not _is_of_state(s, named, lex):
        return None, None
    return named[0].sides[0].code, named[0].sides[0].office


def _is_of_state(s: Sentence, named: list[Mention], lex: Lexicon) -> bool:
    """Tell whether the name of an outlet is that of an office or organ of whom it names first."""
    mention, side = named[0], named[0].sides[0]
    organ = side.sort in INSTITUTIONS or side.office is not None
    if organ and all(w in lex.articles for w in s.lows[: mention.i]):
        # "Ministry of Foreign Affairs, India"; "Embassy of Peru in Ghana"
        ends = mention.j == len(s.words) or s.words[mention.j] == "," or "where" in s.classes(mention.j)
        if ends:
            return True
    offices = [k for k, low in enumerate(s.lows) if low in lex.pack.publishers]
    alone = len({x.code for m in named for x in m.sides}) == 1
    if offices and (alone or mention.i <= offices[0]):
        return True  # "Peruvian High Commission, Nairobi"
    acts = mention.agent and mention.i == 0
    return len(named) == 1 and (acts or not s.classes(0).isdisjoint(("agent", "home_agent")))
