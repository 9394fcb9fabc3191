"""Article -> drafts: which triggers tell an event, with whom, in which status and on which day.

In: the survey of an article.
Out: the drafts that are told with enough confidence, one for each event of the article.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import cast

from kawat.reading.candidates import Candidate
from kawat.reading.coder.dates import Day, days
from kawat.reading.coder.features import VOICES, Cue, event_features, role_features
from kawat.reading.coder.forest import Forest, Terms, chance, forest, weights
from kawat.reading.coder.survey import Survey
from kawat.reading.details import REMOTE, place, speakers
from kawat.reading.drafts import Draft, split
from kawat.reading.lexicon import Lexicon, Trigger
from kawat.reading.mentions import Side
from kawat.reading.merging import dates_agree, fold, modes_agree, people_agree
from kawat.reading.model import MUTUAL, EventType, Mode
from kawat.reading.pack import Frame
from kawat.reading.dating import duration
from kawat.reading.figures import figures
from kawat.reading.acts import PHYSICAL
from kawat.reading.status import Effects
from kawat.reading.structure import Item

MODES: tuple[Mode, ...] = ("in-person", "phone", "video", "letter", "unspecified")
STATUSES = ("held", "planned", "proposed", "cancelled", "postponed", "denied")


@dataclass(slots=True)
class Coded:
    """A draft with what speaks for it."""

    draft: Draft
    chance: float  # that its trigger tells an event
    sides: float  # that its sides are right
    cue: Cue
    day: float = 0.0
    near: bool = False
    rule: bool = False  # its sides are the grammar's
    agree: bool = False  # grammar and coder name the same parties
    others: list[Coded] = field(default_factory=list)  # told of the same event

    @property
    def score(self) -> float:
        return self.chance * self.sides**0.5


@dataclass
class Coder:
    """The trained questions, and the thresholds chosen for them."""

    forests: dict[str, Forest]
    linear: dict[str, Terms]
    settings: dict[str, float]

    @classmethod
    def trained(cls) -> Coder:
        """Return the coder that ships with the package."""
        w = weights()
        return cls({q: forest(q) for q in w.forests}, w.linear, w.settings)

    def odds(self, question: str, rows: list[list[str]]) -> list[float]:
        """Return the chance of each row: of trees and weights, where both were trained, the mean log-odds."""
        if not rows:
            return []
        sums = []
        if question in self.forests:
            sums.append(self.forests[question].odds(rows))
        if question in self.linear:
            sums.append(self.linear[question].odds(rows, [contexts(question, r) for r in rows]))
        return [float(x) for x in chance(sum(sums) // len(sums))]

    # -- questions ------------------------------------------------------------------------------------------------

    def events(self, cues: list[Cue], sv: Survey) -> list[float]:
        rows = [event_row(c, sv) for c in cues]
        return self.odds("event", rows)

    def sides(self, cues: list[Cue], sv: Survey) -> list[tuple[list[Side], list[Side], float]]:
        """Return actors and recipients of each trigger, and how sure both are."""
        codes = list(sv.scene.rank)
        given = [{code: role_features(c, code, sv.scene) for code in codes} for c in cues]
        rows: dict[str, list[list[str]]] = {"party": [], "actor": []}
        for c, named in zip(cues, given, strict=True):
            question = "party" if c.type in MUTUAL else "actor"
            rows[question] += [role_row(named[code][0], c) for code in codes]
        odds = {q: self.odds(q, r) for q, r in rows.items()}
        out: list[tuple[list[Side], list[Side], float]] = []
        at = {"party": 0, "actor": 0}
        asked: list[tuple[int, list[str], dict[str, float]]] = []
        for n, c in enumerate(cues):
            question = "party" if c.type in MUTUAL else "actor"
            p = dict(zip(codes, odds[question][at[question] : at[question] + len(codes)], strict=True))
            at[question] += len(codes)
            if question == "party":
                out.append(self._parties(codes, p, given[n]))
            else:
                top = sorted(codes, key=lambda x: -p[x])
                actors = top[:1] + [x for x in top[1:] if p[x] > self.settings["actor"]]
                asked.append((n, actors, p))
                out.append(([], [], 0.0))
        rr = [role_row(given[n][x][0] + pairing(sv, actors, x), cues[n]) for n, actors, _ in asked for x in codes if x not in actors]
        q = self.odds("recipient", rr)
        k = 0
        for n, actors, p in asked:
            rest = [x for x in codes if x not in actors]
            pr = dict(zip(rest, q[k : k + len(rest)], strict=True))
            k += len(rest)
            top = sorted(rest, key=lambda x: -pr[x])
            least = self.settings["recipient_first"]
            chosen = [x for x in top[:1] if pr[x] > least] + [x for x in top[1:] if pr[x] > self.settings["recipient"]]
            sure = p[actors[0]] * (pr[chosen[0]] if chosen else 0.5)
            out[n] = (_named(actors, given[n]), _named(chosen, given[n]), sure**0.5)
        return out

    def _parties(self, codes: list[str], p: dict[str, float], named: dict) -> tuple[list[Side], list[Side], float]:
        top = sorted(codes, key=lambda x: -p[x])
        part = [x for x in top if p[x] > self.settings["party"]]
        if len(part) < 2:
            part = top[:2] if len(top) > 1 and p[top[1]] > self.settings["party_second"] else top[:1]
        sure = (p[part[0]] * p[part[1]]) ** 0.5 if len(part) > 1 else p[part[0]] * 0.5
        sides = _named(part, named)
        sides.sort(key=lambda s: s.start)
        return sides[:1], sides[1:], sure

    def status(self, cues: list[Cue], sv: Survey) -> list[str]:
        """Return the likeliest status of each trigger's event."""
        return self.best("status", STATUSES, [status_row(c, sv) for c in cues])

    def mode(self, cues: list[Cue], sv: Survey) -> list[str]:
        """Return the likeliest channel of each trigger's contact."""
        return self.best("mode", MODES, [mode_row(c, sv) for c in cues])

    def best(self, question: str, answers: tuple[str, ...], rows: list[list[str]]) -> list[str]:
        """Return for each row the likeliest of several answers; of equal ones, the first."""
        near = [contexts(question, r) for r in rows]
        odds = [self.linear[f"{question}.{a}"].odds(rows, near) for a in answers]
        return [answers[max(range(len(answers)), key=lambda k: (odds[k][n], -k))] for n in range(len(rows))]

    def when(self, cues: list[Cue], statuses: list[str], sv: Survey) -> list[tuple[Day | None, float]]:
        options = [days(c, sv.scene.told, sv.calendars, s, c.type) for c, s in zip(cues, statuses, strict=True)]
        rows = [d.features for o in options for d in o]
        p = self.odds("day", rows)
        out: list[tuple[Day | None, float]] = []
        at = 0
        for o in options:
            pairs = list(zip(o, p[at : at + len(o)], strict=True))
            at += len(o)
            best = max(pairs, key=lambda x: x[1], default=None)
            out.append((best[0], best[1]) if best is not None and best[1] > self.settings["day"] else (None, 0.0))
        return out

    # -- all together -----------------------------------------------------------------------------------------------

    def code(self, sv: Survey, lex: Lexicon) -> list[Coded]:
        """Return what each trigger tells that may well tell an event, the surest first."""
        if not sv.cues or not sv.scene.rank:
            return []
        p = self.events(sv.cues, sv)
        kept = [(c, x) for c, x in zip(sv.cues, p, strict=True) if x > self.settings["floor"]]
        if not kept:
            return []
        cues = [c for c, _ in kept]
        sides = self.sides(cues, sv)
        statuses = self.status(cues, sv)
        modes = dict(zip(map(id, cues), self.mode(cues, sv), strict=True))
        when = self.when(cues, statuses, sv)
        by_rule: dict[int, list[Draft]] = {}
        for r in sv.drafts:
            by_rule.setdefault(id(r.first), []).append(r)
        out: list[Coded] = []
        for (c, x), (actors, recipients, sure), status, (day, dsure) in zip(kept, sides, statuses, when, strict=True):
            if not actors:
                continue
            near = day is not None and "src=here" in day.features
            mine = _draft(c, actors, recipients, status, day, modes[id(c)], lex)
            ruled = by_rule.get(id(c.rule), []) if c.rule is not None else []
            agree = any(r.codes == mine.codes for r in ruled)
            out += [Coded(d, float(x), float(sure), c, float(dsure), near, False, agree) for d in split(mine)]
            if ruled and not agree:
                out += [Coded(d, float(x), float(sure) * 0.9, c, 0.0, d.date is not None, True) for r in ruled for d in split(r)]
        return sorted(out, key=lambda k: (-k.score, k.cue.told.k, k.cue.i, k.draft.type))

    def merged(self, coded: list[Coded]) -> list[Coded]:
        """Fold what tells of one event into the surest of it."""
        out: list[Coded] = []
        for c in coded:
            home = next((o for o in out if same(o, c)), None)
            if home is None:
                out.append(c)
            else:
                home.others.append(c)
        return out

    def final(self, events: list[Coded], sv: Survey) -> list[tuple[Coded, float]]:
        """Return the events with the chance that a careful reader would hold each."""
        rows = [final_row(e, events, sv) for e in events]
        return list(zip(events, self.odds("final", rows), strict=True))

    def read(self, sv: Survey, lex: Lexicon) -> list[Draft]:
        """Return the drafts of an article, one for each event."""
        events = self.merged(self.code(sv, lex))
        kept = chosen(self.final(events, sv), self.settings["final"])
        for e in kept:
            for o in e.others:
                if o.score > self.settings["fold"]:
                    fold(e.draft, o.draft)
        return [e.draft for e in sorted(kept, key=lambda e: (e.cue.told.k, e.cue.i, e.draft.type))]


