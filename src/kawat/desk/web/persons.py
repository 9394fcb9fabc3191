"""Who is asking, and what they may do."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

Role = Literal["anyone", "reader", "editor", "admin"]

#: Each role may do all that those before it may.
ROLES: tuple[Role, ...] = ("anyone", "reader", "editor", "admin")


class Person(msgspec.Struct, frozen=True):
    """Somebody at the desk."""

    name: str  # signs decisions; "" where nobody has said
    role: Role
    via: Literal["local", "session", "token", "nobody"] = "local"
    csrf: str = ""  # what a form of theirs must carry

    def may(self, role: Role) -> bool:
        """Tell whether this person may do what `role` may."""
        return ROLES.index(self.role) >= ROLES.index(role)


NOBODY = Person("", "anyone", "nobody")


def needs(role: Role) -> dict[str, Any]:
    """Return the `opt` of a route that asks for at least `role`; a route without one is refused."""
    return {"role": role}


#: The `opt` of most routes.
ANYONE, READER, EDITOR, ADMIN = (needs(role) for role in ROLES)
