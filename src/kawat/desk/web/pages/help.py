"""The help: keys, what the marks mean, what Kawat does and does not promise."""

from __future__ import annotations

from litestar import Controller, Response, get

from kawat.desk.web.desk import Desk
from kawat.desk.web.persons import ANYONE

KEYS = (
    ("/", "key_search"),
    ("j", "key_down"),
    ("k", "key_up"),
    ("Enter", "key_enter"),
    ("g", "key_g"),
    ("?", "key_help"),
)
MARKS = ("independent", "contested", "differs", "fuzzy", "star", "standing")


class Help(Controller):
    """The help."""

    opt = ANYONE

    @get("/help", sync_to_thread=True)
    def help(self, desk: Desk) -> Response[str]:
        """Show the help; it holds nothing of the record."""
        own = desk.area("event")
        promises = [said for key, said in own.items() if key.startswith("promise_")]
        marks = [(own["help_" + name], own[f"help_{name}_text"]) for name in MARKS]
        return desk.page(
            "help.html.j2",
            own=own,
            keys=[(key, own[name]) for key, name in KEYS],
            statuses=[(code, name, own["status_" + code]) for code, name in desk.words.statuses.items()],
            marks=marks,
            promises=promises,
        )
