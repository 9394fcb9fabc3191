"""Lists what a brief rests on: each independent source with its pages, addresses and digests."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kawat.desk import wording
from kawat.desk.briefs.model import Origin, Source
from kawat.desk.clean import line
from kawat.desk.words import Words
from kawat.linking.model import Event, Member, Witness
from kawat.reading.model import Report

_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?")
#: An address that may be a link: of the web, in ASCII, without what could end an attribute or hide its host.
_LINK = re.compile(r"https?://[A-Za-z0-9.\-]+(?::\d{1,5})?(?:[/?#][!#$%&'()*+,\-./0-9:;=?@A-Z\[\]_a-z~]*)?")
_LONGEST = 2000


class Articles:
    """The articles of the events told, numbered by their independent sources: sources by name, pages by time."""

    def __init__(self, events: Sequence[Event], reports: Iterable[Report]) -> None:
        self._reports: dict[str, Report] = {}
        for report in reports:
            self._reports.setdefault(report.article, report)
        self._members: dict[str, Member] = {}
        owners: dict[str, str] = {}
        for witness in (witness for event in events for witness in event.sources):
            self._take(witness, owners)
        for article in self._reports:
            owners.setdefault(article, line(self._reports[article].outlet or article))
        order = sorted(owners, key=lambda a: (owners[a], self._reports[a].published or "~", a))
        self.numbers = {article: n for n, article in enumerate(order, 1)}
        self._owners = owners

    def _take(self, witness: Witness, owners: dict[str, str]) -> None:
        for article in witness.articles:
            if article in self._reports:
                owners.setdefault(article, line(witness.name))
        for member in witness.members:
            self._members.setdefault(member.article, member)

    def origins(self, words: Words) -> tuple[Origin, ...]:
        """Return the independent sources by name."""
        found: dict[str, list[Source]] = {}
        for article in self.numbers:
            found.setdefault(self._owners[article], []).append(self._source(article, words))
        return tuple(
            Origin(name, words.brief.pages.format(pages=len(sources)), tuple(sources))
            for name, sources in found.items()
        )

    def copies(self, words: Words) -> str:
        """Say how many pages there are, of how many independent sources."""
        independent = len(set(self._owners.values()))
        pages = len(self.numbers)
        return words.brief.copies.format(pages=pages, sources=independent) if pages else ""

    def _source(self, article: str, words: Words) -> Source:
        report = self._reports[article]
        facts = (
            self._chain(report, words),
            moment_words(report.published, words),
            words.brief.article_id.format(article=line(article)),
        )
        return Source(
            number=self.numbers[article],
            title=line(report.title),
            language=line(report.language),
            facts=facts,
            url=web_address(report.url),
            address=line(report.url or "") or words.brief.no_address,
            digest=line(report.digest),
        )

    def _chain(self, report: Report, words: Words) -> str:
        """Say from whom the outlet had it, the nearest first: "Harian Pagi ← Kantor Uji"."""
        member = self._members.get(report.article)
        chain = member.chain if member and len(member.chain) > 1 else report.upstream
        names = [line(report.outlet or report.article), *map(line, chain)]
        told = " ← ".join(dict.fromkeys(name for name in names if name))
        if member and member.relation in ("copies", "part") and member.share is not None:
            told += f" ({words.brief.share.format(share=round(100 * member.share))})"
        return told


def web_address(url: str | None) -> str | None:
    """Return an address that may be a link (http or https, nothing odd in it), None where it is no such."""
    return url if url and len(url) <= _LONGEST and _LINK.fullmatch(url) else None


def moment_words(published: str | None, words: Words) -> str:
    """Say a publication time with its zone: "8 February 2022, 16:53 (UTC+07:00)"; a day alone where it has no clock."""
    if not published:
        return words.brief.undated
    match = _TIME.fullmatch(published)
    if match is None:
        return wording.date_words(published, words)
    day, clock, zone = match.groups()
    zone = {"Z": "UTC", None: words.brief.no_zone}.get(zone, f"UTC{zone}")
    return f"{wording.date_words(day, words)}, {clock} ({zone})"
