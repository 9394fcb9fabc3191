"""What the record knows of the team that shares it."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

import msgspec

UserRole = Literal["reader", "editor", "admin"]
Scope = Literal["read", "write", "admin"]
Ending = Literal["done", "refused", "failed"]

#: What a token of each scope may do at most, whatever its user may.
SCOPES: dict[Scope, UserRole] = {"read": "reader", "write": "editor", "admin": "admin"}
#: Each role may do all that those before it may.
USER_ROLES: tuple[UserRole, ...] = ("reader", "editor", "admin")


class User(msgspec.Struct, frozen=True):
    """Somebody who may log in, or whose programs may."""

    key: str  # the name, folded
    name: str
    role: UserRole
    created: str  # ISO 8601, UTC
    disabled: str | None = None  # since when
    password: bool = True  # there is one: without, only tokens let in
    seen: str | None = None  # when they, or a program of theirs, were here last, to the hour


class Session(msgspec.Struct, frozen=True):
    """A login that has not ended, without its secret."""

    id: str
    user: str  # key of its user
    created: str
    seen: str  # to the hour
    expires: str
    address: str  # of the network, that it was begun from


class Token(msgspec.Struct, frozen=True):
    """What lets a program in, without its secret."""

    id: str
    name: str  # what it is for
    user: str  # key of its user
    scope: Scope
    expires: str
    created: str
    last_used: str | None = None  # to the hour
    revoked: str | None = None


class Audited(msgspec.Struct, frozen=True):
    """A line of the audit log; `number` and `at` are given when it is stored."""

    action: str
    target: str = ""
    who: str = ""  # "" where nobody was logged in
    role: str = ""
    address: str = ""  # of the network; "" at the command line
    outcome: Ending = "done"
    details: dict[str, Any] = {}
    number: int = 0
    at: str = ""


class AuditPage(NamedTuple):
    """Some lines of the audit log, newest first."""

    lines: tuple[Audited, ...]
    next: int | None  # give it as `before` for the lines that follow; None at the end
