"""Train the coder (src/kawat/reading/coder) on annotated articles, and measure it on articles that it did not see.

    train_coder.py OUT.json.gz --networks FOLDER --labels [--corpus FILE ...] [--sets NAME ...]
    train_coder.py OUT.json.gz --networks FOLDER [--corpus FILE ...] [--sets NAME ...] [--folds 4] [--measure-only]
                   [--mean-with OTHER.json.gz]
    train_coder.py OUT.json.gz --networks FOLDER --only QUESTION ... [--corpus FILE ...] [--sets NAME ...]
                   [--mean-with OTHER.json.gz]

Real articles of others stand in annotations/ without their text: --corpus names the files that hold it (the README
there). Prose of our own is at hand. All articles are read in cross-validation, each by a coder that was trained
without it: of that come the printed figures (of `HELD`), the thresholds, and the late questions (`LATE`).
The weights that are written were trained on all. gold/dev, the blind and the sealed articles are never trained
on. --mean-with writes the mean of what was trained and of other weights: the trees of both, their leaves by half.
--only learns some questions anew, and puts them (or their mean with others) in the place of those that OUT has.

Needs lightgbm, scikit-learn and scipy (the group `train`); reading with the weights needs numpy alone.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import multiprocessing
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import lightgbm
import msgspec
import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from kawat.knowledge.spelling import folded as folded_name
from kawat.pages import Article, Failure, Page, iter_pages, read_page
from kawat.pages.read import plain
from kawat.pages.source import Given
from kawat.reading.coder import encoder, survey
from kawat.reading.coder.about_channel import Channels
from kawat.reading.coder.about_day import days
from kawat.reading.coder.about_event import event_features, plain_features, status_features
from kawat.reading.coder.about_person import Cast
from kawat.reading.coder.about_place import Act, Map
from kawat.reading.coder.about_role import Roles, pairing
from kawat.reading.coder.about_same import Likeness, is_asked, may_be_one
from kawat.reading.coder.about_sides import options, weighing
from kawat.reading.coder.about_speaker import tellers
from kawat.reading.coder.coding import MODES, STATUSES, Coder, contexts
from kawat.reading.coder.cues import Cue
from kawat.reading.coder.drafting import draft_of
from kawat.reading.coder.judging import Coded, chosen, final_features, folded
from kawat.reading.coder.screen import screen_features
from kawat.reading.coder.survey import Survey
from kawat.reading.coder.weights import Terms, Trees, Weights, dump
from kawat.reading.details import REMOTE
from kawat.reading.drafts import Draft
from kawat.reading.lexicon import Lexicon, lexicon
from kawat.reading.model import MUTUAL
from kawat.reading.story import acquaint, story

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tools"), str(ROOT)]

import annotations as stand_off  # noqa: E402
from bench.common import scorer  # noqa: E402

Json = dict[str, Any]
Cases = tuple[list[list[str]], list[int], list[float]]  # features, answers, weights
SETTINGS = {
    "floor": 0.2, "day": 0.1, "day_unlikely": 0.2, "person": 0.3, "place": 0.35, "speaker": 0.3, "same": 0.35,
    "final": 0.36, "final_contact": 0.38, "fold": 0.2, "hint": 0.1, "hint_best": 0.7, "worth": 0.1,
}  # fmt: skip
#: Real articles by their stand-off annotations, our own prose by its folder, our own pages.
REAL, PROSE, PAGES = (
    ("open-id", "open-en", "single-en", "fresh-en", "web-id", "web-en"),
    ("own", "fresh"),
    ("articles", "examples"),
)
HELD = (
    "open-id",
    "open-en",
    "articles",
    "fresh",
    "fresh-en",
    "web-id",
    "web-en",
)  # what is measured; all are read in cross-validation
WORTH = {
    "own": 0.7,
    "single-en": 0.8,
    "fresh": 0.4,
    "fresh-en": 0.8,
    "web-id": 0.8,
    "web-en": 0.8,
}  # of articles read once only, and not by two
OPTIONAL = 0.4  # what an event is worth that one annotator did not hold
TREES: dict[str, Json] = {
    "event": {"rounds": 200, "rate": 0.08},
    "actor": {"rounds": 160}, "recipient": {"rounds": 160}, "party": {"rounds": 160},
    "day": {"rounds": 400, "leaves": 60, "depth": 9, "share": 0.5},
    "person": {"rounds": 600, "rate": 0.06, "leaves": 31, "depth": 9},
    "place": {"rounds": 300, "rate": 0.08, "leaves": 40, "depth": 8},
    "mode": {"rounds": 200, "rate": 0.08},
    "speaker": {"rounds": 150, "rate": 0.08},
    "sides": {"rounds": 200, "rate": 0.08, "leaves": 20, "depth": 6, "share": 0.4},
    "together": {"rounds": 300, "rate": 0.06, "leaves": 24, "depth": 7, "share": 0.4},
    "same": {"rounds": 150, "rate": 0.08, "leaves": 16, "depth": 6},
    "final": {"rounds": 120, "rate": 0.06, "leaves": 12, "depth": 5},
}  # fmt: skip
ABOUT = 0.7  # what a place is worth of which gold has only the state
PARTLY = 0.6  # power of the share of gold that sides have: what half of it is worth
UNREAD = frozenset({"day", "person", "place", "speaker"})  # questions that the encoder has no part in
ROLES = ("actor", "recipient", "party")
#: Questions about several parties -> those whose chances they weigh.
WHOLE = {"sides": ("actor", "recipient"), "together": ("party",)}
LATE = (*WHOLE, "same", "final")  # learned from what coders read that had not seen the article
TERMS = {
    "event": 0.1,
    "hint": 0.1,
    "actor": 0.05,
    "recipient": 0.05,
    "status": 0.1,
    "mode": 0.3,
}  # -> strength (C)
STAYING = {"worth"}  # of a mean: which pages tell of politics, the older knows
CHOICES: dict[str, Sequence[str]] = {
    "status": STATUSES,
    "mode": MODES,
}  # questions with more answers than yes and no
EARLY = frozenset({*TERMS, *TREES}) - frozenset(LATE)  # what is learned from annotations alone
SMALLEST = 0.012  # weights under this are left out
SEED = 1


@dataclass
class Gold:
    """One annotated event, with the sentence of its evidence and the codes as the article's parties have them."""

    raw: Json
    types: list[str]
    k: int
    start: int
    end: int
    optional: bool
    actors: set[str]
    recipients: set[str]


