"""Survey -> the events of an article: which triggers tell one, with whom, in which status, when; each once.

In: a survey.
Out: drafts, the form in which the grammar hands on what it reads too.

An article that is no politics by its words ("worth") is left at once, and a trigger that says nothing ("hint"). Every
other is asked in turn: does it tell an event (question "event")? Who acts, whom does it reach ("actor",
"recipient"; of contacts and mutual acts "party")? In which status, by which channel, on which day? What tells of one
event is folded together (`judging`), and at last each event as a whole is judged ("final").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from kawat.reading.coder.about_channel import Channels
from kawat.reading.coder.about_day import Day, days
from kawat.reading.coder.about_event import event_features, plain_features, status_features
from kawat.reading.coder.about_place import Act, Map
from kawat.reading.coder.about_role import Roles, pairing
from kawat.reading.coder.about_same import Likeness, is_asked, may_be_one
from kawat.reading.coder.about_sides import Option, Parts, options, weighing
from kawat.reading.coder.about_speaker import tellers
from kawat.reading.coder.cues import Cue
from kawat.reading.coder.drafting import draft_of
from kawat.reading.coder.facing import Faces
from kawat.reading.coder.judging import Coded, chosen, final_features, folded, merged
from kawat.reading.coder.scene import Scene
from kawat.reading.coder.screen import FEW, screen_features
from kawat.reading.coder.survey import Survey
from kawat.reading.coder.weights import Odds, Question, Row, Terms, Trees, chance, load
from kawat.reading.details import REMOTE
from kawat.reading.drafts import Draft, is_of_each, split
from kawat.reading.lexicon import Lexicon
from kawat.reading.mentions import Side, codes
from kawat.reading.model import MUTUAL, Mode, Status
from kawat.reading.scan import Sentence

STATUSES: tuple[Status, ...] = ("held", "planned", "proposed", "cancelled", "postponed", "denied")
MODES: tuple[Mode, ...] = ("in-person", "phone", "video", "letter", "unspecified")
RULED = 0.9  # what sides of the grammar are worth where the coder has others


@dataclass(slots=True)
class Sided:
    """Who acts in a trigger's event and whom it reaches, and how sure that is (0..1)."""

    actors: list[Side]
    recipients: list[Side]
    sure: float


