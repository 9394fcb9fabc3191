"""Linking: reports of one real-world event, over all articles, become one event.

link(reports)          -> the events, each with its history, sources, disagreements and reasons
sources(reports)       -> who vouches for reports of one event, independently
history(reports)       -> what was said of its status, in order;  status(steps) -> what to believe
disagreements(reports) -> what its reports differ in
"""

from kawat.linking.disagreement import disagreements
from kawat.linking.events import iter_events, link
from kawat.linking.history import history, status
from kawat.linking.model import Disagreement, Event, FigureValue, Step, Value, Witness
from kawat.linking.sources import sources

__all__ = [
    "Disagreement", "Event", "FigureValue", "Step", "Value", "Witness",
    "disagreements", "history", "iter_events", "link", "sources", "status",
]  # fmt: skip
