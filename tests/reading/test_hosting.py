"""Governors and mayors count for their state where they meet an envoy, and act for none else."""

import pytest
from telling import told

CASES = [
    (
        "Gubernur Jawa Barat Agus Salim menerima kunjungan Duta Besar Peru untuk Indonesia di Bandung.",
        ["CONSULT IDN=PER held"],
    ),
    ("Bupati Jember Siti bertemu Konsul Jenderal Chile di Indonesia.", ["CONSULT CHL=IDN held"]),
    (
        "Demikian dikatakan Wali Kota Malang seusai menerima Duta Besar Ghana untuk Indonesia.",
        ["CONSULT GHA=IDN held"],
    ),
    ("Wali Kota Tokyo bertemu Presiden Peru.", ["CONSULT JPN=PER held"]),
    # of a region that nobody knows, he may be anybody's
    ("Presiden Peru disambut Gubernur Anta Oleg Rojas di stasiun. Indonesia ikut senang.", []),
    # with his own president he meets no other state; what he asks for himself, no state asks for
    ("Gubernur Bali bertemu Presiden Indonesia. Peru tidak ikut.", []),
    ("Bupati Jember meminta Dubes Peru untuk Indonesia pulang.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_governor_as_host(text: str, expected: list[str]) -> None:
    assert told(text, "id") == expected


MET = [
    # whom "from" places
    (
        "Menlu Peru berbicara dengan para duta besar dari Chile dan Ghana.",
        ["CONSULT CHL=GHA=PER held"],
    ),
    ("Menlu Peru berbicara dengan pelatih dari Chile.", []),
    # the channel before the verb
    (
        "Presiden Peru, melalui telepon kepada Presiden Chile pada Minggu, meminta gencatan senjata.",
        ["CONSULT CHL=PER held"],
    ),
    # a town instead of its state
    ("Menlu Peru mengunjungi Surabaya pada Senin. Indonesia senang.", ["CONSULT IDN=PER held"]),
    # others of the same party go elsewhere
    (
        "Menlu Peru terbang ke Accra, Menhan Peru Juan Rojas ke Santiago.",
        ["CONSULT CHL=PER held", "CONSULT GHA=PER held"],
    ),
    # with another, apart
    (
        "Presiden Peru mengadakan pertemuan dengan Presiden Ghana pada pagi hari, lalu dengan Presiden Chile.",
        ["CONSULT CHL=PER held", "CONSULT GHA=PER held"],
    ),
    # a bare noun of which it is said that it goes on
    (
        "Peru berunding dengan Chile. Perundingan akan dilanjutkan bulan depan.",
        ["CONSULT CHL=PER held", "CONSULT CHL=PER planned"],
    ),
    ("Peru berunding dengan Chile. Rapat kabinet akan digelar Senin.", ["CONSULT CHL=PER held"]),
    ("Presiden Indonesia mengunjungi Surabaya pada Senin. Peru senang.", []),
]


@pytest.mark.parametrize(("text", "expected"), MET)
def test_partner_elsewhere(text: str, expected: list[str]) -> None:
    assert [x for x in told(text, "id") if x.startswith("CONSULT")] == expected
