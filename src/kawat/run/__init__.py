"""How many pages at once: here or in a pool of processes, with the same results in the order of the input."""

from __future__ import annotations

from kawat.run.local import Failure, Page, run

__all__ = ["Failure", "Page", "run"]
