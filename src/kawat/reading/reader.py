"""Article -> reports: the stage's one entry. Cheap steps over everything, dear ones only where an event can be."""

from __future__ import annotations

from datetime import date, timedelta

from kawat.knowledge.outlets import lookup
from kawat.pages.model import Article
from kawat.reading.actors import Finder
from kawat.reading.candidates import Candidate, candidates, fitted, note, resolve, together
from kawat.reading.clauses import clauses
from kawat.reading.details import dated, duration, figures, mode, place, speakers
from kawat.reading.items import Item, items
from kawat.reading.lexicon import Lexicon, lexicon
from kawat.reading.mentions import Memory, Side
from kawat.reading.merging import Draft, merge, on_occasion, split
from kawat.reading.model import Party, Report
from kawat.reading.scan import Sentence, scan, sentences
from kawat.text import Quote, digest, quote
from kawat.times import Timex, find
from kawat.times import resolve as resolve_time

#: More words of sport than this in an article, and its "attacks" and "visits" are played.
SPORT = 4
COUNTED_TYPES = frozenset({"MOBILIZE", "ASSAULT", "AID", "COERCE", "SANCTION", "RETREAT"})


def read(article: Article) -> list[Report]:
    """Return the reports of an article in the order of their first evidence; none where it tells of no event."""
    lex = lexicon(article.language)
    told = story(article, lex)
    if not _worth_reading(told):
        return []
    memory = Memory(article.published.day if article.published else None, home_of(article, lex))
    acquaint(told, lex, memory)
    drafts = [d for s in told for d in _drafts(s, article, lex, memory)]
    drafts = [part for d in drafts for part in split(d)]
    drafts = _only_supported(drafts)
    return [_report(article, d) for d in on_occasion(merge(drafts))]


def story(article: Article, lex: Lexicon) -> list[Sentence]:
    """Scan the lines that tell the story: title, captions (each once), body; in the order of the text."""
    out: list[Sentence] = []
    seen: set[str] = set()
    parts: list[tuple[int, int, str]] = [
        (line.start, line.end, line.role)
        for line in article.lines
        if line.role in ("title", "subtitle", "caption")
    ]
    parts += [(p.start, p.end, "body") for p in article.body]
    for number, (start, end, role) in enumerate(sorted(parts)):
        for a, b in sentences(article.text, start, end, lex):
            text = article.text[a:b]
            if text in seen:
                continue
            seen.add(text)
            where = "title" if role == "title" else "caption" if role == "caption" else "body"
            out.append(scan(article.text, a, b, lex, where, number))
    return out


def _worth_reading(told: list[Sentence]) -> bool:
    """Tell whether any sentence has a trigger and the whole names two parties: else no event can come of it."""
    words = [h.word for s in told for h in s.hits.values() if h.word is not None]
    if not any(w.triggers for w in words) or sum("sport" in w.classes for w in words) > SPORT:
        return False
    found = [h.name for s in told for h in s.hits.values() if h.name is not None]
    names = {p.code for n in found for p in n.parties} | {x.country for n in found for x in n.holders}
    return len(names) > 1 or (bool(names) and any(t.frame.alone for w in words for t in w.triggers))


def home_of(article: Article, lex: Lexicon) -> str | None:
    known = lookup(article.outlet) if article.outlet else None
    return (known.country if known else None) or lex.pack.home


def _drafts(s: Sentence, article: Article, lex: Lexicon, memory: Memory) -> list[Draft]:
    """Read one sentence: mentions, clauses, candidates, their details."""
    mentions = Finder(s, lex, memory).find()
    for mention in mentions:
        resolve(mention, memory)
        note(mention, memory)
    if not any(h.word is not None and h.word.triggers for h in s.hits.values()) or not mentions:
        return []
    times = find(article.text, article.language, s.start, s.end)
    row = items(s, mentions, times, lex)
    memory.said_day = _said_day(times, article) or memory.said_day
    built = fitted(s, clauses(row))
    found = candidates(s, built, lex, memory)
    memory.topic = next(
        (c.subj.sides for c in built if c.subj is not None and c.subj.kind == "named" and c.subj.sides),
        memory.topic,
    )
    drafts = (_draft(c, row, article, lex, memory) for c in found)
    return [d for d in drafts if d is not None]


def acquaint(told: list[Sentence], lex: Lexicon, memory: Memory) -> None:
    """Learn the people of an article before it is read, so that a headline's "Liimets" is known."""
    for s in told:
        for mention in Finder(s, lex, memory).find():
            note(mention, memory)
    for spoken in (memory.parties, memory.persons, memory.pair, memory.couple):
        spoken.clear()


