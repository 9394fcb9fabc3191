"""A language's forms, compiled: a text becomes one letter a token, and the forms become patterns over those letters.

The letter of a token says which classes it belongs to. So a form looks at classes, never at words; an article is
some five hundred letters; and one pattern set, without nested repetition, reads it in linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import chain

import msgspec

from kawat.errors import PackError
from kawat.packs import section
from kawat.times.pack import Form, TimesPack

#: Letters of what no class knows: a break, a word, a name (capital letter). Digits: any other number.
BREAK, WORD, NAME, DIGITS = "!", "x", "X", "0"
LOOSE_COMMA = "~"
#: Signs that forms may use, under the letter that stands for them; dashes of all lengths are one sign.
SIGNS = {c: c for c in ",/|()-.:+"} | {"–": "-", "—": "-", ", ": LOOSE_COMMA}
SIGNS |= dict.fromkeys(
    [*"!\"#$%&'*;<=>?@[\\]^_`{}~“”‘’…\n", *(sign + space for sign in ".:" for space in " \n\xa0")], BREAK
)

NUMERIC = {
    "day": [f"{n}" for n in range(1, 32)] + [f"0{n}" for n in range(1, 10)],
    "month_number": [f"{n}" for n in range(1, 13)] + [f"0{n}" for n in range(1, 10)],
    "hour": [f"{n}" for n in range(25)] + [f"0{n}" for n in range(10)],
    "minute": [f"{n:02}" for n in range(60)],
    "short_year": [f"{n:02}" for n in range(100)],
    "year": [f"{n}" for n in range(1900, 2100)],
}
NUMERIC["number"] = sorted(set(chain(*NUMERIC.values())))

_ELEMENT = re.compile(
    r"<(?P<field>\w+)(?::(?P<of>\w+))?>|'(?P<literal>[^']+)'"
    r"|(?P<no>not_)?(?P<side>after|before):(?P<near>\w+|'[^']+')|(?P<name>\w+)|(?P<sign>[()|?*^])|(?P<bad>\S)"
)
#: A number that goes on to the left or right is no day, year or amount by itself: 5.000, 2-1, 0812-33.
_LEFT, _RIGHT = r"(?<!{0}[.,:/\-])", r"(?![.,:/\-]{0})"


Field = tuple[str, tuple[str, ...]]  # of a Timex, and the classes that its words may belong to


class Rule(msgspec.Struct, frozen=True):
    """A form compiled: its pattern over letters, and for each of its groups the field and classes."""

    form: Form
    pattern: re.Pattern[str]
    groups: dict[str, Field]  # group -> field, class or classes


class Grammar(msgspec.Struct, frozen=True):
    """All that `find` needs of a language."""

    language: str
    pack: TimesPack
    lexer: re.Pattern[str]
    letters: dict[str, str]  # token -> letter
    starters: re.Pattern[str]
    forms: re.Pattern[str]  # all forms in the pack's order, one group each, named by the keys of `rules`
    rules: dict[str, Rule]


@cache
def grammar(language: str) -> Grammar:
    """Compile the forms of a language.

    Raises:
        PackError: the pack is missing or a form names what is not there.
    """
    return _Compiler(language, section(language, "times", TimesPack)).grammar()


class _Compiler:
    def __init__(self, language: str, pack: TimesPack) -> None:
        self.language = language
        self.pack = pack
        self.members: dict[str, list[str]] = {
            **{name: list(words) for name, words in pack.values.items()},
            **pack.words,
            "zone": list(pack.zones),
        }
        literals = {w for form in self._forms() for w in re.findall(r"'([^']+)'", form)}
        self.lexer = _lexer(chain(literals, *self.members.values()))
        self.letters = SIGNS | self._letters(literals)

    def _forms(self) -> Iterable[str]:
        return chain((f.form for f in self.pack.forms), self.pack.fragments.values())

    def _letters(self, literals: Iterable[str]) -> dict[str, str]:
        """Give every token one letter for the set of classes that it belongs to."""
        classes: dict[str, set[str]] = {}
        for name, words in (*self.members.items(), *(("=" + w, [w]) for w in sorted(literals))):
            single = [w for w in words if len(self.lexer.findall(w)) == 1 and w not in SIGNS]
            for word in chain(single, *(self.lexer.findall(w) for w in words if w not in single)):
                for spelling in self._spellings(name, word):
                    classes.setdefault(spelling, set()).add("=" + word)
                    if word in single:
                        classes[spelling].add(name)
        for name, numbers in NUMERIC.items():
            for number in numbers:
                classes.setdefault(number, set()).add(name)
        signs = {token: SIGNS[token] for token in classes if token in SIGNS}
        kinds = sorted({tuple(sorted(c)) for token, c in classes.items() if token not in signs})
        self.kinds = {chr(0xE000 + i): frozenset(kind) for i, kind in enumerate(kinds)}
        letter = {kind: c for c, kind in self.kinds.items()}
        return {token: letter[frozenset(c)] for token, c in classes.items() if token not in signs}

    def _spellings(self, name: str, word: str) -> set[str]:
        if name == "zone":
            return {word}
        capital = {word.capitalize(), word.upper()}
        return capital if word in self.pack.capital.get(name, ()) else capital | {word}

    def _charset(self, name: str) -> str:
        """Return the letters of a class of single words, as a character set."""
        if name in ("word", "any_name"):
            return f"[{NAME}]" if name == "any_name" else f"[{WORD}{NAME}]"
        found = "".join(sorted(c for c, kind in self.kinds.items() if name in kind))
        if name == "number":
            found += DIGITS
        if not found:
            raise PackError(f"packs/{self.language}/times.toml: no class, fragment or word {name!r}; add it")
        return f"[{found}]"

    def _literal(self, words: str) -> str:
        return "".join(self._token(t) for t in self.lexer.findall(words))

    def _token(self, token: str) -> str:
        if token == ",":
            return f"[,{LOOSE_COMMA}]"
        return re.escape(SIGNS[token]) if token in SIGNS else self._charset("=" + token)

    def _class(self, name: str) -> str:
        """Return the pattern of a class, of a fragment, or of a class with entries of several words."""
        if name in self.pack.fragments:
            return f"(?:{self._pattern(self.pack.fragments[name])})"
        phrases = [w for w in self.members.get(name, ()) if len(self.lexer.findall(w)) > 1]
        if not phrases:
            return self._charset(name)
        phrases.sort(key=lambda w: (-len(self.lexer.findall(w)), w))
        single = [self._charset(name)] if len(phrases) < len(self.members[name]) else []
        return "(?:" + "|".join([*map(self._literal, phrases), *single]) + ")"

    def _pattern(self, form: str, groups: dict[str, Field] | None = None) -> str:
        return "".join(self._element(m, groups) for m in _ELEMENT.finditer(form))

    def _element(self, m: re.Match[str], groups: dict[str, Field] | None) -> str:
        if m["bad"]:
            raise PackError(
                f"packs/{self.language}/times.toml: {m['bad']!r} in form {m.string!r}; see docs/packs.md"
            )
        if m["sign"]:
            return {"(": "(?:", "^": rf"(?:(?<={BREAK})|(?<![\s\S]))"}.get(m["sign"], m["sign"])
        if m["side"]:
            near = self._literal(m["near"].strip("'")) if m["near"][0] == "'" else self._class(m["near"])
            return {"after": "(?<", "before": "(?"}[m["side"]] + ("!" if m["no"] else "=") + near + ")"
        if m["literal"]:
            return self._literal(m["literal"])
        if m["name"] and m["name"] in self.pack.fragments and groups is not None:
            return f"(?:{self._pattern(self.pack.fragments[m['name']], groups)})"
        name = m["of"] or m["field"] or m["name"]
        if m["name"] or groups is None:
            return self._class(name)
        group = f"g{len(groups)}"
        choice = self.pack.fragments.get(name, name).split(" | ")
        groups[group] = (m["field"], tuple(choice) if self.pack.values.keys() >= set(choice) else (name,))
        return f"(?P<{group}>{self._class(name)})"

    def _rule(self, form: Form) -> Rule:
        groups: dict[str, Field] = {}
        return Rule(form, self._edged(self._pattern(form.form, groups)), groups)

    def _edged(self, pattern: str) -> re.Pattern[str]:
        number = self._charset("number")
        return re.compile(f"{_LEFT.format(number)}(?:{pattern}){_RIGHT.format(number)}")

    def grammar(self) -> Grammar:
        rules = {f"f{i}": self._rule(form) for i, form in enumerate(self.pack.forms)}
        choice = "|".join(f"(?P<{key}>{self._pattern(r.form.form)})" for key, r in rules.items())
        starters = re.compile(f"[{DIGITS}{''.join(self.kinds)}]")
        return Grammar(
            self.language, self.pack, self.lexer, self.letters, starters, self._edged(choice), rules
        )


def _lexer(words: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of a token; words with a sign inside (Jum'at, a.m., Dec.) are one token."""
    odd = {w for w in words if re.fullmatch(r"[^\W\d]+(?:['’.][^\W\d]*)+", w)}
    special = [re.escape(s) for w in odd for s in {w, w.capitalize(), w.upper()}]
    special.sort(key=lambda s: (-len(s), s))
    return re.compile("|".join([*special, r"[0-9]+|\d+|[^\W\d]+|[,.:]\s|[^\w\s]|\n"]))
