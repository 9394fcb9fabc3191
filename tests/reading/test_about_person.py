"""Who acts for a party: which persons are asked about, what speaks for each, what is made of the answers."""

from __future__ import annotations

import pytest
from telling import cue, surveyed

from kawat.reading.candidates import Candidate
from kawat.reading.coder.about_person import Cast
from kawat.reading.coder.facing import Faces
from kawat.reading.coder.judging import Coded, folded
from kawat.reading.drafts import draft
from kawat.reading.lexicon import lexicon
from kawat.reading.mentions import Memory, Side

VISIT = (
    "Menlu Peru Ana Huaman tiba di Santiago. Presiden Chile Pilar Soto menyambutnya. "
    "Menurut Menhan Peru Luis Quispe, Peru mengecam Mali."
)


def features(text: str, language: str, words: str, type_: str, code: str) -> dict[str, set[str]]:
    """Return by person what speaks for his acting for a party at a trigger."""
    sv = surveyed(text, language)
    faces = Cast.of(sv.scene).faces(cue(sv, words, type_), [(code, True)])
    return {str(f.side.person): set(f.features) for f in faces[code, True]}


def test_all_persons_of_a_party_are_asked_about_wherever_the_article_names_them() -> None:
    found = features(VISIT, "id", "mengecam", "ACCUSE", "PER")
    assert list(found) == ["Ana Huaman", "Luis Quispe"]
    assert "here=True" in found["Luis Quispe"]
    assert {"here=False", "back=p2"} <= found["Ana Huaman"]
    assert features(VISIT, "id", "mengecam", "ACCUSE", "MLI") == {}


def test_whoever_only_speaks_for_a_government_is_not_asked_about() -> None:
    text = "Juru bicara Kementerian Luar Negeri Peru Ana Huaman mengatakan Peru mengecam Mali."
    assert features(text, "id", "mengecam", "ACCUSE", "PER") == {}


def test_a_stranger_joined_to_one_who_acts_acts_for_the_same_party() -> None:
    text = "Mali mengecam Menlu Peru Ana Huaman dan mantan Menteri Pertahanan Luis Quispe."
    assert set(features(text, "id", "mengecam", "ACCUSE", "PER")) == {"Ana Huaman", "Luis Quispe"}
    assert features(text, "id", "mengecam", "ACCUSE", "MLI") == {}


@pytest.mark.parametrize(
    ("text", "language", "words", "type_", "person", "there"),
    [
        # who stands where
        ("Menlu Peru Ana Huaman mengecam Mali.", "id", "mengecam", "ACCUSE", "Ana Huaman", "nearest=all"),
        ("Menlu Peru Ana Huaman mengecam Mali.", "id", "mengecam", "ACCUSE", "Ana Huaman", "subj0:-"),
        # whose words the trigger is, though "we" act in them
        (
            '"Kami mengecam Mali," kata Menlu Peru Ana Huaman.',
            "id", "mengecam", "ACCUSE", "Ana Huaman", "voice=me",
        ),
        ("Ana Huaman, Menlu Peru, pergi. Peru mengecam Mali.", "id", "mengecam", "ACCUSE", "Ana Huaman", "back=p1"),
        # a title without a name, which may be that of the person named before
        (
            "Menlu Peru Ana Huaman tiba. Pejabat Peru mengecam Mali.",
            "id", "mengecam", "ACCUSE", "Ana Huaman", "title=vague",
        ),
        # leaders meet leaders
        (
            "President Luz Rojas of Peru slept. Peru met President Issa Cissoko of Mali.",
            "en", "met", "CONSULT", "Luz Rojas", "peer=True",
        ),
    ],
)  # fmt: skip
def test_what_speaks_for_a_person(
    text: str, language: str, words: str, type_: str, person: str, there: str
) -> None:
    assert there in features(text, language, words, type_, "PER")[person]


