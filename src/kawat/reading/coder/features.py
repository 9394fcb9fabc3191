"""What the coder knows of a trigger, and of a party beside it: named features, for training and for reading alike."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kawat.reading.candidates import Candidate
from kawat.reading.coder.scene import Scene, Told
from kawat.reading.mentions import Side
from kawat.reading.model import MUTUAL
from kawat.reading.saying import Voice
from kawat.reading.structure import Clause, Item


@dataclass(slots=True)
class Cue:
    """A word that may tell an event of one type, where it stands."""

    told: Told
    i: int
    j: int
    type: str
    voice: str  # active, passive, mutual, noun, phrase
    ids: tuple[str, ...]  # frames or cues
    mode: str | None
    item: Item | None
    clause: Clause
    rule: Candidate | None  # what the grammar made of it
    frame: bool  # a word of a frame, not only of the cues
    alone: bool = False
    rivals: tuple[str, ...] = ()  # other types that the same word can tell


VOICES = {"active": "A", "headline": "A", "passive": "P", "mutual": "M", "headline_mutual": "M", "noun": "N", "phrase": "C"}


_AFFIXES = re.compile(r"^(?:memper|diper|menge|meng(?=[aiueogkh])|men(?=[tdcjz])|meny|mem(?=[bpfv])|me(?=[lmnrwy])|di|ber|ter|peng(?=[aiueogkh])|pen(?=[tdcjz])|pem(?=[bpfv])|pe|ke|se)(?=\w{4})")
_ENDINGS = re.compile(r"(?<=\w{4})(?:nya|lah|kah|kan|an|i)$")
_ENGLISH = re.compile(r"(?<=\w{3})(?:ations?|ments?|ings?|ied|ies|ed|es|s|al|e|d)$")


def stem(word: str, language: str) -> str:
    """Cut a word down to what its forms share, roughly: "menyerang", "diserang", "serangan" -> "serang"."""
    if language == "en":
        return _ENGLISH.sub("", word)
    word = _ENDINGS.sub("", word)
    if word.startswith("meny") or word.startswith("peny"):
        return "s" + word[4:]
    return _AFFIXES.sub("", word)


def distance(d: int) -> str:
    """Put a distance in tokens into one of a few classes."""
    d = abs(d)
    return "1" if d <= 1 else "2" if d == 2 else "4" if d <= 4 else "8" if d <= 8 else "16" if d <= 16 else "far"


def kin(clause: Clause, other: Clause) -> str:
    """Tell how another clause stands to the trigger's own."""
    if other is clause:
        return "S"
    up = clause.up()
    for depth, c in enumerate(up):
        if c is other:
            return f"U{min(depth, 2)}{up[depth - 1].link}"
    down = other.up()
    for depth, c in enumerate(down):
        if c is clause:
            return f"D{min(depth, 2)}{down[depth - 1].link}"
    return "O"


def heard(t: Told, i: int) -> Voice | None:
    """Return whose words the token is; None: the narrator's."""
    return next((v for v in t.voices if v.i <= i < v.j), None)


def speakers_of(t: Told, i: int) -> tuple[Side, ...]:
    """Return the party whose words a token is, else the party that speaks elsewhere in the sentence."""
    own = heard(t, i)
    if own is not None:
        return own.sides
    return next((v.sides for v in t.voices if v.sides), ())


def in_quote(t: Told, i: int) -> bool:
    """Tell whether a token is quoted."""
    own = heard(t, i)
    return own is not None and own.direct


