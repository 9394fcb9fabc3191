"""Annotations in two readings: merged, taken off their text and put back. All texts here are made up."""

from __future__ import annotations

import gzip
import importlib.util
import json
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

PATH = Path(__file__).parents[2] / "tools" / "annotations.py"
spec = importlib.util.spec_from_file_location("annotations", PATH)
assert spec is not None and spec.loader is not None
tool = importlib.util.module_from_spec(spec)
sys.modules[spec.name] = tool
spec.loader.exec_module(tool)

TEXT = "Presiden Ruritania bertemu raja Graustark di Strelsau.\n\nMenurut seorang pejabat, sang raja meminta gandum."


def parties(*names: str) -> list[dict[str, Any]]:
    """Read "SWE:Ann Berg" as a country and a person."""
    split = [name.partition(":") for name in names]
    return [{"country": country, "person": person or None} for country, _, person in split]


def event(kind: str = "CONSULT", by: str = "SWE", to: str = "FIN", **fields: Any) -> dict[str, Any]:
    base = {
        "type": kind.split(),
        "mode": None,
        "actors": parties(*by.split(",")),
        "recipients": parties(*to.split(",")) if to else [],
        "date": "2020-03-04",
        "place": None,
        "status": "held",
        "attributed_to": [],
        "evidence": "Presiden Ruritania bertemu raja Graustark",
    }
    return base | fields


def article(*events: dict[str, Any], **fields: Any) -> dict[str, Any]:
    base = {
        "article": "a1",
        "language": "id",
        "published": "2020-03-05",
        "outlet": "X",
        "upstream": ["Y", "Z"],
    }
    return base | {"events": list(events)} | fields


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (event(), event(), True),
        (event(), event(by="FIN", to="SWE"), True),  # a contact has no first side
        (event("ACCUSE"), event("ACCUSE", by="FIN", to="SWE"), False),
        (event("ACCUSE"), event("REQUEST ACCUSE"), True),  # a type that both accept
        (event("ACCUSE"), event("REQUEST"), False),
        (event("ACCUSE"), event("ACCUSE", to=""), True),  # no recipient fits any
        (event("ACCUSE"), event("ACCUSE", to="NOR"), False),
        (event("ACCUSE"), event("ACCUSE", by="SWE,NOR", to="FIN,DNK"), True),
        (event(), event(to="NOR"), False),
        (event(to="FIN,NOR"), event(to="FIN"), True),
        (event(to="FIN,NOR,DNK,ISL"), event(to="FIN"), False),  # less than half in common
    ],
)
def test_events_match_as_the_scorer_matches(one: Any, other: Any, same: bool) -> None:
    assert tool.match([one], [other]) == ({0: 0} if same else {})
    assert tool.match([other], [one]) == ({0: 0} if same else {})


def test_the_better_fit_is_taken_first() -> None:
    early, late = event(date="2020-03-04"), event(date="2020-05-06")
    assert tool.match([late, early], [early, late]) == {0: 1, 1: 0}


def test_what_both_found_is_owed_and_what_one_found_is_optional() -> None:
    call, charge, plea = event(), event("ACCUSE"), event("REQUEST")
    merged = tool.merge(article(call, charge), article(plea, call))
    assert [(e["type"], e.get("optional", False)) for e in merged["events"]] == [
        (["CONSULT"], False),
        (["ACCUSE"], True),
        (["REQUEST"], True),
    ]


def test_a_doubted_event_stays_optional() -> None:
    (found,) = tool.merge(article(event()), article(event(optional=True)))["events"]
    assert found["optional"] is True


@pytest.mark.parametrize(
    ("field", "one", "other", "merged"),
    [
        ("date", "2020-03-04", "2020-03-04", "2020-03-04"),
        ("date", "2020-03-04", "2020-03", "2020-03"),
        ("date", "2020-03-04", "2020", "2020"),
        ("date", "2020-03-04", "2020-03-05", None),
        ("date", "2020-03-04", None, None),
        ("date", "2020-03-04/2020-03-06", "2020-03", None),
        ("status", "held", "planned", None),
        ("mode", "phone", "phone", "phone"),
        ("mode", "phone", "unspecified", None),
        ("place", {"name": "Åre", "country": "SWE"}, None, None),
        (
            "place",
            {"name": "Åre", "country": "SWE"},
            {"name": "are", "country": None},
            {"name": "Åre", "country": None},
        ),
        (
            "place",
            {"name": "Åre", "country": "SWE"},
            {"name": "Umeå", "country": "SWE"},
            {"name": None, "country": "SWE"},
        ),
        ("attributed_to", ["A. Berg", "B"], ["a berg"], ["A. Berg"]),
        ("type", ["SUPPORT", "AGREE"], ["AGREE"], ["AGREE", "SUPPORT"]),
    ],
)
def test_fields_hold_what_both_say(field: str, one: Any, other: Any, merged: Any) -> None:
    assert tool.merge_events(event(**{field: one}), event(**{field: other}))[field] == merged


