"""A real desk on the loopback, over the example pages, and a real browser in front of it."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import uvicorn
from browser_ways import PASSWORD

from kawat import flow
from kawat.desk.alerts.rounds import Post
from kawat.desk.alerts.webhooks import Guard
from kawat.desk.web.app import create_app
from kawat.desk.web.options import ServeOptions
from kawat.record import Record, open_record
from kawat.record.passwords import Cost
from kawat.record.team import Team

PAGES = Path(__file__).parents[2] / "examples" / "pages"
TODAY = "2022-06-15"


class Site(NamedTuple):
    """A desk that is being served."""

    base: str  # its address
    record: Record
    team: Team


def cheap(record: Record) -> Team:
    """Return the team of a record, with hashes of passwords that take no time."""
    return Team(record._engine, Cost(4, 1, 1))


@contextmanager
def serving(record: Record, **options: Any) -> Iterator[Site]:
    """Serve a record on a free port of the loopback, in a thread."""
    app = create_app(record, ServeOptions(today=TODAY, every=0, **options))
    team = app.state["gate"].access.team = cheap(record)
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="on"))
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield Site(f"http://127.0.0.1:{port}", record, team)
    finally:
        server.should_exit = True
        thread.join()
        listener.close()


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of the example pages."""
    path = tmp_path_factory.mktemp("browser") / "sample.db"
    with open_record(path) as record:
        for _ in flow.add([str(PAGES)], record):
            pass
        record.stories()
    return path


@pytest.fixture(scope="session")
def site(sample: Path) -> Iterator[Site]:
    """A desk that nobody changes."""
    with open_record(sample) as record, serving(record, by="Sari") as served:
        yield served


@pytest.fixture
def own_site(sample: Path, tmp_path: Path) -> Iterator[Site]:
    """A desk that a test may change."""
    shutil.copy(sample, tmp_path / "own.db")
    with open_record(tmp_path / "own.db") as record, serving(record) as served:
        yield served


@pytest.fixture
def hooked_site(sample: Path, tmp_path: Path) -> Iterator[Site]:
    """A desk whose alerts may reach this machine."""
    shutil.copy(sample, tmp_path / "hooked.db")
    post = Post(guard=Guard(private=True))
    with open_record(tmp_path / "hooked.db") as record, serving(record, post=post) as served:
        yield served


@pytest.fixture(scope="session")
def team_sample(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of the example pages with a user of each role."""
    path = tmp_path_factory.mktemp("team") / "team.db"
    shutil.copy(sample, path)
    with open_record(path) as record:
        for name, role in (("Rina", "reader"), ("Edi", "editor"), ("Ani", "admin")):
            cheap(record).add_user(name, role, PASSWORD, now=datetime(2022, 6, 1, tzinfo=UTC))
    return path


@pytest.fixture
def team_site(team_sample: Path, tmp_path: Path) -> Iterator[Site]:
    """A desk where everybody has to log in."""
    shutil.copy(team_sample, tmp_path / "team.db")
    with open_record(tmp_path / "team.db") as record, serving(record) as served:
        yield served


@pytest.fixture(scope="module")  # while it is open, nothing else in this thread can run a loop
def browser() -> Iterator[Any]:
    """Debian's Chromium, or Chrome."""
    path = next(
        (p for name in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(name))), None
    )
    if path is None:
        pytest.skip("there is no Chromium on this machine")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path)
        yield launched
        launched.close()


class Visit:
    """A visitor whose browser says what goes wrong: console errors, failed scripts, requests to elsewhere."""

    def __init__(self, browser: Any, base: str, **settings: Any) -> None:
        self.base = base
        self.wrong: list[str] = []
        self.context = browser.new_context(**settings)
        self.page = self.context.new_page()
        self.page.on(
            "console", lambda m: self.wrong.append(m.text) if m.type in ("error", "warning") else None
        )
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("request", self._request)

    def _request(self, request: Any) -> None:
        if not request.url.startswith((self.base + "/", "data:")):
            self.wrong.append(f"a request to {request.url}")

    def go(self, path: str) -> Any:
        """Open a page; it must be there, and nothing may go wrong."""
        answer = self.page.goto(self.base + path, wait_until="load")
        assert answer is not None and answer.status == 200, f"{path}: {answer and answer.status}"
        self.check(path)
        return self.page

    def check(self, path: str = "") -> None:
        """Assert that nothing went wrong so far."""
        assert not self.wrong, f"{path or self.page.url}: {self.wrong}"


@pytest.fixture
def visit(browser: Any) -> Iterator[Callable[..., Visit]]:
    """Make visitors of a site; their browsers are closed afterwards."""
    visits: list[Visit] = []

    def make(site: Site, **settings: Any) -> Visit:
        visits.append(Visit(browser, site.base, **settings))
        return visits[-1]

    yield make
    for each in visits:
        each.context.close()
