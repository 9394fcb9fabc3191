"""The states: their codes, and that no name leads to two of them unless the file says so."""

import re

import pytest

from kawat.errors import KnowledgeError
from kawat.knowledge import states as module
from kawat.knowledge import tables
from kawat.knowledge.bodies import bodies
from kawat.knowledge.states import states

# ISO 3166-1 alpha-3, and XKX (user-assigned) for Kosovo.
ISO = {
    "AFG", "AGO", "ALB", "AND", "ARE", "ARG", "ARM", "ATG", "AUS", "AUT", "AZE", "BDI",
    "BEL", "BEN", "BFA", "BGD", "BGR", "BHR", "BHS", "BIH", "BLR", "BLZ", "BOL", "BRA",
    "BRB", "BRN", "BTN", "BWA", "CAF", "CAN", "CHE", "CHL", "CHN", "CIV", "CMR", "COD",
    "COG", "COK", "COL", "COM", "CPV", "CRI", "CUB", "CYP", "CZE", "DEU", "DJI", "DMA",
    "DNK", "DOM", "DZA", "ECU", "EGY", "ERI", "ESH", "ESP", "EST", "ETH", "FIN", "FJI",
    "FRA", "FSM", "GAB", "GBR", "GEO", "GHA", "GIN", "GMB", "GNB", "GNQ", "GRC", "GRD",
    "GRL", "GTM", "GUY", "HKG", "HND", "HRV", "HTI", "HUN", "IDN", "IND", "IRL", "IRN",
    "IRQ", "ISL", "ISR", "ITA", "JAM", "JOR", "JPN", "KAZ", "KEN", "KGZ", "KHM", "KIR",
    "KNA", "KOR", "KWT", "LAO", "LBN", "LBR", "LBY", "LCA", "LIE", "LKA", "LSO", "LTU",
    "LUX", "LVA", "MAC", "MAR", "MCO", "MDA", "MDG", "MDV", "MEX", "MHL", "MKD", "MLI",
    "MLT", "MMR", "MNE", "MNG", "MOZ", "MRT", "MUS", "MWI", "MYS", "NAM", "NER", "NGA",
    "NIC", "NIU", "NLD", "NOR", "NPL", "NRU", "NZL", "OMN", "PAK", "PAN", "PER", "PHL",
    "PLW", "PNG", "POL", "PRK", "PRT", "PRY", "PSE", "QAT", "ROU", "RUS", "RWA", "SAU",
    "SDN", "SEN", "SGP", "SLB", "SLE", "SLV", "SMR", "SOM", "SRB", "SSD", "STP", "SUR",
    "SVK", "SVN", "SWE", "SWZ", "SYC", "SYR", "TCD", "TGO", "THA", "TJK", "TKM", "TLS",
    "TON", "TTO", "TUN", "TUR", "TUV", "TWN", "TZA", "UGA", "UKR", "URY", "USA", "UZB",
    "VAT", "VCT", "VEN", "VNM", "VUT", "WSM", "XKX", "YEM", "ZAF", "ZMB", "ZWE",
}  # fmt: skip


def every_name(state):
    names = [n for group in (state.names, state.capitals) for names in group.values() for n in names]
    return {*names, *state.adjectives, *state.citizens, *state.seats, *state.organs}


def test_all_states_are_there_under_their_iso_codes():
    assert set(states()) == ISO


def test_every_state_has_names_in_both_languages_and_a_place_on_the_map():
    for state in states().values():
        assert state.names["en"] and state.names["id"], state.code
        assert state.lat is not None and state.lon is not None, state.code


def test_no_name_leads_to_two_states():
    seen = {}
    for state in states().values():
        for name in every_name(state):
            assert seen.setdefault(name, state.code) == state.code, name