@pytest.mark.parametrize(
    ("one", "other", "by", "to"),
    [
        (event(by="SWE:Ann Berg"), event(by="FIN", to="SWE:A. Berg"), ["SWE:Ann Berg"], ["FIN"]),
        (event(by="SWE:Ann Berg"), event(), ["SWE"], ["FIN"]),
        (event("ACCUSE", by="SWE,NOR"), event("ACCUSE", by="SWE"), ["SWE"], ["FIN"]),
        (event("ACCUSE"), event("ACCUSE", to=""), ["SWE"], []),
        (event(by="SWE,NOR,FIN", to=""), event(by="SWE,NOR", to="FIN"), ["SWE", "NOR", "FIN"], []),
        (event(by="SWE:Ann Berg,SWE:Bo Ek"), event(), ["SWE"], ["FIN"]),  # named once, without a person
    ],
)
def test_parties_are_those_that_both_name(one: Any, other: Any, by: list[str], to: list[str]) -> None:
    merged = tool.merge_events(one, other)
    assert (merged["actors"], merged["recipients"]) == (parties(*by), parties(*to))


def test_the_head_of_an_article_is_merged_too() -> None:
    merged = tool.merge(article(), article(published="2020-03-06", upstream=["z"]))
    assert (merged["published"], merged["outlet"], merged["upstream"]) == (None, "X", ["Z"])


def test_standoff_holds_offsets_and_no_words() -> None:
    gold = article(event(attributed_to=["seorang pejabat", "Kantor Raja"]))
    annotation = tool.standoff(gold, TEXT)
    (found,) = annotation["events"]
    assert found["evidence"] == [0, 41]
    assert [s if isinstance(s, str) else TEXT[s[0] : s[1]] for s in found["attributed_to"]] == [
        "seorang pejabat",
        "Kantor Raja",
    ]
    assert "bertemu" not in json.dumps(annotation)
    assert tool.join(annotation, TEXT) == gold


@given(st.text(min_size=1), st.text(), st.text())
def test_join_undoes_standoff(words: str, before: str, after: str) -> None:
    gold = article(event(evidence=words))
    assert tool.join(tool.standoff(gold, before + words + after), before + words + after) == gold


@pytest.mark.parametrize("evidence", ["Presiden Ruritania  bertemu", "presiden ruritania", "", None])
def test_evidence_that_is_not_in_the_text_to_the_letter_is_an_error(evidence: str | None) -> None:
    with pytest.raises(tool.AnnotationError, match="a1"):
        tool.standoff(article(event(evidence=evidence)), TEXT)


def test_a_text_that_has_changed_is_an_error() -> None:
    annotation = tool.standoff(article(event()), TEXT)
    with pytest.raises(tool.AnnotationError, match="a1"):
        tool.join(annotation, TEXT + "\n")


def corpus_in(folder: Path) -> Path:
    path = folder / "corpus.jsonl.gz"
    # U+2028 ends a line for str.splitlines, but not in JSON Lines.
    lines = [{"id": "a1", "text": TEXT}, {"id": "a2", "text": "x\u2028" + TEXT}]
    path.write_bytes(gzip.compress("\n".join(json.dumps(x, ensure_ascii=False) for x in lines).encode()))
    return path


def test_the_commands_make_a_round(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpus, gold, lines = corpus_in(tmp_path), tmp_path / "gold", tmp_path / "open.jsonl"
    readings = [tmp_path / "first.json", tmp_path / "second.jsonl"]
    both = [article(event()), article(event("ACCUSE"), article="a2")]
    readings[0].write_text(json.dumps(both))
    readings[1].write_text("".join(json.dumps(a) + "\n" for a in [*both, article(article="a3")]))
    tool.main(["merge", *map(str, readings), str(gold)])
    assert sorted(p.name for p in gold.iterdir()) == ["a1.json", "a2.json"]
    assert "a3" in capsys.readouterr().err
    sealed = tmp_path / "sealed.txt"
    sealed.write_text("# corpus: made up\na2\n")
    for option, name in (("--without", "a1"), ("--only", "a2")):
        tool.main(["standoff", str(gold), str(lines), "--corpus", str(corpus), option, str(sealed)])
        tool.main(["join", str(lines), str(tmp_path / name), "--corpus", str(corpus)])
        assert tool.load(tmp_path / name) == {name: tool.load(gold)[name]}


def test_a_fault_is_named_and_nothing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold, out = tmp_path / "gold.json", tmp_path / "out.jsonl"
    gold.write_text(json.dumps([article(event(), article="a9"), article(event(evidence="tak ada"))]))
    with pytest.raises(SystemExit):
        tool.main(["standoff", str(gold), str(out), "--corpus", str(corpus_in(tmp_path))])
    said = capsys.readouterr().err
    assert "a1" in said and "a9" in said and not out.exists()


def test_an_article_read_twice_in_one_reading_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "reading.json"
    path.write_text(json.dumps([article(), article()]))
    with pytest.raises(tool.AnnotationError, match="a1"):
        tool.load(path)


def test_agreement_pools_both_directions() -> None:
    def score(gold: Any, predictions: Any) -> Any:
        owed = sum(len(a["events"]) for a in gold.values())
        found = min(owed, len(predictions))
        counts = [found, len(predictions) - found, owed - found]
        return dict.fromkeys(("all", "contacts", "strict"), counts), {}, []

    scorer = SimpleNamespace(score=score, prf=lambda tp, fp, fn: (0, 0, 2 * tp / (2 * tp + fp + fn)))
    first = {"a1": article(event(), event("ACCUSE", optional=True)), "a2": article(event())}
    assert tool.agreement(first, {"a1": article(event())}, scorer)["all"] == pytest.approx(2 / 3)


def test_agreement_without_the_scorer_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tool.main(["agreement", str(tmp_path), str(tmp_path), "--scorer", str(tmp_path / "none.py")])
    assert "not measured" in capsys.readouterr().out
