"""Which class each phrase of a pack's closed lists has: "sub", or keyed: "prep:with", "mod:planned", "mode:phone".

In: the lists of `words.toml`.
Out: phrases with their classes; the key of a class that has one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kawat.reading.pack import Words

#: Field of `Words` -> class of its phrases; a class that no rule asks for keeps its words out of names.
PLAIN_CLASSES = {
    "reciprocals": "reciprocal", "attended": "attended", "led": "led", "separate": "separate",
    "further": "further", "kinds": "kind", "alike": "alike",
    "complementizers": "that", "purposes": "purpose", "subordinators": "sub", "conditionals": "if",
    "relatives": "rel", "coordinators": "coord", "joiners": "join", "adverbs": "adverb", "state_forms": "form",
    "determiners": "det", "verbs": "verb", "light_verbs": "light", "topic_verbs": "topic", "attend_verbs": "attend",
    "speech_verbs": "speech", "speech_cues": "cue", "passive_aux": "passive_aux", "ahead": "ahead",
    "during": "during", "preceding": "preceding", "place_prepositions": "where", "wish_prepositions": "wish",
    "not_event_dates": "undated", "relays": "relay",
    "same_times": "same_time", "states": "state", "agents": "agent", "delegates": "delegate",
    "home_agents": "home_agent",
    "counterparts": "counterpart", "pairs": "pair", "state_pairs": "state_pair", "persons": "person",
    "envoys": "envoys", "groups": "group", "bands": "band", "unions": "union", "ministries": "ministry",
    "pronouns": "pronoun",
    "objects": "object", "owned": "owned", "selves": "self", "neuters": "neuter",
    "name_particles": "particle", "not_names": "not_name",
    "possessives": "possessive", "sport": "sport", "receiving": "receiving", "anaphors": "anaphor",
    "begun": "begun", "guarding": "guarding", "perfects": "perfect",
    "definite": "definite", "ours": "ours", "askers": "asker", "addressed": "addressed",
    "privates": "private", "causing": "causing", "answered": "answered", "returned": "returned",
    "resisting": "resisting", "backing": "backing", "letting": "letting", "victims": "victim",
    "contents": "content", "harming": "harming", "reasons": "reason", "others": "other",
    "platforms": "platform",
    "headless": "headless", "societies": "society", "existing": "exists", "decisions": "decided",
    "mediating": "mediating", "mediators": "mediator", "mediations": "mediation",
}  # fmt: skip
KEYED_CLASSES = {
    "prepositions": "prep", "modality": "mod", "modes": "mode", "allies": "ally", "relations": "relation",
    "counted": "counted", "multipliers": "times", "numbers": "number", "currencies": "currency",
    "titles_of": "title_of", "epithets": "epithet",
}  # fmt: skip


def keyed(classes: Collection[str], group: str) -> str | None:
    """Return the key of the first class of a keyed group: "phone" of {"mode:phone"} in "mode"."""
    prefix = group + ":"
    found = [c for c in classes if c.startswith(prefix)]
    return min(found)[len(prefix) :] if found else None


def classes_of(pack: Words) -> Iterator[tuple[str, str]]:
    """Yield each phrase of the closed lists with its class."""
    for field, cls in PLAIN_CLASSES.items():
        for phrase in getattr(pack, field):
            yield phrase, cls
    for field, cls in KEYED_CLASSES.items():
        for key, phrases in getattr(pack, field).items():
            for phrase in phrases:
                yield phrase, f"{cls}:{key}"
