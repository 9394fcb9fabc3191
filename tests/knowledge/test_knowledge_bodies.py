"""Bodies, blocs and groups."""

import pytest

from kawat.errors import KnowledgeError
from kawat.knowledge import bodies as module
from kawat.knowledge.bodies import bodies
from kawat.knowledge.states import states

GUIDE = {
    "NATO", "UN", "EU", "ASEAN", "OIC", "G7", "G20", "IAEA", "ICC", "WHO", "OSCE", "AU",
    "ARAB_LEAGUE", "GCC", "BRICS", "QUAD", "AUKUS", "WEST", "EUROPE", "ALLIES", "TALIBAN", "HAMAS", "OPM",
}  # fmt: skip


def test_the_codes_of_the_annotation_guide_are_there():
    assert set(bodies()) >= GUIDE


def test_no_code_is_a_state_and_no_name_leads_to_two_bodies():
    seen = {}
    for body in bodies().values():
        assert body.code not in states()
        for name in {*body.names["en"], *body.names["id"], *body.adjectives, *body.seats, *body.organs}:
            assert seen.setdefault(name, body.code) == body.code, name


def test_homes_of_groups_are_states_and_flags_point_at_names():
    for body in bodies().values():
        assert body.home is None or body.home in states(), body.code
        names = {*body.names["en"], *body.names["id"], *body.adjectives, *body.seats, *body.organs}
        assert body.exact | body.weak <= names, (body.code, (body.exact | body.weak) - names)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("DK PBB", "UN"),
        ("UNHCR", "UN"),
        ("Komisi Eropa", "EU"),
        ("Uni Eropa", "EU"),
        ("OKI", "OIC"),
        ("Hizbullah", "HEZBOLLAH"),
    ],
)
def test_organs_and_other_names_fold_into_their_body(name, code):
    body = bodies()[code]
    assert name in {*body.names["id"], *body.organs}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Huthi", "HOUTHI"),
        ("Jihad Islam", "PIJ"),
        ("Tentara Pembebasan Suriah", "FSA"),
        ("oposisi Suriah", "SYRIAN_OPPOSITION"),
        ("KKB", "KKB"),
        ("TPNPB", "OPM"),
        ("Peshmerga", "KRG"),
        ("Pasukan Mobilisasi Rakyat", "PMF"),
        ("Republik Rakyat Donetsk", "DNR"),
        ("Mahkamah Arbitrase Permanen", "PCA"),
        ("Kemitraan Trans-Pasifik", "TPP"),
        ("koalisi pimpinan AS", "COALITION"),
        ("Badan Energi Internasional", "IEA"),
        ("jaringan Haqqani", "HAQQANI"),
    ],
)
def test_factions_and_courts_have_a_code_of_their_own(name, code):
    assert name in bodies()[code].names["id"]


def test_short_names_of_bodies_are_only_ever_as_written():
    for body in bodies().values():
        names = {*body.names["en"], *body.names["id"]}
        for name in names:
            if name in {"PIJ", "PCA", "FSA", "KKB", "KRG", "PMF", "TPP", "STC", "DNR", "LNR", "ALBA"}:
                assert name in body.exact, (body.code, name)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[body.X]\nen = ['X']", "id"),
        ("[body.X]\nen = ['X']\nid = []", "at least one name"),
        ("[body.X]\nen = ['X']\nid = ['X']\nnmae = 1", "nmae"),
        ("[body.X", "no TOML"),
    ],
)
def test_a_broken_entry_is_named(tmp_path, monkeypatch, text, message):
    (tmp_path / "bodies.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(module, "DATA", tmp_path)
    with pytest.raises(KnowledgeError, match=message):
        bodies.__wrapped__()
