"""Filters in addresses: read, written, and read again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kawat.desk.address import address_of, filter_of, without
from kawat.desk.filters import NAMES
from kawat.errors import UsageError
from kawat.record.model import Filter


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("", Filter()),
        ("kind=contacts&status=planned", Filter(kind="contacts", status="planned")),
        ("between=RUS&between=USA", Filter(between=("RUS", "USA"))),
        ("between=Rusia,Amerika+Serikat", Filter(between=("RUS", "USA"))),
        ("party=indonesia&since=2021-12", Filter(party="IDN", since="2021-12")),
        ("since=31/12/2021&until=5-1-2022", Filter(since="2021-12-31", until="2022-01-05")),
        ("until=12/2021", Filter(until="2021-12")),
        ("type=request&sources=2", Filter(type="REQUEST", sources=2)),
        ("contested=yes", Filter(contested=True)),
        ("contested=0", Filter(contested=False)),
        ("status=&person=++", Filter()),
        ("order=oldest&after=x&lang=id", Filter()),
        ("text=%22garis+merah%22&place=Bali", Filter(text='"garis merah"', place="Bali")),
    ],
)
def test_read(query: str, wanted: Filter) -> None:
    assert filter_of(query) == wanted


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("between=Atlantis", "Atlantis"),
        ("since=2021-12-01/2021-12-05", "since"),
        ("sources=two", "sources"),
        ("sources=²", "sources"),
        ("contested=maybe", "contested"),
        ("text=" + "a" * 201, "text"),
    ],
)
def test_refused(query: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        filter_of(query)


@given(
    st.builds(
        Filter,
        kind=st.sampled_from([None, "contacts", "acts"]),
        between=st.sampled_from([(), ("RUS",), ("IDN", "AUS")]),
        person=st.sampled_from([None, "Lavrov & Co", "a=b"]),
        contested=st.sampled_from([None, True, False]),
        sources=st.sampled_from([None, 0, 12]),
        text=st.sampled_from([None, '"a b" c', "é?#"]),
    )
)
def test_written_is_read_again(wanted: Filter) -> None:
    assert filter_of(address_of(wanted)) == wanted


def test_every_filter_has_a_name() -> None:
    assert set(NAMES) == set(Filter.__struct_fields__) - {"limit"}


def test_one_is_dropped() -> None:
    wanted = Filter(between=("RUS", "USA"), status="held")
    assert without(wanted, "between") == Filter(status="held")
    assert (
        address_of(without(wanted, "status"), order="oldest", after=None)
        == "between=RUS&between=USA&order=oldest"
    )
