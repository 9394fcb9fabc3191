"""What modality, negation and the governing verbs make of a contact, and of an act."""

from __future__ import annotations

import pytest
from _pytest.mark import ParameterSet
from telling import only, reports, told, wrong

from kawat.reading.status import Effects, status_of

Case = tuple[str, str | None]  # None: no contact at all

INDONESIAN: list[Case | ParameterSet] = [
    ("Presiden Mali bertemu Presiden Niger.", "held"),
    ("Presiden Mali telah bertemu Presiden Niger.", "held"),
    ("Presiden Mali sedang bertemu Presiden Niger.", "held"),
    ("Presiden Mali sempat bertemu Presiden Niger.", "held"),
    ("Pertemuan Presiden Mali dan Presiden Niger berlangsung di Bamako.", "held"),
    ("Pertemuan Presiden Mali dan Presiden Niger ditangguhkan.", "postponed"),
    ("Kunjungan Presiden Mali ke Niger dibatalkan Niamey.", "cancelled"),
    ("Pertemuan Presiden Mali dan Presiden Niger menangguhkan tarif itu.", "held"),
    # planned
    ("Presiden Mali akan bertemu Presiden Niger.", "planned"),
    ("Presiden Mali bakal bertemu Presiden Niger.", "planned"),
    ("Presiden Mali berencana bertemu Presiden Niger.", "planned"),
    ("Presiden Mali berencana untuk bertemu Presiden Niger.", "planned"),
    ("Presiden Mali dijadwalkan bertemu Presiden Niger.", "planned"),
    ("Presiden Mali hendak menemui Presiden Niger.", "planned"),
    ("Presiden Mali sepakat bertemu Presiden Niger.", "planned"),
    ("Pertemuan Presiden Mali dan Presiden Niger dijadwalkan pada 20 Mei 2024.", "planned"),
    ("Pertemuan Presiden Mali dan Presiden Niger dijadwalkan berlangsung di Bamako.", "planned"),
    ("Kunjungan Presiden Mali ke Niger direncanakan pada musim panas.", "planned"),
    ("Presiden Mali bertemu Presiden Niger pada 20 Mei 2024.", "planned"),
    ("Menjelang pertemuan dengan Presiden Niger, Presiden Mali berlibur.", "planned"),
    ("Presiden Mali memerintahkan Menlu Mali menemui Presiden Niger.", "planned"),
    ("Sebelum bertolak ke Niger, Presiden Mali akan beristirahat.", "planned"),
    ("Presiden Mali akan beristirahat sebelum bertemu Presiden Niger.", "planned"),
    # proposed
    ("Menlu Mali menyatakan keinginannya untuk bertemu Presiden Niger.", "proposed"),
    ("Kepala desa menyerukan agar dialog antara Mali dan Niger segera dimulai.", "proposed"),
    ("Presiden Mali ingin bertemu Presiden Niger.", "proposed"),
    ("Mali menawarkan diri menjadi penengah antara Niger dan Chad.", "proposed"),
    ("Presiden Mali meminta bertemu Presiden Niger.", "proposed"),
    ("Presiden Mali mengajak Presiden Niger bertemu.", "proposed"),
    ("Mali menawarkan dialog kepada Niger.", "proposed"),
    ("Mali mengusulkan pertemuan dengan Niger.", "proposed"),
    ("Mali mengundang Presiden Niger untuk berkunjung.", "proposed"),
    ("Mali berharap bisa bertemu Niger.", None),
    # cancelled
    ("Presiden Mali batal bertemu Presiden Niger.", "cancelled"),
    ("Presiden Mali urung bertemu Presiden Niger.", "cancelled"),
    ("Presiden Mali membatalkan pertemuan dengan Presiden Niger.", "cancelled"),
    ("Pertemuan Presiden Mali dan Presiden Niger dibatalkan.", "cancelled"),
    ("Presiden Mali menolak bertemu Presiden Niger.", "cancelled"),
    ("Presiden Mali tidak jadi bertemu Presiden Niger.", "cancelled"),
    ("Presiden Mali tidak akan bertemu Presiden Niger.", "cancelled"),
    ("Presiden Mali tidak akan menemui Presiden Niger pekan ini.", "cancelled"),
    ("Presiden Mali membatalkan rencana kunjungan ke Niger.", "cancelled"),
    # postponed
    ("Presiden Mali menunda kunjungan ke Niger.", "postponed"),
    ("Presiden Mali tidak hadir dalam KTT ASEAN.", "denied"),
    ("Presiden Mali absen dari KTT ASEAN.", "cancelled"),
    ("Dalam pertemuan dengan Presiden Niger, Presiden Mali tidak menyinggung gula.", "held"),
    ("Pertemuan Presiden Mali dan Presiden Niger ditunda.", "postponed"),
    ("Kunjungan Presiden Mali ke Niger ditunda.", "postponed"),
    ("Pertemuan Mali dan Niger diundur ke Juni.", "postponed"),
    ("Presiden Mali semula akan bertolak ke Niger, namun lawatan itu diundur.", "postponed"),
    ("Presiden Mali dijadwalkan bertemu Presiden Niger, tetapi pertemuan itu batal.", "cancelled"),
    # denied
    ("Presiden Mali tidak bertemu Presiden Niger pada Senin.", "denied"),
    ("Presiden Mali membantah telah bertemu Presiden Niger.", "denied"),
    ("Presiden Mali membantah bertemu Presiden Niger.", "denied"),
    # neither
    ("Presiden Mali mungkin bertemu Presiden Niger.", None),
    ("Presiden Mali bisa bertemu Presiden Niger.", None),
    ("Presiden Mali harus bertemu Presiden Niger.", None),
    # what nobody has settled yet is not called off
    ("Rencana pertemuan Presiden Mali dan Presiden Niger belum dipastikan.", "proposed"),
    ("Presiden Mali dan Presiden Niger berharap negosiasi dagang ini dapat diselesaikan.", None),
    ("Pertemuan Presiden Mali dan Presiden Niger belum dijadwalkan.", "proposed"),
    ("Presiden Mali belum bertemu Presiden Niger pada Senin.", "denied"),
    # nobody calls off what stands behind the comma
    ("Batal ke Chile, Presiden Mali Telepon Presiden Niger\n\nKeduanya membahas gurun.", "held"),
    ("Rencananya, Presiden Mali bertemu Presiden Niger.", "planned"),
    # what is said of a contact below a verb of saying
    ("Kemlu Togo mengatakan pertemuan Presiden Mali dan Presiden Niger akan digelar Juni.", "planned"),
    ("Kemlu Togo menyatakan kunjungan Presiden Mali ke Niger dibatalkan.", "cancelled"),
    ("Kemlu Togo mengumumkan kunjungan Presiden Mali ke Niger ditunda.", "postponed"),
    ("Kemlu Togo menyebut pertemuan Presiden Mali dan Presiden Niger sebagai kemajuan.", "held"),
    # a relative says when or whether; what stands behind it is said of the contact
    ("Kunjungan Presiden Mali ke Niger yang dijadwalkan pekan ini ditunda.", "postponed"),
    ("Kunjungan Presiden Mali ke Niger yang direncanakan bulan depan batal.", "cancelled"),
    ("Pertemuan Presiden Mali dan Presiden Niger yang dijadwalkan Senin batal digelar.", "cancelled"),
    ("Pertemuan Presiden Mali dan Presiden Niger yang dijadwalkan Senin berlangsung hangat.", "held"),
    ("Pertemuan Presiden Mali dan Presiden Niger yang akan digelar Juni membahas perbatasan.", "planned"),
    ("Pertemuan Presiden Mali dengan Presiden Niger yang menolak mundur berlangsung hangat.", "held"),
    ("Jika Presiden Mali bertemu Presiden Niger, pasar akan tenang.", None),
    ("Pasar akan tenang apabila Presiden Mali bertemu Presiden Niger.", None),
]

