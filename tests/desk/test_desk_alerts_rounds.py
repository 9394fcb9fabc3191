"""Rounds: what is owed is sent, once, not too often, and again after a failure."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from alert_samples import AGAIN, NOW, OFF, add, entry, later, watch

from kawat.desk.alerts import rounds, webhooks
from kawat.desk.alerts.rounds import RETRIES, Post
from kawat.desk.web import upkeep
from kawat.errors import DeliveryError, UsageError
from kawat.record import Record, open_record
from kawat.record.watch_model import Delivery, Notice, Watch
from kawat.record.watching import watching_of

HOOK = "http://hooks.example/x"
POST = Post(base="http://desk.example")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "alerts.db") as opened:
        add(opened, entry("a", "The Post"))
        yield opened


class Sent:
    """Stands for the network: keeps what is posted, and fails on demand."""

    def __init__(self) -> None:
        self.got: list[tuple[bytes, dict[str, str]]] = []
        self.fails = False
        self.dies = False

    def __call__(self, _url: str, body: bytes, headers: dict[str, str], _guard: Any) -> None:
        if self.dies:
            raise KeyboardInterrupt
        if self.fails:
            raise DeliveryError("hooks.example answered with 500")
        self.got.append((body, headers))

    def numbers(self) -> list[str]:
        return [headers["X-Kawat-Delivery"] for _, headers in self.got]

    def bodies(self) -> list[dict[str, Any]]:
        return [json.loads(body) for body, _ in self.got]


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> Sent:
    made = Sent()
    monkeypatch.setattr(webhooks, "send", made)
    return made


def news(record: Record, of: Watch, count: int = 1, at: datetime = NOW) -> None:
    """Note made-up news for a search."""
    found = [Notice(f"e{i}", "new", f"Event {i}.") for i in range(count)]
    watching_of(record).note(of.id, at.isoformat(), found, {})


def last(record: Record, of: Watch) -> Delivery:
    return watching_of(record).deliveries(of.id)[0]


def test_nothing_new_sends_nothing(desk: Record, sent: Sent) -> None:
    made = watch(desk, webhook=HOOK)
    assert rounds.round_of(desk, POST, NOW) == [(made, 0)]
    assert sent.got == watching_of(desk).deliveries(made.id) == []


def test_what_is_new_is_sent_once_and_signed(desk: Record, sent: Sent) -> None:
    made = watch(desk, webhook=HOOK)
    add(desk, entry("b", "Daily", OFF, on=11, status="cancelled"))
    assert rounds.round_of(desk, POST, NOW) == [(made, 1)]
    for minutes in (1, 20, 40):
        assert rounds.round_of(desk, POST, later(minutes)) == [(made, 0)]
    ((body, headers),) = sent.got
    moment, _, signed = headers["X-Kawat-Signature"].removeprefix("t=").partition(",v1=")
    secret = watching_of(desk).secret(made.id).encode()
    assert signed == hmac.new(secret, moment.encode() + b"." + body, hashlib.sha256).hexdigest()
    assert int(moment) == NOW.timestamp()
    changes = json.loads(body)["notices"][0]["differences"]
    assert {"field": "status", "was": "planned", "now": "cancelled"} in changes
    assert (last(desk, made).outcome, last(desk, made).tries) == ("sent", 1)


def test_a_search_without_channels_owes_nothing(desk: Record, sent: Sent) -> None:
    made = watch(desk)
    news(desk, made)
    rounds.round_of(desk, POST, NOW)
    assert sent.got == watching_of(desk).deliveries(made.id) == []


def test_quiet_time(desk: Record, sent: Sent) -> None:
    """Whatever comes up within the quiet time arrives together after it."""
    made = watch(desk, webhook=HOOK)
    for minute in range(16):
        news(desk, made, at=later(minute))
        rounds.round_of(desk, POST, later(minute))
    assert [len(body["notices"]) for body in sent.bodies()] == [1, 15]


def test_quiet_time_counts_from_when_it_was_sent(desk: Record, sent: Sent) -> None:
    made = watch(desk, webhook=HOOK)
    news(desk, made)
    sent.fails = True
    rounds.round_of(desk, POST, NOW)
    sent.fails = False
    news(desk, made)
    rounds.round_of(desk, POST, later(30))
    rounds.round_of(desk, POST, later(31))
    assert len(sent.got) == 1
    rounds.round_of(desk, POST, later(46))
    assert len(sent.got) == 2


def test_no_quiet_time(desk: Record, sent: Sent) -> None:
    made = watch(desk, webhook=HOOK)
    for second in range(3):
        news(desk, made)
        rounds.round_of(desk, Post(quiet=0), later(second))
    assert len(sent.got) == 3


def test_channels_are_apart(desk: Record, sent: Sent, monkeypatch: pytest.MonkeyPatch) -> None:
    mails: list[str] = []
    monkeypatch.setattr(rounds.mail, "send", lambda _s, _m, to, number: mails.append(f"{to} {number}"))
    made = watch(desk, webhook=HOOK, email="desk@ministry.example")
    news(desk, made)
    sent.fails = True
    rounds.round_of(desk, Post(smtp="smtp://mail.example/kawat@desk.example"), NOW)
    assert mails == [f"desk@ministry.example {made.id}-2"]
    outcomes = {d.channel: d.outcome for d in watching_of(desk).deliveries(made.id)}
    assert outcomes == {"webhook": "waiting", "email": "sent"}


def test_retries_then_given_up(desk: Record, sent: Sent) -> None:
    made = watch(desk, webhook=HOOK)
    news(desk, made)
    sent.fails = True
    minutes, tries = 0.0, []
    for wait in (*RETRIES, 0):
        rounds.round_of(desk, POST, later(minutes))
        rounds.round_of(desk, POST, later(minutes + wait / 120))  # too early: it is left alone
        tries.append((last(desk, made).tries, last(desk, made).outcome))
        minutes += wait / 60
    assert tries == [(n, "waiting") for n in range(1, 6)] + [(6, "failed")]
    assert last(desk, made).error == "hooks.example answered with 500"
    sent.fails = False
    rounds.round_of(desk, POST, later(minutes + 60))
    assert sent.got == []
    news(desk, made)
    rounds.round_of(desk, POST, later(minutes + 61))
    assert [len(body["notices"]) for body in sent.bodies()] == [1]


def test_a_retry_has_the_same_number_and_news(desk: Record, sent: Sent) -> None:
    made = watch(desk, webhook=HOOK)
    news(desk, made)
    sent.fails = True
    rounds.round_of(desk, POST, NOW)
    news(desk, made, 3)
    sent.fails = False
    rounds.round_of(desk, POST, later(1))
    assert sent.numbers() == [f"{made.id}-1"]
    assert len(sent.bodies()[0]["notices"]) == 1
    rounds.round_of(desk, POST, later(17))
    assert [len(body["notices"]) for body in sent.bodies()] == [1, 3]


def test_a_crash_before_sending(desk: Record, sent: Sent) -> None:
    made = watch(desk, webhook=HOOK)
    news(desk, made)
    sent.dies = True
    with pytest.raises(KeyboardInterrupt):
        rounds.round_of(desk, POST, NOW)
    assert (last(desk, made).outcome, last(desk, made).tries) == ("waiting", 0)
    sent.dies = False
    rounds.round_of(desk, POST, later(1))
    rounds.round_of(desk, POST, later(20))
    assert sent.numbers() == [f"{made.id}-1"]


def test_a_crash_after_sending(desk: Record, sent: Sent, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is sent a second time, with the number that it had."""
    made = watch(desk, webhook=HOOK)
    news(desk, made)
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(rounds, "_tried", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        rounds.round_of(desk, POST, NOW)
    rounds.round_of(desk, POST, later(1))
    assert sent.numbers() == [f"{made.id}-1"] * 2


def test_a_thousand_new_events_are_one_message(desk: Record, sent: Sent) -> None:
    made = watch(desk, webhook=HOOK)
    news(desk, made, 1000)
    news(desk, made, 1500)
    rounds.round_of(desk, POST, NOW)
    (body,) = sent.bodies()
    assert (len(body["notices"]), body["more"]) == (20, 1480)


def test_one_broken_search_stops_no_other(desk: Record, sent: Sent, caplog: pytest.LogCaptureFixture) -> None:
    good = watch(desk, webhook=HOOK, name="z")
    bad = watching_of(desk).add(Watch("", "", "a", "type=NOTHING", "en", ""), {})[0]
    news(desk, good)
    assert rounds.round_of(desk, POST, NOW) == [(good, 0)]
    assert len(sent.got) == 1
    assert bad.id in caplog.text


def test_a_removed_search_is_sent_no_more(desk: Record, sent: Sent) -> None:
    made = watch(desk, webhook=HOOK)
    news(desk, made)
    sent.fails = True
    rounds.round_of(desk, POST, NOW)
    watching_of(desk).remove(made.id)
    sent.fails = False
    assert rounds.round_of(desk, POST, later(5)) == []
    assert sent.got == []


def test_a_test_message(desk: Record, sent: Sent) -> None:
    made = watch(desk, webhook=HOOK)
    news(desk, made, 5)
    rounds.test(desk, made, "webhook", POST, NOW)
    (body,) = sent.bodies()
    assert (body["test"], len(body["notices"])) == (True, 3)
    assert watching_of(desk).deliveries(made.id) == []  # the news itself is owed still
    with pytest.raises(UsageError, match="has no email"):
        rounds.test(desk, made, "email", POST, NOW)
    with pytest.raises(UsageError, match="KAWAT_SMTP"):
        rounds.test(desk, watch(desk, email="a@b.example"), "email", POST, NOW)
    sent.fails = True
    with pytest.raises(DeliveryError):
        rounds.test(desk, made, "webhook", POST, NOW)


def test_the_desk_looks_only_when_the_record_has_changed(
    desk: Record, sent: Sent, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    real = rounds.notice
    monkeypatch.setattr(rounds, "notice", lambda r, w, now: looked.append(w.id) or real(r, w, now))
    made = watch(desk, webhook=HOOK)
    seen = upkeep.look(desk, POST, NOW, "")
    seen = upkeep.look(desk, POST, later(1), seen)
    assert looked == [made.id]
    add(desk, entry("b", "Daily", AGAIN, on=11))
    sent.fails = True
    for minutes in (2, 2.5):
        seen = upkeep.look(desk, POST, later(minutes), seen)
    sent.fails = False
    count = len(looked)
    upkeep.look(desk, POST, later(4), seen)
    assert len(looked) == count > 1
    assert len(sent.got) == 1  # what waits is sent all the same
