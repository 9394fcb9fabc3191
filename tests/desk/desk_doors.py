"""A desk with a team, for tests of who may do what: users of each role, a clock set by hand, a client for each."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
from litestar import Litestar
from litestar.exceptions.base_exceptions import LitestarDeprecationWarning
from litestar.testing import TestClient

from kawat.desk.web.access import cookie_name
from kawat.desk.web.app import create_app
from kawat.desk.web.csrf import token_of
from kawat.desk.web.gate import Clock
from kawat.desk.web.hosts import Visit
from kawat.desk.web.options import ServeOptions
from kawat.record import Record
from kawat.record.passwords import Cost
from kawat.record.team import Team

PLAIN, SECURE = "http://127.0.0.1:8000", "https://desk.example"
USERS = {"Rina": "reader", "Edi": "editor", "Ani": "admin"}
NAMES = {role: name for name, role in USERS.items()}
LOCAL = ServeOptions(every=0, language="en", today="2026-11-28")
TEAM = msgspec.structs.replace(LOCAL, host="0.0.0.0", hosts=("desk.example",))
BEHIND = msgspec.structs.replace(TEAM, host="127.0.0.1", trust_proxy=True)


def password_of(name: str) -> str:
    return f"a long password of {name}"


@dataclass
class Time:
    """A clock that is set by hand."""

    at: datetime = datetime(2026, 11, 28, 6, 0, tzinfo=UTC)
    seconds: float = 1000.0

    def pass_by(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)
        self.seconds += seconds

    def clock(self) -> Clock:
        return Clock(lambda: self.at, lambda: self.seconds)


@dataclass
class Doors:
    """A served record; `client` lets somebody in."""

    record: Record
    options: ServeOptions = TEAM
    time: Time = field(default_factory=Time)
    app: Litestar = field(init=False)
    team: Team = field(init=False)

    def __post_init__(self) -> None:
        self.team = Team(self.record._engine, Cost(4, 1, 1))
        with warnings.catch_warnings():  # of what its next version will want
            warnings.simplefilter("ignore", LitestarDeprecationWarning)
            self.app = create_app(self.record, self.options, self.time.clock())
        self.app.state["gate"].access.team = self.team  # with cheap passwords

    def fill(self) -> Doors:
        for name, role in USERS.items():
            self.team.add_user(name, role, password_of(name), now=self.time.at)
        return self

    def client(self, base: str = PLAIN, **cookies: str) -> TestClient[Litestar]:
        made = TestClient(self.app, base_url=base)
        made.follow_redirects = False
        made.headers["accept-language"] = "en"
        for name, value in cookies.items():
            made.cookies.set(name, value)
        return made

    def session(self, name: str, base: str = PLAIN) -> TestClient[Litestar]:
        """Return a client that is logged in; its forms carry the token by themselves."""
        key = self.team.login(name, password_of(name), now=self.time.at)
        assert key
        visit = Visit("GET", "/", "", "", base.startswith("https"), forwarded=False)
        made = self.client(base)
        made.headers["cookie"] = f"{cookie_name('session', visit)}={key}"
        made.headers["x-csrf-token"] = token_of(key)
        return made

    def bearer(self, name: str, scope: str = "read", days: int = 1) -> dict[str, str]:
        secret, _ = self.team.make_token(name, "test", scope, days, now=self.time.at)
        return {"authorization": f"Bearer {secret}"}

    def log_in(self, client: TestClient[Litestar], name: str, password: str, **more: str) -> Any:
        """Go through the form as a browser does."""
        page = client.get("/login", params={"next": more.pop("to", "/")})
        fields = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page.text))
        return client.post("/login", data={**fields, "name": name, "password": password, **more})


def why(response: Any) -> str:
    """Return why a request was refused, as its answer tells; "" where it was not."""
    from kawat.desk.web.refusing import REASONS, Refused
    from kawat.desk.words import area

    place = response.headers.get("location", "").partition("?")[0]
    if response.status_code == 303 and place == "/login" and "clear-site-data" not in response.headers:
        return "nobody"
    if response.headers.get("content-type", "").startswith("application/json"):
        told = response.json()
        message = told["error"]["message"] if isinstance(told, dict) and "error" in told else ""
        return next((r for r in REASONS if Refused(r).detail == message), "")
    return next((r for r in REASONS if area("team", "en")[f"why_{r}"] in response.text), "")
