"""Says why reports are one event, or two, in the screen language: findings with their weights, and what decided.

Linking writes its reasons in English, with values of the pages in them ("date: 2021-12-07 and 2021-12-09 are two
days"). Grades have names here; the rest is matched with the patterns of ``[details]``, and stays as it is where it
fits none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from string import Formatter
from typing import NamedTuple

import msgspec

from kawat.desk.clean import line
from kawat.desk.words import Words
from kawat.linking.comparing import Comparison, Weighed
from kawat.linking.model import Event
from kawat.reading.model import Report

_LINK = re.compile(r"(\S+) = (\S+): (.*)", re.S)
_DOUBT = re.compile(r"apart: (\S+) fits (\S+) and (\S+) alike")
_COUNT = re.compile(r"(\d+) days?")


class Found(msgspec.Struct, frozen=True):
    """What `kawat why-not` prints as JSON."""

    one: str  # ids of the events
    other: str
    same: bool  # both ids lead to one event
    why: str | None  # what keeps them apart: parted veto sum far article chain doubt; null where they are one
    pairs: tuple[Comparison, ...]  # of reports, most alike first


def verdict(pairs: Sequence[Comparison]) -> str:
    """Say in a word what keeps two events apart: a key ``by_...`` of ``[why_not]``. `pairs` are all, best first."""
    if any(p.ruled is False for p in pairs):
        return "parted"
    if all(p.score is None for p in pairs):
        return "veto"
    enough = [p for p in pairs if p.score is not None and p.score >= p.needed]
    if not enough:
        return "sum"
    if not any(p.near and not p.same_article for p in enough):
        return "article" if any(p.same_article for p in enough) else "far"
    return "chain" if any(p.score is None or p.same_article for p in pairs) else "doubt"


def told(pair: Comparison, articles: Mapping[str, str], words: Words) -> Iterator[str]:
    """Tell all about a pair of reports, a line each; `articles` maps ids of reports to those of their articles."""
    said = words.why_not
    yield said["pair"].format(one=report_name(pair.one, articles), other=report_name(pair.other, articles))
    for each in sorted(pair.findings, key=lambda f: float("-inf") if f.weight is None else f.weight):
        yield f"  {_finding(each, words)}"
    yield f"  = {summed(pair, words)}"
    if not pair.near:
        yield f"  {said['far']}"
    if pair.same_article:
        yield f"  {said['same_article']}"
    if pair.ruled is not None:
        yield f"  {said['joined' if pair.ruled else 'parted']}"


def report_name(id: str, articles: Mapping[str, str]) -> str:
    """Name a report by its article and its own id."""
    article = articles.get(id)
    return f"{line(article)} [{line(id)}]" if article else line(id)


def summed(pair: Comparison, words: Words) -> str:
    """Say the sum of a pair, and what would be needed."""
    if pair.score is None:
        return words.why_not["sum_veto"].format(needed=f"{pair.needed:g}")
    return words.why_not["sum"].format(score=f"{pair.score:+g}", needed=f"{pair.needed:+g}")


def _finding(f: Weighed, words: Words) -> str:
    weight = words.why_not["veto"] if f.weight is None else f"{f.weight:+g}"
    about = f.text.partition(": ")[2]
    return f"{weight:>5}  {words.grades[f.grade]}{f' ({detail(about, words)})' if about else ''}"


class Piece(NamedTuple):
    """A piece of a reason: words, or the id of a report, which each screen names in its own way."""

    text: str
    is_report: bool = False


def reasons(event: Event, reports: Iterable[Report], words: Words, *, doubts: bool = False) -> Iterator[str]:
    """Tell why the reports of an event are one, a line a link, and where doubt kept it from others; or these alone."""
    articles = {report.id: report.article for report in reports}
    for reason in event.reasons:
        if not doubts or _DOUBT.fullmatch(reason):
            yield _reason(reason, articles, words)


def _reason(reason: str, articles: Mapping[str, str], words: Words) -> str:
    return "".join(report_name(p.text, articles) if p.is_report else p.text for p in pieces(reason, words))


def pieces(reason: str, words: Words) -> Iterator[Piece]:
    """Yield a reason of an event, said in the screen language, in pieces that stand one after another."""
    link, doubt = _LINK.fullmatch(reason), _DOUBT.fullmatch(reason)
    if link:
        traits = "; ".join(_trait(part, words) for part in link[3].split("; "))
        yield from (Piece(link[1], True), Piece(" = "), Piece(link[2], True), Piece(f": {traits}"))
    elif doubt:
        named = dict(zip(("unit", "one", "other"), doubt.groups(), strict=True))
        for said, name, _, _ in Formatter().parse(words.why_not["fits"]):
            yield Piece(said)
            if name:
                yield Piece(named[name], True)
    else:
        yield Piece(line(reason))


def _trait(text: str, words: Words) -> str:
    """Say one finding of a reason: "date: 2021-12-07"."""
    head, colon, about = text.partition(": ")
    if colon and head in words.traits:
        return f"{words.traits[head]}: {detail(about, words)}"
    return detail(text, words)


def detail(text: str, words: Words) -> str:
    """Say the values of a finding in the screen language, as it stands where no pattern fits."""
    for pattern, template in _patterns(tuple(words.details.items())):
        match = pattern.fullmatch(text)
        if match:
            return line(template.format(**{k: _value(v, words) for k, v in match.groupdict().items()}))
    return line(_value(text, words))


def _value(value: str, words: Words) -> str:
    """Say "3 days" and the form of a contact in the screen language; any other value stays."""
    match = _COUNT.fullmatch(value)
    if match:
        return f"{match[1]} {words.units['D'][match[1] != '1']}"
    return words.contacts[value].name if value in words.contacts else value


@cache
def _patterns(details: tuple[tuple[str, str], ...]) -> list[tuple[re.Pattern[str], str]]:
    """Make patterns of the English details, in their order: the closer ones stand first."""
    made = []
    for english, template in details:
        pattern = re.escape(english).replace(r"\{a\}", "(?P<a>.+)").replace(r"\{b\}", "(?P<b>.+)")
        made.append((re.compile(pattern, re.S), template))
    return made
