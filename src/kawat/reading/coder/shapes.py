"""What features are made of: stems, distances, how two clauses hang together, numbers as steps."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from kawat.packs import extends
from kawat.reading.structure import Clause

_AFFIXES = re.compile(
    r"^(?:memper|diper|menge|meng(?=[aiueogkh])|men(?=[tdcjz])|meny|mem(?=[bpfv])|me(?=[lmnrwy])|di|ber|ter"
    r"|peng(?=[aiueogkh])|pen(?=[tdcjz])|pem(?=[bpfv])|pe|ke|se)(?=\w{4})"
)
_ENDINGS = re.compile(r"(?<=\w{4})(?:nya|lah|kah|kan|an|i)$")
_ENGLISH = re.compile(r"(?<=\w{3})(?:ations?|ments?|ings?|ied|ies|ed|es|s|al|e|d)$")
NEAR = ((1, "1"), (2, "2"), (4, "4"), (8, "8"), (16, "16"))


@lru_cache(maxsize=65536)
def stem(word: str, language: str) -> str:
    """Cut a word down to what its forms share, roughly: "menyerang", "diserang", "serangan" -> "serang".

    Only for telling words alike; any other language is left as it is.
    """
    family = extends(language) or language
    if family == "en":
        return _ENGLISH.sub("", word)
    if family != "id":
        return word
    word = _ENDINGS.sub("", word)
    return "s" + word[4:] if word.startswith(("meny", "peny")) else _AFFIXES.sub("", word)


def distance(tokens: int) -> str:
    """Return the class of a distance in tokens, either way."""
    return next((name for most, name in NEAR if abs(tokens) <= most), "far")


def kin(clause: Clause, other: Clause | None) -> str:
    """Tell how another clause stands to the trigger's own: itself, above, below, elsewhere, with the link."""
    if other is None:
        return "O"
    if other is clause:
        return "S"
    for letter, chain, sought in (("U", clause.up(), other), ("D", other.up(), clause)):
        for depth, c in enumerate(chain):
            if c is sought:
                return f"{letter}{min(depth, 2)}{chain[depth - 1].link}"
    return "O"


class Ladder:
    """Numbers as features: one for each bound, of those in rising order, that a number exceeds."""

    def __init__(self, bounds: Sequence[float]) -> None:
        self.bounds = bounds
        self.kept: dict[str, list[str]] = {}  # the features of all bounds, by their name

    def __call__(self, name: str, value: float) -> list[str]:
        """Return the features of a number under a name: "p>0.05", "p>0.1"."""
        rungs = self.kept.get(name)
        if rungs is None:
            rungs = self.kept[name] = [f"{name}>{bound}" for bound in self.bounds]
        return rungs[: bisect_left(self.bounds, value)]


steps = Ladder([k / 20 for k in range(1, 20)])  # of a number from 0 to 1
differences = Ladder([k / 10 for k in range(-9, 10)])  # of one from -1 to 1