def chosen(events: list[tuple[Coded, float]], least: float) -> list[Coded]:
    """Return the events that are sure enough; of two readings of one word, grammar's and coder's, the surer."""
    best: dict[tuple[int, str, bool], float] = {}
    for e, p in events:
        key = (id(e.cue), e.draft.type, e.rule)
        best[key] = max(best.get(key, 0.0), p)
    return [
        e for e, p in events
        if p > least and p >= best.get((id(e.cue), e.draft.type, not e.rule), 0.0)
    ]  # fmt: skip


def same(a: Coded, b: Coded) -> bool:
    """Tell whether two coded triggers tell one event."""
    x, y = a.draft, b.draft
    if x.type != y.type:
        return False
    if x.type in MUTUAL:
        mine, theirs = x.codes, y.codes
        if not (mine == theirs or (len(mine & theirs) > 1 and (mine < theirs or theirs < mine)) or (len(theirs) == 1 and theirs < mine)):
            return False
        if x.type != "CONSULT":
            return True
        apart = not dates_agree(x.date, y.date) and a.near and b.near
        if apart or not people_agree(x, y):
            return False
        if x.status != y.status and {x.status, y.status} & {"held"} and not dates_agree(x.date, y.date):
            return False
        return modes_agree(x, y)
    ma, mb = {s.code for s in x.actors}, {s.code for s in y.actors}
    ra, rb = {s.code for s in x.recipients}, {s.code for s in y.recipients}
    if not (ma & mb and (ra & rb or not ra or not rb)):
        return False
    physical = x.type in PHYSICAL
    return not (physical and a.near and b.near and not dates_agree(x.date, y.date))


