"""Sees to it that what was changed, and what was refused, stands in the audit log and in the log of the server."""

from __future__ import annotations

import logging
from typing import Any

from kawat.desk.clean import line
from kawat.desk.web.access import Access
from kawat.desk.web.hosts import Visit
from kawat.desk.web.limits import Limit
from kawat.desk.web.persons import Person
from kawat.errors import RecordError
from kawat.record.team_model import Audited, Ending

LOG = logging.getLogger("kawat.serve")
_REFUSED = frozenset({401, 403, 413, 421, 429})
_KEY = "kawat.audit"


def remark(scope: Any, **said: Any) -> None:
    """Say more of a request for the audit log: `action`, `target`, `who`, `outcome`; anything else is a detail."""
    scope.setdefault("state", {}).setdefault(_KEY, {}).update(said)


class Witness:
    """Writes the audit log."""

    def __init__(self, access: Access, notes: Limit) -> None:
        self.access = access
        self.notes = notes

    def wants(self, scope: Any, visit: Visit, status: int) -> bool:
        """Tell whether a request is to be noted: it asked to change something, or was refused."""
        return visit.changes or status in _REFUSED or bool(scope.get("state", {}).get(_KEY))

    def note(self, scope: Any, visit: Visit, person: Person, status: int) -> None:
        """Write down what was asked and what became of it; of refusals as many as there is room for."""
        told = line_of(scope, visit, person, status)
        words = f"{told.outcome} {told.action} {told.target} {status} by {told.who or '-'} from {told.address or '-'}"
        LOG.log(logging.INFO if told.outcome == "done" else logging.WARNING, "%s", line(words))
        if told.outcome == "refused" and self.notes.wait(person.name):
            return
        try:
            self.access.team.note(told, now=self.access.now())
        except RecordError as error:
            LOG.error("the audit log cannot be written: %s", line(str(error)))


def line_of(scope: Any, visit: Visit, person: Person, status: int) -> Audited:
    """Return the line of a request; nothing in it can begin another line, or steer a terminal."""
    said = dict(scope.get("state", {}).get(_KEY, {}))
    details: dict[str, Any] = {"status": status, "via": person.via}
    handler = scope.get("route_handler")
    action = said.pop("action", None) or getattr(handler, "handler_name", None) or "none"
    return Audited(
        action=f"{visit.method} {action}",
        target=line(str(said.pop("target", visit.path))),
        who=line(str(said.pop("who", person.name))),
        role=person.role,
        address=line(visit.address),
        outcome=said.pop("outcome", None) or _ending(status),
        details=details | said,
    )


def _ending(status: int) -> Ending:
    if status in _REFUSED:
        return "refused"
    return "done" if status < 400 else "failed"
