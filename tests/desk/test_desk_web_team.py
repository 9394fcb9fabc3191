"""The pages of the team and of one's own account."""

from __future__ import annotations

import re
from typing import Any

import pytest
from desk_doors import LOCAL, Doors, password_of, why
from selectolax.lexbor import LexborHTMLParser

from kawat.record import Record
from kawat.record.passwords import Cost
from kawat.record.team import Team

NEW = "a new and long password"


def secret_of(answer: Any) -> str:
    """Return what a page shows once."""
    found = LexborHTMLParser(answer.text).css_first(".secret code")
    return found.text() if found else ""


def trouble_of(answer: Any) -> str:
    found = LexborHTMLParser(answer.text).css_first("[role=alert]")
    return found.text() if found else ""


def rows(answer: Any) -> list[str]:
    return [
        " ".join(row.text(separator=" ").split())
        for row in LexborHTMLParser(answer.text).css("main tbody tr")
    ]


def actions(doors: Doors) -> list[tuple[str, str, str]]:
    return [(a.action, a.who, a.outcome) for a in doors.team.audit().lines]


def test_a_user_is_added_with_a_password_that_is_shown_once(doors: Doors) -> None:
    client = doors.session("Ani")
    made = client.post("/team/users", data={"name": "Budi", "role": "editor"})
    password = secret_of(made)
    assert made.status_code == 200
    assert re.fullmatch(r"(\w{4}-){4}\w{4}", password)
    assert password not in client.get("/team").text
    assert doors.team.login("Budi", password, now=doors.time.at)
    assert doors.team.user("budi").role == "editor"
    assert actions(doors)[0] == ("POST add_user", "Ani", "done")
    robot = client.post("/team/users", data={"name": "Robot", "role": "reader", "tokens_only": "yes"})
    assert robot.headers["location"] == "/team"
    assert not doors.team.user("Robot").password


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"name": "ani", "role": "editor"}, "“Ani” is there already"),
        ({"name": "\u0007", "role": "editor"}, "The name is none."),
        ({"name": "Budi <b>", "role": "king"}, "none of the choices"),
    ],
)
def test_a_form_that_cannot_be_done_is_kept_as_it_was_filled(
    doors: Doors, said: dict[str, str], words: str
) -> None:
    answer = doors.session("Ani").post("/team/users", data=said)
    assert answer.status_code == 400
    assert words in trouble_of(answer)
    field = LexborHTMLParser(answer.text).css_first("#name")
    assert field is not None
    assert field.attributes["value"] in (said["name"], "")
    assert "<b>" not in answer.text.partition("<main")[2].replace("<b>Ani", "").replace("<b>Edi", "").replace(
        "<b>Rina", ""
    )


def test_roles_and_what_ends_a_user(doors: Doors) -> None:
    client, edi = doors.session("Ani"), doors.session("Edi")
    assert client.post("/team/role", data={"user": "Edi", "role": "reader"}).status_code == 303
    assert doors.team.user("Edi").role == "reader"
    assert client.post("/team/disable", data={"user": "Edi"}).status_code == 303
    assert why(edi.get("/contacts")) == "nobody"
    assert "disabled since" in client.get("/team").text
    assert client.post("/team/enable", data={"user": "Edi"}).status_code == 303
    made = client.post("/team/password", data={"user": "Edi"})
    assert doors.team.login("Edi", secret_of(made), now=doors.time.at)
    assert doors.team.login("Edi", password_of("Edi"), now=doors.time.at) is None
    assert client.post("/team/role", data={"user": "Nobody", "role": "reader"}).status_code == 404


def test_the_last_admin_stays(doors: Doors) -> None:
    client = doors.session("Ani")
    answer = client.post("/team/role", data={"user": "Ani", "role": "reader"})
    assert (answer.status_code, trouble_of(answer)) == (
        400,
        "There must be an admin who can log in. Make another one first.",
    )
    client.post("/team/role", data={"user": "Edi", "role": "admin"})
    assert "You cannot disable yourself" in trouble_of(client.post("/team/disable", data={"user": "ANI"}))
    assert client.post("/team/disable", data={"user": "Edi"}).status_code == 303
    assert client.post("/team/role", data={"user": "Ani", "role": "reader"}).status_code == 400
    assert doors.team.has_admin()