def event_features(c: Cue, scene: Scene) -> list[str]:
    """Return the features by which a trigger is judged to tell an event."""
    t, s, item, clause = c.told, c.told.s, c.item, c.clause
    v = VOICES[c.voice]
    out = [f"v={v}", f"role={s.role}", f"low={' '.join(s.lows[c.i : c.j])}"]
    out += [f"id={x}" for x in c.ids]
    lang = scene.language
    out.append("stem=" + " ".join(stem(w, lang) for w in s.lows[c.i : c.j]))
    out += [f"bag={stem(s.lows[k], lang)}" for k in range(max(0, c.i - 8), min(len(s.lows), c.j + 8)) if not c.i <= k < c.j and s.lows[k].isalpha() and len(s.lows[k]) > 3]
    out.append("frame" if c.frame else "cue")
    rule = c.rule
    out.append("rule=none" if rule is None else f"rule={rule.status}:{'x' if rule.explicit else 'i'}:{len(rule.recipients) > 0}")
    if rule is None and not t.found:
        out.append("norule")
    others = {f.type for f in t.found if f is not rule}
    out += [f"with={x}" for x in others]
    out.append(f"rivals={len(c.rivals)}")
    chain = clause.up()
    out.append("link=" + ">".join(x.link for x in chain[:2]))
    out += [f"in={x.link}" for x in chain]
    if item is not None:
        out.append(f"kind={item.kind}:{v}")
        out += [f"mod={m}" for m in item.mods]
        if item.prep:
            out.append(f"prep={item.prep}")
    out += [f"cmod={m}" for m in clause.mods]
    for up in chain[1:3]:
        if up.verb is not None:
            out += [f"umod={m}" for m in up.mods]
            out += [f"ucls={x}" for x in up.verb.classes if ":" not in x]
            out += [f"utype={x}" for x in up.verb.types]
    if clause.verb is not None and clause.verb is not item:
        out += [f"vcls={x}" for x in clause.verb.classes if ":" not in x] or ["vcls=-"]
        out += [f"vtype={x}" for x in clause.verb.types]
        out.append("vbefore" if clause.verb.i < c.i else "vafter")
    elif clause.verb is item and item is not None:
        out.append("isverb")
    if clause.subj is None:
        out.append("subj=none" + ("n" if clause.nominal else ""))
    else:
        party = "p" if clause.subj.codes else "o"
        out.append(f"subj={party}{'own' if clause.own_subj else 'inh'}{'n' if clause.nominal else ''}")
        out.append(f"subjkind={clause.subj.kind}")
        if any(x.person for x in clause.subj.sides):
            out.append("subjperson")
    before = {code for x in t.row if x.kind == "actor" and x.i < c.i for code in (y.code for y in x.sides)}
    after = {code for x in t.row if x.kind == "actor" and x.i > c.i for code in (y.code for y in x.sides)}
    here = before | after
    out.append(f"np={min(len(here), 4)}")
    out.append(f"nb={min(len(before), 2)}:na={min(len(after), 2)}")
    inner = {y.code for x in clause.items for y in x.sides}
    out.append(f"nc={min(len(inner), 3)}")
    q = in_quote(t, c.i)
    own = heard(t, c.i)
    who = "no" if own is None else ("party" if own.sides else "said")
    out.append(f"q={int(q)}:{who}")
    if own is None and t.voices:
        out.append("q=outside")
    if own is not None and own.cue is not None:
        cue = scene.told[own.cue.sentence].s.lows[own.cue.i : own.cue.j]
        out.append("saidby=" + stem(cue[0], lang) if cue else "saidby=")
    n = len(s.words)
    for d in (-3, -2, -1):
        if c.i + d >= 0:
            out.append(f"w{d}={s.lows[c.i + d]}" if d > -3 else f"wb={s.lows[c.i + d]}")
            if d > -3:
                out.append(f"wb={s.lows[c.i + d]}")
    for d in (0, 1, 2):
        if c.j + d < n:
            if d < 2:
                out.append(f"w+{d}={s.lows[c.j + d]}")
            out.append(f"wa={s.lows[c.j + d]}")
    for k in (c.i - 1, c.j):
        hit = s.hits.get(k)
        if hit is not None:
            side = "<" if k < c.i else ">"
            if hit.word is not None:
                out += [f"h{side}{x}" for x in hit.word.classes if x.split(":")[0] != "number"]
            if hit.name is not None:
                out.append(f"h{side}name")
    years = [x for x in t.times if x.year is not None]
    if years:
        out.append("year")
    out.append(f"times={min(len(t.times), 2)}")
    out.append(f"k={min(t.k, 3) if t.k < 3 else 4 + min(t.k // 6, 3)}")
    out.append(f"parties={min(len(scene.rank), 5)}")
    if before & set(list(scene.rank)[:2]) or after & set(list(scene.rank)[:2]):
        out.append("main")
    out.append(f"len={distance(n)}{n > 30}")
    return out


