"""What goes into the record: nothing twice, nothing lost, all inputs accounted for."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from record_samples import article, entry, many, report
from sqlalchemy import create_engine, select

from kawat.errors import RecordError
from kawat.record import Counts, Entry, Failed, Filter, Record, open_record
from kawat.record.schema import metadata
from kawat.text import digest


def dump(target: str, *, log: bool = True) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table but the log of decisions, which has times in it, and how often it changed."""
    engine = create_engine(target if "://" in target else f"sqlite:///{target}")
    with engine.connect() as connection:
        rows = {
            table.name: [tuple(r) for r in connection.execute(select(table).order_by(*table.primary_key))]
            for table in metadata.sorted_tables
            if table.name != "decisions" and (log or table.name != "inputs")
        }
    engine.dispose()
    rows["state"] = [row for row in rows["state"] if row[0] != "version"]
    return rows


def test_an_article_comes_back_as_it_went_in(record: Record) -> None:
    a = article(text="Überschrift 'x'; DROP TABLE articles;--\nSatz \U0001f600 {}\t%s\u2028end")
    assert record.add(a, [report(a)], source="a1.txt") == "stored"
    assert record.article("a1") == a
    assert record.reports_of(record.events()[0]) == [report(a)]


def test_same_text_is_stored_once_whatever_its_id(record: Record) -> None:
    a, b = article("a1"), article("b1", outlet="Kabar Sore")
    assert record.add(a, [report(a)], source="a1.txt") == "stored"
    assert record.add(a, [report(a)], source="a1.txt") == "duplicate"
    assert record.add(b, [report(b)], source="b1.txt") == "duplicate"
    assert record.counts() == Counts(
        inputs=2, stored=1, duplicates=1, failed=0, articles=1, reports=1, events=1
    )


def test_another_text_under_a_taken_id_is_kept_with_its_reports(record: Record) -> None:
    a, b = article("a1"), article("a1", "Talks in Nairobi\nThey parted in anger.")
    record.add(a, [report(a)], source="x/a1.txt")
    record.add(b, [report(b, date="2023-03-09")], source="y/a1.txt")
    id = f"a1-{b.digest[:8]}"
    assert record.article("a1").text == a.text
    assert record.article(id).text == b.text
    assert {r.article for e in record.events() for r in record.reports_of(e)} == {"a1", id}
    assert record.add(b, [report(b)], source="y/a1.txt") == "duplicate"


def test_an_article_that_has_the_suffixed_id_already_is_not_overwritten(record: Record) -> None:
    b = article("a1", "Second text")
    squatter = article(f"a1-{b.digest[:8]}", "Third text")
    record.add_many([entry(article("a1")), entry(squatter), entry(b)])
    assert record.article(squatter.id).text == "Third text"
    assert record.article(f"a1-{b.digest}").text == "Second text"


def test_reports_of_one_article_with_one_id_are_told_apart(record: Record) -> None:
    a = article()
    record.add(a, [report(a, ["NLD"], id="r"), report(a, ["BRA"], id="r")], source="a1.txt")
    assert sorted(r.id for e in record.events() for r in record.reports_of(e)) == ["r", "r-2"]


def test_adding_twice_changes_nothing(target: str) -> None:
    for _ in range(2):
        with open_record(target) as record:
            record.add_many(many(20))
            record.fail("bad.html", "no text in it")
            record.relink()
        state = dump(target)
    assert state == dump(target)
    with open_record(target) as record:
        assert record.counts() == Counts(21, 20, 0, 1, 20, 20, record.counts().events)


@pytest.mark.parametrize("size", [1, 7, 100])
def test_batches_make_no_difference(tmp_path: Path, size: int) -> None:
    entries = [*many(30), *many(10), *(entry(e.article, source=f"copy/{i}") for i, e in enumerate(many(5)))]
    dumps = []
    for name, step in (("one", 1), ("batches", size)):
        with open_record(tmp_path / name) as record:
            outcomes = [o for i in range(0, 45, step) for o in record.add_many(entries[i : i + step])]
            record.relink()
        assert outcomes == ["stored"] * 30 + ["duplicate"] * 15
        dumps.append(dump(str(tmp_path / name)))
    assert dumps[0] == dumps[1]


