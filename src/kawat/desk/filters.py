"""The filters, stated once: what each is called, how its values are written, and what it asks.

Addresses (`address`), the API (`api.asking`), the command line (`cli.options`) and the form above lists are made of
this table, so that all doors ask the same. Nothing is loaded for it, so that help stays fast.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

#: How a value is written: one of several words; two or more states or bodies; one; any words; a day, month or year
#: (2021-12-05, 2021-12, 2021); a whole number; yes or no.
Form = Literal["choice", "parties", "party", "text", "day", "number", "truth"]
LONGEST = 200  # code points of one value; a longer one is no filter
TRUE, FALSE = ("1", "true", "yes"), ("0", "false", "no")


class Question(NamedTuple):
    """A filter: a field of `record.model.Filter`, and how people and programs ask for it."""

    name: str  # of the field, and in addresses; as an option: with - for _
    form: Form
    told: str  # what it asks, for help and descriptions
    choices: tuple[str, ...] = ()  # the values of a choice; a test holds them to the types of the record
    metavar: str | None = None  # what stands for its value in help


#: In the order in which an address has them.
FILTERS = (
    Question("kind", "choice", "Contacts (CONSULT), or acts (all other types)", ("contacts", "acts")),
    Question("between", "parties", "States or bodies that all take part: codes or names", metavar="A B"),
    Question("party", "party", "A state, body or group that takes part: its code or name", metavar="NAME"),
    Question("person", "text", "Part of the name of a person who takes part", metavar="NAME"),
    Question("since", "day", "First day, month or year (2021-12-05, 2021-12, 2021)", metavar="DATE"),
    Question("until", "day", "Last day, month or year", metavar="DATE"),
    Question("reported_since", "day", "First reported on this day, or later", metavar="DATE"),
    Question("reported_until", "day", "First reported on this day, or before", metavar="DATE"),
    Question(
        "status",
        "choice",
        "What is believed of it",
        ("proposed", "planned", "held", "postponed", "cancelled", "denied"),
    ),
    Question(
        "type",
        "choice",
        "PLOVER type, such as REQUEST",
        (
            "CONSULT", "AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
            "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
        ),
        "TYPE",
    ),
    Question(
        "mode", "choice", "Channel of a contact", ("in-person", "phone", "video", "letter", "unspecified")
    ),
    Question(
        "quad",
        "choice",
        "PLOVER quad class",
        ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict"),
        "CLASS",
    ),
    Question("place", "text", "Part of the place's name, or a country's code", metavar="PLACE"),
    Question("outlet", "text", "Outlet or agency that tells of it", metavar="NAME"),
    Question("sources", "number", "At least so many independent sources", metavar="N"),
    Question("text", "text", "Words that an article of it holds", metavar="WORDS"),
    Question("contested", "truth", "Whether sources contradict each other"),
    Question(
        "differs",
        "choice",
        "How its reports differ: in any way, or in one (a contradiction, the word of two speakers ...)",
        ("any", "contradiction", "speaker", "series", "scope", "precision"),
        "HOW",
    ),
    Question(
        "differs_on",
        "choice",
        "What its reports differ on, such as figure",
        ("date", "place", "mode", "duration", "participants", "initiative", "status", "figure"),
        "WHAT",
    ),
    Question("confirmed", "truth", "Whether a person has confirmed it"),
    Question("event", "text", "Its id, or the beginning; former ids lead on", metavar="ID"),
    Question("story", "text", "Id of a story whose articles tell it", metavar="ID"),
)  # fmt: skip
#: Those that are asked about one kind of events: it is no question any more.
OF_A_KIND = tuple(each for each in FILTERS if each.name != "kind")
BY_NAME = {each.name: each for each in FILTERS}
NAMES = tuple(BY_NAME)
