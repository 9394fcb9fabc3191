"""Saved searches in the record, on every database."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
import pytest

from kawat.errors import RecordError, UsageError
from kawat.record import Record, open_record, watching
from kawat.record.watch_model import Difference, Glance, Notice, Watch
from kawat.record.watching import Watching, watching_of

AT = datetime(2024, 5, 20, tzinfo=UTC).isoformat()
GLANCE = Glance("held", "2024-05-07", 1, (), "CONSULT", None, ("AUS", "IDN:Retno Marsudi"))
MADE = Watch("", "Rina", "Perth", "party=AUS", "id", AT, "http://hooks.example/x", "a@b.example")


@pytest.fixture
def kept(record: Record) -> Watching:
    return watching_of(record)


def save(kept: Watching, name: str = "Perth", owner: str = "Rina", **seen: Glance) -> Watch:
    return kept.add(msgspec.structs.replace(MADE, name=name, owner=owner), seen)[0]


def found(*events: str) -> list[Notice]:
    return [Notice(e, "new", f"Event {e}.") for e in events]


def test_saved_and_asked(kept: Watching) -> None:
    made, key = kept.add(MADE, {"e1": GLANCE})
    assert msgspec.structs.replace(made, id="") == MADE
    assert kept.one(made.id) == made
    assert kept.seen(made.id) == {"e1": GLANCE}
    assert kept.opens(made.id, key)
    assert not kept.opens(made.id, "") and not kept.opens(made.id, key + "x")
    assert len(kept.secret(made.id)) == 64


def test_kept_in_the_record(target: str) -> None:
    with open_record(target) as record:
        made, key = watching_of(record).add(MADE, {})
    with open_record(target) as record:
        assert watching_of(record).all() == [made]
        assert watching_of(record).opens(made.id, key)


def test_by_name_and_owner(kept: Watching) -> None:
    b, a = save(kept, "b"), save(kept, "a", "Edi")
    assert kept.all() == [a, b]
    assert kept.all("Rina") == [b]
    assert kept.all("") == []


def test_no_more_than_the_most(kept: Watching, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "MOST", 2)
    for _ in range(2):
        save(kept)
    with pytest.raises(UsageError, match="remove some"):
        save(kept)
    save(kept, owner="Edi")
    assert len(kept.all()) == 3


def test_what_was_found(kept: Watching) -> None:
    one, other = save(kept, e1=GLANCE), save(kept)
    changed = msgspec.structs.replace(GLANCE, status="cancelled")
    notice = Notice("e2", "changed", "Ü → é.", (Difference("status", "held", "cancelled"),))
    kept.note(one.id, AT, [*found("e3"), notice], {"e2": changed, "e3": GLANCE}, ["e1"])
    kept.note(other.id, AT, found("e9"), {})
    newest, oldest = kept.notices(one.id)
    assert (newest.event, newest.differences, newest.at) == ("e2", notice.differences, AT)
    assert newest.number > oldest.number > 0
    assert kept.notices(one.id, after=oldest.number) == kept.notices(one.id, limit=1) == [newest]
    assert kept.notices(one.id, until=oldest.number) == [oldest]
    assert kept.seen(one.id) == {"e2": changed, "e3": GLANCE}


def test_old_notices_are_dropped(kept: Watching, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "_KEPT", 3)
    made, other = save(kept), save(kept)
    kept.note(other.id, AT, found("x"), {})
    for i in range(5):
        kept.note(made.id, AT, found(f"e{i}"), {})
    assert [n.event for n in kept.notices(made.id)] == ["e4", "e3", "e2"]
    kept.note(made.id, AT, found(*"abcdef"), {})  # what one look found is kept whole
    assert [n.event for n in kept.notices(made.id)] == list("fedcba")
    assert len(kept.notices(other.id)) == 1


def test_many_at_once(kept: Watching) -> None:
    made = save(kept, **{f"e{i}": GLANCE for i in range(1200)})
    kept.note(made.id, AT, [], {f"e{i}": GLANCE for i in range(600, 1800)}, [f"e{i}" for i in range(600)])
    assert len(kept.seen(made.id)) == 1200


def test_messages(kept: Watching) -> None:
    one, other = save(kept), save(kept)
    owed = kept.owe(one.id, "webhook", 1, 3, AT)
    mail, theirs = kept.owe(one.id, "email", 1, 3, AT), kept.owe(other.id, "email", 4, 4, AT)
    assert kept.deliveries(one.id) == [mail, owed]
    assert kept.deliveries(one.id, "webhook") == [owed]
    assert kept.deliveries(other.id) == [theirs]
    assert (owed.outcome, owed.tries, owed.next_try, owed.error) == ("waiting", 0, AT, None)
    sent = msgspec.structs.replace(owed, outcome="sent", tries=1, next_try=None, error="slow")
    kept.settle(sent)
    assert kept.deliveries(one.id, "webhook") == [sent]
    assert kept.deliveries(one.id, limit=1) == [mail]


def test_removed_with_all_that_it_had(kept: Watching) -> None:
    made, other = save(kept, e1=GLANCE), save(kept, e1=GLANCE)
    for each in (made, other):
        kept.note(each.id, AT, found("e2"), {})
        kept.owe(each.id, "webhook", 1, 1, AT)
    kept.remove(made.id)
    assert kept.all() == [other]
    assert kept.seen(made.id) == {}
    assert kept.notices(made.id) == kept.deliveries(made.id) == []
    assert (len(kept.seen(other.id)), len(kept.notices(other.id)), len(kept.deliveries(other.id))) == (
        1,
        1,
        1,
    )


@pytest.mark.parametrize("id", ["", "none", "x" * 5000, "'; --", "\0", "\u202e"])
def test_a_search_that_is_none(kept: Watching, id: str) -> None:
    save(kept)
    for ask in (kept.one, kept.secret, kept.remove, lambda i: kept.opens(i, "key")):
        with pytest.raises(RecordError):
            ask(id)
    with pytest.raises(RecordError):
        kept.note(id or "none", AT, found("e1"), {})


def test_any_words_can_be_kept(kept: Watching) -> None:
    name = "<script>\r\n\u202e'\";-- {0} \U0001f4e1\x00"
    made = kept.add(msgspec.structs.replace(MADE, name=name), {})[0]
    assert kept.one(made.id).name == name.replace("\0", "")
    kept.note(made.id, AT, [Notice("e1", "new", name)], {"e1": msgspec.structs.replace(GLANCE, place=name)})
    assert kept.notices(made.id)[0].sentence == name
    assert kept.seen(made.id)["e1"].place == name