class Coder:
    """Asks what was trained."""

    def __init__(self, terms: dict[str, Terms], trees: dict[str, Trees], settings: dict[str, float]) -> None:
        self.terms, self.settings = terms, settings
        self.questions = {
            name: Question([terms[name]] if name in terms else [], [trees[name]] if name in trees else [])
            for name in dict.fromkeys((*terms, *trees)) if "." not in name
        }  # fmt: skip
        if "status.held" in terms:
            self.questions["status"] = Question([terms[f"status.{answer}"] for answer in STATUSES])
            modes = [f"mode.{answer}" for answer in MODES]
            self.questions["mode"] = Question(
                [terms[x] for x in modes], [trees[x] for x in modes if x in trees]
            )

    def worth(self, told: Sequence[Sentence]) -> bool:
        """Tell whether an article may tell of politics between states; most does not, and is left here."""
        return len(told) <= FEW or self.chances("worth", [screen_features(told)])[0] > self.settings["worth"]

    def hinted(self, sv: Survey) -> Survey:
        """Keep the triggers that may tell an event by their words alone, none where none of many is likely to.

        Captions show archive pictures of other days: in them only what the grammar reads is kept.
        """
        hints = self.chances("hint", [plain_features(c, sv.scene) for c in sv.cues]) if sv.scene.rank else []
        if not hints or (len(sv.scene.told) > FEW and max(hints) < self.settings["hint_best"]):
            return replace(sv, cues=[])
        kept = [c for c, hint in zip(sv.cues, hints, strict=True) if hint > self.settings["hint"]]
        return replace(sv, cues=[c for c in kept if c.rule is not None or c.told.s.role != "caption"])

    def read(self, sv: Survey, lex: Lexicon) -> list[Draft]:
        """Return the events of an article in the order of the text."""
        fold = self.settings["fold"]
        events = self.events(self.code(sv, lex), sv.scene)
        sure = self.chances("final", [final_features(e, events, sv.scene) for e in events])
        told = chosen(list(zip(events, sure, strict=True)), self.settings)
        if not told:
            return []
        self.attribute([e for e, _ in told], sv.scene)
        self.face([part for e, _ in told for part in (e, *e.others)], sv.scene)
        self.site([part for e, _ in told for part in (e, *e.others) if part is e or part.score > fold], sv)
        out: list[Draft] = []
        for e, p in told:
            draft = folded(e, fold)
            draft.recipients = [x for x in draft.recipients if x.code not in e.cue.spared | e.cue.aside]
            if draft.type == "CONSULT" and draft.date_text is None:
                draft.date = None  # no word near a contact tells its day: it is background, of another
            draft.sure = p
            draft.first.reasons.append(f"coder/event:{p:.2f}")
            out.append(draft)
        return sorted(out, key=lambda d: (d.first.sentence.start, d.first.item.i, d.type))

    def code(self, sv: Survey, lex: Lexicon) -> list[Coded]:
        """Return what the triggers tell that may well be events, the surest first."""
        told = self.chances("event", [event_features(c, sv.scene) for c in sv.cues]) if sv.scene.rank else []
        kept = [(c, p) for c, p in zip(sv.cues, told, strict=False) if p > self.settings["floor"]]
        cues = [c for c, _ in kept]
        statuses = self.statuses(cues, sv)
        out: list[Coded] = []
        modes, told_days = self.channels(cues, sv), self.when(cues, statuses, sv)
        asked = zip(kept, self.sides(cues, sv), statuses, modes, told_days, strict=True)
        for (c, p), sided, status, mode, (day, sure) in asked:
            if not sided.actors:
                continue
            ruled = sv.ruled(c)
            named = ruled.mode if ruled is not None else None
            mine = draft_of(c, (sided.actors, sided.recipients), status, day, named or mode, lex)
            agree = ruled is not None and not (ruled.codes ^ mine.codes) - c.spared
            near = day is not None and day.near
            out += [Coded(d, p, sided.sure, c, sure, near, mode, agree=agree) for d in split(mine)]
            if ruled is not None and not agree:
                dated = ruled.date is not None
                out += [Coded(d, p, sided.sure * RULED, c, 0.0, dated, mode, rule=True) for d in split(ruled)]
        return sorted(out, key=lambda k: (-k.score, k.cue.told.k, k.cue.i, k.draft.type))

    def events(self, coded: list[Coded], scene: Scene) -> list[Coded]:
        """Fold what tells of one event.

        Two readings of one word are one where they may be, and two contacts: of these day, persons, channel and status
        tell enough.
        """
        pairs = [(i, j) for j, b in enumerate(coded) for i, a in enumerate(coded[:j]) if may_be_one(a, b)]
        asked = [(i, j) for i, j in pairs if is_asked(coded[i], coded[j])]
        likeness = Likeness(coded, scene)
        told = self.chances("same", [likeness.of(coded[i], coded[j]) for i, j in asked])
        return merged(
            coded, dict.fromkeys(pairs, 1.0) | dict(zip(asked, told, strict=True)), self.settings["same"]
        )

    def face(self, coded: list[Coded], scene: Scene) -> None:
        """Give the sides of what the triggers tell the persons through whom they act."""
        faces = Faces.of(coded, scene)
        faces.choose(self.chances("person", faces.rows), self.settings["person"])

    def attribute(self, coded: list[Coded], scene: Scene) -> None:
        """Give what the triggers tell the speakers who are likely enough to say so."""
        found = [tellers(x.cue, x.draft.actors, x.draft.recipients, x.draft.speakers, scene) for x in coded]
        told = iter(self.chances("speaker", [x.features for named in found for x in named]))
        for x, named in zip(coded, found, strict=True):
            x.draft.speakers = [y.speaker for y in named if next(told) > self.settings["speaker"]]

    def site(self, coded: list[Coded], sv: Survey) -> None:
        """Give what the triggers tell the likeliest place, where one is likely enough."""
        found = Map.of(sv)
        places = [
            found.options(Act(x.cue, x.acting, x.reached, x.draft.status, x.mode, x.draft.place))
            if x.mode not in REMOTE else []
            for x in coded
        ]  # fmt: skip
        told = iter(self.chances("place", [w.features for named in places for w in named]))
        for x, named in zip(coded, places, strict=True):
            x.sited, n = max(((next(told), -n) for n in range(len(named))), default=(0.0, 0))
            x.place = named[-n].place if x.sited > self.settings["place"] else None

    # -- questions ------------------------------------------------------------------------------------------------

    def chances(self, question: str, rows: list[list[str]]) -> list[float]:
        """Return the chance of each row; where terms and trees were trained, of their mean log-odds."""
        return chance(self.odds(question, rows)[:, 0]) if rows else []

    def odds(self, question: str, rows: list[list[str]]) -> Odds:
        """Return the log-odds of all answers for each row."""
        asked = self.questions[question]
        return asked.odds(rows, [contexts(question, row) for row in rows] if asked.table is not None else [])

    def answers(self, question: str, rows: list[list[str]]) -> list[int]:
        """Return the number of the likeliest answer for each row; of equal ones, the first."""
        found: list[int] = self.odds(question, rows).argmax(axis=1).tolist()
        return found

    def statuses(self, cues: list[Cue], sv: Survey) -> list[str]:
        """Return the status of each trigger's event; of a contact that the grammar reads, the grammar's."""
        ruled = [c.rule.status if c.rule is not None and c.type == "CONSULT" else None for c in cues]
        asked = [status_features(c, sv) for c, status in zip(cues, ruled, strict=True) if status is None]
        told = iter(self.answers("status", asked))
        return [STATUSES[next(told)] if status is None else status for status in ruled]

    def channels(self, cues: list[Cue], sv: Survey) -> list[Mode | None]:
        """Return the channel of each contact."""
        found = Channels.of(sv)
        told = iter(self.answers("mode", [found.features(c) for c in cues if c.type == "CONSULT"]))
        return [MODES[next(told)] if c.type == "CONSULT" else None for c in cues]

    def when(self, cues: list[Cue], statuses: list[str], sv: Survey) -> list[tuple[Day | None, float]]:
        """Return the likeliest day of each trigger's event, where one is likely enough, and how likely it is."""
        options = [days(c, status, sv) for c, status in zip(cues, statuses, strict=True)]
        told = iter(self.chances("day", [d.features for named in options for d in named]))
        out: list[tuple[Day | None, float]] = []
        for named in options:
            sure, n = max(((next(told), -n) for n in range(len(named))), default=(0.0, 0))
            day = named[-n] if named else None
            least = self.settings["day_unlikely" if day is not None and day.unlikely else "day"]
            out.append((day, sure) if sure > least else (None, 0.0))
        return out

    def parts(self, roles: list[Roles], names: list[str]) -> list[Parts]:
        """Return how likely each party acts in each trigger's event, and is acted upon, beside the likeliest other."""
        features = [{code: r.of(code) for code in names} for r in roles]
        acting: dict[int, dict[str, float]] = {}
        for question, mutual in (("party", True), ("actor", False)):
            asked = [n for n, r in enumerate(roles) if (r.c.type in MUTUAL) is mutual]
            told = iter(self.chances(question, [features[n][code] for n in asked for code in names]))
            acting.update({n: {code: next(told) for code in names} for n in asked})
        out = [Parts(acting[n]) for n in range(len(roles))]
        acts = [(n, out[n].likeliest[:2]) for n, r in enumerate(roles) if r.c.type not in MUTUAL]
        rows: list[list[str]] = []
        for n, first in acts:
            scene = roles[n].scene
            rows += [[*features[n][code], pairing(scene, _other(first, code), code)] for code in names]
        told = iter(self.chances("recipient", rows))
        for n, _ in acts:
            out[n].reached = {code: next(told) for code in names} | dict.fromkeys(roles[n].c.aside, 0.0)
        return out

    def sides(self, cues: list[Cue], sv: Survey) -> list[Sided]:
        """Return who acts in each trigger's event, and whom it reaches: the likeliest pair of sides."""
        roles = [Roles(c, sv.scene) for c in cues]
        found = zip(roles, self.pairs(roles, self.parts(roles, sv.scene.codes)), strict=True)
        return [_sided(r, *row[0]) if row else Sided([], [], 0.0) for r, row in found]

    def pairs(self, roles: list[Roles], parts: list[Parts]) -> list[list[tuple[Option, float]]]:
        """Return the pairs of sides that each trigger's event may have, with their chances, the likeliest first."""
        tried = [options(r.c, p) for r, p in zip(roles, parts, strict=True)]
        weighings = [weighing(r.c, p, r.scene) for r, p in zip(roles, parts, strict=True)]
        out: list[list[tuple[Option, float]]] = [[] for _ in roles]
        for question, mutual in (("together", True), ("sides", False)):
            asked = [n for n, r in enumerate(roles) if (r.c.type in MUTUAL) is mutual]
            told = iter(self.chances(question, [weighings[n].of(x) for n in asked for x in tried[n]]))
            for n in asked:  # of equal ones the first: stable
                out[n] = sorted(((x, next(told)) for x in tried[n]), key=lambda pair: -pair[1])
        return out


