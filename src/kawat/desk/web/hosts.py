"""Where a request comes from and what it calls us: only names that are ours are answered.

A page elsewhere can have its own name lead to this machine (DNS rebinding); its requests still carry that name.
"""

from __future__ import annotations

import ipaddress
import re
from typing import Any
from urllib.parse import urlsplit

import msgspec

from kawat.desk.web.options import ServeOptions
from kawat.desk.web.refusing import Refused

LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
_HOST = re.compile(r"(\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}))(?::([0-9]{1,5}))?")
_FORWARDED = frozenset({b"forwarded", b"x-forwarded-for", b"x-forwarded-host", b"x-real-ip", b"via"})
Headers = list[tuple[bytes, bytes]]


class Visit(msgspec.Struct, frozen=True):
    """What is known of a request before anybody knows who asks."""

    method: str
    path: str
    address: str  # of the network; of the proxy's client, where a proxy is trusted
    host: str  # as the request has it, with its port
    secure: bool  # it is reached by https
    forwarded: bool  # a proxy has passed it on

    @property
    def origin(self) -> str:
        """What pages of ours call themselves in `Origin`."""
        return origin_of(f"{'https' if self.secure else 'http'}://{self.host}")

    @property
    def changes(self) -> bool:
        """Whether it asks to change something."""
        return self.method not in ("GET", "HEAD", "OPTIONS")


def visit_of(scope: Any, options: ServeOptions) -> Visit:
    """Return what is known of a request; what a proxy says counts only where it is trusted."""
    headers: Headers = list(scope["headers"])
    client = scope.get("client")
    address, https = (client[0] if client else ""), scope.get("scheme") == "https"
    if options.trust_proxy:
        address = _last(headers, b"x-forwarded-for", address)
        https = https or values(headers, b"x-forwarded-proto")[-1:] == ["https"]
    hosts = values(headers, b"host")
    return Visit(
        method=scope["method"],
        path=scope["path"],
        address=address,
        host=hosts[0] if len(hosts) == 1 else "",
        secure=options.secure or https,
        forwarded=any(name.lower() in _FORWARDED for name, _ in headers),
    )


def check_host(visit: Visit, scope: Any, options: ServeOptions) -> None:
    """See that a request calls us by a name of ours.

    Raises:
        Refused: it does not, or by none, or by several.
    """
    match = _HOST.fullmatch(visit.host)
    if match is None or match[1].lower() not in names_of(options) | _own_address(scope):
        raise Refused("host")


def names_of(options: ServeOptions) -> frozenset[str]:
    """Return the names by which a server may be called: of the loopback, of where it listens, and those given."""
    given = (bracketed(name).lower() for name in (options.host, *options.hosts))
    return LOOPBACK | {name for name in given if name not in ("0.0.0.0", "[::]", "")}  # noqa: S104 - left out


def is_loopback(host: str) -> bool:
    """Tell whether only this machine can reach a server that listens on `host`."""
    try:
        return host.lower() == "localhost" or ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def bracketed(host: str) -> str:
    """Return a host as addresses of the web have it: IPv6 stands in brackets."""
    return f"[{host}]" if ":" in host and not host.startswith("[") else host


def origin_of(url: str) -> str:
    """Return scheme, host and port of an address, the port left out where it goes without saying; "" of none."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return ""
    shown = "" if port is None or port == {"http": 80, "https": 443}[parts.scheme] else f":{port}"
    return f"{parts.scheme}://{bracketed(parts.hostname)}{shown}"


def values(headers: Headers, name: bytes) -> list[str]:
    """Return the values of a header, in order; one that lists several counts as several but for `host`."""
    found = [value.decode("latin-1") for key, value in headers if key.lower() == name]
    return found if name == b"host" else [part.strip() for value in found for part in value.split(",")]


def _own_address(scope: Any) -> set[str]:
    """Return the address that the request came in by: no name that somebody could lead here."""
    server = scope.get("server")
    host = str(server[0]) if server else ""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return set()
    return {bracketed(host).lower()}


def _last(headers: Headers, name: bytes, otherwise: str) -> str:
    """Return the address that the nearest proxy has seen; what stands before it anybody can write."""
    found = values(headers, name)[-1:]
    try:
        return str(ipaddress.ip_address(found[0])) if found else otherwise
    except ValueError:
        return otherwise
