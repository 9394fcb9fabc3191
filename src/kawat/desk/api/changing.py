"""What editors may change over the API: the same decisions as `kawat join`, `split`, `correct`, `confirm`, `undo`."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from litestar import Controller, post
from litestar.params import FromPath, JSONBody, PathParameter

from kawat.desk.names import coded
from kawat.desk.web.desk import Desk
from kawat.desk.web.persons import EDITOR
from kawat.linking.model import Event

Text = Annotated[str, msgspec.Meta(max_length=500)]
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
Names = Annotated[tuple[Name, ...], msgspec.Meta(min_length=1, max_length=500)]
Number = Annotated[int, PathParameter(ge=1, le=2**31 - 1)]
Field = Literal["type", "mode", "status", "date", "duration", "place", "actors", "recipients"]


class Signed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A decision with its reason. `by` counts only where nobody has to log in."""

    reason: Text = ""
    by: Text = ""


class Correct(Signed, frozen=True, kw_only=True):
    """A value to set right."""

    field: Field
    value: Annotated[str, msgspec.Meta(min_length=1, max_length=500)]  # written as for `kawat correct`
    report: Name | None = None  # id of the report that it is of; null: the event itself


class Split(Signed, frozen=True, kw_only=True):
    """Reports to take out of an event."""

    apart: Names  # ids of reports, or of their articles


class Join(Signed, frozen=True, kw_only=True):
    """The event to join with."""

    other: Name


class Changes(Controller):
    """Decisions."""

    opt = EDITOR
    tags = ("decisions",)

    @post("/events/{id:str}/corrections", sync_to_thread=True)
    def correct(self, desk: Desk, id: FromPath[str], data: JSONBody[Correct]) -> Event:
        """Set a value right."""
        value = coded(data.field, data.value)
        return desk.record.correct(
            data.report or id, data.field, value, by=desk.signature(data.by), reason=data.reason
        )

    @post("/events/{id:str}/split", sync_to_thread=True)
    def split(self, desk: Desk, id: FromPath[str], data: JSONBody[Split]) -> Event:
        """Take reports out of an event; they become an event of their own."""
        return desk.record.split(id, data.apart, by=desk.signature(data.by), reason=data.reason)

    @post("/events/{id:str}/join", sync_to_thread=True)
    def join(self, desk: Desk, id: FromPath[str], data: JSONBody[Join]) -> Event:
        """Make two events one."""
        return desk.record.join(id, data.other, by=desk.signature(data.by), reason=data.reason)

    @post("/events/{id:str}/confirmations", sync_to_thread=True)
    def confirm(self, desk: Desk, id: FromPath[str], data: JSONBody[Signed]) -> Event:
        """Confirm an event as it stands."""
        return desk.record.confirm(id, by=desk.signature(data.by), reason=data.reason)

    @post("/decisions/{number:int}/undo", sync_to_thread=True)
    def undo(self, desk: Desk, number: Number, data: JSONBody[Signed]) -> Event | None:
        """Take a decision back; null where nothing is left of the event that it was about."""
        return desk.record.undo(number, by=desk.signature(data.by), reason=data.reason)
