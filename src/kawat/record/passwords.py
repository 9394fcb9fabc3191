"""Secrets of a team: passwords are kept as slow hashes, keys of sessions and tokens (which are random) as plain."""

from __future__ import annotations

import base64
import hashlib
import re
import secrets
import threading
import unicodedata
from hmac import compare_digest
from typing import NamedTuple

from kawat.errors import UsageError

SHORTEST, LONGEST = 12, 1000  # characters of a password
_ID = re.compile("[0-9a-f]{16}")
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_AT_ONCE = threading.BoundedSemaphore(2)  # hashes reckoned at the same time: each takes 32 MiB


class Cost(NamedTuple):
    """Parameters of scrypt (RFC 7914)."""

    log_n: int = 15
    r: int = 8
    p: int = 3


def hashed(password: str, cost: Cost) -> str:
    """Return what is stored of a password: scheme, parameters, salt and hash."""
    salt = secrets.token_bytes(16)
    made = _scrypt(password, salt, cost)
    coded = (base64.b64encode(part).decode() for part in (salt, made))
    return "$".join(("scrypt", f"{cost.log_n},{cost.r},{cost.p}", *coded))


def matches(password: str, stored: str) -> bool:
    """Tell whether a password is the one of which `stored` is kept; as slow as the parameters in `stored` say."""
    _, numbers, salt, made = stored.split("$")
    cost = Cost(*map(int, numbers.split(",")))
    return compare_digest(_scrypt(password, base64.b64decode(salt), cost), base64.b64decode(made))


def check_password(password: str, name: str) -> None:
    """See that a password is worth something.

    Raises:
        UsageError: it is too short, too long, or the name.
    """
    if not SHORTEST <= len(password) <= LONGEST:
        raise UsageError(
            f"password: take {SHORTEST} to {LONGEST} characters; several words are easy to keep",
            code="password_length",
            least=SHORTEST,
        )
    if password.casefold() == name.casefold() or len(set(password)) < 4:
        raise UsageError(
            "password: it must not be the name, nor the same few characters over and over",
            code="password_weak",
        )


def new_password() -> str:
    """Make a password that is read out or typed once: 99 bits, without letters that look alike."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(5))


def new_key() -> tuple[str, str, str]:
    """Make a key of a session or token: the part by which it is found, the secret, and the digest to store."""
    secret = secrets.token_urlsafe(32)
    return secrets.token_hex(8), secret, key_digest(secret)


def parts(key: str, mark: str) -> tuple[str, str]:
    """Part a key at `mark` into what it is found by and its secret; of anything else make a key that nobody has."""
    id, found, secret = key.partition(mark)
    return (id, secret) if found and _ID.fullmatch(id) else ("", secret)


def key_digest(secret: str) -> str:
    """Return what is stored of a random secret: SHA-256, hexadecimal."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def fits(secret: str, digest: str | None) -> bool:
    """Tell in constant time whether `digest` was stored of `secret`; None, of an unknown key, fits nothing."""
    return compare_digest(key_digest(secret), digest or key_digest("")) and digest is not None


def _scrypt(password: str, salt: bytes, cost: Cost) -> bytes:
    room = 128 * cost.r * (2**cost.log_n + cost.p) + 2**21
    with _AT_ONCE:
        return hashlib.scrypt(
            _plain(password), salt=salt, n=2**cost.log_n, r=cost.r, p=cost.p, maxmem=room, dklen=32
        )


def _plain(password: str) -> bytes:
    """Return the bytes of a password, the same however a keyboard puts its letters together (RFC 8265).

    It is a digest: scrypt takes a password and the same with NULs at its end for one.
    """
    return hashlib.sha256(unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")).digest()
