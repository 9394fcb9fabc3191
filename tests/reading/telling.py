"""What the tests of reading share: sentences in, reports and mentions out, each in a short form to compare."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from _pytest.mark import ParameterSet

from kawat.pages import Article, read_text
from kawat.reading import annotate
from kawat.reading import read_by_grammar as read
from kawat.reading.coder.cues import Cue
from kawat.reading.coder.survey import Survey, survey
from kawat.reading.lexicon import lexicon
from kawat.reading.model import MUTUAL, Party, Report
from kawat.reading.story import acquaint, story

PUBLISHED = "2024-05-15"  # a Wednesday


def article(text: str, language: str, **given: str) -> Article:
    """Make an article of `text`, published on `PUBLISHED` where nothing else is said."""
    return read_text(text, language=language, **{"published": PUBLISHED, **given})


def reports(text: str, language: str, **given: str) -> list[Report]:
    """Read what `text` tells."""
    return read(article(text, language, **given))


def short(report: Report) -> str:
    """Write a report as "ASSAULT MLI>NER held"; where the order of the sides says nothing, "CONSULT EST=LVA held"."""
    actors, recipients = _codes(report.actors), _codes(report.recipients)
    if report.type in MUTUAL:
        return f"{report.type} {'='.join(sorted({*actors, *recipients}))} {report.status}"
    return f"{report.type} {'+'.join(actors)}>{'+'.join(recipients)} {report.status}"


def _codes(parties: Sequence[Party]) -> list[str]:
    return sorted({p.country for p in parties})


def told(text: str, language: str) -> list[str]:
    """Return the reports of `text`, short, in alphabetical order."""
    return sorted(short(r) for r in reports(text, language))


def only(text: str, language: str, type_: str = "CONSULT") -> Report:
    """Return the one report of that type that `text` tells."""
    found = [r for r in reports(text, language) if r.type == type_]
    assert len(found) == 1, [short(r) for r in found]
    return found[0]


def named(text: str, language: str) -> list[tuple[str, str | None, str | None]]:
    """Return the actors that `text` names: (code, person, office)."""
    return [(a.country, a.person, a.office) for a in annotate(article(text, language)).actors]


def surveyed(text: str, language: str) -> Survey:
    """Survey `text` as the coder sees it."""
    of, lex = article(text, language), lexicon(language)
    told = story(of, lex)
    return survey(of, told, acquaint(of, told, lex), lex)


def meant(text: str, language: str, **given: str) -> dict[str, str]:
    """Return what each mention of the last sentence of `text` names or refers to: words -> codes."""
    page, lex = article(text, language, **given), lexicon(language)
    told = story(page, lex)
    last = survey(page, told, acquaint(page, told, lex), lex).scene.told[-1]
    spans = ((m, last.s.span(m.i, m.j)) for m in last.mentions)
    return {page.text[start:end]: "+".join(x.code for x in m.sides) for m, (start, end) in spans}


def wrong(reason: str, *values: object) -> ParameterSet:
    """Mark a case that the engine gets wrong today; it fails as soon as the engine gets it right."""
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason))


def cue(sv: Survey, words: str, type_: str) -> Cue:
    """Return the first trigger of those words that may tell an event of the type."""
    return next(c for c in sv.cues if c.words == words and c.type == type_)