def coded(text: str, words: str, type_: str) -> tuple[Coded, Faces]:
    """Return what the grammar makes of a trigger, and the persons who may act in it."""
    sv, lex = surveyed(text, "id"), lexicon("id")
    c = cue(sv, words, type_)
    assert isinstance(c.rule, Candidate)
    made = draft(c.rule, c.told.row, sv.calendars[c.told.k], lex, Memory("2024-05-15", None))
    assert made is not None
    e = Coded(made, 1.0, 1.0, c)
    return e, Faces.of([e], sv.scene)


@pytest.mark.parametrize(
    ("chances", "person"),
    [
        ([0.1, 0.9], "Luis Quispe"),
        ([0.6, 0.5], "Ana Huaman"),
        ([0.2, 0.3], "Luis Quispe"),
        ([0.2, 0.25], None),  # as likely as asked for, not likelier
    ],
)
def test_the_likeliest_person_is_told_where_one_is_likely_enough(
    chances: list[float], person: str | None
) -> None:
    e, faces = coded(VISIT, "mengecam", "ACCUSE")
    assert len(faces.rows) == len(chances)
    faces.choose(chances, 0.25)
    told = folded(e, 0.2)
    assert [(x.code, x.person) for x in told.actors] == [("PER", person)]
    assert [(x.code, x.person) for x in told.recipients] == [("MLI", None)]
    assert [x.person for x in e.draft.actors] == [None]  # whether two are one is told by the sentence alone


def test_of_two_persons_of_one_party_each_keeps_his_own_and_a_spokesman_stays_one() -> None:
    e, _ = coded(VISIT, "mengecam", "ACCUSE")
    two = [Side("PER", name, None, 0, 0, "", "person") for name in ("Ana Huaman", "Luis Quispe")]
    said = Side("MLI", "Issa Cissoko", "spokesperson", 0, 0, "", "person", speaks=True)
    e.draft.actors, e.draft.recipients = two, [said]
    faces = Faces.of([e], surveyed(VISIT, "id").scene)
    faces.choose([0.0] * len(faces.rows), 0.25)
    assert folded(e, 0.2).actors == two
    assert folded(e, 0.2).recipients == [said]


@pytest.mark.parametrize(
    ("text", "person", "there"),
    [
        # the subject of the trigger, of no party that a word tells; later only by the last name
        ("Anggota parlemen Ana Huaman mengecam Mali. Peru diam.", "Ana Huaman", "subj0:-"),
        ("Ana Huaman tiba di Lima. Huaman mengecam Mali. Peru diam.", "Ana Huaman", "subj0:-"),
        # by a part of the name that is told in full only later
        ("Ana Maria mengecam Mali. Ana Maria Huaman pulang. Peru diam.", "Ana Maria Huaman", "subj0:-"),
        # who says it
        ('"Kami mengecam Mali," kata Ana Huaman. Peru diam.', "Ana Huaman", "speaks=True:True"),
    ],
)
def test_people_of_no_party_known_are_asked_about_beside_the_trigger(
    text: str, person: str, there: str
) -> None:
    found = features(text, "id", "mengecam", "ACCUSE", "PER")
    assert list(found) == [person]
    assert {"stranger", there} <= found[person]


def test_people_of_no_party_are_not_asked_about_elsewhere_nor_by_one_name_alone() -> None:
    far = "Ana Huaman tiba di Lima. Peru mengecam Mali."
    assert features(far, "id", "mengecam", "ACCUSE", "PER") == {}
    lone = "Menurut Huaman, Peru mengecam Mali."
    assert features(lone, "id", "mengecam", "ACCUSE", "PER") == {}


@pytest.mark.parametrize(
    ("chances", "actor", "recipient"), [([0.9, 0.4], True, False), ([0.4, 0.9], False, True)]
)
def test_a_person_of_no_party_known_acts_for_one_alone(
    chances: list[float], actor: bool, recipient: bool
) -> None:
    e, faces = coded("Utusan Ana Huaman tiba. Menurut Ana Huaman, Peru mengecam Mali.", "mengecam", "ACCUSE")
    assert len(faces.rows) == len(chances)
    faces.choose(chances, 0.25)
    told = folded(e, 0.2)
    assert [bool(x.person) for x in (*told.actors, *told.recipients)] == [actor, recipient]
