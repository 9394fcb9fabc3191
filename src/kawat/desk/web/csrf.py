"""No page of another site changes anything through the browser of somebody who is logged in here.

A request that changes something must come from a page of ours, as the browser says (`Sec-Fetch-Site`, `Origin`), and
carry the token of its session, as a form's field or a header. Requests with a token of the API carry no cookie that a
foreign page could make use of: they are exempt. So, where nobody has to log in, are JSON and methods other than POST:
browsers let no other site send them.
"""

from __future__ import annotations

import hashlib
import hmac
from hmac import compare_digest
from typing import Any

from litestar import Request

from kawat.desk.web.hosts import Visit, origin_of
from kawat.desk.web.persons import Person
from kawat.desk.web.refusing import Refused

FIELD, HEADER = "csrf", "x-csrf-token"


def token_of(secret: str, purpose: str = "form") -> str:
    """Return what forms of a session carry, made of its secret: who sees a form learns nothing of that."""
    return hmac.new(
        secret.encode("utf-8", "replace"), f"kawat {purpose}".encode(), hashlib.sha256
    ).hexdigest()


async def check(request: Request[Any, Any, Any], visit: Visit, person: Person) -> None:
    """See that a request which changes something was meant.

    Raises:
        Refused: it comes from another site, or has not the token of its session.
    """
    if not visit.changes or person.via == "token":
        return
    check_origin(request, visit)
    if person.via == "local" and (request.content_type[0] == "application/json" or visit.method != "POST"):
        return
    for sent in await _sent(request):
        if person.csrf and compare_digest(sent.encode("utf-8", "replace"), person.csrf.encode()):
            return
    raise Refused("forged")


def check_origin(request: Request[Any, Any, Any], visit: Visit) -> None:
    """See that a request does not come from a page of another site, as far as the browser tells.

    Raises:
        Refused: it does.
    """
    site = request.headers.get("sec-fetch-site")
    origin = request.headers.get("origin")
    if site is not None and site not in ("same-origin", "none"):
        raise Refused("foreign")
    if origin is None or (origin == "null" and site == "same-origin"):
        return
    if origin_of(origin) != visit.origin:
        raise Refused("foreign")


async def _sent(request: Request[Any, Any, Any]) -> list[str]:
    """Return the tokens that a request carries; more than one is none."""
    header = request.headers.getall(HEADER, [])
    found = header or (await request.form()).getall(FIELD, [])
    return [str(found[0])] if len(found) == 1 else []