def role_features(c: Cue, code: str, scene: Scene) -> tuple[list[str], Side | None]:
    """Return how a party stands to a trigger, and the side that best names it there."""
    t, s = c.told, c.told.s
    out: list[str] = []
    best: tuple[int, Side] | None = None
    actors = [x for x in t.row if x.kind == "actor" and x.sides]
    mine = [x for x in actors if any(y.code == code for y in x.sides)]
    out += [f"id={x}" for x in c.ids]
    out.append("stem=" + " ".join(stem(w, scene.language) for w in s.lows[c.i : c.j]))
    n_here = len({y.code for x in actors for y in x.sides})
    out.append(f"n{min(n_here, 4)}:{'in' if mine else 'out'}")
    for x in mine:
        side = next(y for y in x.sides if y.code == code)
        home = t.home.get(x.i)
        rel = kin(c.clause, home) if home is not None else "O"
        d = "b" if x.i < c.i else "a"
        lo, hi = (x.i, c.i) if x.i < c.i else (c.i, x.i)
        between = len({y.code for z in actors if lo < z.i < hi and z is not x for y in z.sides} - {code})
        role = x.role or "-"
        own = "+" if x.owner else ""
        out += [
            f"{rel}:{role}{own}:{d}",
            f"{rel[0]}:{role}{own}:{d}:{min(between, 2)}",
            f"{d}:{min(between, 2)}",
            f"{d}:{distance(x.i - c.i if d == 'b' else x.i - c.j + 1)}",
            f"sort={side.sort}:{d}",
            f"{role}:{d}",
        ]
        if d == "a":
            at = x.i - 1
            if at >= c.j:
                out.append(f"pw={s.lows[at]}" if at > c.j else f"pw1={s.lows[at]}")
        elif x.j <= c.i:
            out.append(f"nw={s.lows[x.j]}" if x.j < c.i else "nw1")
        out += _between(t, lo, hi, c, d)
        if len(x.sides) > 1:
            out.append(f"multi{len(x.sides)}:{rel[0]}:{role}")
        if x.mention is not None and x.mention.kind != "named":
            out.append(f"ref={x.mention.kind}:{rel[0]}:{role}:{d}")
        if side.person:
            out.append(f"person:{d}")
        if side.speaks:
            out.append(f"speaks:{d}")
        quality = (side.person is not None) * 2 + (rel == "S") + (x.role == "subj")
        if best is None or quality > best[0]:
            best = (quality, side)
    for name, x in _bare(t, c):
        if x in mine:
            out.append(name)
    if mine:
        if actors[0] in mine:
            out.append("firstS")
        if actors[-1] in mine:
            out.append("lastS")
        nearest = min(actors, key=lambda x: abs(x.i - c.i))
        if nearest in mine:
            out.append("nearest")
    clause = c.clause
    q = "q" if in_quote(t, c.i) else "r"
    for depth, up in enumerate(clause.up()[:3]):
        if up.subj is not None and code in up.subj.codes:
            verb = "speech" if up.verb_is("speech", "cue") else "-"
            link = clause.up()[depth - 1].link if depth else up.link
            nom = "n" if up.nominal else ""
            out.append(f"subj{depth}:{link}:{verb}{nom}:{'own' if up.own_subj else 'inh'}")
            out.append(f"subj{depth}{nom}:{q}")
            if up.verb is not None:
                out += [f"subj{depth}:{x}" for x in up.verb.types]
            if best is None:
                best = (0, next(y for y in up.subj.sides if y.code == code))
    own = heard(t, c.i)
    where = q if own is not None else "o"
    spoken = speakers_of(t, c.i)
    voice = [y for y in spoken if y.code == code]
    if voice:
        out.append(f"voice:{where}")
        out.append(f"voice:{where}:{'in' if mine else 'out'}")
        best = best or (0, voice[0])
    elif spoken:
        out.append(f"othervoice:{where}")
    elif own is not None:
        out.append(f"privatevoice:{q}")
    if c.rule is not None:
        ra = [x for x in c.rule.actors if x.code == code]
        rr = [x for x in c.rule.recipients if x.code == code]
        if ra:
            out.append("ruleA")
        if rr:
            out.append("ruleR")
        if not ra and not rr:
            out.append("rule-" + ("R" if c.rule.recipients else "0"))
        if ra or rr:
            best = (9, (ra or rr)[0])
    else:
        out.append("norule")
    for other in t.found:
        if other is not c.rule:
            if any(x.code == code for x in other.actors):
                out.append(f"oA:{other.type}")
            if any(x.code == code for x in other.recipients):
                out.append(f"oR:{other.type}")
    told = scene.told
    for d, name in ((-1, "p1"), (-2, "p2"), (1, "n1")):
        k = t.k + d
        if 0 <= k < len(told):
            for x in told[k].row:
                if x.kind == "actor" and any(y.code == code for y in x.sides):
                    out.append(f"{name}:{x.role or '-'}")
    if told and told[0] is not t and any(y.code == code for x in told[0].row for y in x.sides):
        first = next((x for x in told[0].row if x.sides), None)
        out.append("lead1" if first is not None and any(y.code == code for y in first.sides) else "lead")
    if code in t.topic:
        out.append("topic" if mine else "topic:out")
    if code in t.contact:
        out.append("contact" if mine else "contact:out")
    for a, others in t.against.items():
        if code in others and a in {y.code for y in (clause.subj.sides if clause.subj else [])}:
            out.append("against:subj")
        if code in others and a in {y.code for y in spoken}:
            out.append("against:voice")
    for a, others in t.blamed.items():
        if code in others and a in {y.code for y in (clause.subj.sides if clause.subj else spoken)}:
            out.append("blamed")
    if code == scene.publisher:
        out.append(f"publisher:{'in' if mine else 'out'}:{q}")
    if code == scene.home:
        out.append(f"home:{'in' if mine else 'out'}")
    r = scene.rank.get(code, 9)
    out.append(f"rank{min(r, 3)}:{'in' if mine else 'out'}")
    if scene.share.get(code, 0) > 0.4:
        out.append(f"main:{'in' if mine else 'out'}")
    out = list(dict.fromkeys(out))
    return out, best[1] if best is not None else scene.faces.get(code)