@dataclass
class Doc:
    """One annotated article as surveyed, and what the folds make of it."""

    id: str
    set: str
    article: Article
    lex: Lexicon
    survey: Survey
    raw: list[Json]
    cases: dict[str, Cases] = field(default_factory=dict)
    coded: list[Coded] = field(default_factory=list)
    events: list[Coded] = field(default_factory=list)
    sure: list[float] = field(default_factory=list)
    fold: int = -1


# -- articles ---------------------------------------------------------------------------------------------------------


class Networks:
    """The encoders by fold: each article is read by one that was trained without it (tools/train_encoder.py).

    Of an article whose fold is null all have seen something: it is left out.
    """

    def __init__(self, folder: Path) -> None:
        self.folds: dict[str, int | None] = json.loads((folder / "folds.json").read_text())
        self.all = [encoder.load(path.read_bytes()) for path in sorted(folder.glob("fold*.npz"))]

    def without(self, article: str) -> encoder.Encoder:
        """Return an encoder that did not see the article."""
        return self.all[self.folds.get(article, 0) or 0]

    def has_read(self, article: str) -> bool:
        """Tell whether all have seen something of the article."""
        return self.folds.get(article, 0) is None


def load(
    corpora: Sequence[Path], networks: Networks | None, sets: Sequence[str], questions: Collection[str]
) -> list[Doc]:
    """Load those of the sets whose texts are at hand, with what they teach of some questions."""
    lines = {line["id"]: line for path in corpora for line in _lines(path)}
    docs: list[Doc] = []
    for name in (name for name in REAL if name in sets):
        found = stand_off.load(ROOT / "annotations" / f"{name}.jsonl")
        if found.keys() <= lines.keys():
            bare = {key: lines[key] | {"title": None} for key in found}  # titles were not annotated
            docs += _joined(name, found, bare, networks, questions)
        else:
            print(f"{name}: left out; name the files of its texts with --corpus", file=sys.stderr)
    for name in (name for name in PROSE if name in sets):
        folder = ROOT / "annotations" / name
        own = {line["id"]: line for line in _lines(folder / "articles.jsonl")}
        docs += _joined(name, stand_off.load(folder / "events.jsonl"), own, networks, questions)
    for name, pages, gold in (("articles", "tests/articles/articles.jsonl", "tests/articles/gold"),
                              ("examples", "examples/pages", "examples/gold")):  # fmt: skip
        golden = stand_off.load(ROOT / gold) if name in sets else {}
        for page in iter_pages([str(ROOT / pages)]) if golden else ():
            if not isinstance(page, Failure) and page.id in golden:
                docs.append(_doc(name, read_page(page), golden[page.id], networks, questions))
    return docs


def _lines(path: Path) -> list[Json]:
    raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in raw.decode().split("\n") if line.strip()]


def _joined(
    name: str, found: Mapping[str, Json], lines: Mapping[str, Json], networks: Networks | None,
    questions: Collection[str],
) -> list[Doc]:  # fmt: skip
    asked = [key for key in sorted(found) if networks is None or not networks.has_read(key)]
    pairs = ((lines[key], stand_off.join(found[key], lines[key]["text"])) for key in asked)
    return [_doc(name, _article(line), gold, networks, questions) for line, gold in pairs]


