from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from run_work import Failure, Page, shout, where

from kawat.errors import EmptyPage, PageError, UsageError
from kawat.run import run
from kawat.run.local import AHEAD, CHUNK

MIXED = [Page(f"p{i}", "slow" if i % 7 == 0 else "") for i in range(40)]
MIXED[3] = Page("p3", "empty")
MIXED[20] = Page("p20", "bug")
MIXED[31] = Failure("p31", "no such file")  # type: ignore[call-overload]


def told(results: Iterator[tuple[str, object]]) -> list[tuple[str, str, str]]:
    return [(source, type(r).__name__, str(r)) for source, r in results]


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_results_come_in_the_order_of_the_pages(workers: int) -> None:
    results = told(run(MIXED, shout, workers))
    assert [source for source, _, _ in results] == [p.source for p in MIXED]
    assert results == told(run(MIXED, shout))
    assert results[3] == ("p3", "EmptyPage", "no text in it")
    assert results[20] == ("p20", "PageError", "internal error: ZeroDivisionError: division by zero")
    assert results[31] == ("p31", "PageError", "no such file")
    assert results[0] == ("p0", "str", "P0")


def test_one_worker_works_here_and_more_elsewhere() -> None:
    assert dict(run([Page("a")], where)) == {"a": os.getpid()}
    assert dict(run([Page("a")], where, 2)) != {"a": os.getpid()}


def test_errors_keep_their_class() -> None:
    for workers in (1, 2):
        (_, error), *_ = run([Page("a", "empty")], shout, workers)
        assert isinstance(error, EmptyPage)


def test_a_page_that_kills_its_worker_fails_alone() -> None:
    pages = [Page(f"p{i}", "die" if i in (5, 30) else "") for i in range(45)]
    results = list(run(pages, shout, 2))
    assert [source for source, _ in results] == [p.source for p in pages]
    failed = {source: str(r) for source, r in results if isinstance(r, PageError)}
    assert set(failed) == {"p5", "p30"}
    assert "died" in failed["p5"]


def test_a_result_that_cannot_be_sent_fails_its_page_only() -> None:
    results = dict(run([Page("a"), Page("b", "lambda")], shout, 2))
    assert results["a"] == "A"
    assert str(results["b"]).startswith("internal error: ")


@pytest.mark.parametrize("workers", [1, 2])
def test_input_is_read_as_it_is_needed(workers: int) -> None:
    read = 0

    def pages() -> Iterator[Page]:
        nonlocal read
        for i in range(10_000):
            read = i + 1
            yield Page(f"p{i}")

    results = run(pages(), shout, workers)
    assert next(results) == ("p0", "P0")
    assert read <= workers * AHEAD * CHUNK
    results.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize(("work", "workers"), [(shout, 0), (lambda page: page, 2)])
def test_calls_that_cannot_be(work: object, workers: int) -> None:
    with pytest.raises(UsageError, match="workers"):
        run([], work, workers)  # type: ignore[arg-type]


def script(tmp_path: Path, body: str) -> list[str]:
    (tmp_path / "script.py").write_text(
        f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})\n{body}"
    )
    return [sys.executable, str(tmp_path / "script.py")]


def test_a_program_without_a_main_guard_is_told_so(tmp_path: Path) -> None:
    command = script(
        tmp_path,
        "from kawat.run import run\nfrom run_work import *\nprint(list(run([Page('a')], shout, 2)))",
    )
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode != 0
    assert "__main__" in done.stderr.splitlines()[-1]


def test_workers_do_not_outlive_a_killed_run(tmp_path: Path) -> None:
    body = """
from kawat.run import run
from run_work import *
if __name__ == "__main__":
    for _, pid in run((Page(str(i)) for i in range(10**9)), where, 2):
        print(pid, flush=True)
"""
    process = subprocess.Popen(script(tmp_path, body), stdout=subprocess.PIPE, text=True)
    assert process.stdout
    worker = int(process.stdout.readline())
    process.kill()
    process.wait()
    process.stdout.close()
    for _ in range(200):
        try:
            os.kill(worker, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    os.kill(worker, signal.SIGKILL)
    pytest.fail("a worker lives on")