def contexts(question: str, row: list[str]) -> tuple[str, ...]:
    """Return the contexts in which a row's features have weights of their own."""
    type_ = next((f for f in row if f.startswith("T=")), "")
    if question in ("event", "status", "mode"):
        return ("", type_)
    voice = next((f for f in row if f.startswith("V=")), "")
    return ("", type_, voice, type_ + voice)


def event_row(c: Cue, sv: Survey) -> list[str]:
    return [*event_features(c, sv.scene), "T=" + c.type]


def role_row(features: list[str], c: Cue) -> list[str]:
    return [*features, "T=" + c.type, "V=" + VOICES[c.voice], f"M={c.type in MUTUAL}"]


def pairing(sv: Survey, actors: list[str], code: str) -> list[str]:
    """Return how often a party is named beside the first actor."""
    a = actors[0]
    n = sv.scene.together.get((a, code), 0)
    best = max((v for (x, _), v in sv.scene.together.items() if x == a), default=0)
    return ["co=" + ("0" if n == 0 else "best" if n == best else "some")]


def status_row(c: Cue, sv: Survey) -> list[str]:
    """Return what tells the status of a trigger's event."""
    t = c.told
    out = event_row(c, sv)
    effects = Effects.of(c.clause, c.item) if c.item is not None and any(x is c.item for x in c.clause.items) else None
    if effects is not None:
        out += [f"eff={m}" for m in effects.marks]
        out.append(f"hyp={effects.hypothetical}")
    published = sv.calendars[t.k].published
    for x in t.row:
        if x.kind == "time" and x.timex is not None and published is not None:
            value = sv.calendars[t.k].value(x.timex, "planned")
            if value is not None and x.timex.type in ("DATE", "TIME"):
                rel = "after" if value[:10] > published.isoformat()[: len(value[:10])] else "not"
                out.append(f"time={rel}:{x.timex.direction}")
                if x.timex.direction:
                    out.append(f"dir={x.timex.direction}")
    for k in range(max(0, c.i - 6), c.i):
        hit = t.s.hits.get(k)
        if hit is not None and hit.word is not None:
            out += [f"near-{x}" for x in hit.word.classes if x.startswith("mod:")]
    for k in range(c.j, min(c.j + 5, len(t.s.words))):
        hit = t.s.hits.get(k)
        if hit is not None and hit.word is not None:
            out += [f"near+{x}" for x in hit.word.classes if x.startswith("mod:")]
    return out