def _article(line: Json) -> Article:
    given = Given(
        line.get("title") or "", *(line.get(key) for key in ("published", "outlet", "language", "url"))
    )
    return read_page(Page(line["id"], line["text"], "text", line["id"], given))


def _doc(
    name: str, article: Article, gold: Json, networks: Networks | None, questions: Collection[str]
) -> Doc:
    lex = lexicon(article.language)
    told = story(article, lex)
    sv = survey(article, told, acquaint(article, told, lex), lex)
    if networks is not None and not UNREAD.issuperset(questions):
        sv.consult(networks.without(article.id))
    doc = Doc(article.id, name, article, lex, sv, gold["events"])
    doc.cases = _cases(doc, questions)
    return doc


# -- cases ------------------------------------------------------------------------------------------------------------


def _gold(doc: Doc) -> list[Gold]:
    s, codes = scorer(), set(doc.survey.scene.rank)
    out = []
    for raw in doc.raw:
        words = plain(raw["evidence"])  # as the article is stored
        at = doc.article.text.find(words)
        k = next((t.k for t in doc.survey.scene.told if at >= 0 and t.s.start <= at + 4 and at < t.s.end), -1)
        sides = (_as_named(s.countries(raw[side]), codes) for side in ("actors", "recipients"))
        out.append(Gold(raw, s.types(raw), k, at, at + len(words), bool(raw.get("optional")), *sides))
    return out


def _as_named(gold: set[str], codes: set[str]) -> set[str]:
    """Return gold's codes, groups by the names that the article's parties have."""
    s = scorer()
    known = s.STATES | s.BODIES
    groups = sorted(codes - known)
    return {g if g in codes | known else next((x for x in groups if s.same_group(g, x)), g) for g in gold}


def _meant(c: Cue, gold: list[Gold]) -> Gold | None:
    """Return the event whose evidence is the trigger's sentence: of several, the nearest."""
    start = c.told.s.starts[c.i]

    def far(g: Gold) -> tuple[int, bool, bool]:
        inside = g.start - 2 <= start <= g.end + 60
        away = 0 if inside else min(abs(start - g.start), abs(start - g.end))
        return away, g.optional, c.type != g.types[0]

    return min((g for g in gold if c.type in g.types and g.k == c.told.k), key=far, default=None)


def _may_tell(c: Cue, gold: list[Gold]) -> bool:
    """Tell whether an event of that type is told elsewhere and has a party here: it may be told here again."""
    seen = {x.code for i in c.told.actors for x in i.sides} | {x.code for v in c.told.voices for x in v.sides}
    return any(c.type in g.types and (g.actors | g.recipients) & seen for g in gold)


def _cases(doc: Doc, questions: Collection[str]) -> dict[str, Cases]:
    """Return what the article teaches of some questions."""
    sv, gold = doc.survey, _gold(doc)
    channels, cast, places = Channels.of(sv), Cast.of(sv.scene), Map.of(sv)
    out: dict[str, Cases] = defaultdict(lambda: ([], [], []))

    def add(question: str, features: list[str], answer: int, worth: float) -> None:
        for column, value in zip(out[question], (features, answer, worth), strict=True):
            column.append(value)  # type: ignore[arg-type]

    for c in sv.cues:
        g = _meant(c, gold)
        if not {"event", "hint"}.isdisjoint(questions) and (g is not None or not _may_tell(c, gold)):
            told = OPTIONAL if g is not None and g.optional else 1.0
            add("event", event_features(c, sv.scene), int(g is not None), told)
            add("hint", plain_features(c, sv.scene), int(g is not None), told)
        if g is None:
            continue
        worth = 0.5 if g.optional else 1.0
        if not {*ROLES}.isdisjoint(questions):
            _teach_sides(c, g, sv, worth, add)
        if "person" in questions:
            _teach_persons(c, g, cast, worth, add)
        for row, answer, share in _place_cases(c, g, places, doc) if "place" in questions else ():
            add("place", row, answer, worth * share)
        for row, answer in _speaker_cases(c, g, doc) if "speaker" in questions else ():
            add("speaker", row, answer, worth)
        if "status" in questions and g.raw.get("status"):
            add("status", status_features(c, sv), STATUSES.index(g.raw["status"]), worth)
        if "mode" in questions and c.type == "CONSULT" and g.raw.get("mode"):
            add("mode", channels.features(c), MODES.index(g.raw["mode"]), worth)
        date = g.raw.get("date")
        for day in days(c, g.raw.get("status") or "held", sv) if "day" in questions else []:
            right = bool(date) and scorer().same_date(date, day.edtf)
            add("day", day.features, int(right), worth)
    return dict(out)


