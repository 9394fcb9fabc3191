"""What speaks for and against a trigger's telling an event, and in which status: named features.

In: a cue and its scene.
Out: features, for training and for reading alike. A name such as "w-1=akan" says it all: the word before is "akan".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from kawat.reading.coder.cues import Cue
from kawat.reading.coder.reading import event_scores, status_scores
from kawat.reading.coder.scene import Scene
from kawat.reading.coder.shapes import distance, stem
from kawat.reading.coder.survey import Survey
from kawat.reading.status import Effects

BAG = 8  # tokens on either side whose stems are told
SHORT = 4  # letters that a told stem has at least


def event_features(c: Cue, scene: Scene) -> list[str]:
    """Return the features by which a trigger is judged to tell an event."""
    return [*plain_features(c, scene), *event_scores(c.reading)]


def plain_features(c: Cue, scene: Scene) -> list[str]:
    """Return what is known of a trigger before the encoder has read it; found once, as every question asks for it."""
    if c.plain is None:
        parts = (_itself, _grammar, _governed, _subject, _parties, _speech, _around, _article)
        told = chain.from_iterable(part(c, scene) for part in parts)
        c.plain = list(dict.fromkeys(chain((f"T={c.type}",), told)))
    return c.plain


def _itself(c: Cue, scene: Scene) -> Iterator[str]:
    lows = c.told.s.lows
    yield from (f"v={c.letter}", f"role={c.told.s.role}", f"low={c.words}", "frame" if c.triggers else "cue")
    yield from (f"id={x}" for x in c.ids)
    yield "stem=" + " ".join(stem(w, scene.language) for w in lows[c.i : c.j])
    for k in range(max(0, c.i - BAG), min(len(lows), c.j + BAG)):
        if not c.i <= k < c.j and lows[k].isalpha() and len(lows[k]) >= SHORT:
            yield f"bag={stem(lows[k], scene.language)}"
    strength = c.strength or "even"
    yield from (f"rivals={c.rivals}", f"sure={strength}", f"sure={strength}:{c.letter}{bool(c.triggers)}")


def _grammar(c: Cue, scene: Scene) -> Iterator[str]:
    rule, found = c.rule, c.told.found
    if rule is None:
        yield "rule=none"
        yield f"refused={c.refused}"
        if not found:
            yield "norule"
    else:
        yield f"rule={rule.status}:{'x' if rule.explicit else 'i'}:{bool(rule.recipients)}"
    yield from (f"with={x.type}" for x in found if x is not rule)


def _governed(c: Cue, scene: Scene) -> Iterator[str]:
    chain, item, verb = c.clause.up(), c.item, c.clause.verb
    yield "link=" + ">".join(x.link for x in chain[:2])
    yield from (f"in={x.link}" for x in chain)
    if item is not None:
        yield f"kind={item.kind}:{c.letter}"
        yield from (f"mod={m}" for m in sorted(item.mods))
        if item.prep:
            yield f"prep={item.prep}"
    yield from (f"cmod={m}" for m in sorted(c.clause.mods))
    for up in chain[1:3]:
        if up.verb is not None:
            yield from (f"umod={m}" for m in sorted(up.mods))
            yield from (f"ucls={x}" for x in sorted(up.verb.classes) if ":" not in x)
            yield from (f"utype={x}" for x in sorted(up.verb.types))
    if verb is not None and verb is not item:
        yield from [f"vcls={x}" for x in sorted(verb.classes) if ":" not in x] or ["vcls=-"]
        yield from (f"vtype={x}" for x in sorted(verb.types))
        yield "vbefore" if verb.i < c.i else "vafter"
    elif verb is not None:
        yield "isverb"


def _subject(c: Cue, scene: Scene) -> Iterator[str]:
    clause = c.clause
    nominal = "n" if clause.nominal else ""
    if clause.subj is None:
        yield "subj=none" + nominal
        return
    yield f"subj={'p' if clause.subj.codes else 'o'}{'own' if clause.own_subj else 'inh'}{nominal}"
    yield f"subjkind={clause.subj.kind}"
    if any(x.person for x in clause.subj.sides):
        yield "subjperson"


def _parties(c: Cue, scene: Scene) -> Iterator[str]:
    t = c.told
    before = {side.code for x in t.actors if x.i < c.i for side in x.sides}
    after = {side.code for x in t.actors if x.i > c.i for side in x.sides}
    inner = {side.code for x in c.clause.items for side in x.sides}
    yield f"np={min(len(before | after), 4)}"
    yield f"nb={min(len(before), 2)}:na={min(len(after), 2)}"
    yield f"nc={min(len(inner), 3)}"
    if any(scene.rank[code] < 2 for code in before | after):
        yield "main"


def _speech(c: Cue, scene: Scene) -> Iterator[str]:
    t, own = c.told, c.told.heard(c.i)
    yield f"q={int(t.quotes(c.i))}:{'no' if own is None else 'party' if own.sides else 'said'}"
    if own is None and t.voices:
        yield "q=outside"
    if own is not None and own.cue is not None:
        at = own.cue
        yield "saidby=" + stem(scene.told[at.sentence].s.lows[at.i], scene.language)


def _around(c: Cue, scene: Scene) -> Iterator[str]:
    s, lows = c.told.s, c.told.s.lows
    for d in (3, 2, 1):
        if c.i >= d:
            yield f"wb={lows[c.i - d]}"
            if d < 3:
                yield f"w-{d}={lows[c.i - d]}"
    for d, low in enumerate(lows[c.j : c.j + 3]):
        yield f"wa={low}"
        if d < 2:
            yield f"w+{d}={low}"
    for k, way in ((c.i - 1, "<"), (c.j, ">")):
        hit = s.hits.get(k)
        if hit is not None and hit.word is not None:
            yield from (f"h{way}{x}" for x in sorted(hit.word.classes) if not x.startswith("number"))
        if hit is not None and hit.name is not None:
            yield f"h{way}name"


def _article(c: Cue, scene: Scene) -> Iterator[str]:
    t = c.told
    if any(x.year is not None for x in t.times):
        yield "year"
    yield f"times={min(len(t.times), 2)}"
    yield f"k={t.k if t.k < 3 else 4 + min(t.k // 6, 3)}"
    yield f"parties={min(len(scene.rank), 5)}"
    yield f"len={distance(len(t.s.words))}{len(t.s.words) > 30}"


# -- status ---------------------------------------------------------------------------------------------------------


def status_features(c: Cue, sv: Survey) -> list[str]:
    """Return the features that tell the status of a trigger's event."""
    return list(
        dict.fromkeys(
            [
                *event_features(c, sv.scene),
                *_effects(c),
                *_ahead(c, sv),
                *_modals(c),
                *status_scores(c.reading),
            ]
        )
    )


