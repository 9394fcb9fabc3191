"""Work that the tests of the pool send to its processes."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass

from kawat.errors import EmptyPage


@dataclass(frozen=True)
class Page:
    source: str
    text: str = ""


@dataclass(frozen=True)
class Failure:
    source: str
    reason: str


def shout(page: Page) -> str:
    """Do what the page's text says."""
    if page.text == "empty":
        raise EmptyPage("no text in it")
    if page.text == "bug":
        raise ZeroDivisionError("division by zero")
    if page.text == "die":
        os._exit(9)
    if page.text == "slow":
        time.sleep(0.05)
    if page.text == "lambda":
        return lambda: None  # type: ignore[return-value]
    return page.source.upper()


def where(page: Page) -> int:
    return os.getpid()
