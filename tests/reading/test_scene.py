"""The article as the coder sees it: which parties it has."""

from __future__ import annotations

from telling import surveyed


def test_the_parties_stand_in_the_order_of_how_often_they_are_named() -> None:
    found = surveyed("Kenya menyurati Ghana. Ghana membalas. Togo diam.", "id").scene
    assert found.codes == ["GHA", "KEN", "TGO"]


def test_a_state_that_only_its_towns_name_is_a_party_where_the_grammar_reads_it_so() -> None:
    found = surveyed("Serangan Chile menewaskan lima warga di Arequipa.", "id").scene
    assert found.codes == ["CHL", "PER"]
    assert found.faces["PER"].code == "PER"
    assert found.share == {"CHL": 1.0, "PER": 0.0}
