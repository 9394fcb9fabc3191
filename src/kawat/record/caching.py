"""Answers that are kept while the record stays as it is: totals, counts, facets."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Any, TypeVar, cast

T = TypeVar("T")
#: Answers that are kept at most; the one asked for longest ago goes first.
MOST = 512


class Answers:
    """What was asked of one version of a record, with the answers. Threads may share it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[Any, ...], Any] = OrderedDict()

    def get(self, question: tuple[Any, ...], find: Callable[[], T]) -> T:
        """Return the answer to a question (which holds the version), finding it where it is not known.

        Two threads that ask at once may both find it: they find the same.
        """
        with self._lock:
            if question in self._kept:
                self._kept.move_to_end(question)
                return cast(T, self._kept[question])
        found = find()
        with self._lock:
            self._kept[question] = found
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)
        return found