def test_a_shared_name_is_declared_by_all_who_bear_it_and_given_to_none_or_to_whom_it_mostly_means():
    bearers = {}
    for state in states().values():
        for name in state.shared:
            bearers.setdefault(name, set()).add(state.code)
            assert name not in state.names["en"] + state.names["id"], (state.code, name)
        for name in state.adjectives:
            bearers.setdefault(name, set()).add(state.code)
    bearers = {n: codes for n, codes in bearers.items() if any(n in s.shared for s in states().values())}
    for name, codes in bearers.items():
        if not name.startswith("Korea"):
            assert len(codes) == 2, name
    assert bearers["Korea"] == {"KOR", "PRK"}
    assert bearers["Congo"] == {"COD", "COG"}


def test_flags_point_at_names_that_exist():
    for state in states().values():
        assert state.exact <= every_name(state), (state.code, state.exact - every_name(state))
        assert state.weak <= every_name(state), (state.code, state.weak - every_name(state))


def test_short_acronyms_are_only_ever_as_written():
    for state in states().values():
        for name in every_name(state):
            if re.fullmatch(r"[A-Z]{2}", name):
                assert name in state.exact, (state.code, name)


def test_a_body_shares_a_name_with_a_state_only_where_both_call_it_weak():
    names = {n: s for s in states().values() for n in every_name(s)}
    for body in bodies().values():
        for name in {*body.names["en"], *body.names["id"], *body.seats, *body.organs}:
            if name in names:
                assert name in body.weak and name in names[name].weak, (body.code, name)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Amerika Serikat", "USA"),
        ("Korut", "PRK"),
        ("Korsel", "KOR"),
        ("RRT", "CHN"),
        ("Tiongkok", "CHN"),
        ("Perancis", "FRA"),
        ("Pantai Gading", "CIV"),
        ("Kremlin", "RUS"),
        ("Gedung Putih", "USA"),
        ("Moskow", "RUS"),
        ("Kiev", "UKR"),
        ("TNI", "IDN"),
        ("Wisma Putra", "MYS"),
        ("Dutch", "NLD"),
        ("Garda Revolusi", "IRN"),
        ("Capitol", "USA"),
        ("Armada Ketujuh", "USA"),
        ("ISI", "PAK"),
        ("BIN", "IDN"),
        ("FSB", "RUS"),
        ("Mossad", "ISR"),
        ("rezim Assad", "SYR"),
        ("Penjaga Pantai China", "CHN"),
        ("junta militer", "MMR"),
        ("negeri jiran", "MYS"),
        ("Siprus Yunani", "CYP"),
        ("UMNO", "MYS"),
    ],
)
def test_names_that_the_press_uses(name, code):
    assert name in every_name(states()[code])


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("XX,Nowhere,Antah,,,,,,,,,,,,,", "three capital letters"),
        ("XXX,,Antah,,,,,,,,,,,,,", "name_en and name_id"),
        ("XXX,Nowhere,Antah,,,,,,,,,,,,95,0", "between -90 and 90"),
        ("XXX,Nowhere", "2 cells for 16 columns"),
    ],
)
def test_a_broken_row_is_named_with_its_line(tmp_path, monkeypatch, row, message):
    head = ",".join(module.COLUMNS)
    (tmp_path / "states.csv").write_text(f"# Sources: none, a test\n{head}\n{row}\n", encoding="utf-8")
    monkeypatch.setattr(tables, "DATA", tmp_path)
    with pytest.raises(KnowledgeError, match=message) as caught:
        states.__wrapped__()
    assert "states.csv:3" in str(caught.value)


def test_wrong_columns_and_a_missing_file_are_errors(tmp_path, monkeypatch):
    monkeypatch.setattr(tables, "DATA", tmp_path)
    with pytest.raises(KnowledgeError, match="cannot be read"):
        states.__wrapped__()
    (tmp_path / "states.csv").write_text("code,name\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="columns are code,name"):
        states.__wrapped__()


@pytest.mark.parametrize(
    "name", ["Diet", "ISI", "Capitol", "Arg", "Persia", "Formosa", "Politburo", "Coast Guard"]
)
def test_names_that_are_other_words_too_are_weak(name):
    bearers = [s for s in states().values() if name in every_name(s)]
    assert bearers and all(name in s.weak for s in bearers)
