"""Articles -> reports: who did what to whom, when, where, in which status, and the sentence that proves it.

read(article) -> list[Report]
"""

from kawat.reading.reader import read

__all__ = ["read"]