ENGLISH: list[Case | ParameterSet] = [
    ("The president of Mali met the president of Niger.", "held"),
    ("The president of Mali has met the president of Niger.", "held"),
    ("The president of Mali is meeting the president of Niger.", "held"),
    ("The president of Mali also met the president of Niger.", "held"),
    ("A meeting between Mali and Niger took place in Bamako.", "held"),
    # planned
    ("The president of Mali will meet the president of Niger.", "planned"),
    ("The president of Mali is to meet the president of Niger.", "planned"),
    ("The president of Mali plans to meet the president of Niger.", "planned"),
    ("The president of Mali is scheduled to meet the president of Niger.", "planned"),
    ("The president of Mali is expected to meet the president of Niger.", "planned"),
    ("The president of Mali agreed to meet the president of Niger.", "planned"),
    ("The president of Mali is set to visit Niger.", "planned"),
    ("A meeting between Mali and Niger is scheduled for May 20, 2024.", "planned"),
    wrong(
        "'ahead of a meeting with X' before the clause finds no subject",
        "Ahead of a meeting with the president of Niger, the president of Mali rested.",
        "planned",
    ),
    # proposed
    ("The president of Mali wants to meet the president of Niger.", "proposed"),
    ("The president of Mali hopes to meet the president of Niger.", "proposed"),
    ("The president of Mali offered to meet the president of Niger.", "proposed"),
    ("The president of Mali asked to meet the president of Niger.", "proposed"),
    ("Mali proposed talks with Niger.", "proposed"),
    wrong("talks that are offered to somebody count as held", "Mali offered talks to Niger.", "proposed"),
    ("Mali invited the president of Niger to visit.", "proposed"),
    # cancelled
    ("The president of Mali cancelled a meeting with the president of Niger.", "cancelled"),
    ("The president of Mali called off a visit to Niger.", "cancelled"),
    ("A meeting between Mali and Niger was cancelled.", "cancelled"),
    ("The president of Mali stayed away from the ASEAN summit.", "cancelled"),
    ("The president of Mali skipped the ASEAN summit.", "cancelled"),
    ("The president of Mali refused to meet the president of Niger.", "cancelled"),
    ("The president of Mali will not meet the president of Niger.", "cancelled"),
    ("The president of Mali scrapped plans to visit Niger.", "cancelled"),
    # postponed
    ("The president of Mali postponed a visit to Niger.", "postponed"),
    ("The president of Mali delayed a visit to Niger.", "postponed"),
    ("A meeting between Mali and Niger was postponed.", "postponed"),
    ("A planned visit by Mali's president to Niger has been postponed.", "postponed"),
    ("The scheduled talks between Mali and Niger were called off.", "cancelled"),
    ("The president of Mali planned to visit Niger.", "planned"),
    ("Mali put off talks with Niger.", "postponed"),
    # denied
    ("The president of Mali did not meet the president of Niger on Monday.", "denied"),
    ("Mali denied meeting Niger's envoy.", "denied"),
    ("Mali dismissed reports that Malian President Assimi Goita had met the president of Niger.", "denied"),
    ("The president of Mali had no plans to meet the president of Niger.", "denied"),
    ("Mali has plans to meet the president of Niger.", "planned"),
    ("The president of Mali said he would meet the president of Niger.", "planned"),
    ("Chad said the president of Mali would meet the president of Niger.", "planned"),
    ("The president of Mali said he would not meet the president of Niger.", "cancelled"),
    ("The president of Mali would meet the president of Niger.", None),
    ("The president of Mali denied that he had met the president of Niger.", "denied"),
    # neither
    ("The president of Mali may meet the president of Niger.", None),
    ("The president of Mali could meet the president of Niger.", None),
    ("The president of Mali should meet the president of Niger.", None),
    ("If the president of Mali meets the president of Niger, markets will calm down.", None),
    ("Markets will calm down if the president of Mali meets the president of Niger.", None),
    ("Unless the president of Mali meets the president of Niger, war looms.", None),
]


