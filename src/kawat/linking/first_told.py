"""On which day each text was first published, for a million reports."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from kawat.linking.days import published_day
from kawat.linking.model import Copy
from kawat.linking.pathways import WHOLE
from kawat.reading.model import Report
from kawat.text import number

NO_COPIES: Mapping[str, Copy] = MappingProxyType({})


class First:
    """On which day a text was first published: a late copy is no later word."""

    def __init__(self, copies: Mapping[str, Copy] = NO_COPIES) -> None:
        self._copies = copies
        self._seen = array("q"), array("q")  # texts and days; a million strings would take ten times as much
        self._texts = self._days = np.empty(0, dtype=np.int64)

    def see(self, report: Report) -> None:
        """Note the publication of a text."""
        day = published_day(report.published)
        if report.digest and day is not None:
            self._seen[0].append(number(report.digest))
            self._seen[1].append(day)

    def seen(self) -> None:
        """Keep the first day of each text, when all are noted."""
        texts, days = (np.array(noted, dtype=np.int64) for noted in self._seen)
        order = np.lexsort((days, texts))
        self._texts, first = np.unique(texts[order], return_index=True)
        self._days = days[order][first]

    def day(self, report: Report) -> int | None:
        """Return the day of the first copy of the report's text (ordinal), None where no publication is known."""
        day = published_day(report.published)
        text = number(report.digest)
        at = int(np.searchsorted(self._texts, text))
        if report.digest and at < len(self._texts) and self._texts[at] == text:
            day = int(self._days[at])
        copy = self._copies.get(report.article)
        if day is None or copy is None or copy.delay is None or copy.share < WHOLE:
            return day
        return day - round(copy.delay / 86400)
