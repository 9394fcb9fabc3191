"""What the desk answers where it does not do what was asked: one error for all that stands before the pages."""

from __future__ import annotations

from litestar.exceptions import HTTPException

#: Why, by a key of what the team's area says, with the status of HTTP and words for programs.
_WHY = {
    "host": (421, "this server is not called so; kawat serve --host-name NAME lets it be"),
    "proxied": (403, "it came through a proxy, and nobody has to log in here; add users first"),
    "large": (413, "the request is larger than 1 MiB"),
    "fast": (429, "too many requests; wait a little"),
    "nobody": (401, "log in, or send a token: Authorization: Bearer kawat_..."),
    "token": (401, "the token is wrong, expired or revoked"),
    "role": (403, "this needs a higher role, or a token of wider scope"),
    "undeclared": (403, "this route does not say who may use it, so nobody may"),
    "foreign": (403, "it was sent from a page of another site"),
    "forged": (403, "the form has no token of this session, or an old one; open its page anew"),
    "database": (503, "the record cannot be read just now; try again"),
}


class Refused(HTTPException):
    """A request that is not let in."""

    def __init__(self, why: str, *, wait: int = 0) -> None:
        status, detail = _WHY[why]
        headers = {"WWW-Authenticate": "Bearer"} if status == 401 else {}
        if wait:
            headers["Retry-After"] = str(wait)
        super().__init__(status_code=status, detail=detail, headers=headers)
        self.why = why


REASONS = tuple(_WHY)
