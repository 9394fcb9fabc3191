"""Groups of the types of events (PLOVER) that the rules of reading speak of, each with what its members share."""

from __future__ import annotations

#: Acts of deeds: events of their own also where they are only alleged (gold guide, "Actors"), and told with numbers.
PHYSICAL = frozenset({"MOBILIZE", "ASSAULT", "COERCE", "AID", "SANCTION", "RETREAT"})
#: Acts of force against people and things.
FORCE = frozenset({"ASSAULT", "COERCE"})
#: Acts of words alone.
SPOKEN = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
#: Acts that a state's rockets, troops and ships do as well as the state.
BODILY = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
#: Acts that are said of another act, and reach whom that act would reach.
GOVERNING = frozenset({"THREATEN", "AGREE", "REJECT", "REQUEST", "CONCEDE"})
#: Acts whose object is an act that has not happened: "mengancam akan menyerang".
BINDING = frozenset({"THREATEN", "REQUEST", "REJECT", "AGREE"})
#: Acts that answer somebody; the addressee is often named only before.
ANSWERING = frozenset({"REJECT", "THREATEN", "ACCUSE", "REQUEST"})
#: Acts of words, and deeds done for or to another, whom often only the article tells: "Peru membebaskan dua dokter".
ADDRESSING = SPOKEN | {"RETREAT", "AID"}
#: Who is told such a thing may answer it; a denial without an address answers whoever said it last.
BLAMING = frozenset({"ACCUSE", "REQUEST", "THREATEN"})
#: Directed types in which two can do the same to each other: sign, clash, break with each other.
RECIPROCAL = frozenset({"SUPPORT", "ASSAULT", "SANCTION", "RETREAT", "ACCUSE", "THREATEN"})
#: Acts of which two states do one together, whoever is named first.
SHARED = frozenset({"AGREE", "COOPERATE", "SUPPORT"})
#: Acts of words that want an answer: a demand, a charge, a threat, an offer; and those that give it.
ASKING = BLAMING | {"AGREE"}
REPLYING = frozenset({"REJECT", "CONCEDE", "AGREE"})
