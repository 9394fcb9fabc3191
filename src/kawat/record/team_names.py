"""Names, roles and scopes as they are typed."""

from __future__ import annotations

import unicodedata

from kawat.errors import UsageError
from kawat.linking.names import fold
from kawat.record.team_model import SCOPES, USER_ROLES, Scope, UserRole

LONGEST = 64  # characters of a name


def name_and_key(name: str, *, strict: bool = True) -> tuple[str, str]:
    """Return a name as it is shown and as it is found by, in which names that look alike are the same.

    Raises:
        UsageError: it is none (unless not `strict`): empty, too long, or with characters that cannot be seen.
    """
    shown = " ".join(unicodedata.normalize("NFC", name).split())
    key = fold(shown)[:LONGEST]
    if strict and not (key and len(shown) <= LONGEST and shown.isprintable()):
        raise UsageError(f"name: {name!r} is none; take 1 to {LONGEST} letters and figures", code="bad_name")
    return shown, key


def user_role(name: str) -> UserRole:
    """Return a role by its name.

    Raises:
        UsageError: there is none.
    """
    if name not in USER_ROLES:
        raise UsageError(f"role: there is no {name!r}; choose one of {', '.join(USER_ROLES)}", code="choose")
    return name


def scope_named(name: str) -> Scope:
    """Return the scope of a token by its name.

    Raises:
        UsageError: there is none.
    """
    if name not in SCOPES:
        raise UsageError(f"scope: there is no {name!r}; choose one of {', '.join(SCOPES)}", code="choose")
    return name