def mode_row(c: Cue, sv: Survey) -> list[str]:
    """Return what tells the channel of a contact: the words of channel beside it, and how the text tells it."""
    t = c.told
    out = event_row(c, sv)
    for near, first, last in (("clause", min((x.i for x in c.clause.items), default=c.i), max((x.j for x in c.clause.items), default=c.j)), ("sentence", 0, len(t.s.words))):
        for k in range(first, last):
            hit = t.s.hits.get(k)
            if hit is None or hit.word is None:
                continue
            out += [f"{near}:{x}" for x in hit.word.classes if x.startswith("mode:")]
            out += [f"{near}:{x.frame.mode}" for x in hit.word.triggers if x.frame.mode]
    out.append(f"cue:{c.mode}")
    for o in sv.cues:
        if o.type == "CONSULT" and o.mode and o is not c and abs(o.told.k - t.k) < 2:
            out.append(f"beside:{o.mode}:{'same' if o.told is t else 'next'}")
    if any(x.kind == "prep" and x.role == "at" and "where" in x.classes for x in c.clause.items):
        out.append("where")
    return list(dict.fromkeys(out))


BINS = (0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95)


def _bins(name: str, value: float) -> list[str]:
    return [f"{name}>{b}" for b in BINS if value > b]


def final_row(e: Coded, events: list[Coded], sv: Survey) -> list[str]:
    """Return what speaks for an event of the article as a whole."""
    d, t = e.draft, e.cue.told
    out = [f"T={d.type}", f"S={d.status}", f"n={min(len(e.others), 4)}", f"role={t.s.role}", f"frame={e.cue.frame}", f"rule={e.cue.rule is not None}", f"by={'rule' if e.rule else 'both' if e.agree else 'coder'}:{d.type in MUTUAL}"]
    if any(o.rule for o in e.others):
        out.append("others:rule")
    if any(o.agree for o in e.others):
        out.append("others:agree")
    out += _bins("p", e.chance) + _bins("s", e.sides) + _bins("ps", e.chance * e.sides)
    if e.others:
        out += _bins("p2", e.others[0].chance * e.others[0].sides)
    mine, theirs = {s.code for s in d.actors}, {s.code for s in d.recipients}
    out.append(f"na={min(len(mine), 3)}:nr={min(len(theirs), 3)}")
    out.append(f"voice={VOICES[e.cue.voice]}")
    here = [o for o in events if o is not e and o.cue.told is t]
    out.append(f"here={min(len(here), 4)}")
    rivals = [o for o in here if ({s.code for s in o.draft.actors} & mine) and ({s.code for s in o.draft.recipients} & theirs or not theirs)]
    out.append(f"rivals={min(len(rivals), 3)}")
    if any(o.score > e.score for o in rivals):
        out.append("beaten")
    if any(o.cue.i == e.cue.i for o in here):
        out.append("sameword")
        if any(o.cue.i == e.cue.i and o.score > e.score for o in here):
            out.append("sameword:beaten")
    close = [o for o in here if abs(o.cue.i - e.cue.i) <= 3 and o.cue.i != e.cue.i]
    if close:
        out.append("close")
        if any(o.score > e.score for o in close):
            out.append("close:beaten")
    out += [f"rival={o.draft.type}" for o in rivals]
    pairs = [o for o in events if o is not e and o.draft.type == d.type]
    out.append(f"sametype={min(len(pairs), 4)}")
    if any({s.code for s in o.draft.actors} == mine and o.score > e.score for o in pairs):
        out.append("sametype:sameactor:beaten")
    if any({s.code for s in o.draft.recipients} == mine for o in pairs):
        out.append("reverse")
    out.append(f"k={min(t.k // 3, 4)}")
    out.append(f"events={min(len(events) // 5, 5)}")
    ranks = [sv.scene.rank.get(x, 9) for x in mine | theirs]
    out.append(f"top={min(ranks)}" if min(ranks) < 3 else "top=3")
    out.append(f"parties={min(len(sv.scene.rank), 6)}")
    out.append(f"publisher={sv.scene.publisher is not None}")
    if sv.scene.home in mine | theirs:
        out.append("home")
    out += _bins("day", e.day)
    inner = {y.code for x in t.row for y in x.sides}
    out.append(f"out={len((mine | theirs) - inner)}")
    return out


