"""What is new to a saved search, and what has changed of what it knows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from alert_samples import AGAIN, NOW, OFF, add, entry, watch

from kawat.desk.alerts import noticing, rounds
from kawat.errors import RecordError, UsageError
from kawat.reading.model import Place
from kawat.record import Record, open_record
from kawat.record.model import EVERYTHING, Filter
from kawat.record.watch_model import Notice, Watch
from kawat.record.watching import watching_of


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Record]:
    """A record that holds one planned meeting."""
    with open_record(tmp_path / "alerts.db") as opened:
        add(opened, entry("a", "The Post"))
        yield opened


def found(record: Record, of: Watch) -> list[Notice]:
    """Look once; return what was new, the oldest first."""
    count = rounds.notice(record, of, NOW)
    return watching_of(record).notices(of.id, limit=count)[::-1] if count else []


def changes(notice: Notice) -> dict[str, tuple[str, str]]:
    return {d.field: (d.was, d.now) for d in notice.differences}


def only(record: Record) -> str:
    (event,) = record.page(EVERYTHING).events
    return event.id


def test_a_new_search_knows_what_is_there(desk: Record) -> None:
    made = watch(desk)
    assert found(desk, made) == []
    assert list(watching_of(desk).seen(made.id)) == [only(desk)]


def test_a_new_event(desk: Record) -> None:
    made, narrow = watch(desk), watch(desk, "party=MYS")
    add(desk, entry("b", "Daily", day=14, on=11, mode="phone", place=None))
    (notice,) = found(desk, made)
    assert (notice.kind, notice.differences, notice.at) == ("new", (), "2024-05-21T09:00:00+00:00")
    assert "Penny Wong" in notice.sentence
    assert found(desk, made) == found(desk, narrow) == []


def test_it_is_called_off(desk: Record) -> None:
    made = watch(desk)
    add(desk, entry("b", "Daily", OFF, on=11, status="cancelled"))
    (notice,) = found(desk, made)
    assert notice.kind == "changed"
    assert changes(notice)["status"] == ("planned", "cancelled")
    assert found(desk, made) == []


def test_a_search_that_finds_it_no_more_is_told_once(desk: Record) -> None:
    made = watch(desk, "status=planned")
    add(desk, entry("b", "Daily", OFF, on=11, status="cancelled"))
    (notice,) = found(desk, made)
    assert notice.kind == "left"
    assert changes(notice)["status"] == ("planned", "cancelled")
    assert watching_of(desk).seen(made.id) == {}
    desk.correct(notice.event, "place", "Hobart", by="Edi", reason="")
    assert found(desk, made) == []


def test_a_second_independent_source(desk: Record) -> None:
    made = watch(desk)
    add(desk, entry("b", "Daily", AGAIN, on=11))
    (notice,) = found(desk, made)
    assert changes(notice) == {"sources": ("1", "2")}


def test_a_copy_is_no_news(desk: Record) -> None:
    made = watch(desk)
    add(desk, entry("b", "Daily", on=11))
    assert len(desk.event(only(desk)).articles) == 2
    assert found(desk, made) == []


def test_a_moved_date(desk: Record) -> None:
    made = watch(desk)
    desk.correct(only(desk), "date", "2024-05-30", by="Edi", reason="")
    (notice,) = found(desk, made)
    assert changes(notice) == {"date": ("2024-05-28", "2024-05-30")}


def test_sources_that_contradict_each_other(desk: Record) -> None:
    made = watch(desk)
    add(desk, entry("b", "Daily", AGAIN, on=11, place=Place("Hobart", "AUS", 0, 5, "test")))
    event = desk.page(EVERYTHING).events[0]
    contested = ", ".join(sorted({d.field for d in event.disagreements if d.kind == "contradiction"}))
    assert contested
    (notice,) = found(desk, made)
    assert changes(notice)["contested"] == ("", contested)


def test_sources_that_differ_without_contradicting(desk: Record) -> None:
    made, narrow = watch(desk), watch(desk, "differs=series")
    add(
        desk,
        entry("b", "Daily", OFF, on=11, status="cancelled"),
        entry("c", "Pos", AGAIN, on=30, status="held"),
    )
    event = desk.page(EVERYTHING).events[0]
    assert "status" in [d.field for d in event.disagreements if d.kind == "series"]
    (notice,) = found(desk, made)
    assert changes(notice)["differs"] == ("", "status")
    assert [n.kind for n in found(desk, narrow)] == ["new"]


def test_what_an_older_kawat_did_not_see_is_no_news(desk: Record) -> None:
    add(
        desk,
        entry("b", "Daily", OFF, on=11, status="cancelled"),
        entry("c", "Pos", AGAIN, on=30, status="held"),
    )
    made, event = watch(desk), only(desk)
    (looks,) = watching_of(desk).seen(made.id).values()
    watching_of(desk).note(made.id, "-", [], {event: msgspec.structs.replace(looks, differs=None)})
    assert found(desk, made) == []
    assert watching_of(desk).seen(made.id) == {event: looks}


def test_what_is_set_right_is_told(desk: Record) -> None:
    made = watch(desk)
    desk.correct(only(desk), "place", "Hobart", by="Edi", reason="")
    assert [changes(n) for n in found(desk, made)] == [{"place": ("Perth", "Hobart")}]
    desk.undo(desk.decisions()[-1].number, by="Edi", reason="")
    assert [changes(n) for n in found(desk, made)] == [{"place": ("Hobart", "Perth")}]


def test_confirming_is_no_news(desk: Record) -> None:
    made = watch(desk)
    desk.confirm(only(desk), by="Edi", reason="")
    assert found(desk, made) == []


def two(desk: Record) -> tuple[str, str]:
    """Add a second event; return the ids of both."""
    first = only(desk)
    add(desk, entry("b", "Daily", AGAIN, day=14, on=11, mode="phone", place=None))
    (other,) = (e.id for e in desk.page(EVERYTHING).events if e.id != first)
    return first, other


def test_events_that_are_made_one(desk: Record) -> None:
    """The id that leads on is followed: the event is not new, and what it gained is told once."""
    first, other = two(desk)
    made = watch(desk)
    one = desk.join(first, other, by="Edi", reason="")
    notices = found(desk, made)
    assert {(n.kind, n.event) for n in notices} == {("changed", one.id)}
    assert len(notices) == 1
    assert list(watching_of(desk).seen(made.id)) == [one.id]
    assert found(desk, made) == []


def test_a_single_event_is_followed_into_what_it_becomes_part_of(desk: Record) -> None:
    first, other = two(desk)
    made = [watch(desk, rounds.query_of(desk, Filter(event=id[:9]))) for id in (first, other)]
    assert [w.query for w in made] == [f"event={first}", f"event={other}"]
    one = desk.join(first, other, by="Edi", reason="")
    for each in made:
        assert [(n.kind, n.event) for n in found(desk, each)] == [("changed", one.id)]
    desk.correct(one.id, "status", "cancelled", by="Edi", reason="")
    for each in made:  # the id of one of them leads here
        (notice,) = found(desk, each)
        assert (notice.event, changes(notice)["status"][1]) == (one.id, "cancelled")
        assert list(watching_of(desk).seen(each.id)) == [one.id]


def test_a_single_event_that_is_split_stays_watched(desk: Record) -> None:
    first, other = two(desk)
    one = desk.join(first, other, by="Edi", reason="")
    made = watch(desk, rounds.query_of(desk, Filter(event=one.id)))
    desk.undo(desk.decisions()[-1].number, by="Edi", reason="")
    notices = found(desk, made)
    assert one.id in {n.event for n in notices}
    assert found(desk, made) == []


def test_an_event_that_is_none_is_not_watched(desk: Record) -> None:
    with pytest.raises(RecordError, match="no event"):
        rounds.query_of(desk, Filter(event="none"))
    made = watch(desk, "event=none")  # saved before it was gone
    assert found(desk, made) == []


def test_events_that_are_made_one_and_left(desk: Record) -> None:
    """Two that a search knew are one now, which it does not find: it is told once, not twice."""
    first, other = two(desk)
    made = watch(desk, "status=planned")
    one = desk.join(first, other, by="Edi", reason="")
    desk.correct(one.id, "status", "cancelled", by="Edi", reason="")
    notices = found(desk, made)
    assert [(n.kind, n.event) for n in notices] == [("left", one.id)]
    assert found(desk, made) == []


def test_an_event_that_is_split(desk: Record) -> None:
    add(desk, entry("b", "Daily", AGAIN, on=11))
    whole = desk.event(only(desk))
    assert len(whole.reports) == 2
    made = watch(desk)
    desk.split(whole.id, [whole.reports[1]], by="Edi", reason="")
    notices = found(desk, made)
    assert sorted(n.kind for n in notices) == ["changed", "new"]
    assert changes(next(n for n in notices if n.kind == "changed"))["sources"] == ("2", "1")
    assert found(desk, made) == []


def test_a_search_that_is_too_broad(desk: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    two(desk)
    monkeypatch.setattr(rounds, "MOST_EVENTS", 1)
    with pytest.raises(UsageError, match="more than 1 events; narrow it"):
        rounds.baseline(desk, "")
    assert len(rounds.baseline(desk, "mode=phone")) == 1


def test_a_search_that_has_become_too_broad_forgets_nothing(
    desk: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = watch(desk)
    first, other = two(desk)
    monkeypatch.setattr(noticing, "MOST_EVENTS", 1)  # so that only the later one is looked at
    assert [n.event for n in found(desk, made)] == [other]
    assert set(watching_of(desk).seen(made.id)) == {first, other}
    monkeypatch.undo()
    assert found(desk, made) == []
