"""What the encoder holds of a trigger, and that as features of the coder."""

from __future__ import annotations

from dataclasses import dataclass

from kawat.reading.coder.shapes import Ladder
from kawat.reading.model import MUTUAL

STATUSES = ("held", "planned", "proposed", "cancelled", "postponed", "denied")
RANKS = 22  # parties told apart; the rarer ones share the last number
bins = Ladder([x / 100 for x in (2, *range(5, 100, 5), 98)])  # of a score from 0 to 1


@dataclass(slots=True)
class Reading:
    """What the encoder holds of one trigger."""

    event: float
    status: tuple[float, ...]  # as STATUSES
    #: Rank of a party -> chance that it acts, is acted upon, takes part.
    parts: dict[int, tuple[float, float, float]]

    def part(self, rank: int) -> tuple[float, float, float] | None:
        """Return the chances of a party, none where it does not stand near."""
        return self.parts.get(min(rank, RANKS - 1))


def event_scores(r: Reading | None) -> list[str]:
    """Return the features of a trigger."""
    return bins("enc", r.event) if r is not None else ["enc=none"]


def status_scores(r: Reading | None) -> list[str]:
    """Return the features of a trigger's status."""
    if r is None:
        return []
    best = max(range(len(STATUSES)), key=lambda i: (r.status[i], -i))
    return [f"encst={best}", *bins("encheld", r.status[0]), *bins("encplan", r.status[1])]


def role_scores(r: Reading | None, rank: int, type_: str) -> list[str]:
    """Return the features of a party beside a trigger."""
    p = r.part(rank) if r is not None else None
    if r is None or p is None:
        return ["encr=none"]
    out: list[str] = []
    for j, name in ((2, "encP"),) if type_ in MUTUAL else ((0, "encA"), (1, "encR")):
        out += bins(name, p[j])
        out.append(f"{name}r={min(sum(q[j] > p[j] for q in r.parts.values()), 2)}")
    return out
