"""Write the tables of docs/records.md from the structs: each field with its type, and the comment behind it.

python tools/make_docs.py            writes the file
python tools/make_docs.py --check    says whether it is current, exit code 1 where it is not
"""

from __future__ import annotations

import ast
import io
import sys
import tokenize
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DOCUMENT = ROOT / "docs" / "records.md"
START = "<!-- From here on written by `make docs` from the structs: change the comments there. -->\n"
#: Heading -> module and its structs, in the order of reading.
PARTS = {
    "Articles": ("pages/model.py", ("Article", "Line", "Moment", "Credit", "Problem")),
    "Reports": ("reading/model.py", ("Report", "Party", "Place", "Speaker", "Figure")),
    "Events": (
        "linking/model.py",
        (
            "Event",
            "Step",
            "Witness",
            "Member",
            "Disagreement",
            "Value",
            "FigureValue",
            "Correction",
            "Copy",
            "Story",
        ),
    ),
    "Comparisons": ("linking/comparing.py", ("Comparison", "Weighed")),
    "Lists": ("record/model.py", ("Page", "Pair", "Actor", "Facets", "ArticlePage", "Listed", "StoryPage")),
    "Mentions": ("reading/annotating.py", ("Annotated", "Time", "Actor", "Statement", "Excerpt")),
    "Spans": ("text.py", ("Span", "Quote")),
}
#: What these fields mean wherever they stand, if the struct says no more.
EVERYWHERE = {
    "start": "offset of its first code point in the article's `text`",
    "end": "offset behind its last code point",
    "text": "its words, `text[start:end]`",
    "quote": "its words, `text[start:end]`",
    "reason": "the pack or knowledge entry, or the rule, that gave it",
}
#: Types as a reader of JSON sees them.
PLAIN = {
    "str": "text", "int": "number", "float": "number", "bool": "true or false", "None": "null", "object": "any value",
}  # fmt: skip
#: Headings of the part written by hand that are not called as their type.
ANCHORS = {"EventType": "event-type"}


def document(current: str) -> str:
    """Return the document: the part of `current` that is written by hand, then the tables."""
    return (
        current.partition(START)[0]
        + START
        + "".join(f"\n## {name}\n{_part(*at)}" for name, at in PARTS.items())
    )


def _part(module: str, names: tuple[str, ...]) -> str:
    source = (ROOT / "src" / "kawat" / module).read_text(encoding="utf-8")
    classes = {node.name: node for node in ast.parse(source).body if isinstance(node, ast.ClassDef)}
    comments = _comments(source)
    return "".join(_struct(classes[name], comments) for name in names)


def _struct(node: ast.ClassDef, comments: dict[int, str]) -> str:
    about = (ast.get_docstring(node) or "").partition("\n\n")[0].replace("\n", " ")
    rows = [_row(field, comments) for field in node.body if isinstance(field, ast.AnnAssign)]
    return f"\n### {node.name}\n\n{about}\n\n| Field | Type | Meaning |\n| --- | --- | --- |\n" + "".join(
        rows
    )


def _row(field: ast.AnnAssign, comments: dict[int, str]) -> str:
    name = ast.unparse(field.target)
    lines = range(field.lineno, (field.end_lineno or field.lineno) + 1)
    said = " ".join(comments[line] for line in lines if line in comments) or EVERYWHERE.get(name, "")
    if not said:
        raise SystemExit(f"{name}, line {field.lineno}: say what it means in a comment behind it")
    return f"| `{name}` | {_type(field.annotation)} | {said.replace('|', '/')} |\n"


def _comments(source: str) -> dict[int, str]:
    """Return the comments of a module by line."""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    found = {token.start[0]: token.string for token in tokens if token.type == tokenize.COMMENT}
    return {
        line: text.lstrip("#: ").replace("None", "null") for line, text in found.items() if "fmt:" not in text
    }


def _type(node: ast.expr) -> str:
    """Write a type as a reader of JSON sees it: ``tuple[Party, ...] | None`` is "list of Party, or null"."""
    if isinstance(node, ast.BinOp):
        return f"{_type(node.left)} or {_type(node.right)}"
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Tuple):
        if ast.unparse(node.slice.elts[-1]) != "...":
            return f"[{', '.join(map(_type, node.slice.elts))}]"
        return f"list of {_type(node.slice.elts[0])}"
    name = ast.unparse(node)
    return PLAIN.get(name) or f"[{name}](#{ANCHORS.get(name, name.lower())})"


def main(arguments: list[str]) -> int:
    """Write the document, or compare it."""
    current = DOCUMENT.read_text(encoding="utf-8")
    wanted = document(current)
    if "--check" in arguments:
        return int(current != wanted)
    DOCUMENT.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
