"""How much one address, or one person, may ask: buckets that drip empty, kept in memory and few."""

from __future__ import annotations

import ipaddress
import math
import threading
from collections import OrderedDict
from collections.abc import Callable

import msgspec

BODY = 1024 * 1024  # bytes of a request
MOST = 10_000  # buckets kept of each kind; the longest unused go first


class Rate(msgspec.Struct, frozen=True):
    """So many at once, and so many a second in the long run."""

    burst: float
    a_second: float


ADDRESS = Rate(400, 20)  # requests of one address
PERSON = Rate(300, 10)  # requests of one user
LOGIN_ADDRESS = Rate(10, 1 / 30)  # tries to log in, of one address
LOGIN_NAME = Rate(20, 1 / 60)  # tries to log in by one name, from anywhere
NOTES = Rate(
    120, 2
)  # refusals that are kept in the audit log, of one person or of all unknown; the server's log has all


class Limit:
    """Counts by key what is asked; safe to use from several threads."""

    def __init__(self, rate: Rate, clock: Callable[[], float]) -> None:
        self._rate = rate
        self._clock = clock
        self._kept: OrderedDict[str, tuple[float, float]] = OrderedDict()  # how full, when
        self._lock = threading.Lock()

    def wait(self, key: str) -> int:
        """Count one more, and return 0; or, where that is too many, the seconds until the next may come."""
        with self._lock:
            now = self._clock()
            full, then = self._kept.pop(key, (0.0, now))
            full = max(0.0, full - (now - then) * self._rate.a_second)
            over = full + 1 > self._rate.burst
            self._kept[key] = (full if over else full + 1, now)
            if len(self._kept) > MOST:
                self._kept.popitem(last=False)
            return math.ceil((full + 1 - self._rate.burst) / self._rate.a_second) if over else 0

    def forget(self, key: str) -> None:
        """Let a key begin anew."""
        with self._lock:
            self._kept.pop(key, None)


def network(address: str) -> str:
    """Return what counts as one address: of IPv6 the network of a household, of which it has 2^64."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv4Address):
        return str(found)
    mapped = found.ipv4_mapped
    return str(mapped) if mapped else str(ipaddress.ip_network((found, 64), strict=False))
