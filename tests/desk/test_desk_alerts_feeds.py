"""Feeds of saved searches, read back; and who may read them."""

from __future__ import annotations

import feedparser
import pytest
from alert_samples import NOW
from desk_doors import NAMES, PLAIN, Doors
from desk_samples import HOSTILE

from kawat.desk.alerts import feeds, rounds
from kawat.record.watch_model import Difference, Notice, Watch
from kawat.record.watching import watching_of

WATCH = Watch("w1", "", "Perth", "", "en", "2024-05-20T00:00:00+00:00")


def test_a_feed_read_back() -> None:
    change = Difference("status", "planned", "cancelled")
    told = [
        Notice("e2", "changed", "A meeting.", (change,), 8, "2024-05-22T00:00:00+00:00"),
        Notice("e1", "new", "A call.", (), 7, "2024-05-21T00:00:00+00:00"),
    ]
    read = feedparser.parse(feeds.atom(WATCH, told, "http://desk.example/"))
    assert not read.bozo
    assert (read.version, read.feed.title, read.feed.language) == ("atom10", "Kawat: Perth", "en")
    assert read.feed.updated == "2024-05-22T00:00:00+00:00"
    assert [e.title for e in read.entries] == ["Changed: A meeting.", "New: A call."]
    assert [e.link for e in read.entries] == [f"http://desk.example/events/e{n}" for n in (2, 1)]
    assert len({e.id for e in read.entries}) == 2
    assert "status: planned → cancelled" in read.entries[0].content[0].value


def test_an_empty_feed() -> None:
    read = feedparser.parse(feeds.atom(WATCH, [], "http://desk.example/"))
    assert not read.bozo
    assert (read.feed.updated, read.entries) == (WATCH.created, [])


@pytest.mark.parametrize("words", [HOSTILE, "]]></title><script>", "\x00\x0b\ufffe\uffff\ud800", "&#0;&lt;x"])
def test_hostile_words_make_no_element(words: str) -> None:
    watch = Watch("w1", "", words, words, "id", WATCH.created)
    notice = Notice("e1", "new", words, (Difference("place", words, words),), 7, WATCH.created)
    made = feeds.atom(watch, [notice], "http://desk.example/")
    assert b"<script" not in made
    read = feedparser.parse(made)
    assert not read.bozo, read.bozo_exception
    assert len(read.entries) == 1


def saved(doors: Doors, name: str = "") -> tuple[Watch, str]:
    made = Watch("", name, "Watched", "", "en", "2024-05-20T00:00:00+00:00")
    watch, key = watching_of(doors.record).add(made, rounds.baseline(doors.record, ""))
    watching_of(doors.record).note(watch.id, NOW.isoformat(), [Notice("e1", "new", "A call.")], {})
    return watch, key


def test_whoever_has_the_key_may_read_it(doors: Doors) -> None:
    watch, key = saved(doors, NAMES["editor"])
    answer = doors.client().get(f"/alerts/{watch.id}/feed.atom", params={"key": key})
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/atom+xml")
    read = feedparser.parse(answer.content)
    assert [e.link for e in read.entries] == [f"{PLAIN}/events/e1"]


@pytest.mark.parametrize("key", ["", "wrong", "é", "\x00", "x" * 5000])
def test_whoever_has_not_finds_nothing(doors: Doors, key: str) -> None:
    watch, _ = saved(doors)
    _, other = saved(doors)
    for tried in (key, other):
        answer = doors.session(NAMES["admin"]).get(f"/alerts/{watch.id}/feed.atom", params={"key": tried})
        assert answer.status_code == 404
        assert b"A call." not in answer.content


def test_a_removed_search_has_no_feed(doors: Doors) -> None:
    watch, key = saved(doors)
    watching_of(doors.record).remove(watch.id)
    answer = doors.client().get(f"/alerts/{watch.id}/feed.atom", params={"key": key})
    assert answer.status_code == 404


def test_anothers_search_is_not_there(doors: Doors) -> None:
    """Whoever did not save it neither sees, tests nor removes it; an admin may."""
    watch, _ = saved(doors, NAMES["admin"])
    client = doors.session(NAMES["editor"])
    assert client.get(f"/alerts/{watch.id}").status_code == 404
    for does in ("test", "remove"):
        assert client.post(f"/alerts/{watch.id}/{does}", data={"channel": "webhook"}).status_code == 404
    assert "Watched" not in client.get("/alerts").text
    assert watching_of(doors.record).one(watch.id) == watch
    mine, _ = saved(doors, NAMES["editor"])
    assert client.get(f"/alerts/{mine.id}").status_code == 200
    assert doors.session(NAMES["admin"]).get(f"/alerts/{mine.id}").status_code == 200