def test_the_first_user_is_an_admin(opened: Record) -> None:
    doors = Doors(opened, LOCAL)
    client = doors.client()
    page = client.get("/team")
    assert "Nobody has to log in yet" in page.text
    token = re.findall(r'name="csrf" value="(\w+)"', page.text)[0]
    answer = client.post("/team/users", data={"csrf": token, "name": "Budi", "role": "editor"})
    assert "has to be an admin" in trouble_of(answer)
    answer = client.post("/team/users", data={"csrf": token, "name": "Budi", "role": "admin"})
    assert secret_of(answer)
    assert why(client.get("/team")) == "nobody"
    assert doors.log_in(doors.client(), "Budi", secret_of(answer)).status_code == 303


def test_tokens_are_made_shown_once_and_revoked(doors: Doors) -> None:
    client = doors.session("Ani")
    said = {"user": "Edi", "name": "nightly <i>", "scope": "write", "days": "3"}
    made = client.post("/team/tokens", data=said)
    headers = {"authorization": f"Bearer {secret_of(made)}"}
    assert doors.client().get("/api/v1/events", headers=headers).status_code == 200
    page = client.get("/team/tokens")
    assert secret_of(made) not in page.text
    assert "nightly <i>" in rows(page)[0]
    (token,) = doors.team.tokens()
    assert client.post(f"/team/tokens/{token.id}/revoke").status_code == 303
    assert why(doors.client().get("/api/v1/events", headers=headers)) == "token"
    assert "revoked" in rows(client.get("/team/tokens"))[0]
    for wrong in ({"scope": "admin"}, {"days": "400"}, {"days": "x"}, {"name": ""}):
        answer = client.post("/team/tokens", data={**said, **wrong})
        assert answer.status_code == 400, wrong
        assert trouble_of(answer), wrong
        assert 'value="nightly &lt;i&gt;"' in answer.text or "name" in wrong


def test_sessions_are_seen_and_ended(doors: Doors) -> None:
    client, edi = doors.session("Ani"), doors.session("Edi")
    listed = rows(client.get("/team/sessions"))
    assert sorted(row.split()[0] for row in listed) == ["Ani", "Edi"]
    assert [row for row in listed if "this one" in row] == [row for row in listed if row.startswith("Ani")]
    (session,) = doors.team.sessions("Edi", now=doors.time.at)
    assert client.post(f"/team/sessions/{session.id}/end").status_code == 303
    assert why(edi.get("/contacts")) == "nobody"
    assert client.post(f"/team/sessions/{session.id}/end").status_code == 404


def test_the_audit_log_is_paged_and_filtered(doors: Doors) -> None:
    client, edi = doors.session("Ani"), doors.session("Edi")
    edi.get("/team")
    for n in range(120):
        client.post("/team/enable", data={"user": "Edi" if n else "<b>nobody"})
    page = client.get("/team/audit")
    assert len(rows(page)) == 100
    tree = LexborHTMLParser(page.text).css_first("a[rel=next]")
    assert tree is not None
    older = client.get(tree.attributes["href"] or "")
    assert len(rows(older)) == 21
    assert "<b>nobody" in "".join(rows(older))
    assert ["Edi editor GET" in row for row in rows(client.get("/team/audit?who=Edi"))] == [True]
    found = rows(client.get("/team/audit", params={"who": "Ani", "action": "people"}))
    assert found == []
    assert len(rows(client.get("/team/audit", params={"action": "enable"}))) == 100
    assert client.get("/team/audit", params={"before": "x"}).status_code == 400


