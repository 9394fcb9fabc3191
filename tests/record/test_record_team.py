"""Users, sessions, tokens and the audit log."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete, select, text, update

from kawat.errors import KawatError, RecordError, UsageError
from kawat.record import Record, passwords, team_sessions
from kawat.record.engine import reading, writing
from kawat.record.passwords import Cost, fits, hashed, key_digest, matches
from kawat.record.team import Team, team_of
from kawat.record.team_model import Audited
from kawat.record.team_schema import audit, sessions, tokens, users
from kawat.record.team_sessions import SESSION, session_id

NOW = datetime(2026, 11, 28, 5, 0, tzinfo=UTC)
CHEAP = Cost(4, 1, 1)
GOOD = "empat kata yang panjang"


@pytest.fixture
def team(record: Record) -> Team:
    made = Team(record._engine, CHEAP)
    made.add_user("Ani", "admin", GOOD, now=NOW)
    made.add_user("Édi Santoso", "editor", GOOD + "!", now=NOW)
    made.add_user("Robot", "reader", now=NOW)
    return made


def login(team: Team, name: str = "Ani", password: str = GOOD) -> str:
    key = team.login(name, password, now=NOW)
    assert key
    return key


def test_users_are_kept_with_their_roles(team: Team) -> None:
    assert [(u.name, u.role, u.password, u.disabled) for u in team.users()] == [
        ("Ani", "admin", True, None),
        ("Édi Santoso", "editor", True, None),
        ("Robot", "reader", False, None),
    ]
    assert team.user("  EDI   santoso").name == "Édi Santoso"
    assert team.set_role("Robot", "editor").role == "editor"
    assert not team.is_empty()
    assert team.has_admin()


def test_a_record_begins_without_users(record: Record) -> None:
    team = team_of(record)
    assert team.is_empty()
    assert not team.has_admin()
    team.add_user("Robot", "admin", now=NOW)
    assert not team.has_admin()  # who cannot log in cannot help


@pytest.mark.parametrize(
    "name", ["", "  ", "a\nb\x1b[31m", "x" * 65, "\u202eevil", "---", "a\0b", "ani", "ÁNI."]
)
def test_names_that_are_none_or_look_alike(team: Team, name: str) -> None:
    if name == "a\nb\x1b[31m":
        assert not name.isprintable()
    with pytest.raises(UsageError, match="name"):
        team.add_user(name, "reader", GOOD, now=NOW)


@pytest.mark.parametrize(
    "password", ["", "short", "a" * 40, "abababababababab", "x" * 1001, "Nadia Nadia Nadia"]
)
def test_passwords_worth_nothing(team: Team, password: str) -> None:
    with pytest.raises(UsageError, match="password"):
        team.add_user("Nadia Nadia Nadia", "reader", password, now=NOW)


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("Ani", "wrong " + GOOD),
        ("Nobody", GOOD),
        ("Robot", ""),
        ("", ""),
        ("Ani", ""),
        ("a\0", "\ud800"),
        ("Ani", GOOD.upper()),
    ],
)
def test_logins_that_fail(team: Team, name: str, password: str) -> None:
    assert team.login(name, password, now=NOW) is None


def test_every_failing_login_costs_a_hash(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(team_sessions, "matches", lambda password, stored: bool(asked.append(stored)))
    for name in ("Ani", "Nobody", "Robot"):
        team.login(name, GOOD, now=NOW)
    assert len(asked) == 3
    assert len({stored.split("$")[1] for stored in asked}) == 1


def test_a_session_lasts_until_it_expires(team: Team) -> None:
    key = login(team)
    assert (user := team.session_user(key, now=NOW)) and user.name == "Ani"
    assert team.session_user(key, now=NOW + SESSION - timedelta(seconds=1))
    assert team.session_user(key, now=NOW + SESSION) is None


def test_a_login_always_makes_a_new_key(team: Team) -> None:
    assert len({login(team) for _ in range(5)}) == 5


def test_logging_out_ends_that_session_only(team: Team) -> None:
    one, other = login(team), login(team)
    team.logout(one[:-1] + "x")
    assert team.session_user(one, now=NOW)
    team.logout(one)
    assert team.session_user(one, now=NOW) is None
    assert team.session_user(other, now=NOW)


@pytest.mark.parametrize("end", ["password", "disable"])
def test_what_ends_all_sessions_of_a_user(team: Team, end: str) -> None:
    name = "Édi Santoso"
    key, other = login(team, name, GOOD + "!"), login(team)
    if end == "password":
        team.set_password(name, "a new one altogether")
    else:
        team.disable(name, now=NOW)
    assert team.session_user(key, now=NOW) is None
    assert team.login(name, GOOD + "!", now=NOW) is None
    assert team.session_user(other, now=NOW)


def test_a_disabled_user_gets_in_by_nothing(team: Team) -> None:
    token, _ = team.make_token("Edi Santoso", "cron", "read", 9, now=NOW)
    team.disable("Edi Santoso", now=NOW)
    assert team.token_user(token, now=NOW) is None
    assert team.login("Edi Santoso", GOOD + "!", now=NOW) is None
    team.enable("Edi Santoso")
    assert team.token_user(token, now=NOW)


def test_the_last_admin_stays(team: Team) -> None:
    for change in (lambda: team.disable("Ani", now=NOW), lambda: team.set_role("Ani", "editor")):
        with pytest.raises(UsageError, match="admin"):
            change()
    assert team.has_admin()
    team.set_role("Edi Santoso", "admin")
    team.disable("Ani", now=NOW)


def test_tokens_let_programs_in_until_they_expire(team: Team) -> None:
    secret, token = team.make_token("Ani", "nightly export", "write", 2, now=NOW)
    found = team.token_user(secret, now=NOW)
    assert found and (found[0].name, found[1].scope) == ("Ani", "write")
    assert team.token_user(secret, now=NOW + timedelta(days=2)) is None
    assert [t.id for t in team.tokens()] == [t.id for t in team.tokens("ani")] == [token.id]
    assert team.tokens("Robot") == []
    assert team.revoke(token.id, now=NOW).revoked == NOW.isoformat(timespec="seconds")
    assert team.token_user(secret, now=NOW) is None


def test_the_last_use_of_a_token_is_noted_by_the_hour(team: Team) -> None:
    secret, _ = team.make_token("Ani", "x", "read", 2, now=NOW)
    for minutes, noted in ((0, 0), (59, 0), (60, 60), (61, 60)):
        assert team.token_user(secret, now=NOW + timedelta(minutes=minutes))
        used = team.tokens()[0].last_used
        assert used == (NOW + timedelta(minutes=noted)).isoformat(timespec="seconds")


@pytest.mark.parametrize(
    ("user", "scope", "days", "words"),
    [
        ("Robot", "write", 1, "scope"),
        ("Edi Santoso", "admin", 1, "scope"),
        ("Ani", "all", 1, "scope"),
        ("Ani", "read", 0, "days"),
        ("Ani", "read", 367, "days"),
        ("Nobody", "read", 1, "no user"),
    ],
)
def test_tokens_that_cannot_be(team: Team, user: str, scope: str, days: int, words: str) -> None:
    with pytest.raises(KawatError, match=words):
        team.make_token(user, "x", scope, days, now=NOW)


BROKEN = [
    "",
    ".",
    "_",
    "kawat_",
    "kawat__",
    "kawat_" + "0" * 16 + "_x",
    "0" * 16 + ".x",
    "\0.\0",
    "é.ü",
    "a.b.c",
    "\ud800",
]


@pytest.mark.parametrize("key", BROKEN)
def test_keys_that_nobody_has(team: Team, key: str) -> None:
    assert team.session_user(key, now=NOW) is None
    assert team.token_user(key, now=NOW) is None
    team.logout(key)


def test_a_key_with_a_letter_changed_lets_nobody_in(team: Team) -> None:
    session = login(team)
    token, _ = team.make_token("Ani", "x", "read", 2, now=NOW)
    for n in range(len(session)):
        assert (
            team.session_user(session[:n] + ("x" if session[n] != "x" else "y") + session[n + 1 :], now=NOW)
            is None
        )
    for n in range(len(token)):
        assert (
            team.token_user(token[:n] + ("x" if token[n] != "x" else "y") + token[n + 1 :], now=NOW) is None
        )
    assert team.token_user(token.removeprefix("kawat_"), now=NOW) is None


def test_it_is_kept_when_somebody_was_here_last(team: Team) -> None:
    seen = lambda: {u.name: u.seen and u.seen[11:16] for u in team.users()}  # noqa: E731
    assert seen() == {"Ani": None, "Édi Santoso": None, "Robot": None}
    key, (secret, _) = login(team), team.make_token("Robot", "x", "read", 2, now=NOW)
    assert seen()["Ani"] == "05:00"
    team.session_user(key, now=NOW + timedelta(minutes=59))
    assert seen()["Ani"] == "05:00"
    team.session_user(key, now=NOW + timedelta(minutes=60))
    team.token_user(secret, now=NOW + timedelta(minutes=30))
    assert seen() == {"Ani": "06:00", "Édi Santoso": None, "Robot": "05:30"}
    assert [s.seen[11:16] for s in team.sessions(now=NOW)] == ["06:00"]


def test_sessions_are_listed_and_ended(team: Team) -> None:
    team.login("Ani", GOOD, now=NOW, address="192.0.2.7")
    key = team.login("Édi Santoso", GOOD + "!", now=NOW + timedelta(hours=1))
    assert key
    later = NOW + timedelta(hours=2)
    listed = team.sessions(now=later)
    assert [(s.user, s.address) for s in listed] == [("edi santoso", ""), ("ani", "192.0.2.7")]
    assert [s.user for s in team.sessions("edi SANTOSO", now=later)] == ["edi santoso"]
    with pytest.raises(RecordError, match="no session"):
        team.end_session(session_id(key), user="Ani")
    assert team.end_session(session_id(key)).user == "edi santoso"
    assert team.session_user(key, now=later) is None
    with pytest.raises(RecordError, match="no session"):
        team.end_session(session_id(key))
    assert team.sessions(now=NOW + SESSION) == []


def test_who_knows_the_old_password_may_choose_a_new_one(team: Team) -> None:
    here, there, other = login(team), login(team), login(team, "Édi Santoso", GOOD + "!")
    with pytest.raises(UsageError, match="the old one is wrong"):
        team.change_password("Ani", "wrong", "another long password")
    with pytest.raises(UsageError, match="the old one is wrong"):
        team.change_password("Robot", "", "another long password")
    with pytest.raises(UsageError, match="12 to 1000"):
        team.change_password("Ani", GOOD, "short")
    assert team.session_user(there, now=NOW)
    team.change_password("Ani", GOOD, "another long password", keep=session_id(here))
    assert [bool(team.session_user(k, now=NOW)) for k in (here, there, other)] == [True, False, True]
    assert team.login("Ani", GOOD, now=NOW) is None
    assert team.login("Ani", "another long password", now=NOW)


def test_a_made_password_is_a_good_one() -> None:
    made = {passwords.new_password() for _ in range(50)}
    assert len(made) == 50
    for each in made:
        passwords.check_password(each, "Ani")


def test_no_secret_is_stored(team: Team, record: Record) -> None:
    secrets = [
        GOOD,
        login(team).partition(".")[2],
        team.make_token("Ani", "x", "read", 2, now=NOW)[0].split("_", 2)[2],
    ]
    with reading(record._engine) as connection:
        stored = [repr(row) for t in (users, sessions, tokens) for row in connection.execute(select(t))]
    assert [s for s in secrets for row in stored if s in row] == []


def test_secrets_are_compared_in_constant_time(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[tuple[object, object]] = []
    monkeypatch.setattr(passwords, "compare_digest", lambda a, b: bool(compared.append((a, b))) or a == b)
    assert fits("s", key_digest("s"))
    assert not fits("s", key_digest("t"))
    assert not fits("s", None)
    assert not fits("", None)
    assert matches(GOOD, hashed(GOOD, CHEAP))
    assert len(compared) == 5


@given(st.text(max_size=50), st.text(max_size=50))
def test_a_hash_fits_its_password_alone(one: str, other: str) -> None:
    stored = hashed(one, CHEAP)
    assert matches(one, stored)
    assert matches(other, stored) == (passwords._plain(one) == passwords._plain(other))


def test_the_audit_log_is_read_newest_first_in_pages(team: Team) -> None:
    for n in range(7):
        team.note(Audited("login", target=f"t{n}", who="Ani" if n % 2 else "", details={"n": n}), now=NOW)
    first = team.audit(size=3)
    assert [a.details["n"] for a in first.lines] == [6, 5, 4]
    rest = team.audit(before=first.next, size=4)
    assert [a.details["n"] for a in rest.lines] == [3, 2, 1, 0]
    assert rest.next is None
    assert [a.target for a in team.audit(who="Ani").lines] == ["t5", "t3", "t1"]
    team.note(Audited("users role admin", who="Ani"), now=NOW)
    assert [a.action for a in team.audit(who="Ani", action="ROLE").lines] == ["users role admin"]
    assert team.audit(action="%").lines == ()
    assert first.lines[0].at == NOW.isoformat(timespec="seconds")


def test_the_database_itself_keeps_the_audit_log(team: Team, record: Record) -> None:
    team.note(Audited("login"), now=NOW)
    for change in (update(audit).values(who="x"), delete(audit), text("UPDATE audit SET outcome = 'done'")):
        with pytest.raises(RecordError, match="append only"), writing(record._engine) as connection:
            connection.execute(change)
    assert len(team.audit().lines) == 1