def _teach_sides(
    c: Cue, g: Gold, sv: Survey, worth: float, add: Callable[[str, list[str], int, float], None]
) -> None:
    roles, codes = Roles(c, sv.scene), sv.scene.codes
    if c.type in MUTUAL:
        for code in codes:
            add("party", roles.of(code), int(code in g.actors | g.recipients), worth)
        return
    for code in codes:
        add("actor", roles.of(code), int(code in g.actors), worth)
    first = min(g.actors & set(codes), default="?")
    for code in codes if g.recipients else []:
        if code in g.recipients or code not in g.actors:
            add(
                "recipient",
                [*roles.of(code), pairing(sv.scene, first, code)],
                int(code in g.recipients),
                worth,
            )


def _teach_persons(
    c: Cue, g: Gold, cast: Cast, worth: float, add: Callable[[str, list[str], int, float], None]
) -> None:
    """Teach who of the persons named for a party acts in the event: told apart by last names, as in the score."""
    names = scorer().people(g.raw)
    parties = [
        (code, acts) for codes, acts in ((g.actors, True), (g.recipients, False)) for code in sorted(codes)
    ]
    for face in (face for faces in cast.faces(c, parties).values() for face in faces):
        told = scorer().people({"actors": [{"person": face.side.person}]})
        add("person", face.features, int(told <= names), worth)


def _place_cases(c: Cue, g: Gold, places: Map, doc: Doc) -> Iterator[tuple[list[str], int, float]]:
    """Yield where it was, and where not: gold's own name, or where none has it another one in gold's state."""
    mode = g.raw.get("mode") if c.type == "CONSULT" else None
    if mode in REMOTE:
        return
    status, faces = g.raw.get("status") or "held", doc.survey.scene.faces
    actors, recipients = (
        [faces[code] for code in sorted(codes) if code in faces] for codes in (g.actors, g.recipients)
    )
    ruled = draft_of(c, (actors, recipients), status, None, mode, doc.lex).place
    told, meant = (
        places.options(Act(c, g.actors, g.recipients, status, mode, ruled)),
        g.raw.get("place") or {},
    )
    named = [folded_name(w.place.name) == folded_name(meant.get("name") or "") for w in told]
    for w, same in zip(told, named, strict=True):
        within = not same and meant.get("country") is not None and meant["country"] == w.place.country
        if not within or not any(named):
            yield w.features, int(same or within), ABOUT if within else 1.0


def _speaker_cases(c: Cue, g: Gold, doc: Doc) -> Iterator[tuple[list[str], int]]:
    """Yield of each speaker whether gold names him for the event: by a word that both have."""
    faces = doc.survey.scene.faces
    read = {x.code: x for x in (*c.rule.actors, *c.rule.recipients)} if c.rule is not None else {}
    actors, recipients = (
        [read.get(code) or faces[code] for code in sorted(codes) if code in read or code in faces]
        for codes in (g.actors, g.recipients)
    )
    ruled = draft_of(c, (actors, recipients), g.raw.get("status") or "held", None, None, doc.lex).speakers
    meant = _words(g.raw.get("attributed_to") or [])
    for x in tellers(c, actors, recipients, ruled, doc.survey.scene):
        yield x.features, int(bool(meant & _words([x.speaker.name])))


def _words(names: Sequence[str]) -> set[str]:
    return {word for name in names for word in folded_name(name).split() if len(word) > 2}


# -- fitting ----------------------------------------------------------------------------------------------------------


def _gathered(docs: Iterable[Doc], question: str) -> Cases:
    rows, answers, worth = [], [], []
    for doc in docs:
        a, b, c = doc.cases.get(question, ([], [], []))
        rows += a
        answers += b
        worth += [x * WORTH.get(doc.set, 1.0) for x in c]
    return rows, answers, worth


def _matrix(rows: Sequence[Iterable[str]], least: int) -> tuple[csr_matrix, list[str]]:
    counts = Counter(f for row in rows for f in row)
    names = sorted(f for f, n in counts.items() if n >= least)
    index = {f: i for i, f in enumerate(names)}
    places, ends = [], [0]
    for row in rows:
        places += sorted(index[f] for f in row if f in index)
        ends.append(len(places))
    return csr_matrix((np.ones(len(places), np.float32), places, ends), shape=(len(rows), len(names))), names


def fit_terms(question: str, cases: Cases, strength: float) -> Terms:
    """Fit a weight for each feature, alone and in its contexts (logistic regression)."""
    rows = [sorted({f"{c}\t{f}" for f in row for c in contexts(question, row)}) for row in cases[0]]
    matrix, names = _matrix(rows, 3)
    model = LogisticRegression(C=strength, max_iter=200, solver="liblinear", random_state=SEED)
    model.fit(matrix, cases[1], sample_weight=cases[2])
    terms: dict[str, dict[str, int]] = {}
    for name, weight in zip(names, model.coef_[0], strict=True):
        if abs(weight) >= SMALLEST:
            context, _, feature = name.partition("\t")
            terms.setdefault(feature, {})[context] = round(weight * 1e6)
    return Terms(round(model.intercept_[0] * 1e6), terms)


