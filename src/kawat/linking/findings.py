"""What the traits of two units may say about each other, and what each finding weighs."""

from __future__ import annotations

import msgspec

#: Version of these rules, a number: it signs the decisions of the machine; a record made by others is linked anew.
RULES = 3
#: Two units whose weights sum to this are linked, where nothing else stands in the way.
LINK = 3.0
#: Publications of undated reports, or publication and date, lie within so many days (contacts; acts one
#: less).
NEAR = 3
#: Undated reports published farther apart than this are never one event (contacts; acts two less).
FAR = 7
#: A dated report is current, so that its publication may stand for its date, within so many days.
CURRENT = 31
#: A date wider than this (days) is background; it says little about which event is meant.
WIDE = 31
#: What has no date is told of ahead of its day, or recalled after it, within so many days.
RECALL = 14
#: What is put off takes place within so many days of the word that it was, or of its first day.
MOVED = 60
#: Acts that last: undated, they are one while articles keep telling them, with no longer silence than
#: STANDING_GAP.
STANDING = frozenset({"MOBILIZE", "SANCTION"})
STANDING_GAP = 60

#: Statuses of what may still come: it is talked of from the publication to its day.
PENDING = frozenset({"proposed", "planned", "postponed"})

#: Share of words in common from which two tellings are one text, are of one matter, and up to which they are of two.
ONE_TEXT, SAME_MATTER, OTHER_MATTER = 0.6, 0.3, 0.1
#: The same of two languages, of the words that may be the same in both: of one matter; up to which they are of two.
SAME_ABROAD, OTHER_ABROAD = 0.15, 0.05

VETO = float("-inf")
#: The weight of each finding. One with `NO_LINK` rules out a direct link, not a common event by way of a
#: third report.
NO_LINK = -100.0
GRADES: dict[str, float] = {
    "type.differ": VETO,
    "parties.equal": 2.0,
    "parties.overlap": -1.0,
    "parties.half": -1.5,  # an act without addressee in one of them
    "parties.differ": VETO,
    "persons.same": 2.5,
    "persons.some": 1.0,  # the same on one side; on another only one article names somebody
    "persons.unnamed": 0.5,
    "persons.open": -1.5,
    "persons.offices": -5.0,  # nobody named in both, and other offices: ministers, presidents
    "persons.differ": VETO,
    "date.same": 4.0,
    "date.inside": 2.5,
    "date.overlap": 1.5,
    "date.near": 1.5,
    "date.ahead": 0.5,  # a plan without a date, and the day on which it came to pass
    "date.recalled": 1.0,  # told again without a date, later
    "date.recalled_act": -1.0,
    "date.standing": 3.0,
    "date.wide": 0.0,
    "date.adjacent": -1.0,
    "date.adjacent_act": -2.5,
    "date.moved": 0.5,  # put off, and told of again for a later day
    "date.replanned": NO_LINK,  # a plan, and a later day: one event only if a third report says that it was put off
    "date.unknown": NO_LINK,
    "date.apart": VETO,
    "date.impossible": VETO,
    "mode.same": 1.5,
    "mode.open": 0.5,
    "mode.none": 1.0,
    "mode.doubtful": 0.0,
    "mode.differ": VETO,
    "place.same": 1.0,
    "place.inside": 1.0,
    "place.open": 0.0,
    "place.differ": -3.0,  # of contacts: outlets name the town, the hotel, the region
    "place.differ_act": -4.5,
    "figures.same": 1.0,
    "figures.open": 0.0,
    "words.copied": 3.0,
    "words.same": 2.5,
    "words.some": -0.5,
    "words.other": -1.0,
    "words.open": 0.0,
    "shared.same": 2.5,  # in two languages
    "shared.some": 0.5,
    "shared.other": -0.5,
}
NEITHER, ONE, OTHER, BOTH = 0, 1, 2, 3


class Finding(msgspec.Struct, frozen=True, gc=False):
    """What one trait says about two units."""

    grade: str  # a key of GRADES
    says: tuple[str, ...] = ()  # for a reader: "date: ", "2021-12-07", " inside ", "2021-12-06/2021-12-12"
    loose: int = NEITHER  # which of the two says less: ONE, OTHER or BOTH

    @property
    def text(self) -> str:
        """The finding in words; empty where it says nothing."""
        return "".join(self.says)
