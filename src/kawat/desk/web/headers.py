"""The headers of every answer: browsers load nothing from elsewhere, run no text of a page, and keep no copy."""

from __future__ import annotations

from collections.abc import Iterable

from kawat.desk.web.hosts import Visit
from kawat.desk.web.persons import Person

_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
_UNUSED = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb", "browsing-topics")
#: What every answer has.
ALWAYS = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # Nothing is told to other sites. "no-referrer" would have browsers say "Origin: null" of our own forms too.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": ", ".join(f"{name}=()" for name in _UNUSED),
}
HSTS = "max-age=31536000"
Raw = list[tuple[bytes, bytes]]
_CONTROLS = bytes(range(32)) + b"\x7f"


def dressed(given: Iterable[tuple[bytes, bytes]], visit: Visit, person: Person) -> Raw:
    """Return the headers of an answer with those that every one has; ours stand where both name one.

    Controls are taken out: what a page said never begins another header.
    """
    kept = [(_plain(name).lower(), _plain(value)) for name, value in given]
    ours = {name.encode(): value.encode() for name, value in ALWAYS.items()}
    if visit.secure:
        ours[b"strict-transport-security"] = HSTS.encode()
    cache = _cache(kept, visit, person)
    if cache:
        ours[b"cache-control"] = cache
    return [(name, value) for name, value in kept if name not in ours] + list(ours.items())


def _cache(headers: Raw, visit: Visit, person: Person) -> bytes | None:
    """Say how an answer may be kept, where it does not say so well itself."""
    if visit.path.startswith("/static/"):
        return None
    said = next((value for name, value in headers if name == b"cache-control"), b"")
    if said and b"public" not in said.lower():
        return None
    return b"private, no-cache" if person.via == "local" else b"private, no-store"


def _plain(text: bytes) -> bytes:
    return text.translate(None, _CONTROLS)
