"""kawat users, tokens, audit; kawat serve that will not start."""

from __future__ import annotations

import json

import pytest
from desk_samples import Run

from kawat.record import open_record

PASSWORD = "a long password indeed\n"


@pytest.fixture
def team(run: Run) -> Run:
    open_record("kawat.db").close()
    made = run("users", "add", "Ani", "--role", "admin", "--password-stdin", input=PASSWORD)
    assert made.exit_code == 0, made.output
    return run


def test_users_come_go_and_change(team: Run) -> None:
    assert team("users", "add", "Robot", "--no-password").stdout == "Robot\treader\n"
    assert team("users", "role", "robot", "editor").stdout == "Robot\teditor\n"
    assert team("users", "password", "Robot", "--password-stdin", input=PASSWORD).exit_code == 0
    assert team("users", "disable", "Robot").exit_code == 0
    listed = json.loads(team("users", "list", "--format", "json").stdout)
    assert [(u["name"], u["role"], bool(u["disabled"])) for u in listed] == [
        ("Ani", "admin", False),
        ("Robot", "editor", True),
    ]
    assert team("users", "disable", "Robot", "--undo").exit_code == 0
    assert "Robot" in team("users", "list").stdout


@pytest.mark.parametrize(
    ("arguments", "given", "code", "words"),
    [
        (("users", "add", "Ani", "--password-stdin"), PASSWORD, 2, "there already"),
        (("users", "add", "B", "--password-stdin"), "short\n", 2, "12 to 1000"),
        (("users", "add", "B"), "", 2, "--password-stdin"),
        (("users", "add", "B", "--role", "king"), "", 2, "king"),
        (("users", "role", "Nobody", "admin"), "", 3, "no user"),
        (("users", "disable", "Ani"), "", 2, "another one first"),
        (("users", "role", "Ani", "reader"), "", 2, "another one first"),
        (("tokens", "add", "Nobody", "x"), "", 3, "no user"),
        (("tokens", "add", "Ani", "x", "--days", "400"), "", 2, "366"),
        (("tokens", "revoke", "0"), "", 3, "no token"),
    ],
)
def test_what_cannot_be_says_what_to_do(
    team: Run, arguments: tuple[str, ...], given: str, code: int, words: str
) -> None:
    done = team(*arguments, input=given)
    assert (done.exit_code, words in done.stderr) == (code, True), done.stderr


def test_tokens_are_shown_once(team: Run) -> None:
    made = team("tokens", "add", "ani", "nightly export", "--scope", "write", "--days", "3")
    secret = made.stdout.strip()
    assert secret.startswith("kawat_")
    (kept,) = json.loads(team("tokens", "list", "--format", "json").stdout)
    assert kept["id"] in secret
    assert secret.rpartition("_")[2] not in team("tokens", "list").stdout
    assert team("tokens", "revoke", kept["id"]).exit_code == 0
    assert "revoked" in team("tokens", "list", "Ani", "--format", "csv").stdout


def test_what_was_done_to_users_is_in_the_audit_log(team: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KAWAT_BY", "Sari")
    team("tokens", "add", "Ani", "x\x1b[31m")
    team("tokens", "add", "Ani", "export")
    found = json.loads(team("audit", "--format", "json").stdout)
    assert [(a["who"], a["action"], a["target"]) for a in found] == [
        ("Sari", "tokens add read", "Ani: export"),
        ("", "users add", "Ani"),
    ]
    assert len(json.loads(team("audit", "--who", "Sari", "--limit", "5", "--format", "json").stdout)) == 1
    assert "dilakukan" in team("audit", "--lang", "id").stdout


def test_a_password_is_nowhere_in_what_is_said(team: Run) -> None:
    for arguments in (("users", "list", "--format", "json"), ("audit", "--format", "json")):
        assert PASSWORD.strip() not in team(*arguments).stdout


@pytest.mark.parametrize("given", [("--host", "0.0.0.0"), ("--secure",), ("--host-name", "desk.example")])
def test_a_desk_that_others_can_reach_does_not_start_without_somebody_to_look_after_it(
    run: Run, given: tuple[str, ...]
) -> None:
    open_record("kawat.db").close()
    done = run("serve", *given)
    assert (done.exit_code, "kawat users add" in done.stderr) == (2, True)
