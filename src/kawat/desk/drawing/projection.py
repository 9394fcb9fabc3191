"""From degrees to pixels: the Equal Earth projection about the middle of what is shown; areas keep their sizes."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

import msgspec

#: Coefficients of Šavrič, Patterson and Jenny (2018), The Equal Earth map projection.
A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
#: The world is shown about this meridian: it is cut at 169° W, through the Bering Strait, where no land is.
WORLD = 11.0
SPARE = 0.12  # of the extent, left free on each side
LEAST = 16.0  # degrees shown at least


class View(msgspec.Struct, frozen=True):
    """A part of the world on a sheet."""

    middle: float  # degrees east of the meridian that stands upright
    scale: float  # pixels a unit of the projection
    left: float  # of the sheet's corner, in pixels of the projection
    top: float
    width: float
    height: float
    world: bool  # the whole world is shown

    def point(self, lon: float, lat: float) -> tuple[float, float]:
        """Return a place in pixels from the sheet's corner."""
        turned = lon - self.middle
        turned -= 360 * math.floor((turned + 180) / 360)
        across, down = _parallel(round(lat, 3))
        return across * turned * self.scale - self.left, down * self.scale - self.top

    def ring(self, points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
        """Return an outline in pixels, moved round the globe as a whole to where it is nearest to the middle."""
        lons = [lon for lon, _ in points]
        shift = 360 * math.floor((self.middle - (min(lons) + max(lons)) / 2 + 180) / 360) - self.middle
        scale, left, top = self.scale, self.left, self.top
        out = []
        for lon, lat in points:
            across, down = _parallel(lat)
            out.append((across * (lon + shift) * scale - left, down * scale - top))
        return out


@lru_cache(maxsize=20000)
def _parallel(lat: float) -> tuple[float, float]:
    """Return units across for one degree of longitude on a parallel, and how far down it lies."""
    t = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(lat)))
    t2, t6 = t * t, t**6
    across = 2 * math.sqrt(3) * math.cos(t) / (3 * (A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2)))
    return math.radians(across), -t * (A1 + A2 * t2 + t6 * (A3 + A4 * t2))


def view(places: Sequence[tuple[float, float]], width: float) -> View:
    """Return the part of the world that holds places (lon, lat), to the extent of the data, for a sheet so wide."""
    west, east = _window([lon for lon, _ in places])
    south, north = min(lat for _, lat in places), max(lat for _, lat in places)
    if east - west > 130 or north - south > 85:
        return _fitted(WORLD, (WORLD - 180, WORLD + 180), (-57 if south > -57 else -88, 84), width, True)
    spare_x, spare_y = (
        max(SPARE * (b - a), (LEAST - (b - a)) / 2) for a, b in ((west, east), (south, north))
    )
    lats = (max(-88.0, south - spare_y), min(88.0, north + spare_y))
    return _fitted((west + east) / 2, (west - spare_x, east + spare_x), lats, width, False)


def _window(lons: Sequence[float]) -> tuple[float, float]:
    """Return the narrowest stretch of meridians that holds all; it may reach past 180."""
    ring = sorted({lon % 360 for lon in lons})
    gaps = [(b - a, b) for a, b in zip(ring, [*ring[1:], ring[0] + 360], strict=True)]
    wide, begin = max(gaps)
    begin %= 360
    return begin, begin + 360 - wide


def _fitted(
    middle: float, lons: tuple[float, float], lats: tuple[float, float], width: float, world: bool
) -> View:
    """Fit an extent to the width; its height lies between 0.42 and 0.62 of that."""
    waist = min(lats, key=abs) if lats[0] * lats[1] > 0 else 0.0  # the longest parallel
    reach = _parallel(round(waist, 3))[0] * (lons[1] - lons[0])
    tops = [_parallel(round(lat, 3))[1] for lat in lats]
    high = tops[0] - tops[1]
    scale = min(width / reach, 0.62 * width / high)
    height = width * min(0.62, max(0.42, high * scale / width))
    return View(
        middle=middle,
        scale=scale,
        left=-width / 2,
        top=(tops[0] + tops[1]) / 2 * scale - height / 2,
        width=width,
        height=height,
        world=world,
    )