def fit_trees(
    cases: Cases, *, rounds: int, rate: float = 0.1, leaves: int = 24, depth: int = 7, share: float = 0.3
) -> Trees:
    """Fit boosted trees that ask for one feature at a time."""
    matrix, names = _matrix(cases[0], 4)
    data = lightgbm.Dataset(matrix, label=np.array(cases[1], float), weight=np.array(cases[2], float))
    options = {
        "objective": "binary", "num_leaves": leaves, "max_depth": depth, "learning_rate": rate, "min_data_in_leaf": 8,
        "bagging_fraction": 0.8, "bagging_freq": 1, "feature_fraction": share, "lambda_l2": 2.0, "verbose": -1,
        "num_threads": 1, "seed": SEED, "deterministic": True, "force_col_wise": True,
    }  # fmt: skip
    told = lightgbm.train(options, data, rounds).dump_model()["tree_info"]
    used: dict[int, int] = {}
    trees = [_tree(t["tree_structure"], used) for t in told]
    return Trees(tuple(names[i] for i in used), *(tuple(column) for column in zip(*trees, strict=True)))


def _tree(root: Json, used: dict[int, int]) -> tuple[tuple[int, ...], ...]:
    asked: list[int] = []
    no: list[int] = []
    yes: list[int] = []
    leaf: list[int] = []

    def add(node: Json) -> int:
        k = len(asked)
        asked.append(-1), no.append(k), yes.append(k), leaf.append(0)
        if "split_feature" in node:
            asked[k] = used.setdefault(node["split_feature"], len(used))
            no[k], yes[k] = add(node["left_child"]), add(node["right_child"])
        else:
            leaf[k] = round(node["leaf_value"] * 1e6)
        return k

    add(root)
    return tuple(asked), tuple(no), tuple(yes), tuple(leaf)


def fit(docs: Sequence[Doc], questions: Collection[str] = EARLY) -> tuple[dict[str, Terms], dict[str, Trees]]:
    """Fit some questions, without the last ones."""
    terms = {
        name: fit_terms(question, cases, strength)
        for question, strength in TERMS.items() if question in questions
        for name, cases in _by_answer(question, _gathered(docs, question))
    }  # fmt: skip
    trees = {
        name: fit_trees(cases, **options)
        for question, options in TREES.items() if question in questions
        for name, cases in _by_answer(question, _gathered(docs, question))
    }  # fmt: skip
    return terms, trees


def _by_answer(question: str, cases: Cases) -> Iterator[tuple[str, Cases]]:
    """Yield the cases of a question, or of each of its answers whether it is that one."""
    rows, answers, worth = cases
    if question not in CHOICES:
        yield question, cases
    for n, choice in enumerate(CHOICES.get(question, ())):
        yield f"{question}.{choice}", (rows, [int(a == n) for a in answers], worth)


def fit_worth(docs: Sequence[Doc], corpora: Sequence[Path]) -> Terms:
    """Fit whether an article is worth reading: against all articles of a corpus that tell no politics.

    Of `indonesian-news` every article that tells an event was looked for and listed (annotations/ids-id.txt).
    """
    known = stand_off.load_ids(ROOT / "annotations" / "ids-id.txt")
    rest = [
        line
        for path in corpora
        if "indonesian" in str(path)
        for line in _lines(path)
        if line["id"] not in known
    ]
    others = [_article(line) for line in rest]
    told = [(d.article, int(any(not e.get("optional") for e in d.raw))) for d in docs] + [
        (a, 0) for a in others
    ]
    rows = [screen_features(story(a, lexicon(a.language))) for a, _ in told]
    return fit_terms("worth", (rows, [answer for _, answer in told], [1.0] * len(told)), 0.1)


# -- the mean of two trainings ----------------------------------------------------------------------------------------


def mean(a: Weights, b: Weights) -> Weights:
    """Return the mean of two trainings: of the log-odds of all that both ask; some stay the second's (`STAYING`)."""
    terms = {q: t if q in STAYING else _mean_terms(a.terms[q], t) for q, t in b.terms.items()}
    both = {q: t if q in STAYING else _mean_trees(a.trees[q], t) for q, t in b.trees.items()}
    return Weights(terms, a.trees | both, a.settings)


def _mean_terms(a: Terms, b: Terms) -> Terms:
    out: dict[str, dict[str, int]] = {}
    for feature in dict.fromkeys([*a.terms, *b.terms]):
        mine, theirs = a.terms.get(feature, {}), b.terms.get(feature, {})
        both = {c: round((mine.get(c, 0) + theirs.get(c, 0)) / 2) for c in dict.fromkeys([*mine, *theirs])}
        kept = {c: w for c, w in both.items() if abs(w) >= SMALLEST * 1e6 / 2}
        if kept:
            out[feature] = kept
    return Terms(round((a.base + b.base) / 2), out)