def test_people_choose_their_own_password(doors: Doors) -> None:
    here, there = doors.session("Rina"), doors.session("Rina")
    said = {"old": password_of("Rina"), "new": NEW, "again": NEW}
    wrong = here.post("/account/password", data={**said, "old": "x"})
    assert (wrong.status_code, trouble_of(wrong)) == (400, "The old password is wrong.")
    assert NEW not in wrong.text
    assert "twice alike" in trouble_of(here.post("/account/password", data={**said, "again": NEW + "!"}))
    assert "12 characters" in trouble_of(
        here.post("/account/password", data={**said, "new": "x", "again": "x"})
    )
    assert here.post("/account/password", data=said).headers["location"] == "/account?done=password"
    assert "other sessions have ended" in here.get("/account?done=password").text
    assert why(there.get("/contacts")) == "nobody"
    assert doors.team.login("Rina", NEW, now=doors.time.at)
    assert all(NEW not in repr(a) for a in doors.team.audit().lines)


def test_a_session_left_open_is_no_way_to_guess_the_password(doors: Doors) -> None:
    client = doors.session("Rina")
    answers = [
        client.post("/account/password", data={"old": "x", "new": NEW, "again": NEW}) for _ in range(21)
    ]
    assert [a.status_code for a in answers] == [400] * 20 + [429]


def test_people_see_and_end_what_is_their_own_alone(doors: Doors) -> None:
    client, other = doors.session("Edi"), doors.session("Edi")
    doors.session("Ani")
    made = client.post("/account/tokens", data={"name": "mine", "scope": "write", "days": "3"})
    assert secret_of(made).startswith("kawat_")
    wide = client.post("/account/tokens", data={"name": "mine", "scope": "admin", "days": "3"})
    assert "may not do what this scope allows" in trouble_of(wide)
    _, theirs = doors.team.make_token("Ani", "theirs", "admin", 3, now=doors.time.at)
    page = client.get("/account").text
    assert "mine" in page
    assert "theirs" not in page
    assert client.post(f"/account/tokens/{theirs.id}/revoke").status_code == 404
    (token,) = doors.team.tokens("Edi")
    assert client.post(f"/account/tokens/{token.id}/revoke").status_code == 303
    (session,) = doors.team.sessions("Ani", now=doors.time.at)
    assert client.post(f"/account/sessions/{session.id}/end").status_code == 404
    assert len(rows(client.get("/account"))) == 3  # the token, and two sessions of their own
    (address,) = re.findall(r'action="(/account/sessions/\w+/end)"', client.get("/account").text)
    assert client.post(address).status_code == 303
    assert client.get("/account").status_code == 200
    assert why(other.get("/contacts")) == "nobody"


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/account/tokens", {"name": "more", "scope": "read", "days": "366"}),
        ("/account/password", {"old": password_of("Ani"), "new": NEW, "again": NEW}),
        ("/team/tokens", {"user": "Ani", "name": "more", "scope": "admin", "days": "366"}),
        ("/team/users", {"name": "Budi", "role": "admin"}),
    ],
)
def test_a_token_makes_nothing_that_outlasts_it(doors: Doors, address: str, said: dict[str, str]) -> None:
    headers = doors.bearer("Ani", "admin")
    before = ([u.name for u in doors.team.users()], [t.id for t in doors.team.tokens()])
    answer = doors.client().post(address, data=said, headers=headers)
    assert (answer.status_code, "A token changes nothing here" in answer.text) == (400, True)
    assert ([u.name for u in doors.team.users()], [t.id for t in doors.team.tokens()]) == before


def test_where_nobody_logs_in_there_is_no_account(opened: Record) -> None:
    client = Doors(opened, LOCAL).client()
    page = client.get("/account?lang=id")
    assert page.status_code == 200
    assert "tidak ada akun" in page.text
    assert 'name="old"' not in page.text


def test_a_name_is_a_name_in_both_languages(opened: Record) -> None:
    team = Team(opened._engine, Cost(4, 1, 1))
    doors = Doors(opened).fill()
    team.add_user("<script>x</script>", "reader", now=doors.time.at)
    for language in ("en", "id"):
        for path in ("/team", "/team/tokens", "/team/sessions", "/team/audit"):
            page = doors.session("Ani").get(path, params={"lang": language})
            assert page.status_code == 200
            assert "<script>x" not in page.text
