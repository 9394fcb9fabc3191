"""kawat alerts: from the command line to a real server on the loopback."""

from __future__ import annotations

import hashlib
import hmac
import json
from pathlib import Path

import pytest
from desk_samples import Run
from test_desk_alerts_webhooks import served

from kawat.record import open_record
from kawat.record.watching import watching_of


@pytest.fixture
def alerts(run: Run, path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("KAWAT_RECORD", str(path))
    monkeypatch.delenv("KAWAT_SMTP", raising=False)
    return lambda *arguments: run("alerts", *arguments)


def test_saved_checked_and_removed(alerts: Run, run: Run, path: Path) -> None:
    with served() as (base, got):
        added = alerts("add", "Plans\x1b[31m", "--status", "planned", "--webhook", f"{base}/x")
        assert added.exit_code == 0, added.output
        (id, feed), (label, secret) = (line.split("\t") for line in added.stdout.splitlines())
        assert feed.startswith(f"/alerts/{id}/feed.atom?key=")
        assert label == "secret"
        assert alerts("check").stdout == f"{id}\t0\tPlans[31m\n"
        event = _planned(path)
        assert run("correct", event, "status", "cancelled", "--by", "Rina").exit_code == 0
        checked = alerts("check", "--allow-private", "--base", "http://desk.example")
        assert checked.stdout == f"{id}\t1\tPlans[31m\n"
        assert alerts("test", id, "webhook", "--allow-private").stdout == f"{id}\tsent\n"
    (_, headers, body), (_, _, tested) = got
    moment, _, signed = headers["x-kawat-signature"].removeprefix("t=").partition(",v1=")
    made = hmac.new(secret.encode(), f"{moment}.".encode() + body, hashlib.sha256).hexdigest()
    assert hmac.compare_digest(made, signed)
    (notice,) = json.loads(body)["notices"]
    assert (notice["kind"], notice["address"]) == ("left", f"http://desk.example/events/{event}")
    assert json.loads(tested)["test"] is True
    listed = json.loads(alerts("list", "--format", "json").stdout)
    assert [(w["id"], w["query"]) for w in listed] == [(id, "status=planned")]
    assert alerts("remove", id).exit_code == 0
    assert json.loads(alerts("list", "--format", "json").stdout) == []


def test_a_single_event_is_saved_by_its_whole_id(alerts: Run, path: Path) -> None:
    event = _planned(path)
    assert alerts("add", "One", "--event", event[:7]).exit_code == 0
    assert alerts("add", "None", "--event", "ffffffff").exit_code == 3
    (listed,) = json.loads(alerts("list", "--format", "json").stdout)
    assert listed["query"] == f"event={event}"


def _planned(path: Path) -> str:
    from kawat.record.model import Filter

    with open_record(path) as record:
        (event,) = record.page(Filter(status="planned")).events
    return event.id


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("add", "x", "--webhook", "ftp://a.example"), 2, "webhook: write an address"),
        (("add", "x", "--webhook", "http://a..example/"), 2, "webhook: write an address"),
        (("add", "x", "--email", "<a@b.example>"), 2, "email: write an address"),
        (("test", "none", "webhook"), 3, "no saved search"),
        (("test", "none", "pigeon"), 2, "pigeon"),
        (("remove", "none"), 3, "no saved search"),
    ],
)
def test_what_cannot_be(alerts: Run, arguments: tuple[str, ...], code: int, words: str) -> None:
    made = alerts(*arguments)
    assert (made.exit_code, words in made.output) == (code, True), made.output


def test_a_webhook_to_this_machine_is_refused(alerts: Run, path: Path) -> None:
    with served() as (base, got):
        id = alerts("add", "All", "--webhook", base).stdout.split("\t")[0]
        tested = alerts("test", id, "webhook")
    assert tested.exit_code == 3
    assert "not on the public network" in tested.output
    assert got == []


def test_mail_without_a_server(alerts: Run, path: Path) -> None:
    id = alerts("add", "All", "--email", "a@b.example").stdout.split("\t")[0]
    assert "KAWAT_SMTP" in alerts("test", id, "email").output
    with open_record(path) as record:
        assert watching_of(record).one(id).email == "a@b.example"
