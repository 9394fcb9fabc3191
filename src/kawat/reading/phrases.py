"""A phrase as a pack has it -> the tokens and the forms in which a text has it.

In: text, or a phrase: "accuse of", "was in {close|regular} contact with".
Out: its tokens; the phrases that one with alternatives stands for; all forms of a verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from kawat.errors import PackError
from kawat.reading.pack import Words

TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}|\d+(?:[.,:/]\d+)*|['’]s\b|\w+(?:[’'`](?!s\b)\w+)*(?:-\w+(?:[’'`](?!s\b)\w+)*)*|\S"
)

#: Alternatives in a phrase of a frame: {close|regular}.
_CHOICE = re.compile(r"\{([^{}]*)\}")


def tokens(text: str) -> list[str]:
    """Split a phrase as texts are split, in lower case."""
    return folded(TOKEN.findall(text))


def folded(words: list[str]) -> list[str]:
    """Return tokens as the lexicon looks them up: in lower case, with one kind of apostrophe; all at once."""
    return "\n".join(words).lower().replace("’", "'").split("\n") if words else []


def alternatives(phrase: str) -> Iterator[str]:
    """Yield the phrases that one with alternatives stands for: "was in {close|regular} {contact|touch} with" is four.

    Raises:
        PackError: a brace opens and does not close, or closes and was not open.
    """
    parts = _CHOICE.split(phrase)
    if any("{" in part or "}" in part for part in parts):
        raise PackError(f"frames.toml: {phrase!r}: close each brace, and put none into another")
    # every other part stood between braces
    return map("".join, product(*(part.split("|") if k % 2 else [part] for k, part in enumerate(parts))))


def inflect(phrase: str, pack: Words) -> tuple[str, ...]:
    """Return all forms of a verb phrase, its first word inflected as the pack says (none where it says nothing)."""
    head, _, rest = phrase.partition(" ")
    forms = [head, *pack.irregular.get(head, ())]
    if len(forms) == 1:
        for rule in pack.inflection:
            if re.search(rule.ends + "$", head):
                stem = head[: len(head) - rule.strip]
                forms += [stem + add for add in rule.add]
                break
    return tuple(f"{f} {rest}".strip() for f in forms)