def _is_span(item: Item) -> bool:
    return item.timex is not None and item.timex.type == "DURATION"


def _said_day(times: list[Timex], article: Article) -> str | None:
    """Return the day that a sentence names by its date, where it lies in the week before publication."""
    if article.published is None:
        return None
    published = date.fromisoformat(article.published.day)
    days = [resolve_time(t, published).edtf for t in times if t.day is not None and t.kind != "range"]
    week = (published - timedelta(days=7)).isoformat()
    near = [d for d in days if d is not None and len(d) == 10 and week <= d <= published.isoformat()]
    return near[-1] if near else None


def _draft(c: Candidate, row: list[Item], article: Article, lex: Lexicon, memory: Memory) -> Draft | None:
    anchor = date.fromisoformat(article.published.day) if article.published else None
    when, timex = dated(c, row, anchor, memory.said_day)
    if (
        c.status == "held"
        and when is not None
        and anchor is not None
        and when[:10] > anchor.isoformat()[: len(when[:10])]
    ):
        c.status = "planned"
    if when is None and any(
        h.word is not None and "same_time" in h.word.classes for h in c.sentence.hits.values()
    ):
        when = memory.last_date
    if c.status == "denied" and not c.disclaimed and any(_is_span(x) for x in c.clause.items):
        return None  # "have not met for years" is no event
    if when is not None and len(when) == 10:
        memory.last_date = when
    where = place(c, lex)
    long, relation = duration(c)
    if c.type == "CONSULT":
        sides = [*c.actors, *c.recipients]
        together(memory, sides)
        memory.contact = sides if len(sides) == 2 and c.status == "held" else memory.contact
    soft = c.trigger.voice == "noun" and c.status == "held" and c.item.prep not in ("during",)
    channel = mode(c, lex, where)
    if channel in ("phone", "video", "letter"):
        where = None
    return Draft(
        [c], c.type, c.actors, c.recipients, c.status, soft, channel, when, timex.text if timex else None,
        where, long, relation, speakers(c), figures(c.sentence, lex) if c.type in COUNTED_TYPES else [],
    )  # fmt: skip


def _only_supported(drafts: list[Draft]) -> list[Draft]:
    """Drop what only a caption tells, unless the title or body speak of the same states: archive pictures tell old news."""
    told = {code for d in drafts if d.candidates[0].sentence.role != "caption" for code in d.codes}
    return [d for d in drafts if d.candidates[0].sentence.role != "caption" or d.codes <= told or not told]


def _report(article: Article, d: Draft) -> Report:
    evidence = _evidence(article, d)
    first = evidence[0]
    reasons = dict.fromkeys(r for c in d.candidates for r in c.reasons)
    reasons.update(dict.fromkeys(s.reason for s in d.actors + d.recipients))
    codes = "+".join(sorted(s.code for s in d.actors)) + ">" + "+".join(sorted(s.code for s in d.recipients))
    return Report(
        article=article.id,
        id=digest(article.digest, d.type, codes, str(first.start), d.status, d.date or ""),
        type=d.type,  # type: ignore[arg-type]
        mode=d.mode,
        actors=_parties(article, d.actors),
        recipients=_parties(article, d.recipients),
        date=d.date,
        date_text=d.date_text,
        place=d.place,
        duration=d.duration,
        duration_relation=d.duration_relation,
        status=d.status,  # type: ignore[arg-type]
        attributed_to=tuple(d.speakers),
        upstream=tuple(dict.fromkeys(c.name for c in article.upstream)),
        figures=tuple(d.figures),
        evidence=tuple(evidence),
        reasons=tuple(reasons),
        confidence=_confidence(d),
        language=article.language,
        published=article.published.value if article.published else None,
        outlet=article.outlet,
        title=article.title,
        digest=article.digest,
        url=article.url,
    )


def _evidence(article: Article, d: Draft) -> list[Quote]:
    spans = {(c.sentence.start, c.sentence.end) for c in d.candidates}
    return [quote(article.text, a, b) for a, b in sorted(spans)]


def _parties(article: Article, sides: list[Side]) -> tuple[Party, ...]:
    return tuple(
        Party(
            s.code,
            None if s.speaks else s.person,
            s.office,
            article.text[s.start : s.end],
            s.start,
            s.end,
            s.reason,
        )
        for s in sides
    )


def _confidence(d: Draft) -> float:
    """A coarse measure: named sides, a verb rather than a noun, told more than once."""
    value = 0.6
    value += 0.15 if any(c.explicit for c in d.candidates) else 0.0
    value += 0.1 if any(c.trigger.voice != "noun" for c in d.candidates) else 0.0
    value += 0.1 if len(d.candidates) > 1 else 0.0
    return round(value, 2)