GLUE = {"rel", "that", "sub", "if", "coord", "comma", "quote", "purpose", "semicolon", "relay", "verb", "noun", "actor", "time"}


def _between(t: Told, lo: int, hi: int, c: Cue, d: str) -> list[str]:
    """Return what stands between a party and the trigger: the kinds of items, in order and as a set."""
    items = [x for x in t.row if lo < x.i < hi and not (x.i <= c.i < x.j)]
    kinds = [f"prep:{x.role}" if x.kind == "prep" else x.kind for x in items if x.kind in GLUE or x.kind == "prep"]
    out = [f"bt:{d}:{k}" for k in set(kinds)]
    if len(kinds) <= 4:
        out.append(f"path:{d}:" + ".".join(kinds))
    else:
        out.append(f"path:{d}:long:{kinds[0]}..{kinds[-1]}")
    out.append(f"nverb:{d}:{min(kinds.count('verb') + kinds.count('noun'), 3)}")
    return out


def _bare(t: Told, c: Cue) -> list[tuple[str, Item]]:
    """Return the nearest actors on either side that no preposition leads in."""
    out = []
    row = t.row
    left = right = False
    for k in range(len(row) - 1, -1, -1):
        x = row[k]
        if x.kind == "actor" and x.sides and x.i < c.i and not (k and row[k - 1].kind == "prep") and not x.owner:
            out.append(("bareleft" if not left else "bareleft2", x))
            if left:
                break
            left = True
    for k, x in enumerate(row):
        if x.kind == "actor" and x.sides and x.i >= c.j and not (k and row[k - 1].kind == "prep"):
            out.append(("bareright" if not right else "bareright2", x))
            if right:
                break
            right = True
    return out


def context(c: Cue) -> str:
    """Return the class of triggers that a role is weighed in: type and voice."""
    return f"{c.type}|{VOICES[c.voice]}"


def is_mutual(c: Cue) -> bool:
    return c.type in MUTUAL
