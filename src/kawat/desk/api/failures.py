"""The one shape of all errors of the API."""

from __future__ import annotations

from http import HTTPStatus

from litestar import Response
from litestar.exceptions import HTTPException

from kawat.client.model import Failure, Trouble
from kawat.errors import PageError, RecordError, UsageError


def trouble_of(error: Exception) -> Trouble:
    """Return what to tell of an error: Kawat's own words and the framework's on the request; of others nothing.

    What is asked in the right form and still cannot be is a conflict (409); what is not there is not found (404).
    """
    if isinstance(error, (UsageError, PageError)):
        return _trouble(409, str(error))
    if isinstance(error, RecordError):
        return _trouble(404, str(error))
    if isinstance(error, HTTPException):
        return _trouble(error.status_code, _detail(error))
    return _trouble(500, "something went wrong in Kawat; its log has more")


def answer(error: Exception) -> Response[Failure]:
    """Return the answer to a request that ended in `error`."""
    trouble = trouble_of(error)
    headers = getattr(error, "headers", None) or {}
    return Response(
        Failure(trouble), status_code=trouble.status, media_type="application/json", headers=headers
    )


def _trouble(status: int, message: str) -> Trouble:
    return Trouble(status, HTTPStatus(status).name.lower(), message or HTTPStatus(status).phrase)


def _detail(error: HTTPException) -> str:
    """Say which parameters are wrong, where the framework knows."""
    extra = error.extra if isinstance(error.extra, list) else []
    wrong = [
        f"{e['key']}: {e['message']}" for e in extra if isinstance(e, dict) and "key" in e and "message" in e
    ]
    return "; ".join(wrong) or error.detail