def _other(first: list[str], code: str) -> str:
    """Return the likeliest actor that is another party."""
    return next((x for x in first if x != code), "?")


def _sided(r: Roles, option: Option, sure: float) -> Sided:
    acting, reached = (_named(list(side), r) for side in option)
    rule, subject = r.c.rule, r.c.clause.subj if r.c.item is r.c.clause.verb else None
    if rule is not None and is_of_each(rule):
        return Sided(list(rule.actors), list(rule.recipients), sure)
    if r.c.type in MUTUAL:  # the grammar's actor stands first, else the subject, else who is named first
        led = codes(rule.actors) if rule is not None else subject.codes if subject is not None else set()
        both = sorted([*acting, *reached], key=lambda s: (s.code not in led, s.start))
        return Sided(both[:1], both[1:], sure)
    return Sided(acting, reached, sure)


@cache
def trained() -> Coder:
    """Return the coder that ships with the package."""
    w = load()
    return Coder(w.terms, w.trees, w.settings)


def contexts(question: str, row: Row) -> tuple[str, ...]:
    """Return the contexts in which a row's features have weights of their own: the type, of roles also the voice."""
    type_ = next((f for f in row if f.startswith("T=")), "T=")
    if question not in ("actor", "recipient", "party"):
        return ("", type_)
    voice = next((f for f in row if f.startswith("V=")), "V=")
    return ("", type_, voice, type_ + voice)


def _named(codes: list[str], roles: Roles) -> list[Side]:
    return [side for code in codes if (side := roles.side(code)) is not None]
