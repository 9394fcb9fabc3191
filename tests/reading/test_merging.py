"""One event, one report: what several sentences tell of one event is folded, what differs stays apart."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from telling import reports, told, wrong

from kawat.reading.drafts import Draft
from kawat.reading.merging import bounds, dates_agree, fold
from kawat.reading.model import Report


def _contacts(text: str, language: str) -> list[Report]:
    return [r for r in reports(text, language) if r.type == "CONSULT"]


@pytest.mark.parametrize(
    ("language", "text", "sentences"),
    [
        (
            "id",
            "Menlu Peru Ana Huaman bertemu Menlu Chile Pilar Soto di Lima, Senin (13/5/2024). "
            "Kedua menteri bertemu di istana.",
            2,
        ),
        (
            "en",
            "Peruvian Foreign Minister Ana Huaman met Chilean Foreign Minister Pilar Soto in Lima on Monday. "
            "The two ministers met at the palace.",
            2,
        ),
    ],
)
def test_sentences_about_one_contact_are_one_report(language: str, text: str, sentences: int) -> None:
    (report,) = _contacts(text, language)
    assert len(report.evidence) == sentences


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Peru mengecam Chile. Hujan turun. Pada Senin, Peru kembali mengecam Chile."),
        ("en", "Peru condemned Chile. It rained. On Monday, Peru condemned Chile again."),
    ],
)
def test_one_act_told_twice_is_one_report(language: str, text: str) -> None:
    (report,) = reports(text, language)
    assert len(report.evidence) == 2
    assert report.date == "2024-05-13"


def test_a_report_takes_from_each_sentence_what_it_adds() -> None:
    (report,) = _contacts(
        "Menlu Peru bertemu Menlu Chile. Ana Huaman, Menlu Peru, bertemu Menlu Chile Pilar Soto di Lima "
        "selama dua jam, Senin (13/5/2024).",
        "id",
    )
    assert [p.person for p in (*report.actors, *report.recipients)] == ["Ana Huaman", "Pilar Soto"]
    assert (report.date, report.duration) == ("2024-05-13", "PT2H")
    assert report.place is not None and report.place.name == "Lima"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Menlu Peru menelepon Menlu Chile, Senin (13/5). Menlu Peru menelepon Menlu Chile, Selasa (14/5)."),
        ("id", "Menlu Peru menelepon Menlu Chile pada Senin, lalu Menlu Peru menelepon Menlu Chile lagi pada Selasa."),
        ("en", "Peru's foreign minister called Chile's foreign minister on Monday. "
               "Peru's foreign minister called Chile's foreign minister on Tuesday."),
    ],
)  # fmt: skip
def test_calls_on_two_days_stay_two(language: str, text: str) -> None:
    assert [r.date for r in _contacts(text, language)] == ["2024-05-13", "2024-05-14"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "id",
            "Menlu Peru bertemu Menlu Chile pada Senin. Menlu Peru akan bertemu Menlu Chile pekan depan.",
            ["CONSULT CHL=PER held", "CONSULT CHL=PER planned"],
        ),
        (
            "en",
            "Peru's foreign minister met Chile's foreign minister on Monday. "
            "Peru's foreign minister will meet Chile's foreign minister next week.",
            ["CONSULT CHL=PER held", "CONSULT CHL=PER planned"],
        ),
        # another channel, another partner, another person
        (
            "id",
            "Menlu Peru bertemu Menlu Chile pada Senin. Menlu Peru menelepon Menlu Chile pada Selasa.",
            ["CONSULT CHL=PER held", "CONSULT CHL=PER held"],
        ),
        (
            "id",
            "Menlu Peru bertemu Menlu Chile. Menlu Peru bertemu Menlu Bolivia.",
            ["CONSULT BOL=PER held", "CONSULT CHL=PER held"],
        ),
        (
            "id",
            "Menlu Peru Ana Huaman bertemu Menlu Chile Pilar Soto. "
            "Presiden Peru Luz Rojas bertemu Presiden Chile Tomas Vera.",
            ["CONSULT CHL=PER held", "CONSULT CHL=PER held"],
        ),
        # whom one met on a day one may invite, to another meeting
        (
            "id",
            "Pertemuan Presiden Peru dan Presiden Chile digelar pada Senin. "
            "Presiden Peru mengundang Presiden Chile berkunjung.",
            ["CONSULT CHL=PER held", "CONSULT CHL=PER proposed", "REQUEST PER>CHL held"],
        ),
        # other acts
        (
            "id",
            "Peru mengecam Chile. Peru mengecam Bolivia. Chile mengecam Peru.",
            ["ACCUSE CHL>PER held", "ACCUSE PER>BOL held", "ACCUSE PER>CHL held"],
        ),
        # praise has a direction, a treaty has none
        (
            "id",
            "Peru memuji Chile. Chile memuji Peru. Peru dan Chile menandatangani perjanjian.",
            ["SUPPORT CHL+PER>CHL+PER held", "SUPPORT CHL>PER held", "SUPPORT PER>CHL held"],
        ),
        ("en", "Peru praised Chile. Chile praised Peru.", ["SUPPORT CHL>PER held", "SUPPORT PER>CHL held"]),
        (
            "en",
            "Peru condemned Chile. Peru condemned Bolivia. Chile condemned Peru.",
            ["ACCUSE CHL>PER held", "ACCUSE PER>BOL held", "ACCUSE PER>CHL held"],
        ),
    ],
)
def test_what_differs_stays_apart(language: str, text: str, expected: list[str]) -> None:
    assert told(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Presiden Peru membatalkan pertemuan dengan Presiden Chile. Semula keduanya akan bertemu pada Jumat."),
        ("en", "Peru's president cancelled a meeting with Chile's president. "
               "Peru's president was to meet Chile's president on Friday."),
    ],
)  # fmt: skip
def test_a_plan_that_ended_is_one_contact(language: str, text: str) -> None:
    contacts = [x for x in told(text, language) if "REJECT" not in x]  # who called it off refused it besides
    assert contacts == ["CONSULT CHL=PER cancelled"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "id",
            "Presiden Peru menelepon Presiden Chile dan Presiden Bolivia.",
            ["CONSULT BOL=PER held", "CONSULT CHL=PER held"],
        ),
        (
            "id",
            "Presiden Peru menelepon Presiden Chile, Presiden Bolivia, dan Presiden Kuba.",
            ["CONSULT BOL=PER held", "CONSULT CHL=PER held", "CONSULT CUB=PER held"],
        ),
        wrong(
            "a letter to two is taken for one between the two",
            "id",
            "Presiden Peru menulis surat kepada Presiden Chile dan Presiden Bolivia.",
            ["CONSULT BOL=PER held", "CONSULT CHL=PER held"],
        ),
        (
            "en",
            "Peru's president telephoned the presidents of Chile and Bolivia.",
            ["CONSULT BOL=PER held", "CONSULT CHL=PER held"],
        ),
        wrong(
            "'called the president of' is taken for 'called the ...'",
            "en",
            "Peru's president called the presidents of Chile and Bolivia.",
            ["CONSULT BOL=PER held", "CONSULT CHL=PER held"],
        ),
        # a trip to several states is a visit to each
        (
            "id",
            "Presiden Peru berkunjung ke Chile, Bolivia, dan Mali pekan lalu.",
            ["CONSULT BOL=PER held", "CONSULT CHL=PER held", "CONSULT MLI=PER held"],
        ),
        (
            "en",
            "Peru's foreign minister will visit Chile and Bolivia next week.",
            ["CONSULT BOL=PER planned", "CONSULT CHL=PER planned"],
        ),
        (
            "id",
            "Presiden Peru bertolak ke Chile dan Bolivia.",
            ["CONSULT BOL=PER held", "CONSULT CHL=PER held"],
        ),
        # so is whoever is met "separately"
        (
            "id",
            "Menlu Peru bertemu secara terpisah dengan Menlu Chile dan Menlu Bolivia.",
            ["CONSULT BOL=PER held", "CONSULT CHL=PER held"],
        ),
        (
            "id",
            "Menlu Peru menggelar pembicaraan dengan Menlu Chile dan Menlu Bolivia secara terpisah.",
            ["CONSULT BOL=PER held", "CONSULT CHL=PER held"],
        ),
        (
            "en",
            "Peru's foreign minister held separate talks with Chile's president and Bolivia's president.",
            ["CONSULT BOL=PER held", "CONSULT CHL=PER held"],
        ),
        # and a meeting of two, as its word says
        (
            "id",
            "Presiden Peru menggelar pertemuan bilateral dengan Presiden Chile dan Presiden Bolivia.",
            ["CONSULT BOL=PER held", "CONSULT CHL=PER held"],
        ),
        (
            "en",
            "Peru's president held bilateral meetings with Chile's president and Bolivia's president.",
            ["CONSULT BOL=PER held", "CONSULT CHL=PER held"],
        ),
        # and people named one by one, each with an office
        (
            "id",
            "Menlu Peru Ana Soto bertemu Presiden Chile Luis Vega serta Sekjen PBB Antonio Guterres.",
            ["CONSULT CHL=PER held", "CONSULT PER=UN held"],
        ),
        (
            "id",
            "Menlu Peru Ana Soto bertemu Menlu Chile Luis Vega dan Menhan Chile Juan Mora di Santiago.",
            ["CONSULT CHL=PER held", "CONSULT CHL=PER held"],
        ),
        (
            "id",
            "Presiden Peru Ana Soto menjamu Presiden Chile Luis Vega dan Presiden Bolivia Juan Mora.",
            ["CONSULT BOL=CHL=PER held"],
        ),
        # but not where the meeting itself is separate from what was told before
        (
            "id",
            "Secara terpisah, Menlu Peru bertemu Menlu Chile dan Menlu Bolivia.",
            ["CONSULT BOL=CHL=PER held"],
        ),
        # those who meet at one table, or speak on one line, meet once
        (
            "id",
            "Presiden Peru, Presiden Chile, dan Presiden Bolivia berbicara melalui telepon.",
            ["CONSULT BOL=CHL=PER held"],
        ),
        ("id", "Menlu Peru, Menlu Chile, dan Menlu Bolivia bertemu di Lima.", ["CONSULT BOL=CHL=PER held"]),
        ("en", "The foreign ministers of Peru, Chile and Bolivia met in Lima.", ["CONSULT BOL=CHL=PER held"]),
    ],
)
def test_calls_to_several_leaders_are_one_each(language: str, text: str, expected: list[str]) -> None:
    assert told(text, language) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2024-05-13", "2024-05-13", True),
        ("2024-05-13", None, True),
        (None, None, True),
        ("2024-05-13", "2024-05-14", False),
        ("2024-05", "2024-05-14", True),
        ("2024", "2024-05-14", True),
        ("2023", "2024-05-14", False),
        ("2024-05-13/2024-05-15", "2024-05-14", True),
        ("2024-05-13/2024-05-15", "2024-05-16", False),
        ("2024-05-13/2024-05-15", "2024-05-14/2024-05-16", False),
    ],
)
def test_dates_agree(one: str | None, other: str | None, expected: bool) -> None:
    assert dates_agree(one, other) is expected
    assert dates_agree(other, one) is expected


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2024-05-13", ("2024-05-13", "2024-05-13")),
        ("2024-05", ("2024-05-01", "2024-05-31")),
        ("2024", ("2024-01-01", "2024-12-31")),
        ("2024-05-13/2024-05-15", ("2024-05-13", "2024-05-15")),
    ],
)
def test_bounds(edtf: str, expected: tuple[str, str]) -> None:
    assert bounds(edtf) == expected


PLAIN = SimpleNamespace(frame=SimpleNamespace(between=False))  # the trigger of no mediation


def draft(status: str, date: str | None = None, *, explicit: bool = True, soft: bool = False) -> Draft:
    return Draft(
        candidates=[SimpleNamespace(explicit=explicit, recalled=False, trigger=PLAIN)],  # type: ignore[list-item]
        type="CONSULT", actors=[], recipients=[], status=status, soft=soft, mode=None, date=date, date_text=None,
        place=None, duration=None, duration_relation=None, speakers=[], figures=[],
    )  # fmt: skip


def test_a_status_that_a_word_tells_outweighs_one_that_none_does() -> None:
    plan = draft("planned")
    fold(plan, draft("cancelled", explicit=False))
    assert plan.status == "planned"


@pytest.mark.parametrize(
    ("home", "other", "date"),
    [
        (draft("planned", "2024-01"), draft("planned", "2024-01-29"), "2024-01-29"),  # a finer day
        (draft("planned", "2024-01"), draft("held", "2024-01-09"), "2024-01"),  # is not what is to come
        (draft("planned"), draft("held", "2024-01-09", soft=True), None),
        (draft("planned"), draft("held", "2024-01-09"), "2024-01-09"),  # it took place, a verb says
        (draft("held", "2024-01"), draft("held", "2024-01-09", soft=True), "2024-01-09"),
    ],
)
def test_what_is_to_come_takes_no_day_from_what_was(home: Draft, other: Draft, date: str | None) -> None:
    fold(home, other)
    assert home.date == date
