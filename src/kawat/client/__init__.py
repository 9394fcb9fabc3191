"""A record that another machine serves: `Remote` answers what `Record` answers, over the API of `kawat serve`.

    import kawat
    from kawat.record import Filter

    with kawat.connect("https://desk.example", token="kawat_...") as record:
        record.events(Filter(between=("IDN", "AUS")))

What is asked is asked again where the connection fails or the server has too much to do; what changes the record is
sent once. `line.py` has the requests, `model.py` what the API says besides the structs of the record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kawat.client.remote import Remote


def connect(url: str, token: str | None = None) -> Remote:
    """Return the record that is served at `url`; see `kawat.connect`."""
    from kawat.client.line import Line, Patience  # noqa: PLC0415 - httpx takes long to load
    from kawat.client.remote import Remote  # noqa: PLC0415

    return Remote(Line(url, token, Patience()))
