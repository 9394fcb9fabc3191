"""Sends a message to an address that a user gave: signed, and never to this machine or the network that it is in.

The name is looked up once, every address that it has is checked, and the connection goes to one that was checked, so
that a name which changes its address in between gains nothing. Redirects are not followed.
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import socket
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import SplitResult, urlsplit

import msgspec

from kawat.errors import DeliveryError, UsageError

TIMEOUT = 10.0  # seconds
_LONGEST = 500  # characters of an address
#: Looks up the addresses of a host: `socket.getaddrinfo`, or a stand-in in tests.
Resolver = Callable[[str, int], Sequence[str]]


class Guard(msgspec.Struct, frozen=True):
    """Where messages may go."""

    private: bool = False  # also to this machine and its own network: for those who run both ends


def check_address(url: str) -> SplitResult:
    """Return the parts of an address that may be a webhook's; whether its host may be reached is seen when sending.

    Raises:
        UsageError: it is none.
    """
    plain = len(url) <= _LONGEST and url.isprintable() and "\\" not in url and " " not in url
    try:
        parts = urlsplit(url if plain else "")
        usable = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        usable = None
    if not usable or "@" in parts.netloc:
        raise UsageError(
            "webhook: write an address like https://host.example/path, without a name and password"
        )
    return parts


def is_public(address: str) -> bool:
    """Tell whether an IP address is one of the public network; what is mapped into IPv6 counts as what it is."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is not None:
            return is_public(str(inner))
        if ip in _TRANSLATED:  # NAT64 leads to the IPv4 address in its last 32 bits
            return is_public(str(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)))
    return ip.is_global and not (ip.is_multicast or ip.is_unspecified or ip.is_reserved)


_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")


def lookup(host: str, port: int) -> Sequence[str]:
    """Return the IP addresses of a host."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def signature(secret: str, moment: str, body: bytes) -> str:
    """Return the signature of a body sent at `moment`: HMAC-SHA256 over "moment.body", hexadecimal."""
    return hmac.new(secret.encode(), moment.encode() + b"." + body, hashlib.sha256).hexdigest()


def send(
    url: str, body: bytes, headers: dict[str, str], guard: Guard | None = None, resolve: Resolver = lookup
) -> None:
    """Post `body` to `url`; any answer of 200 to 299 will do.

    Raises:
        UsageError: the address is none.
        DeliveryError: it may not be reached, does not answer, or answers otherwise.
    """
    import httpx

    parts = check_address(url)
    host, port = str(parts.hostname), parts.port or (443 if parts.scheme == "https" else 80)
    target = _checked(host, port, guard or Guard(), resolve)
    literal = f"[{target}]" if ":" in target else target
    path = parts.path or "/"
    address = f"{parts.scheme}://{literal}:{port}{path}{'?' + parts.query if parts.query else ''}"
    extensions: dict[str, Any] = {"sni_hostname": host} if parts.scheme == "https" else {}
    try:
        with httpx.Client(timeout=TIMEOUT, follow_redirects=False, trust_env=False) as client:
            request = client.build_request("POST", address, content=body, extensions=extensions)
            request.headers.update({**headers, "Host": parts.netloc})
            answer = client.send(request, stream=True)
            status = answer.status_code
            answer.close()
    except httpx.HTTPError as error:
        raise DeliveryError(f"{host} cannot be reached: {type(error).__name__}") from error
    if not 200 <= status < 300:
        raise DeliveryError(f"{host} answered with {status}")


def _checked(host: str, port: int, guard: Guard, resolve: Resolver) -> str:
    """Return an address of the host that may be reached; if one of its addresses may not, none may."""
    try:
        addresses = resolve(host, port)
    except (OSError, UnicodeError) as error:
        raise DeliveryError(f"{host} has no address") from error
    if not addresses:
        raise DeliveryError(f"{host} has no address")
    if not guard.private and not all(map(is_public, addresses)):
        raise DeliveryError(
            f"{host} is not on the public network; kawat serve --allow-private lets it be reached"
        )
    return addresses[0]
