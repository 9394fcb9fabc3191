"""Survey -> how the coder weighs each trigger: chances, sides, and the features that weighed most.

In: an article with its sentences.
Out: each trigger with a `Weighed`.
"""

from __future__ import annotations

from kawat.pages.model import Article
from kawat.reading.coder.about_event import event_features
from kawat.reading.coder.about_role import Roles
from kawat.reading.coder.coding import MODES, STATUSES, Coder, contexts, trained
from kawat.reading.coder.cues import Cue
from kawat.reading.coder.judging import final_features, least
from kawat.reading.coder.survey import Survey, survey
from kawat.reading.coder.weights import Trees, decisive, heaviest, load
from kawat.reading.explained import Factor, Odds, Pair, Weighed
from kawat.reading.lexicon import Lexicon
from kawat.reading.scan import Sentence
from kawat.reading.story import acquaint

TOP = 6  # features told
SHOWN = 4  # parties told of each side
PAIRS = 3  # pairs of sides told
LEAST = 0.01  # chance of a party told


def heeded(article: Article, told: list[Sentence], lex: Lexicon) -> list[tuple[Cue, Weighed]]:
    """Return all triggers of an article, weighed with what ships with the package."""
    sv, coder = survey(article, told, acquaint(article, told, lex), lex), trained()
    return weigh(sv, coder.hinted(sv).consult(), lex, coder, load().trees)


def weigh(
    sv: Survey, read: Survey, lex: Lexicon, coder: Coder, trees: dict[str, Trees]
) -> list[tuple[Cue, Weighed]]:
    """Return all triggers of a survey, weighed; `read` is the same with those alone that were read further."""
    final = _final(read, lex, coder)
    rows = [event_features(c, sv.scene) for c in sv.cues]
    told = zip(coder.statuses(sv.cues, sv), coder.channels(sv.cues, sv), strict=True)
    asked = zip(sv.cues, coder.chances("event", rows), rows, told, strict=True)
    return [
        (c, _weighed(c, (p, final.get(id(c))), manner, _factors("event", row, coder, trees), sv, coder))
        for c, p, row, manner in asked
    ]


def _final(sv: Survey, lex: Lexicon, coder: Coder) -> dict[int, float]:
    """Return for each trigger the chance of the likeliest event that it tells of, by the identity of its cue."""
    events = coder.events(coder.code(sv, lex), sv.scene)
    sure = coder.chances("final", [final_features(e, events, sv.scene) for e in events])
    out: dict[int, float] = {}
    for e, p in zip(events, sure, strict=True):
        for part in (e, *e.others):
            out[id(part.cue)] = max(p, out.get(id(part.cue), 0.0))
    return out


def _weighed(  # noqa: PLR0917  (all that is told of a trigger)
    c: Cue, chances: tuple[float, float | None], manner: tuple[str, str | None], factors: tuple[Factor, ...],
    sv: Survey, coder: Coder,
) -> Weighed:  # fmt: skip
    roles = [Roles(c, sv.scene)]
    parts = coder.parts(roles, sv.scene.codes)
    status, mode = manner
    return Weighed(
        chance=chances[0],
        final=chances[1],
        least=least(c.type, coder.settings),
        status=next(s for s in STATUSES if s == status),
        mode=next((m for m in MODES if m == mode), None),
        actors=_likely(parts[0].acting),
        recipients=_likely(parts[0].reached),
        pairs=tuple(
            Pair(*option, round(p, 3)) for option, p in coder.pairs(roles, parts)[0][:PAIRS] if p >= LEAST
        ),
        factors=factors,
        spared=tuple(sorted(c.spared)),
        blaming=tuple(sorted(c.blaming)),
    )


def _likely(chances: dict[str, float]) -> tuple[Odds, ...]:
    best = sorted(chances.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Odds(code, round(p, 3)) for code, p in best[:SHOWN] if p >= LEAST)


def _factors(question: str, row: list[str], coder: Coder, trees: dict[str, Trees]) -> tuple[Factor, ...]:
    """Return the features that weigh most in one row, of terms and trees together: the mean, as in the chance."""
    parts: list[list[tuple[str, float]]] = []
    if question in coder.terms:
        parts.append(heaviest(coder.terms[question], row, contexts(question, row), len(row)))
    if question in trees:
        parts.append(decisive(trees[question], row, len(trees[question].names)))
    total: dict[str, float] = {}
    for name, weight in (pair for part in parts for pair in part):
        total[name] = total.get(name, 0.0) + weight / len(parts)
    best = sorted(total.items(), key=lambda pair: (-abs(pair[1]), pair[0]))[:TOP]
    return tuple(Factor(name, round(weight, 2)) for name, weight in best)
