"""How events are coded for PLOVER, POLECAT and GDELT."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from exports_samples import context, event, party

from kawat.desk.exports import FORMATS, coding, tables
from kawat.desk.exports.gdelt import row_id
from kawat.knowledge.bodies import bodies
from kawat.knowledge.states import states
from kawat.linking.model import Event
from kawat.reading.model import EventType, Place, Status
from kawat.reading.plover import QUADS

PERTH = Place("Perth", "AUS", 0, 1, "test", -31.95, 115.86, "city")
GENEVA = Place("Geneva", "CHE", 0, 1, "test", 46.2, 6.15, "city")
MEETING: dict[str, Any] = {"type": "CONSULT", "mode": "in-person"}


def codes(parties: tuple[Any, ...]) -> list[str]:
    return [p.country for p in parties]


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ({**MEETING, "status": "held"}, ("CONSULT", "", 2.5, 1)),
        ({**MEETING, "status": "held", "place": PERTH}, ("CONSULT", "visit", 4.0, 1)),
        ({**MEETING, "status": "held", "place": GENEVA}, ("CONSULT", "third-party", 1.0, 1)),
        ({"type": "CONSULT", "mode": "phone", "status": "held"}, ("CONSULT", "phone", 1.5, 1)),
        ({**MEETING, "status": "planned"}, ("AGREE", "", 2.5, 1)),
        ({**MEETING, "status": "proposed"}, ("AGREE", "", 2.5, 1)),
        ({**MEETING, "status": "cancelled"}, ("REJECT", "meet", -2.0, 3)),
        ({**MEETING, "status": "postponed"}, None),
        ({**MEETING, "status": "denied"}, None),
        ({"type": "AID", "mode": None, "status": "planned"}, ("AGREE", "", 2.5, 1)),
        ({"type": "RETREAT", "mode": None, "status": "planned"}, ("CONCEDE", "", 4.5, 1)),
        ({"type": "SANCTION", "mode": None, "status": "planned"}, ("SANCTION", "future", -6.0, 4)),
        ({"type": "THREATEN", "mode": None, "status": "held"}, ("THREATEN", "", -3.5, 3)),
        ({"type": "AID", "mode": None, "status": "cancelled"}, None),
    ],
)  # fmt: skip
def test_type_mode_value_and_quad(fields: dict[str, Any], wanted: tuple[Any, ...] | None) -> None:
    code = coding.coded(event(**fields))
    assert (code and (code.type, code.mode, code.value, code.quad)) == wanted


def test_the_host_is_the_recipient_and_the_visitor_the_actor() -> None:
    code = coding.coded(event(**MEETING, status="held", place=PERTH))
    assert code and (codes(code.actors), codes(code.recipients)) == (["IDN"], ["AUS"])
    turned = coding.coded(event(**MEETING, actors=(party("AUS"),), recipients=(party("IDN"),), place=PERTH))
    assert turned and (codes(turned.actors), codes(turned.recipients)) == (["IDN"], ["AUS"])
    nobody = coding.coded(event(**MEETING, status="held", place=GENEVA))
    assert nobody and (codes(nobody.actors), codes(nobody.recipients)) == (["IDN", "AUS"], [])


def test_what_was_only_said_has_the_day_on_which_it_was_said() -> None:
    held = coding.coded(event(date="2024-05"))
    assert held and [d.isoformat() for d in held.days] == ["2024-05-01", "2024-05-31"]
    planned = coding.coded(event(**MEETING, status="planned", date="2024-06-20"))
    assert planned and planned.days[0].isoformat() == "2024-05-10"
    undated = coding.coded(event(date=None))
    assert undated and undated.days[0].isoformat() == "2024-05-10"


def test_pairs_of_a_meeting_of_three_and_of_an_act() -> None:
    three = event(**MEETING, actors=(party("IDN"), party("AUS"), party("MYS")), recipients=())
    code = coding.coded(three)
    assert code and code.mode == "multilateral"
    assert [(a.country, b.country) for a, b in coding.dyads(code) if a and b] == [
        ("IDN", "AUS"), ("IDN", "MYS"), ("AUS", "MYS"),
    ]  # fmt: skip
    alone = coding.coded(event(type="ACCUSE", mode=None, recipients=()))
    assert alone and coding.dyads(alone) == [(party("IDN"), None)]


def gdelt(made: Event) -> list[list[str]]:
    text = b"".join(FORMATS["gdelt-events"].write([made], context())).decode()
    return [each.split("\t") for each in text.splitlines()]


@pytest.mark.parametrize(
    ("fields", "code", "goldstein", "quad"),
    [
        ({**MEETING, "place": PERTH}, "042", "1.9", "1"),
        ({**MEETING, "place": GENEVA}, "044", "2.5", "1"),
        ({"type": "CONSULT", "mode": "video"}, "040", "1", "1"),
        ({**MEETING, "status": "planned"}, "036", "4", "1"),
        ({**MEETING, "status": "cancelled"}, "125", "-5", "3"),
        ({"type": "PROTEST", "mode": None}, "140", "-6.5", "3"),
        ({"type": "COOPERATE", "mode": None}, "060", "6", "2"),
        ({"type": "SANCTION", "mode": None}, "160", "-4", "4"),
    ],
)
def test_codes_of_cameo(fields: dict[str, Any], code: str, goldstein: str, quad: str) -> None:
    [row] = gdelt(event(**fields))
    assert (row[26], row[27], row[28], row[29], row[30]) == (code, code, code[:2], quad, goldstein)


def test_what_cameo_cannot_say_is_left_out() -> None:
    assert gdelt(event(type="SANCTION", mode=None, status="planned")) == []


def test_a_row_of_gdelt() -> None:
    visitor = party("IDN", "Retno Marsudi", "foreign_minister")
    made = event(**MEETING, actors=(visitor,), place=PERTH, date="2015-02-18")
    [row] = gdelt(made)
    assert row[:5] == [str(row_id(made, (visitor, party("AUS")))), "20150218", "201502", "2015", "2015.1315"]
    assert row[5:8] == ["IDNGOV", "RETNO MARSUDI", "IDN"] and row[15:18] == ["AUS", "AUSTRALIA", "AUS"]
    assert row[51:59] == ["4", "Perth, Australia", "AS", "", "", "-31.95", "115.86", ""]
    assert row[59] == "20240510030000" and int(row[0]) < 2**52


def test_bodies_and_old_codes() -> None:
    [row] = gdelt(event(actors=(party("ROU"),), recipients=(party("UN"),)))
    assert row[5] == "ROM" and (row[15], row[17], row[18], row[22]) == ("UNO", "", "UNO", "IGO")


def test_plover_entities() -> None:
    made = event(
        actors=(party("UN"), party("XKX"), party("HAMAS"), party("ICRC"), party("WEST"), party("G20"))
    )
    [told] = [json.loads(x) for x in FORMATS["plover"].write([made], context())]
    found = [entity.get("code") for entity in told["actor"]]
    assert found[:5] == ["UNO", "KOS", None, "NGO", None] and found[5] == "IGO"


def test_the_tables_are_of_our_codes() -> None:
    assert set(tables._codes()) == set(states())
    assert set(tables._groups()) <= set(bodies())
    types = {name for _, name, _ in tables._cameo()}
    assert types == set(QUADS)
    assert {when for when, _, _ in tables._cameo()} == {"done", "to_come", "called_off"}


@pytest.mark.parametrize(
    ("code", "cow", "fips", "cameo"),
    [
        ("IDN", "850", "ID", "IDN"), ("AUS", "900", "AS", "AUS"), ("AUT", "305", "AU", "AUT"),
        ("CHE", "225", "SZ", "CHE"), ("CHN", "710", "CH", "CHN"), ("DEU", "255", "GM", "DEU"),
        ("GBR", "200", "UK", "GBR"), ("JPN", "740", "JA", "JPN"), ("KOR", "732", "KS", "KOR"),
        ("PRK", "731", "KN", "PRK"), ("RUS", "365", "RS", "RUS"), ("SGP", "830", "SN", "SGP"),
        ("USA", "2", "US", "USA"), ("VNM", "816", "VM", "VNM"), ("TLS", "860", "TT", "TMP"),
        ("UKR", "369", "UP", "UKR"), ("ROU", "360", "RO", "ROM"), ("NAM", "565", "WA", "NAM"),
    ],
)  # fmt: skip
def test_codes_of_states(code: str, cow: str, fips: str, cameo: str) -> None:
    assert tables.codes_of(code) == (cow, fips, cameo)


def test_no_two_states_share_a_code() -> None:
    for column in zip(*tables._codes().values(), strict=True):
        filled = [each for each in column if each]
        assert len(filled) == len(set(filled)) and len(filled) > 185


@pytest.mark.parametrize("type_", sorted(QUADS))
@pytest.mark.parametrize("status", ["proposed", "planned", "held", "postponed", "cancelled", "denied"])
def test_every_type_and_status_is_written_or_left_out(type_: EventType, status: Status) -> None:
    made = event(type=type_, status=status, mode=None)
    for name in ("plover", "polecat", "gdelt-events"):
        size = {"polecat": 40, "gdelt-events": 61}.get(name)
        rows = b"".join(FORMATS[name].write([made], context())).decode().splitlines()
        assert len(rows) <= 2
        assert all(len(next(csv.reader([r], delimiter="\t"))) == size for r in rows) or size is None


def test_the_data_files_name_their_sources() -> None:
    for path in (Path(tables.HERE) / name for name in ("codes.csv", "groups.csv", "cameo.csv")):
        head = [x for x in path.read_text(encoding="utf-8").splitlines() if x.startswith("#")]
        assert "github.com/" in "".join(head)
