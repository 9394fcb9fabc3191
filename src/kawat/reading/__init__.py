"""Articles -> reports: who did what to whom, when, where, in which status, and the sentence that proves it.

read(article)     -> list[Report], one for each event that the article tells
annotate(article) -> Annotated: times, actors, places, figures, statements, event or not
"""

from kawat.reading.annotating import Annotated, annotate
from kawat.reading.model import Report
from kawat.reading.reader import read

__all__ = ["Annotated", "Report", "annotate", "read"]
