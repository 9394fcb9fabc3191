"""Sends a message to an address that a user gave: signed, and never to this machine or the network that it is in.

The name is looked up once, every address that it has is checked, and the connection goes to one that was checked, so
that a name which changes its address in between gains nothing. Redirects are not followed.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import ipaddress
import socket
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import SplitResult, urlsplit

import msgspec

from kawat.errors import DeliveryError, UsageError

TIMEOUT = 10.0  # seconds for each step
LONGEST = 20.0  # seconds for all: one that answers drop by drop must not hold up the others
_MOST = 500  # characters of an address
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
    plain = len(url) <= _MOST and url.isprintable() and "\\" not in url and " " not in url
    try:
        parts = urlsplit(url if plain else "")
        usable = (
            parts.scheme in ("http", "https") and parts.hostname and parts.port != 0 and ascii_host(parts)
        )
    except ValueError:
        usable = None
    if not usable or "@" in parts.netloc:
        raise UsageError(
            "webhook: write an address like https://host.example/path, without a name and password",
            code="no_webhook",
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
    host, port = ascii_host(parts), parts.port or (443 if parts.scheme == "https" else 80)
    target = _bracketed(_checked(host, port, guard or Guard(), resolve))
    path = parts.path or "/"
    address = f"{parts.scheme}://{target}:{port}{path}{'?' + parts.query if parts.query else ''}"
    extensions: dict[str, Any] = {"sni_hostname": host} if parts.scheme == "https" else {}
    named = _bracketed(host) + (f":{parts.port}" if parts.port else "")
    try:
        posted = _post(address, body, {**headers, "Host": named}, extensions)
        status = asyncio.run(asyncio.wait_for(posted, LONGEST))
    except (httpx.HTTPError, httpx.InvalidURL, TimeoutError) as error:
        raise DeliveryError(
            f"{host} cannot be reached: {type(error).__name__}", code="no_reach", host=host
        ) from error
    if not 200 <= status < 300:
        raise DeliveryError(f"{host} answered with {status}", code="answered", host=host, status=status)


async def _post(address: str, body: bytes, headers: dict[str, str], extensions: dict[str, Any]) -> int:
    """Return the status of the answer, whose body is not read."""
    import httpx

    async with httpx.AsyncClient(timeout=TIMEOUT, follow_redirects=False, trust_env=False) as client:
        request = client.build_request("POST", address, content=body, extensions=extensions)
        request.headers.update(headers)
        answer = await client.send(request, stream=True)
        await answer.aclose()
        return answer.status_code


def ascii_host(parts: SplitResult) -> str:
    """Return the host of an address as it is looked up: "bücher.example" is "xn--bcher-kva.example".

    Raises:
        UnicodeError: it is none.
    """
    return str(parts.hostname).encode("idna").decode()


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _checked(host: str, port: int, guard: Guard, resolve: Resolver) -> str:
    """Return an address of the host that may be reached; if one of its addresses may not, none may."""
    try:
        addresses = resolve(host, port)
    except (OSError, UnicodeError) as error:
        raise DeliveryError(f"{host} has no address", code="no_reach", host=host) from error
    if not addresses:
        raise DeliveryError(f"{host} has no address", code="no_reach", host=host)
    if not guard.private and not all(map(is_public, addresses)):
        raise DeliveryError(
            f"{host} is not on the public network; kawat serve --allow-private lets it be reached",
            code="not_public",
            host=host,
        )
    return addresses[0]