def _contact(text: str, language: str) -> str | None:
    found = [r.status for r in reports(text, language) if r.type == "CONSULT"]
    assert len(found) < 2, found
    return found[0] if found else None


@pytest.mark.parametrize(("text", "expected"), INDONESIAN)
def test_contacts_in_indonesian(text: str, expected: str | None) -> None:
    assert _contact(text, "id") == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_contacts_in_english(text: str, expected: str | None) -> None:
    assert _contact(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        # an act that is announced is planned; one that is only possible, denied or wished for is none
        ("Turki akan mengirim bantuan kepada Sudan.", "id", ["AID TUR>SDN planned"]),
        ("Turki tidak mengirim bantuan kepada Sudan.", "id", []),
        ("Turki bisa mengirim bantuan kepada Sudan.", "id", []),
        ("Jika Turki mengirim bantuan kepada Sudan, perang akan usai.", "id", []),
        ("Mali tidak menyerang Niger.", "id", []),
        ("Mali dapat menyerang Niger.", "id", []),
        ("Prancis akan menarik pasukannya dari Mali.", "id", ["RETREAT FRA>MLI planned"]),
        ("Peru akan mengusir diplomat Chile.", "id", ["SANCTION PER>CHL planned"]),
        ("Pengamat mengatakan Mali akan menyerang Niger.", "id", []),
        ("Turkey will send aid to Sudan.", "en", ["AID TUR>SDN planned"]),
        ("Turkey did not send aid to Sudan.", "en", []),
        ("Turkey could send aid to Sudan.", "en", []),
        ("If Turkey sends aid to Sudan, the war will end.", "en", []),
        ("Mali did not attack Niger.", "en", []),
        ("Mali may attack Niger.", "en", []),
        ("France will withdraw its troops from Mali.", "en", ["RETREAT FRA>MLI planned"]),
        ("Peru will expel Chilean diplomats.", "en", ["SANCTION PER>CHL planned"]),
        ("Analysts say Mali will attack Niger.", "en", []),
        # "would" is the plan of who says so
        ("Peru said it would expel Chilean diplomats.", "en", ["SANCTION PER>CHL planned"]),
        ("Chile's president said he would withdraw troops from Mali.", "en", ["RETREAT CHL>MLI planned"]),
        ("Peru said Chile would attack Mali.", "en", []),
        ("Peru said it would attack Chile if it rained.", "en", []),
        ("That would please Peru and hurt Chile.", "en", []),
    ],
)
def test_acts(text: str, language: str, expected: list[str]) -> None:
    assert told(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "reason"),
    [
        ("Presiden Mali akan bertemu Presiden Niger.", "id", "words/modality.planned"),
        (
            "The president of Mali did not meet the president of Niger on Monday.",
            "en",
            "words/modality.negated",
        ),
    ],
)
def test_the_reasons_name_the_words_that_changed_the_status(text: str, language: str, reason: str) -> None:
    assert reason in only(text, language).reasons


