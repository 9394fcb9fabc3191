"""Coordination: "A dan B", "A, B, and C", "A-B" are one mention with several sides.

In: the mentions of a sentence in order.
Out: the same, coordinated ones joined into one.
"""

from __future__ import annotations

from kawat.reading.mentions import Mention
from kawat.reading.view import View

LONGEST_LINK = 3  # tokens between two that are joined: ", and the"
LONGEST_OWNED = 5  # "dan anggota utamanya,"; tokens behind the joiner that closes a list: "and other members"


def joined(v: View, mentions: list[Mention]) -> list[Mention]:
    """Join "A dan B", "A, B, and C" and "A-B" into one mention each."""
    out: list[Mention] = []
    chain: list[Mention] = []
    for mention in _apposed(v, mentions):
        if chain and not _linked(v, chain[-1], mention):
            out += _closed(v, chain)
            chain = []
        chain.append(mention)
    return out + _closed(v, chain)


def _apposed(v: View, mentions: list[Mention]) -> list[Mention]:
    """Name the group itself where it stands behind whose it is: "kelompok Palestina Hamas"."""
    out: list[Mention] = []
    bands = v.lex.pack.epithets.get("band", ())
    for b in mentions:
        a = out[-1] if out else None
        near = a is not None and (b.i == a.j or (b.i == a.j + 1 and v.words[a.j] == ","))
        group = len(b.sides) == 1 and b.sides[0].sort == "group" and b.kind == "named"
        if a is not None and near and group and a.agent and v.lows[a.i] in bands and a.i < a.j - 1:
            out[-1] = Mention(a.i, b.j, b.sides, agent=True)
        else:
            out.append(b)
    return out


def _linked(v: View, a: Mention, b: Mention) -> bool:
    """Tell whether only commas, joiners and articles stand between two mentions."""
    between = range(a.j, b.i)
    if _sets_scene(v, a, b) and any(v.words[k] == "," for k in between):
        return False
    if not between or b.kind != "named" or a.kind not in ("named", "opaque"):
        return False
    if _is_pictured(v, a.j):
        rest = [k for k in between if v.words[k] not in "(),"][1:]
        return len(between) < 2 * LONGEST_LINK and all("join" in v.classes(k) for k in rest) and bool(rest)
    if len(between) > LONGEST_LINK:
        return v.is_mark(b.j, ",.") and _names_its_own(v, between)
    whither = not a.agent and b.agent and a.i > 0 and "where" in v.classes(a.i - 1)
    if whither and any("prep:with" in v.classes(k) for k in between):
        return False  # "ke Chile bersama Menlu Peru": he comes along
    owned = "possessive" in v.classes(b.i - 1) and b.agent  # "Putin and his Chinese counterpart"
    between = range(a.j, b.i - 1) if owned else between
    return all(v.words[k] in ",-–/" or _joins(v, k) or v.lows[k] in v.lex.articles for k in between)


def _joins(v: View, k: int) -> bool:
    """Tell whether a word joins two, or the last of a list to it: "Peru, Chile, hingga Bolivia"."""
    return "join" in v.classes(k) or (v.lows[k] in v.lex.pack.closers and k > 0 and v.words[k - 1] == ",")


def _is_pictured(v: View, j: int) -> bool:
    """Tell whether it is said behind a name where a picture shows him: "Ana Soto, left, and", "Ana Soto (kiri) dan"."""
    return v.is_mark(j, "(,") and j + 1 < v.n and v.lows[j + 1] in v.lex.pack.pictured


def _names_its_own(v: View, between: range) -> bool:
    """Tell whether the second is one of the first's own: "OPEC dan anggota utamanya, Peru", "and its ally, Peru"."""
    first, *own, last = between
    if len(between) > LONGEST_OWNED or "join" not in v.classes(first) or v.words[last] != ",":
        return False
    owning = v.lex.pack.owning
    hung = any("possessive" in v.classes(k) or v.lows[k].endswith(owning) for k in own)
    return hung and all(v.is_lower(k) and not v.has_trigger(k) for k in own)


def _sets_scene(v: View, a: Mention, b: Mention) -> bool:
    """Tell whether a is who says so or the place: "Menurut Lavrov, X dan Y", "Di Brussel, X dan Y"."""
    led = v.classes(a.i - 1) if a.i else frozenset()
    return "prep:according" in led or ("where" in led and a.is_capital and not b.is_capital)


def _closed(v: View, chain: list[Mention]) -> list[Mention]:
    """Join a chain up to its last joiner; what hangs on by commas alone stays apart: "Peru, Chile and others"."""
    last = 0
    for n in range(1, len(chain)):
        between = range(chain[n - 1].j, chain[n].i)
        if any(_joins(v, k) or v.words[k] in "-–/" for k in between):
            last = n
    goes_on = bool(chain) and _goes_on(v, chain[-1].j)
    if goes_on:
        last = len(chain) - 1
    elif last == 1 and len(chain[1].sides) and v.is_mark(chain[0].j, ",") and not _is_pictured(v, chain[0].j):
        return chain  # "... in Gaza, and President X": a comma before two begins a clause
    head, tail = chain[: last + 1], chain[last + 1 :]
    sides = [s for m in head for s in m.sides]
    if last == 0 or not sides:
        return chain
    return [Mention(head[0].i, head[-1].j, sides, agent=any(m.agent for m in head)), *tail]


def _goes_on(v: View, j: int) -> bool:
    """Tell whether a list ends in others that are not named: "..., and other neighbours", "..., dan negara lain"."""
    j += v.is_mark(j, ",")
    ends = range(j + 1, min(j + LONGEST_OWNED, v.n))
    return j < v.n and "join" in v.classes(j) and any("other" in v.classes(k) for k in ends)
