"""The commands about those who share a record: `kawat users`, `kawat tokens`, `kawat audit`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

import click

from kawat.desk.cli import options
from kawat.errors import UsageError
from kawat.settings import settings

if TYPE_CHECKING:
    from kawat.record import Record
    from kawat.record.team import Team
    from kawat.record.team_model import Audited

T = TypeVar("T")
_ROLES, _SCOPES = ("reader", "editor", "admin"), ("read", "write", "admin")
_PAGE = 200  # lines of the audit log that are fetched at once
_STDIN = click.option(
    "--password-stdin", "stdin", is_flag=True, help="Take the password from standard input, do not ask."
)


@click.group(short_help="Who may log in to the desk.")
def users() -> None:
    """Say who may log in to the desk, and what they may do there.

    reader: see all; editor: correct, split, join, confirm, undo, save searches; admin: all.

    Example: kawat users list
    """


@users.command("add")
@click.argument("name")
@click.option("--role", type=click.Choice(_ROLES), default="reader", show_default=True)
@click.option("--no-password", "none", is_flag=True, help="No login: only tokens let this user in.")
@_STDIN
@options.record
def add_user(*, name: str, role: str, none: bool, stdin: bool, target: str) -> None:
    """Add the user NAME; the password is asked for.

    Example: kawat users add Sari --role editor
    """
    with options.open_existing(target) as record:
        password = None if none else _password(stdin)
        made = _do(record, "users add", name, lambda team, now: team.add_user(name, role, password, now=now))
    click.echo(f"{made.name}\t{made.role}")


@users.command("list")
@options.record
@options.output
def list_users(target: str, out: options.Output) -> None:
    """List all users.

    Example: kawat users list
    """
    from kawat.desk import team_columns
    from kawat.record.team import team_of

    with options.open_existing(target) as record:
        out.emit(team_of(record).users(), team_columns.users(out.words, table=out.form == "table"))


@users.command("role")
@click.argument("name")
@click.argument("role", type=click.Choice(_ROLES))
@options.record
def set_role(name: str, role: str, target: str) -> None:
    """Give the user NAME another role; it holds at once.

    Example: kawat users role Sari admin
    """
    with options.open_existing(target) as record:
        made = _do(record, f"users role {role}", name, lambda team, _: team.set_role(name, role))
    click.echo(f"{made.name}\t{made.role}")


@users.command("password")
@click.argument("name")
@_STDIN
@options.record
def set_password(name: str, stdin: bool, target: str) -> None:
    """Give the user NAME another password, which is asked for; their sessions end.

    Example: kawat users password Sari
    """
    with options.open_existing(target) as record:
        password = _password(stdin)
        _do(record, "users password", name, lambda team, _: team.set_password(name, password))


@users.command("disable")
@click.argument("name")
@click.option("--undo", is_flag=True, help="Let the user in again.")
@options.record
def disable_user(name: str, undo: bool, target: str) -> None:
    """Let the user NAME in no more, by session or token; what they did stays signed.

    Example: kawat users disable Sari
    """
    with options.open_existing(target) as record:
        if undo:
            _do(record, "users enable", name, lambda team, _: team.enable(name))
        else:
            _do(record, "users disable", name, lambda team, now: team.disable(name, now=now))


@click.group(short_help="What lets programs in to the API.")
def tokens() -> None:
    """Make and revoke tokens, by which programs use the API in the name of a user.

    read: ask; write: decide too, as editors do; admin: all. None allows more than its user may.

    Example: kawat tokens list
    """


@tokens.command("add")
@click.argument("user")
@click.argument("name")
@click.option("--scope", type=click.Choice(_SCOPES), default="read", show_default=True)
@click.option("--days", type=click.IntRange(1, 366), default=90, show_default=True, help="How long it lasts.")
@options.record
def add_token(*, user: str, name: str, scope: str, days: int, target: str) -> None:
    """Make a token of USER for what NAME says, and print it: it is shown only now.

    Example: kawat tokens add Sari "nightly export" --scope read --days 30
    """
    with options.open_existing(target) as record:
        secret, _ = _do(
            record,
            f"tokens add {scope}",
            f"{user}: {name}",
            lambda team, now: team.make_token(user, name, scope, days, now=now),
        )
    click.echo(secret)


@tokens.command("list")
@click.argument("user", required=False)
@options.record
@options.output
def list_tokens(user: str | None, target: str, out: options.Output) -> None:
    """List the tokens of all users, or of one, without their secrets.

    Example: kawat tokens list
    """
    from kawat.desk import team_columns
    from kawat.record.team import team_of

    with options.open_existing(target) as record:
        out.emit(team_of(record).tokens(user), team_columns.tokens(out.words))


@tokens.command("revoke")
@click.argument("id")
@options.record
def revoke_token(id: str, target: str) -> None:
    """End the token with this ID, as `kawat tokens list` names it, for good.

    Example: kawat tokens revoke 0123456789abcdef
    """
    with options.open_existing(target) as record:
        _do(record, "tokens revoke", id, lambda team, now: team.revoke(id, now=now))


@click.command(short_help="Who did what at the desk, and what was refused.")
@click.option("--who", metavar="NAME", help="Only what this user did.")
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="At most so many.")
@options.record
@options.output
def audit(who: str | None, limit: int, target: str, out: options.Output) -> None:
    """List what was changed through the desk and the commands about users, and what was refused; newest first.

    Example: kawat audit --who Sari --limit 20
    """
    from kawat.desk import team_columns
    from kawat.record.team import team_of

    with options.open_existing(target) as record:
        out.emit(
            _lines(team_of(record), who, limit), team_columns.audit(out.words, table=out.form == "table")
        )


def _lines(team: Team, who: str | None, limit: int) -> Iterator[Audited]:
    """Yield lines of the audit log, a page of them in memory at a time."""
    before: int | None = None
    while limit > 0:
        page = team.audit(before=before, size=min(limit, _PAGE), who=who)
        yield from page.lines
        limit -= len(page.lines)
        if page.next is None:
            return
        before = page.next


def _do(record: Record, action: str, target: str, change: Callable[[Team, datetime], T]) -> T:
    """Change something about the team, and write it into the audit log."""
    from kawat.record.team import team_of
    from kawat.record.team_model import Audited

    team, now = team_of(record), datetime.now(UTC)
    made = change(team, now)
    team.note(Audited(action, target, who=settings().by, details={"via": "command"}), now=now)
    return made


def _password(stdin: bool) -> str:
    """Ask for a password twice, or take the first line of standard input."""
    if stdin:
        return sys.stdin.readline().rstrip("\r\n")
    if not sys.stdin.isatty():
        raise UsageError("password: there is no terminal to ask at; give it with --password-stdin")
    from kawat.desk.words import area

    says = area("team", options.screen_language())
    return str(click.prompt(says["password"], hide_input=True, confirmation_prompt=says["again"], err=True))
