"""The words of a sentence that may tell an event: those of frames, and the broader cues of the pack."""

from __future__ import annotations

from functools import cache

import msgspec

from kawat.packs import section
from kawat.reading.coder.features import Cue
from kawat.reading.coder.scene import Told
from kawat.reading.lexicon import Lexicon, inflect, lexicon, tokens


class CueWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that may tell an event of one type."""

    id: str
    type: str
    mode: str | None = None
    verbs: tuple[str, ...] = ()
    passive: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


class CuePack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All cues of a language."""

    cue: tuple[CueWords, ...] = ()


Entry = tuple[tuple[str, ...], tuple[tuple[str, str, str, str | None], ...]]  # tokens, (type, voice, id, mode)


@cache
def table(language: str) -> dict[str, list[Entry]]:
    """Return all cues by their first token, longest first."""
    try:
        pack = section(language, "cues", CuePack)
    except Exception:
        return {}
    words = lexicon(language).pack
    found: dict[tuple[str, ...], dict[tuple[str, str], tuple[str, str | None]]] = {}
    for cue in pack.cue:
        for voice, phrases in (("active", cue.verbs), ("passive", cue.passive), ("noun", cue.nouns), ("phrase", cue.phrases)):
            for phrase in phrases:
                forms = inflect(phrase, words) if voice == "active" else (phrase,)
                for form in forms:
                    key = tuple(tokens(form))
                    if key:
                        found.setdefault(key, {}).setdefault((cue.type, voice), (cue.id, cue.mode))
    out: dict[str, list[Entry]] = {}
    for key, entry in sorted(found.items(), key=lambda kv: (-len(kv[0]), kv[0])):
        out.setdefault(key[0], []).append((key, tuple((t, v, i, m) for (t, v), (i, m) in sorted(entry.items()))))
    return out


CLITICS = ("nya", "lah", "kah", "ku")


def cues_in(t: Told, lex: Lexicon) -> list[Cue]:
    """Return the triggers of a sentence, each type once for each place."""
    out: dict[tuple[int, str], Cue] = {}
    rules = {(id(f.item), f.trigger.frame.type): f for f in t.found}
    covers: dict[int, tuple[object, object]] = {}
    for clause in t.clauses:
        for item in clause.items:
            for at in range(item.i, item.j):
                covers[at] = (item, clause)
            types: dict[str, list] = {}
            for trigger in item.triggers:
                types.setdefault(trigger.frame.type, []).append(trigger)
            for type_, triggers in types.items():
                first = triggers[0]
                out[item.i, type_] = Cue(
                    t, item.i, item.j, type_, first.voice, tuple(x.frame.id for x in triggers), first.frame.mode, item, clause,
                    rules.get((id(item), type_)), True, any(x.frame.alone for x in triggers),
                )  # fmt: skip
    entries = table(lex.language)
    if not entries:
        return sorted(out.values(), key=lambda c: (c.i, c.type))
    lows = t.s.lows
    taken = {type_: set() for type_ in {x.type for x in out.values()}}
    for c in out.values():
        taken[c.type].update(range(c.i, c.j))
    for i, low in enumerate(lows):
        options = entries.get(low)
        if options is None and lex.pack.clitics:
            for clitic in CLITICS:
                if low.endswith(clitic):
                    options = entries.get(low[: -len(clitic)])
                    if options is not None:
                        options = [o for o in options if len(o[0]) == 1]
                    break
        for key, kinds in options or ():
            n = len(key)
            if n > 1 and tuple(lows[i + 1 : i + n]) != key[1:]:
                continue
            for type_, voice, id_, mode in kinds:
                used = taken.setdefault(type_, set())
                if used & set(range(i, i + n)):
                    if (i, type_) in out:
                        c = out[i, type_]
                        if id_ not in c.ids:
                            c.ids = (*c.ids, id_)
                    continue
                used.update(range(i, i + n))
                item, clause = covers.get(i, (None, t.clauses[0]))
                out[i, type_] = Cue(t, i, i + n, type_, voice, (id_,), mode, item, clause, None, False)
    for c in out.values():
        c.rivals = tuple(sorted({o.type for o in out.values() if o.i == c.i and o.type != c.type}))
    return sorted(out.values(), key=lambda c: (c.i, c.type))