def _mean_trees(a: Trees, b: Trees) -> Trees:
    names = list(dict.fromkeys([*a.names, *b.names]))
    index = {name: n for n, name in enumerate(names)}
    own = [index[name] for name in b.names]
    feature = tuple(tuple(own[n] if n >= 0 else n for n in tree) for tree in b.feature)
    value = tuple(tuple(round(leaf / 2) for leaf in tree) for tree in a.value + b.value)
    return Trees(tuple(names), a.feature + feature, a.absent + b.absent, a.present + b.present, value)


def _stored(path: Path) -> Weights:
    return msgspec.json.decode(gzip.decompress(path.read_bytes()), type=Weights)


# -- the encoder's lessons --------------------------------------------------------------------------------------------


def write_labels(docs: Iterable[Doc], folder: Path, folds: int = 5) -> None:
    """Write what tools/train_encoder.py learns from: ``labelled.jsonl``, and the fold of each article."""
    numbers = {d.id: int(hashlib.sha256(d.id.encode()).hexdigest(), 16) % folds for d in docs}
    (folder / "folds.json").write_text(json.dumps(numbers))
    with (folder / "labelled.jsonl").open("w") as out:
        for d in docs:
            a, published = d.article, d.article.published
            page = {"id": a.id, "outlet": a.outlet, "language": a.language, "text": a.text,
                    "published": published.value if published else None}  # fmt: skip
            row = {"article": page, "set": d.set, "fold": numbers[d.id], "cues": _labels(d)}
            out.write(json.dumps(row) + "\n")


def _labels(d: Doc) -> list[Json]:
    gold, out = _gold(d), list[Json]()
    for n, c in enumerate(d.survey.cues):
        g = _meant(c, gold)
        if g is None:
            out.append({"n": n, "y": 0, "w": 0.0 if _may_tell(c, gold) else 1.0})
        else:
            told = {
                "a": sorted(g.actors),
                "r": sorted(g.recipients),
                "types": g.types,
                "optional": g.optional,
            }
            out.append(
                {"n": n, "y": 1, "w": OPTIONAL if g.optional else 1.0, "status": g.raw["status"], **told}
            )
    return out


# -- cross-validation -------------------------------------------------------------------------------------------------

_FOLDS: list[list[Doc]] = []  # what each fold trains on, and all; here, so that forked processes have it


def _fit_fold(n: int) -> tuple[dict[str, Terms], dict[str, Trees]]:
    return fit(_FOLDS[n])


def fit_whole(docs: Sequence[Doc], questions: Collection[str], folds: int) -> dict[str, Trees]:
    """Fit questions about several parties, by the chances of coders that have not seen the article."""
    _part(docs, folds)
    for n in range(folds):
        asked = {early for question in questions for early in WHOLE[question]}
        coder = Coder(*fit([d for d in docs if d.fold != n], asked), SETTINGS)
        for d in docs:
            if d.fold == n:
                d.cases |= _side_cases(d, coder, questions)
    return {question: fit_trees(_gathered(docs, question), **TREES[question]) for question in questions}


def cross(docs: Sequence[Doc], folds: int, whole: bool) -> tuple[dict[str, Terms], dict[str, Trees]]:
    """Read each article by a coder that was trained without it, and fit the late questions on what that read.

    Of these each article is read by one fitted on the other folds. What is returned was fitted on all: the late
    questions, and the others too if the `whole` is asked for.
    """
    _part(docs, folds)
    _FOLDS[:] = [[d for d in docs if d.fold != n] for n in range(folds)] + [list(docs)]
    first = [folds] if whole else []  # what takes longest
    with multiprocessing.get_context("fork").Pool(2) as pool:
        ended = pool.map(_fit_fold, [*first, *range(folds)], chunksize=1)
    fitted, (terms, trees) = ended[len(first) :], ended[0] if whole else ({}, {})
    coders = [Coder(terms, trees, SETTINGS) for terms, trees in fitted]
    for d in docs:
        d.cases |= _side_cases(d, coders[d.fold], WHOLE)
    for n, (terms, trees) in enumerate(fitted):
        coder = Coder(terms, trees | {question: _fit_late(n, question) for question in WHOLE}, SETTINGS)
        for d in docs:
            if d.fold == n:
                d.coded = coder.code(coder.hinted(d.survey), d.lex)
                coder.face(d.coded, d.survey.scene)
                d.cases["same"] = _same_cases(d)
    _judge(docs, folds)
    late = {question: fit_trees(_gathered(docs, question), **TREES[question]) for question in LATE}
    return terms, trees | late