def _effects(c: Cue) -> Iterator[str]:
    if c.item is not None and any(x is c.item for x in c.clause.items):
        effects = Effects.of(c.clause, c.item)
        yield from (f"eff={m}" for m in sorted(effects.marks))
        yield f"hyp={effects.hypothetical}"


def _ahead(c: Cue, sv: Survey) -> Iterator[str]:
    """Tell of the times of the sentence whether they lie behind the day of publication."""
    calendar = sv.calendars[c.told.k]
    for x in c.told.row:
        if x.timex is None or x.timex.type not in ("DATE", "TIME") or calendar.published is None:
            continue
        value = calendar.value(x.timex, "planned")
        if value is not None:
            after = value[:10] > calendar.published.isoformat()[: len(value[:10])]
            yield f"time={'after' if after else 'not'}:{x.timex.direction}"
            if x.timex.direction:
                yield f"dir={x.timex.direction}"


def _modals(c: Cue) -> Iterator[str]:
    hits = c.told.s.hits
    for way, places in (("-", range(max(0, c.i - 6), c.i)), ("+", range(c.j, c.j + 5))):
        for k in places:
            hit = hits.get(k)
            if hit is not None and hit.word is not None:
                yield from (f"near{way}{x}" for x in sorted(hit.word.classes) if x.startswith("mod:"))