def test_a_batch_may_hold_failures_too(record: Record) -> None:
    a = article()
    batch = [
        Failed("x.bin", "no text"),
        entry(a, report(a)),
        Failed("y.bin", "no text"),
        entry(a, source="z"),
    ]
    assert record.add_many(batch) == ["failed", "stored", "failed", "duplicate"]
    assert record.counts() == Counts(4, 1, 1, 2, 1, 1, 1)
    assert [f.source for f in record.failures()] == ["x.bin", "y.bin"]


def test_a_file_name_that_is_no_text_is_written_out(record: Record) -> None:
    a = article("caf\udce9")
    assert record.add(a, [report(a)], source="caf\udce9.txt") == "stored"
    record.fail("\udcff", "no file \udcff")
    assert record.article("caf\\udce9").text == a.text
    assert record.failures() == [Failed("\\udcff", "no file \\udcff")]


def test_failures_are_noted_once_for_each_source_and_reason(record: Record) -> None:
    for source, reason in [("a", "no text"), ("a", "no text"), ("a", "too large"), ("b", "no text")]:
        record.fail(source, reason)
    assert record.failures() == [Failed("a", "no text"), Failed("a", "too large"), Failed("b", "no text")]
    assert record.counts().failed == 3


def test_a_batch_with_a_text_that_no_database_takes_is_refused_whole(record: Record) -> None:
    broken = msgspec.structs.replace(article("bad"), text="half \ud83d of a pair", digest="0" * 64)
    with pytest.raises(RecordError, match="code points"):
        record.add_many([entry(article("good")), entry(broken)])
    assert record.counts().articles == 0


def test_reports_of_two_articles_with_one_id_are_both_kept(record: Record) -> None:
    a, b, c = (article(id, f"Talks in {id}") for id in ("a1", "b1", "c1"))
    batch = [Entry(x, (report(x, id="0123"), report(x, id="0123", date="2023-03-09")), x.id) for x in (a, b)]
    assert record.add_many(batch) == ["stored", "stored"]
    record.add(c, [report(c, id="0123")], source="c1")
    assert record.counts().reports == 5
    assert {r.article for e in record.events() for r in record.reports_of(e)} == {"a1", "b1", "c1"}


def test_names_that_no_database_takes_as_they_are(record: Record) -> None:
    """NULs, and names longer than a row of an index: they are incompressible here, as databases compress."""
    long = "".join(digest(str(n), size=60) for n in range(100))
    a = msgspec.structs.replace(article(f"a\0{long}", outlet=f"o\0{long}"), title="t\0", url="u\0")
    assert record.add(a, [report(a)], source="s\0") == "stored"
    record.fail("f\0", "no\0 text")
    (event,) = record.events(Filter(outlet=f"o\0{long}"))
    (told,) = record.reports_of(event)
    kept = record.article(told.article)
    assert (kept.text, kept.id[:5], len(kept.id)) == (a.text, f"a{long[:4]}", 400)
    assert record.add(a, [report(a)], source="s\0") == "duplicate"


inputs = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from("pqr"), st.sampled_from(["one", "two", "three", None]))
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(given=inputs)
def test_inputs_are_stored_duplicate_or_failed(
    tmp_path_factory: pytest.TempPathFactory, given: list[tuple[str, str, str | None]]
) -> None:
    with open_record(tmp_path_factory.mktemp("law") / "kawat.db") as record:
        for source, id, text in given:
            if text is None:
                record.fail(source, "no text")
            else:
                record.add(article(id, text), [report(article(id, text))], source=source)
        counts = record.counts()
    assert counts.inputs == counts.stored + counts.duplicates + counts.failed
    assert counts.inputs == len({(source, text) for source, _, text in given})
    assert counts.stored == counts.articles == len({text for _, _, text in given if text})