def _judge(docs: Sequence[Doc], folds: int) -> None:
    """Fold what was coded into events, and judge these, each article by what was fitted on the other folds."""
    for n in range(folds):
        coder = Coder({}, {"same": _fit_late(n, "same")}, SETTINGS)
        for d in docs:
            if d.fold == n:
                d.events = coder.events(d.coded, d.survey.scene)
                d.cases["final"] = _final_cases(d)
    for n in range(folds):
        last = Coder({}, {"final": _fit_late(n, "final")}, {})
        for d in docs:
            if d.fold == n:
                d.sure = last.chances("final", d.cases["final"][0])


def _fit_late(n: int, question: str) -> Trees:
    return fit_trees(_gathered(_FOLDS[n], question), **TREES[question])


def _part(docs: Sequence[Doc], folds: int) -> None:
    """Part the articles into folds, those that are measured as evenly as the others."""
    for held in (True, False):
        part = [d for d in docs if (d.set in HELD) is held]
        order = list(range(len(part)))
        random.Random(0).shuffle(order)  # noqa: S311
        for n, place in enumerate(order):
            part[place].fold = n % folds


def _side_cases(d: Doc, coder: Coder, questions: Collection[str]) -> dict[str, Cases]:
    """Return what the article teaches of who acts with whom, by chances of a coder that has not seen it."""
    gold, scene = _gold(d), d.survey.scene
    meant = [(c, g) for c in d.survey.cues if (g := _meant(c, gold)) is not None]
    meant = [(c, g) for c, g in meant if _about_several(c) in questions]
    parts = coder.parts([Roles(c, scene) for c, _ in meant], scene.codes)
    out: dict[str, Cases] = {question: ([], [], []) for question in questions}
    for (c, g), p in zip(meant, parts, strict=True):
        told, (rows, answers, worths) = weighing(c, p, scene), out[_about_several(c)]
        for option in options(c, p):
            row, share = told.of(option), _share(c, g, *map(set, option)) ** PARTLY
            for answer, worth in ((1, share), (0, 1 - share)):
                if worth > 0.02:
                    rows.append(row)
                    answers.append(answer)
                    worths.append(worth * (0.5 if g.optional else 1.0))
    return out


def _about_several(c: Cue) -> str:
    return "together" if c.type in MUTUAL else "sides"


def _share(c: Cue, g: Gold, acting: set[str], reached: set[str]) -> float:
    """Return how far sides are gold's, 0..1: a party too many or too few is better than the wrong one.

    Of a contact two must be gold's, as the score asks: a body that sits alone does not meet whom its session is about.
    """
    if c.type in MUTUAL:
        mine, theirs = acting | reached, g.actors | g.recipients
        return _overlap(mine, theirs) if mine == theirs or len(mine & theirs) > 1 else 0.0
    return _overlap(acting, g.actors) * _overlap(reached, g.recipients) if acting & g.actors else 0.0


def _overlap(mine: set[str], theirs: set[str]) -> float:
    return len(mine & theirs) / len(mine | theirs) if mine | theirs else 1.0


def _same_cases(d: Doc) -> Cases:
    """Return what the article teaches of triggers that may be one: by whose sentence is the evidence of an event.

    A sentence that is nobody's evidence tells again of the event that its report would fit.
    """
    gold, likeness = _gold(d), Likeness(d.coded, d.survey.scene)
    told = [None if (g := _meant(c.cue, gold)) is None else gold.index(g) for c in d.coded]
    reports = [_report(d, c.draft) for c in d.coded]
    fits = [{n for n, g in enumerate(gold) if scorer().fits(g.raw, r)} for r in reports]
    out: Cases = ([], [], [])
    for j, b in enumerate(d.coded):
        for i, a in enumerate(d.coded[:j]):
            if not is_asked(a, b) or not may_be_one(a, b):
                continue
            answer, worth = _one((told[i], told[j]), (fits[i], fits[j]))
            if worth:
                known = [gold[n] for n in (told[i], told[j]) if n is not None]
                out[0].append(likeness.of(a, b))
                out[1].append(answer)
                out[2].append(worth * (0.5 if any(g.optional for g in known) else 1.0))
    return out


def _one(told: tuple[int | None, int | None], fits: tuple[set[int], set[int]]) -> tuple[int, float]:
    """Tell whether two triggers, the surer first, tell of one event, and how sure that is."""
    a, b = told
    if a is not None and b is not None:
        return int(a == b), 1.0
    if a is None and b is None:
        return 1, 0.3 if len(fits[0]) == 1 and fits[0] == fits[1] else 0.0
    known, other = (a, fits[1]) if b is None else (b, fits[0])
    if known in other:
        return 1, 0.7 if len(other) == 1 else 0.3
    return 0, 0.7 if a is None else 0.5 if other else 0.0


