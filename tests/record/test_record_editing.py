"""What persons decide wins over linking, survives later runs and re-reading, and can be taken back."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
import pytest
from record_samples import article, entry, report

from kawat.errors import RecordError, UsageError
from kawat.record import Filter, Record

pytestmark = pytest.mark.real_linking


def told(id: str, published: str, **more: object):
    page = article(id, f"{id}\nThe ministers spoke.", outlet=f"Outlet {id}", published=published)
    return entry(page, report(page, **more))


@pytest.fixture
def talks(record: Record) -> Record:
    """Two pages on the talks of 3 March, one on talks of 5 March."""
    record.add_many([
        told("a", "2023-03-04", date="2023-03-03"),
        told("b", "2023-03-04", date="2023-03-03"),
        told("c", "2023-03-06", date="2023-03-05"),
    ])  # fmt: skip
    return record


def groups(record: Record) -> list[list[str]]:
    return sorted(sorted(e.articles) for e in record.events())


def number(record: Record) -> int:
    """Return the number of the first decision of a person."""
    return record.decisions()[0].number


def event_of(record: Record, article: str) -> str:
    return next(e.id for e in record.events() if article in e.articles)


def test_join_and_undo(talks: Record) -> None:
    assert groups(talks) == [["a", "b"], ["c"]]
    joined = talks.join(event_of(talks, "a"), event_of(talks, "c"), by="Sari", reason="one date is wrong")
    assert groups(talks) == [["a", "b", "c"]]
    assert any("joined by hand" in reason for reason in joined.reasons)
    assert {d.field for d in joined.disagreements} == {"date"}
    talks.add_many([told("d", "2023-03-06", date="2023-03-05")])  # fits one of those that were joined
    assert groups(talks) == [["a", "b", "c", "d"]]
    talks.relink(again=True)
    assert groups(talks) == [["a", "b", "c", "d"]]
    talks.undo(number(talks), by="Budi", reason="two rounds after all")
    assert groups(talks) == [["a", "b"], ["c", "d"]]
    assert [(d.kind, d.by, d.undone, d.of) for d in talks.decisions()] == [
        ("join", "Sari", talks.decisions()[1].number, None), ("undo", "Budi", None, number(talks)),
    ]  # fmt: skip


def test_split_survives_what_comes_later(talks: Record) -> None:
    apart = talks.split(event_of(talks, "a"), ["b"], by="Sari", reason="another round")
    assert apart.articles == ("b",)
    talks.relink(again=True)
    assert groups(talks) == [["a"], ["b"], ["c"]]
    talks.add_many(
        [told("d", "2023-03-04", date="2023-03-03")]
    )  # fits both alike, joins the one or the other
    found = groups(talks)
    assert ["c"] in found and not any({"a", "b"} <= set(g) for g in found)
    talks.undo(number(talks), by="Sari")
    assert groups(talks) == [["a", "b", "d"], ["c"]]


def test_the_last_word_counts(talks: Record) -> None:
    talks.split(event_of(talks, "a"), ["b"], by="Sari")
    talks.join(event_of(talks, "a"), event_of(talks, "b"), by="Budi")
    assert groups(talks) == [["a", "b"], ["c"]]
    talks.split(event_of(talks, "a"), ["b"], by="Sari")
    assert groups(talks) == [["a"], ["b"], ["c"]]


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        ("status", "cancelled", "cancelled"),
        ("date", "2023-03-02", "2023-03-02"),
        ("date", "-", None),
        ("place", "Nairobi/KEN", "Nairobi"),
        ("actors", "IDN:Retno Marsudi; IDN", ("IDN", "IDN")),
        ("duration", "PT2H", "PT2H"),
        ("type", "AGREE", "AGREE"),
        ("mode", "phone", "phone"),
    ],
)
def test_a_value_set_right_is_shown_as_such_and_survives(
    talks: Record, field: str, value: str, shown: object
) -> None:
    id = event_of(talks, "a")
    before = talks.event(id)
    event = talks.correct(id, field, value, by="Sari", reason="seen in the minutes")

    def read(event: object) -> object:
        found = getattr(event, field)
        if field == "place":
            return found and found.name
        return tuple(p.country for p in found) if field == "actors" else found

    assert read(event) == shown
    (correction,) = event.corrections
    assert (correction.field, correction.by, correction.reason) == (field, "Sari", "seen in the minutes")
    assert correction.was == msgspec.json.decode(msgspec.json.encode(getattr(before, field)))
    talks.add_many([told("d", "2023-03-04", date="2023-03-03")])
    talks.relink(again=True)
    assert read(talks.event(event_of(talks, "a"))) == shown
    talks.undo(number(talks), by="Sari")
    assert talks.event(id).corrections == ()
    assert read(talks.event(id)) == read(before)


def test_a_filter_goes_by_values_set_right(talks: Record) -> None:
    talks.correct(event_of(talks, "c"), "status", "denied", by="Sari")
    assert [e.articles for e in talks.events(Filter(status="denied"))] == [("c",)]


def test_linking_goes_by_a_report_set_right(talks: Record) -> None:
    (misread,) = talks.reports_of(event_of(talks, "c"))
    talks.correct(misread.id, "date", "2023-03-03", by="Sari", reason="the page says so")
    assert groups(talks) == [["a", "b", "c"]]
    talks.undo(number(talks), by="Sari")
    assert groups(talks) == [["a", "b"], ["c"]]


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("status", "maybe", "none of"), ("date", "soon", "no date"), ("duration", "long", "is none"),
        ("place", "/CHE", "no name"),
        ("colour", "red", "cannot be corrected"), ("actors", "russia", "no code"), ("type", "TALK", "none of"),
    ],
)  # fmt: skip
def test_values_that_cannot_be(talks: Record, field: str, value: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        talks.correct(event_of(talks, "a"), field, value, by="Sari")
    assert talks.decisions() == []


@pytest.mark.parametrize("newest", [False, True])
def test_the_log_comes_in_pages_from_either_end(talks: Record, newest: bool) -> None:
    one, other = [e.id for e in talks.events()][:2]
    talks.confirm(one, by="Sari")
    talks.join(one, other, by="Sari")
    talks.undo(number(talks), by="Budi")
    for event in (None, one):
        whole, after, found = talks.decisions(event), None, []
        while True:
            page = talks.decision_page(event, newest=newest, after=after, size=2)
            assert page.total == len(whole)
            found += page.decisions
            after = page.next
            if after is None:
                break
        assert found == (whole[::-1] if newest else whole)
        assert len(found) >= 3
    cursor = talks.decision_page(newest=newest, size=1).next
    for wrong in (
        lambda: talks.decision_page(newest=not newest, after=cursor),
        lambda: talks.copy_page(cursor),
    ):
        with pytest.raises(UsageError, match="after"):
            wrong()


def test_decisions_that_cannot_be(talks: Record) -> None:
    a = event_of(talks, "a")
    with pytest.raises(UsageError, match="name of who"):
        talks.correct(a, "date", "2023", by=" ")
    with pytest.raises(UsageError, match="already"):
        talks.join(a, a, by="Sari")
    with pytest.raises(UsageError, match="no report"):
        talks.split(a, ["zzz"], by="Sari")
    with pytest.raises(UsageError, match="not all"):
        talks.split(a, ["a", "b"], by="Sari")
    for unknown in (77, 0, -1, 2**31, 2**63, 10**30):
        with pytest.raises(RecordError, match=f"no decision {unknown} "):
            talks.undo(unknown, by="Sari")
    talks.correct(a, "date", "2023", by="Sari")
    talks.undo(number(talks), by="Sari")
    with pytest.raises(RecordError, match="already"):
        talks.undo(number(talks), by="Sari")
    with pytest.raises(RecordError, match="no decision"):
        talks.undo(talks.decisions()[1].number, by="Sari")


def test_the_log_of_an_event_has_the_rules_in_it_too(talks: Record) -> None:
    id = event_of(talks, "a")
    talks.correct(id, "date", "2023-03-02", by="Sari")
    log = talks.decisions(id)
    assert [d.kind for d in log] == ["linked", "correct"]
    assert log[0].by.startswith("kawat ") and "parties" in log[0].reason


def test_linking_all_anew_logs_only_what_changes(talks: Record) -> None:
    id = event_of(talks, "a")
    before = talks.decisions(id)
    talks.relink(again=True)
    assert talks.decisions(id) == before and len(before) == 1


def test_why_two_are_two(talks: Record) -> None:
    first, *_ = talks.compare(event_of(talks, "a"), event_of(talks, "c"))
    assert first.score is None
    (veto,) = [f for f in first.findings if f.weight is None]
    assert veto.text == "date: 2023-03-03 and 2023-03-05 are two days"


@dataclass
class Reader:
    """Reads what it is told to."""

    reports: dict[str, tuple]

    def __call__(self, page):
        return self.reports.get(page.id, ())


def test_reading_anew_keeps_decisions_and_ids(talks: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    a, c = event_of(talks, "a"), event_of(talks, "c")
    talks.correct(c, "status", "denied", by="Sari")
    (old,) = talks.reports_of(c)
    anew = {r.article: (r,) for e in (a, c) for r in talks.reports_of(e)}
    anew["c"] = (msgspec.structs.replace(old, id="fresh", mode="phone"),)
    monkeypatch.setattr("kawat.record.store.read", Reader(anew))
    assert talks.reread() == 1
    assert talks.reread() == 0
    event = talks.event(c)  # by its former id
    assert (event.reports, event.mode, event.status) == (("fresh",), "phone", "denied")
    assert talks.event(a).articles == ("a", "b")
    monkeypatch.setattr("kawat.record.store.read", Reader({k: v for k, v in anew.items() if k != "c"}))
    assert talks.reread(["c"]) == 1
    assert groups(talks) == [["a", "b"]]
    with pytest.raises(RecordError, match="no article"):
        talks.reread(["nowhere"])


def test_what_was_decided_goes_to_a_report_that_stays(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = article("a", "a\nThe ministers spoke.", published="2023-03-04")
    stays, goes = report(page), report(page, ("BRA",), date="2023-02-01")
    record.add_many([entry(page, stays, goes)])
    record.correct(next(e.id for e in record.events() if goes.id in e.reports), "status", "denied", by="Sari")
    monkeypatch.setattr("kawat.record.store.read", Reader({"a": (stays,)}))
    assert record.reread() == 1
    (event,) = record.events()
    assert (event.reports, event.status) == ((stays.id,), "denied")
    record.relink(again=True)
    assert record.events() == [event]


def test_only_a_contact_has_a_mode(talks: Record) -> None:
    id = event_of(talks, "a")
    act = talks.correct(id, "type", "AGREE", by="Sari")
    assert (act.type, act.mode) == ("AGREE", None)
    with pytest.raises(UsageError, match="an act"):
        talks.correct(id, "mode", "phone", by="Sari")
    talks.undo(number(talks), by="Sari")
    assert talks.correct(id, "mode", "-", by="Sari").mode == "unspecified"


def test_a_decision_can_be_undone_while_any_of_its_reports_is_left(
    talks: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    talks.split(event_of(talks, "a"), ["b"], by="Sari")
    monkeypatch.setattr("kawat.record.store.read", Reader({}))
    talks.reread(["b"])
    assert talks.undo(number(talks), by="Sari").articles == ("a",)
