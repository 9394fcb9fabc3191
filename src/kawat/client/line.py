"""The line to a server: requests, their tries, and errors in the terms of `kawat.errors`."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple, TypeVar
from urllib.parse import quote, urlencode, urlsplit

import httpx
import msgspec

from kawat.client.model import ROOT, Failure
from kawat.errors import KawatError, RecordError, ServerError, UsageError

T = TypeVar("T")
Query = list[tuple[str, str]]
#: Answers after which the same may be asked again.
_AGAIN = frozenset({429, 502, 503, 504})
_FAILURE = msgspec.json.Decoder(Failure)


class Patience(NamedTuple):
    """How long to wait, and how often to try, what may be asked again."""

    timeout: float = 30.0  # seconds to connect, and without a byte
    tries: int = 4
    wait: float = 0.5  # seconds before the second try; twice as long before each further one
    longest: float = 30.0  # seconds before a try, however long the server asks for
    sleep: Callable[[float], object] = time.sleep


class Line:
    """Asks a server."""

    def __init__(
        self, url: str, token: str | None, patience: Patience, transport: httpx.BaseTransport | None = None
    ) -> None:
        """Make ready to ask the server at `url`; nothing is sent yet.

        Raises:
            UsageError: the address is none, or the token none that can be sent.
        """
        self._base = _base(url)
        self._patience = patience
        headers = {"Accept": "*/*", "User-Agent": "Kawat"}
        if token is not None:
            if not (token.isascii() and token.isprintable() and token.strip() == token and token):
                raise UsageError("token: write it as `kawat tokens add` showed it")
            headers["Authorization"] = f"Bearer {token}"
        self._client = httpx.Client(
            headers=headers,
            timeout=patience.timeout,
            follow_redirects=True,  # of ids that lead on; to another host no token is sent
            trust_env=False,
            transport=transport,
        )

    def close(self) -> None:
        """Let go of the server."""
        self._client.close()

    def get(self, path: str, kind: type[T], query: Query | None = None) -> T:
        """Return what the server answers, of this kind."""
        with self._asked(path, query or []) as answer:
            return _decoded(answer, kind)

    def post(self, path: str, kind: type[T], body: Any) -> T:
        """Have the server do something, once, and return its answer."""
        content = msgspec.json.encode(body)
        try:
            answer = self._client.post(
                f"{self._base}{ROOT}{path}", content=content, headers={"Content-Type": "application/json"}
            )
        except httpx.HTTPError as error:
            raise self._lost(error) from error
        if not answer.is_success:
            raise _error(answer)
        return _decoded(answer, kind)

    def pieces(self, path: str, query: Query) -> Iterator[bytes]:
        """Yield what the server answers as it comes."""
        with self._asked(path, query) as answer:
            try:
                yield from answer.iter_bytes()
            except httpx.HTTPError as error:
                raise self._lost(error) from error

    def lines(self, path: str, kind: type[T], query: Query) -> Iterator[T]:
        """Yield the items of JSON Lines as they come."""
        decode = msgspec.json.Decoder(kind).decode
        rest = b""
        for piece in self.pieces(path, query):
            *whole, rest = (rest + piece).split(b"\n")
            yield from map(decode, whole)
        if rest:
            raise ServerError(f"{self._base} ended its answer within a line; ask again")

    @contextmanager
    def _asked(self, path: str, query: Query) -> Iterator[httpx.Response]:
        """Ask until there is an answer, or as often as may be."""
        for n in range(1, self._patience.tries + 1):
            with self._opened(path, query, last=n == self._patience.tries) as answer:
                if answer is not None and (answer.status_code not in _AGAIN or n == self._patience.tries):
                    if not answer.is_success:
                        answer.read()
                        raise _error(answer)
                    yield answer
                    return
                pause = self._pause(answer, n)
            self._patience.sleep(pause)

    @contextmanager
    def _opened(self, path: str, query: Query, *, last: bool) -> Iterator[httpx.Response | None]:
        """Begin to ask; None where the server cannot be reached, and it is not the last try."""
        request = self._client.build_request("GET", f"{self._base}{ROOT}{path}", params=urlencode(query))
        try:
            answer = self._client.send(request, stream=True)
        except httpx.HTTPError as error:
            if last:
                raise self._lost(error) from error
            yield None
            return
        try:
            yield answer
        finally:
            answer.close()

    def _pause(self, answer: httpx.Response | None, tried: int) -> float:
        asked = answer.headers.get("retry-after", "") if answer is not None else ""
        own = self._patience.wait * 2 ** (tried - 1)
        return min(float(asked) if asked.isdecimal() else own, self._patience.longest)

    def _lost(self, error: httpx.HTTPError) -> ServerError:
        return ServerError(
            f"{self._base} cannot be reached ({type(error).__name__}); is kawat serve running?"
        )


def _base(url: str) -> str:
    try:
        parts = urlsplit(url.strip())
        fine = (
            parts.scheme in ("http", "https")
            and parts.hostname
            and parts.port != 0
            and "@" not in parts.netloc
        )
    except ValueError:
        fine = False
    if not fine or parts.query or parts.fragment:
        raise UsageError(f"connect: {url!r} is no address of a server; write it like http://127.0.0.1:8000")
    return url.strip().rstrip("/")


def _decoded(answer: httpx.Response, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(answer.read(), type=kind)
    except msgspec.MsgspecError as error:
        raise ServerError(
            f"{answer.url.host} answered otherwise than Kawat does ({error}); is it of the same version?"
        ) from error
    except httpx.HTTPError as error:
        raise ServerError(f"{answer.url.host} broke off its answer ({type(error).__name__})") from error


def _error(answer: httpx.Response) -> KawatError:
    """Return the error of an answer that is one, with what the server says of it."""
    try:
        message = _FAILURE.decode(answer.content).error.message
    except msgspec.MsgspecError:
        message = f"{answer.url.host} answered with {answer.status_code}"
    if answer.status_code >= 500 or answer.status_code < 400:
        return ServerError(message)
    return RecordError(message) if answer.status_code == 404 else UsageError(message)


def there(id: str) -> str:
    """Return an id that can be asked for.

    Raises:
        RecordError: nothing has it.
    """
    if not id:
        raise RecordError("there is nothing with an empty id")
    return id


def part(id: str) -> str:
    """Return an id as a part of an address.

    Raises:
        RecordError: nothing has it.
    """
    return quote(there(id), safe="").replace(".", "%2E")
