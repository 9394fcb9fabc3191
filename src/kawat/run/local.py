"""One process, or a pool of them on this machine.

Results come in the order of the pages, whatever the number of workers. No page stops a run: one that cannot
be read, one on which the reading itself fails, and one that takes its whole worker down come out as
`PageError` in their place.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.connection import wait
from types import TracebackType
from typing import Generic, Protocol, Self, TypeVar, cast

from kawat.errors import KnowledgeError, PackError, PageError, UsageError

CHUNK = 8  # pages that go to a worker at once: what it costs to send them is then small beside reading them
AHEAD = 3  # chunks for each worker that are under way at most: bounds memory, however long the input


class Page(Protocol):
    """Something to read."""

    @property
    def source(self) -> str:
        """Its name: a path, a URL, a line of a file."""


class Failure(Protocol):
    """A page that could not even be opened, and why."""

    @property
    def source(self) -> str:
        """Its name."""

    @property
    def reason(self) -> str:
        """What the user should know."""


P = TypeVar("P", bound=Page)
R = TypeVar("R")


def run(
    pages: Iterable[P | Failure], work: Callable[[P], R], workers: int = 1
) -> Iterator[tuple[str, R | PageError]]:
    """Do `work` on every page and yield (source, result or error), in the order of `pages`.

    With one worker all is done here. With more, `work` must be a function at the top of a module, and pages
    and results must pickle. At most ``workers * CHUNK * AHEAD`` pages are held at a time.

    Raises:
        UsageError: `workers` is less than 1, or `work` cannot be sent to another process.
    """
    if workers < 1:
        raise UsageError(f"workers: {workers} is less than 1")
    if workers == 1:
        return ((page.source, _attempt(work, page)) for page in pages)
    try:
        pickle.dumps(work)
    except Exception as error:
        raise UsageError(f"workers: {work!r} cannot be sent to another process ({error}); use 1") from error
    return _pooled(pages, work, workers)


def _pooled(
    pages: Iterable[P | Failure], work: Callable[[P], R], workers: int
) -> Iterator[tuple[str, R | PageError]]:
    source = iter(pages)
    under_way: deque[tuple[list[P | Failure], Future[list[R | PageError]]]] = deque()
    with _Pool(work, workers) as pool:
        while chunk := list(islice(source, CHUNK)):
            under_way.append((chunk, pool.submit(chunk)))
            if len(under_way) >= workers * AHEAD:
                yield from pool.results(*under_way.popleft())
        while under_way:
            yield from pool.results(*under_way.popleft())


class _Pool(Generic[P, R]):
    """Worker processes that are replaced when they die."""

    def __init__(self, work: Callable[[P], R], workers: int) -> None:
        self._work = work
        self._workers = workers
        self._executor = self._start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._executor.shutdown(cancel_futures=True)

    def submit(self, chunk: Sequence[P | Failure]) -> Future[list[R | PageError]]:
        """Hand a chunk to the workers."""
        try:
            return self._executor.submit(_attempt_all, self._work, chunk)
        except BrokenProcessPool:
            self._executor.shutdown()
            self._executor = self._start()
            return self._executor.submit(_attempt_all, self._work, chunk)

    def results(
        self, chunk: Sequence[P | Failure], future: Future[list[R | PageError]]
    ) -> Iterator[tuple[str, R | PageError]]:
        """Yield what came of a chunk. If it died, or one beside it did, each of its pages is tried alone."""
        try:
            outcomes = future.result()
        except Exception:
            outcomes = [self._alone(page) for page in chunk]
        yield from zip((page.source for page in chunk), outcomes, strict=True)

    def _alone(self, page: P | Failure) -> R | PageError:
        try:
            return self.submit([page]).result()[0]
        except BrokenProcessPool:
            self._check_start()
            return PageError(
                "internal error: its worker process died (out of memory, or a fault in a library)"
            )
        except Exception as error:
            return _internal(error)

    def _check_start(self) -> None:
        """See whether workers live at all: a program that lacks its main guard can start none."""
        try:
            self.submit([]).result()
        except BrokenProcessPool as error:
            raise UsageError(
                "workers: no worker process can start; call from under `if __name__ == '__main__':`, or use 1"
            ) from error

    def _start(self) -> ProcessPoolExecutor:
        spawn = multiprocessing.get_context("spawn")  # fork would copy threads and open databases
        return ProcessPoolExecutor(self._workers, mp_context=spawn, initializer=_set_up_worker)


def _attempt_all(work: Callable[[P], R], chunk: Sequence[P | Failure]) -> list[R | PageError]:
    return [_attempt(work, page) for page in chunk]


def _attempt(work: Callable[[P], R], page: P | Failure) -> R | PageError:
    reason = getattr(page, "reason", None)
    if reason is not None:
        return PageError(reason)
    try:
        return work(cast(P, page))
    except PageError as error:
        return error.with_traceback(None)
    except (PackError, KnowledgeError):
        raise  # no page is at fault: every page would fail alike
    except Exception as error:
        return _internal(error)


def _internal(error: Exception) -> PageError:
    return PageError(f"internal error: {type(error).__name__}: {error}")


def _set_up_worker() -> None:
    """Leave interrupts to the main process, and do not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_die_with_parent, daemon=True).start()


def _die_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
