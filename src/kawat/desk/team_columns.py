"""The columns of users, tokens and the audit log."""

from __future__ import annotations

from kawat.desk.render import Column, encode
from kawat.desk.words import Words, area
from kawat.record.team_model import Audited, Token, User


def users(words: Words, *, table: bool) -> list[Column[User]]:
    """Return the columns of a user; a table says in words what for programs is a code."""
    says = area("team", words.language)
    return [
        Column("name", says["name"], lambda u: u.name),
        Column("role", says["role"], lambda u: u.role),
        Column("password", says["password"], lambda u: says[_yes(u)] if table else _yes(u)),
        Column("created", says["created"], lambda u: u.created),
        Column("seen", says["seen"], lambda u: u.seen),
        Column("disabled", says["disabled"], lambda u: u.disabled),
    ]


def tokens(words: Words) -> list[Column[Token]]:
    """Return the columns of a token."""
    says = area("team", words.language)
    return [
        Column("id", "ID", lambda t: t.id),
        Column("user", says["user"], lambda t: t.user),
        Column("name", says["purpose"], lambda t: t.name),
        Column("scope", says["scope"], lambda t: t.scope),
        Column("expires", says["expires"], lambda t: t.expires),
        Column("last_used", says["last_used"], lambda t: t.last_used),
        Column("revoked", says["revoked"], lambda t: t.revoked),
    ]


def audit(words: Words, *, table: bool) -> list[Column[Audited]]:
    """Return the columns of a line of the audit log."""
    says = area("team", words.language)
    return [
        Column("number", words.screen["number"], lambda a: a.number),
        Column("at", says["at"], lambda a: a.at),
        Column("who", says["who"], lambda a: a.who),
        Column("role", says["role"], lambda a: a.role),
        Column("action", says["action"], lambda a: a.action),
        Column("target", says["target"], lambda a: a.target),
        Column("address", says["address"], lambda a: a.address),
        Column("outcome", says["outcome"], lambda a: says[f"outcome_{a.outcome}"] if table else a.outcome),
        Column("details", says["details"], lambda a: encode(a.details)),
    ]


def _yes(user: User) -> str:
    return "yes" if user.password else "no"
