from __future__ import annotations

from typing import get_args

from kawat.desk import accounts, disputes
from kawat.desk.words import words
from kawat.linking.model import Change, Disagreement, Kind, Member, Relation, Step, Value, Why, Witness

EN, ID = words("en"), words("id")


def test_every_kind_reason_and_relation_has_words() -> None:
    assert set(EN.kinds) == set(get_args(Kind))
    assert set(EN.relations_of_sources) == set(get_args(Relation))
    assert set(EN.changes) <= set(get_args(Change))
    assert set(EN.whys) | {"within"} == set(get_args(Why))


def test_a_source_says_how_it_was_counted() -> None:
    members = (
        Member("a", "Harian", None, "credits", "Kompas", chain=("Harian", "Kompas", "AFP"), also=("Antara",)),
        Member("b", "Tribun", None, "copies", "Harian", "a", 0.92, 10800, ("Tribun", "AFP")),
    )
    witness = Witness("AFP", ("Harian", "Tribun"), ("a", "b"), None, "", members)
    assert accounts.source(witness, EN) == (
        "AFP: credited by Harian (through Kompas, also credits Antara); copied by Tribun (92 %, 3 hours later); "
        "first in Harian"
    )
    assert "disalin oleh Tribun (92 %, 3 jam kemudian)" in accounts.source(witness, ID)
    assert accounts.source(Witness("AFP", (), ("a",), None), EN) == "AFP"


def test_a_step_says_what_it_changes() -> None:
    step = Step("planned", None, "2021-12-15", "AFP", "r", "a", "moved", "2021-12-08")
    assert accounts.change(step, EN) == "moved from 8 December 2021"
    assert accounts.change(Step("held", None, None, "AFP", "r", "a"), EN) == ""


def test_a_disagreement_says_why_and_a_value_who_says_it() -> None:
    value = Value("up to 175000", (), (), None, None, ("Kyiv",), True)
    found = Disagreement("figure:troops", (value,), "series: x", "series", ("forecast",))
    assert disputes.kind(found, EN) == "they follow one another (one is expected, another counted)"
    assert disputes.telling(found.field, value, EN) == "up to 175,000 (expected), according to “Kyiv”"
