"""How the desk is served."""

from __future__ import annotations

import msgspec

from kawat.desk.alerts.rounds import Post


class ServeOptions(msgspec.Struct, frozen=True):
    """What `kawat serve` was told; the defaults serve one person on this machine."""

    host: str = "127.0.0.1"  # the address to listen on
    port: int = 8000
    by: str = ""  # who signs decisions where nobody has to log in
    hosts: tuple[str, ...] = ()  # names by which others reach it, besides those of the loopback
    secure: bool = False  # it is reached by https: cookies are marked so
    trust_proxy: bool = False  # believe X-Forwarded-For and -Proto
    language: str = ""  # of the screen, where a reader chooses none; "": as their browser asks
    today: str | None = None  # YYYY-MM-DD, the day to count from; None: the day of each request
    post: Post = Post()  # how alerts are sent
    every: int = 60  # seconds between two looks for alerts; 0: none
