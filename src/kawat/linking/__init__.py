"""Linking: reports of one real-world event, over all articles, become one event.

link(reports)          -> the events, each with its history, sources, disagreements and reasons
sources(reports)       -> who vouches for reports of one event, independently
iter_events(reports)   -> the same one by one, for a million reports
history(reports)       -> what was said of its status, in order;  status(steps), due(steps) -> what to believe
disagreements(reports) -> what its reports differ in
"""

from kawat.linking.disagreement import disagreements
from kawat.linking.events import iter_events, link
from kawat.linking.history import due, history, status
from kawat.linking.model import Copy, Disagreement, Event, FigureValue, Member, Step, Value, Witness
from kawat.linking.sources import sources

__all__ = [
    "Copy", "Disagreement", "Event", "FigureValue", "Member", "Step", "Value", "Witness",
    "disagreements", "due", "history", "iter_events", "link", "sources", "status",
]  # fmt: skip