def _named(codes: list[str], given: dict) -> list[Side]:
    return [side for code in codes if (side := given[code][1]) is not None]


def trigger_of(c: Cue, language: str) -> Trigger:
    """Return the trigger of a cue, as frames have them."""
    if c.rule is not None:
        return c.rule.trigger
    if c.item is not None and c.frame:
        found = next((t for t in c.item.triggers if t.frame.type == c.type), None)
        if found is not None:
            return found
    made = Frame(id=c.ids[0], type=cast("EventType", c.type), mode=cast("Mode | None", c.mode or ("unspecified" if c.type == "CONSULT" else None)))
    return Trigger(made, c.voice if c.voice != "phrase" else "active", f"{language}/cues/{c.ids[0]}")


def _draft(c: Cue, actors: list[Side], recipients: list[Side], status: str, day: Day | None, told_mode: str, lex: Lexicon) -> Draft:
    t = c.told
    item = c.item if c.item is not None else Item("word", c.i, c.j, " ".join(t.s.lows[c.i : c.j]))
    trigger = trigger_of(c, lex.language)
    found = Candidate(
        sentence=t.s, clause=c.clause, item=item, trigger=trigger, actors=actors, recipients=recipients, status=status,
        reasons=[trigger.reason], explicit=c.rule is not None and c.rule.explicit,
    )  # fmt: skip
    whole = bool(c.clause.items)
    where = place(found) if whole else None
    channel = cast("Mode", told_mode) if c.type == "CONSULT" else None
    long, relation = duration(found) if whole and any(x is item for x in c.clause.items) else (None, None)
    return Draft(
        candidates=[found],
        type=c.type,
        actors=actors,
        recipients=recipients,
        status=status,
        soft=trigger.voice == "noun" and status == "held",
        mode=channel,
        date=day.edtf if day is not None else None,
        date_text=day.timex.text if day is not None and day.timex is not None else None,
        place=where if channel not in REMOTE else None,
        duration=long,
        duration_relation=relation,
        speakers=speakers(found),
        figures=figures(t.s, lex) if c.type in PHYSICAL else [],
    )