def _final_cases(d: Doc) -> Cases:
    """Return of each event whether it is gold's."""
    rows = [final_features(e, d.events, d.survey.scene) for e in d.events]
    matched = _matched(d, [_report(d, e.draft) for e in d.events])
    return rows, [1 if m is None else m for m in matched], [0.3 if m is None else 1.0 for m in matched]


def _matched(d: Doc, reports: list[Json]) -> list[int | None]:
    """Tell of each report whether it matches an event owed (1), an optional one (None), or none (0)."""
    s = scorer()
    pairs = []
    for g, gold in enumerate(d.raw):
        for p, report in enumerate(reports):
            fit_ = s.fits(gold, report)
            if fit_:
                right = s.attributes(gold, report)
                pairs.append(
                    (-(fit_ + sum(right.values()) / max(1, len(right))), bool(gold.get("optional")), g, p)
                )
    taken: dict[int, int] = {}
    for _, _, g, p in sorted(pairs):
        if p not in taken and g not in taken.values():
            taken[p] = g
    return [
        0 if p not in taken else None if d.raw[taken[p]].get("optional") else 1 for p in range(len(reports))
    ]


def _report(d: Doc, draft: Draft) -> Json:
    def side(x: Any) -> Json:
        return {"country": x.code, "person": None if x.speaks else x.person}

    where = draft.place
    return {
        "article": d.id, "type": draft.type, "mode": draft.mode, "date": draft.date, "status": draft.status,
        "actors": [side(x) for x in draft.actors], "recipients": [side(x) for x in draft.recipients],
        "place": {"name": where.name, "country": where.country} if where is not None else None,
    }  # fmt: skip


def measure(docs: Sequence[Doc]) -> None:
    """Print F1 by set and threshold."""
    s = scorer()
    for name in (name for name in HELD if any(d.set == name for d in docs)):
        mine = [d for d in docs if d.set == name]
        for acts, contacts in ((0.28, 0.36), (0.31, 0.4), (0.34, 0.42), (0.37, 0.45), (0.4, 0.45)):
            bounds = {"final": acts, "final_contact": contacts}
            reports = []
            for d in mine:
                for e, _ in chosen(list(zip(d.events, d.sure, strict=True)), bounds):
                    reports.append(_report(d, folded(e, SETTINGS["fold"])))
            count, right, _ = s.score({d.id: {"events": d.raw} for d in mine}, reports)
            figures = {key: s.prf(*count[key]) for key in ("all", "contacts", "acts", "strict")}
            p, r, _ = figures["all"]
            told = "  ".join(f"{key} {f:.3f}" for key, (_, _, f) in figures.items())
            fields = " ".join(f"{key} {a / b:.2f}" for key, (a, b) in sorted(right.items()) if b)
            print(f"{name:9} {acts:.2f} {contacts:.2f}  P {p:.2f} R {r:.2f}  {told}   {fields}", flush=True)


def main() -> None:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path)
    parser.add_argument("--corpus", type=Path, action="append", default=[])
    parser.add_argument("--networks", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=4)
    parser.add_argument("--measure-only", action="store_true")
    parser.add_argument(
        "--labels", action="store_true", help="write into FOLDER what the encoder learns from, and stop"
    )
    parser.add_argument(
        "--sets", nargs="+", default=[*REAL, *PROSE, *PAGES], help="what is trained on; days, on all"
    )
    parser.add_argument("--mean-with", type=Path, help="other weights, to write the mean of both")
    parser.add_argument(
        "--only", nargs="+", choices=sorted([*EARLY, *WHOLE]), help="questions to learn anew, in OUT"
    )
    args = parser.parse_args()
    if args.labels:
        write_labels(load(args.corpus, None, args.sets, ()), args.networks)
        return
    only = args.only or EARLY
    whole = [question for question in only if question in WHOLE]
    early = {*only, *(question for late in whole for question in WHOLE[late])} - {*whole}
    docs = load(args.corpus, Networks(args.networks), args.sets, early)
    print(Counter(d.set for d in docs), flush=True)
    if args.only:
        old, (terms, trees) = _stored(args.out), fit(docs, set(only) - {*whole})
        trees |= fit_whole(docs, whole, args.folds) if whole else {}
        if args.mean_with is not None:
            other = _stored(args.mean_with)
            terms = {q: _mean_terms(t, other.terms[q]) for q, t in terms.items()}
            trees = {q: _mean_trees(t, other.trees[q]) for q, t in trees.items()}
        args.out.write_bytes(dump(Weights(old.terms | terms, old.trees | trees, SETTINGS)))
        return
    terms, trees = cross(docs, args.folds, not args.measure_only)
    measure(docs)
    if not args.measure_only:
        terms["worth"] = fit_worth(docs, args.corpus)
        weights = Weights(terms, trees, SETTINGS)
        args.out.write_bytes(
            dump(weights if args.mean_with is None else mean(weights, _stored(args.mean_with)))
        )


if __name__ == "__main__":
    main()