@pytest.mark.parametrize(
    ("marks", "contact", "act"),
    [
        ((), "held", "held"),
        (("planned",), "planned", "planned"),
        (("proposed",), "proposed", None),
        (("possible",), None, None),
        (("negated",), "denied", None),
        (("negated", "planned"), "cancelled", None),
        (("cancelled", "planned"), "cancelled", None),
        (("postponed", "cancelled"), "postponed", None),
        (("denied", "negated"), "denied", None),
        (("possible", "planned"), None, None),
        (("told",), "planned", None),
    ],
)
def test_status_of_marks(marks: tuple[str, ...], contact: str | None, act: str | None) -> None:
    effects = Effects(frozenset(marks), False, ())
    assert status_of("CONSULT", effects) == contact
    assert status_of("ASSAULT", effects) == act


SAID_BEHIND = [
    ("Peru would send tanks to Chile, its president said on Monday.", ["AID PER>CHL planned"]),
    ("Peru would send tanks to Chile, Norway said.", []),
    ("Peru would send food to Chile, and Norway said it would send tents to Mali.", ["AID NOR>MLI planned"]),
]


@pytest.mark.parametrize(("text", "expected"), SAID_BEHIND)
def test_what_would_be_done_is_a_plan_of_who_says_so_behind_it(text: str, expected: list[str]) -> None:
    assert [x for x in told(text, "en") if x.startswith("AID")] == expected
