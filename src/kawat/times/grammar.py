"""A language's forms, compiled: a text becomes one letter a token, and forms become patterns over letters.

The letter of a token says which classes it belongs to. So a form looks at classes, never at words; an article
is some five hundred letters, most of them plain words where no form can begin; and the same few shapes of
letters come back in every article, so that they are looked up rather than parsed again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import chain

import msgspec

from kawat.errors import PackError
from kawat.packs import section
from kawat.times.pack import Form, TimesPack

#: Letters of what no class knows: a break, a word, a name (capital letter). Digits: any other number.
BREAK, WORD, NAME, DIGITS = "!", "x", "X", "0"
LOOSE_COMMA = "~"
#: What these signs are before a blank.
_PAUSES = {",": LOOSE_COMMA, ".": BREAK, ":": BREAK}
#: Signs that forms may use, under the letter that stands for them; dashes of all lengths are one sign.
SIGNS = {c: c for c in ",/|()-.:+"} | {"–": "-", "—": "-", ", ": LOOSE_COMMA}
SIGNS |= dict.fromkeys(["\n", *(sign + space for sign in ".:" for space in " \n\xa0")], BREAK)
SIGNS |= dict.fromkeys("!\"#$%&'*;<=>?@[\\]^_`{}~“”‘’…", BREAK)

NUMERIC = {
    "day": [f"{n}" for n in range(1, 32)] + [f"0{n}" for n in range(1, 10)],
    "month_number": [f"{n}" for n in range(1, 13)] + [f"0{n}" for n in range(1, 10)],
    "hour": [f"{n}" for n in range(25)] + [f"0{n}" for n in range(10)],
    "minute": [f"{n:02}" for n in range(60)],
    "short_year": [f"{n:02}" for n in range(100)],
    "year": [f"{n}" for n in range(1900, 2100)],
}
NUMERIC["number"] = sorted(set(chain(*NUMERIC.values())))

#: The letters of known tokens begin where no sign of a form is.
_FIRST_LETTER = 0xA1

_ELEMENT = re.compile(
    r"<(?P<field>\w+)(?::(?P<of>\w+))?>|'(?P<literal>[^']+)'"
    r"|(?P<no>not_)?(?P<side>after|before):(?P<near>\w+|'[^']+')|(?P<name>\w+)|(?P<sign>[()|?*^])|(?P<bad>\S)"
)
#: Repetition has a bound: without one, a page of nothing but number words would take quadratic time.
_SIGN_OF_FORMS = {"(": "(?:", "*": "{0,7}", "^": rf"(?:(?<={BREAK})|(?<![\s\S]))"}
#: So has a run of letters, and what is kept of a text for the next one.
_LONGEST_RUN = 200
_LONGEST_KEPT = 40
#: A number that goes on to the left or right is no day, year or amount by itself: 5.000, 2-1, 0812-33.
_LEFT, _RIGHT = r"(?<!{0}[.,:/\-])", r"(?![.,:/\-]{0})"


Field = tuple[str, tuple[str, ...]]  # of a Timex, and the classes that its words may belong to


class Step(msgspec.Struct, frozen=True):
    """A form found in a shape of letters: from where to where, and the letters that give each field."""

    form: Form
    start: int
    end: int
    fields: tuple[tuple[str, tuple[str, ...], int, int], ...]  # field, classes, first letter, behind the last


class Grammar:
    """All that `find` needs of a language."""

    def __init__(self, compiler: _Compiler) -> None:
        self.language, self.pack = compiler.language, compiler.pack
        self.lexer, self._letters = compiler.lexer, compiler.letters
        self._forms, self._rule = compiler.forms(), cache(compiler.rule)
        self.runs = compiler.runs(self._forms)
        self._kept = lru_cache(maxsize=1 << 16)(self._spell)
        self.parse = lru_cache(maxsize=1 << 14)(self._parse)

    def tokens(self, chunk: str) -> list[re.Match[str]]:
        """Split what stands between two blanks into words, numbers and signs."""
        return list(self.lexer.finditer(chunk))

    def spell(self, chunks: list[str]) -> list[str]:
        """Return the letters of what stands between blanks, one for each of its `tokens`."""
        kept, spell = self._kept, self._spell
        return [kept(chunk) if len(chunk) <= _LONGEST_KEPT else spell(chunk) for chunk in chunks]

    def _spell(self, chunk: str) -> str:
        known = self._letters.get
        if chunk.isalpha():
            return known(chunk) or _unknown(chunk)
        tokens = self.lexer.findall(chunk)
        letters = [known(t) or _unknown(t) for t in tokens]
        if tokens and tokens[-1] in _PAUSES:
            letters[-1] = _PAUSES[tokens[-1]]
        return "".join(letters)

    def _parse(self, letters: str, at: int) -> Step | None:
        """Return the first form in `letters` that begins at `at` or later."""
        m = self._forms.search(letters, at)
        if m is None:
            return None
        form, pattern, groups = self._rule(m.lastgroup)
        inner = pattern.match(letters, m.start())
        if inner is None:
            return None
        spans = ((field, names, *inner.span(group)) for group, (field, names) in groups.items())
        return Step(form, inner.start(), inner.end(), tuple(s for s in spans if s[2] < s[3]))


def _unknown(token: str) -> str:
    """Return the letter of a token that no class knows; of other scripts all are plain words."""
    if "0" <= token < ":":
        return DIGITS
    if "A" <= token < "[":
        return NAME
    return WORD if token[0].isalnum() else BREAK


@cache
def grammar(language: str) -> Grammar:
    """Compile the forms of a language.

    Raises:
        PackError: the pack is missing or a form names what is not there.
    """
    return Grammar(_Compiler(language, section(language, "times", TimesPack)))


class _Compiler:
    def __init__(self, language: str, pack: TimesPack) -> None:
        self.language = language
        self.pack = pack
        self._charset = cache(self._charset_of)
        self.members: dict[str, list[str]] = {
            **{name: list(words) for name, words in pack.values.items()},
            **pack.words,
            "zone": list(pack.zones),
        }
        literals = {w for form in self._forms() for w in re.findall(r"'([^']+)'", form)}
        self.neighbours = {BREAK, "("}  # a letter for each thing that forms ask for just before them
        self.lexer = _lexer(chain(literals, *self.members.values()))
        self.letters = SIGNS | self._letters(literals)

    def _forms(self) -> Iterable[str]:
        return chain((f.form for f in self.pack.forms), self.pack.fragments.values())

    def _letters(self, literals: Iterable[str]) -> dict[str, str]:
        """Give every token one letter for the set of its classes ("=word": it is that very word)."""
        classes: dict[str, set[str]] = {n: set() for n in chain(*NUMERIC.values())}
        for name, words in (*self.members.items(), ("", sorted(literals))):
            for word in words:
                tokens = self.lexer.findall(word)
                alone = name and len(tokens) == 1
                for token in tokens:
                    for spelling in self._spellings(name if alone else "", token):
                        classes.setdefault(spelling, set()).add(name if alone else "=" + token)
        for name, numbers in NUMERIC.items():
            for number in numbers:
                classes[number].add(name)
        kinds = {token: tuple(sorted(c)) for token, c in classes.items() if token not in SIGNS}
        letter = {kind: chr(_FIRST_LETTER + i) for i, kind in enumerate(sorted(set(kinds.values())))}
        self.kinds = {c: frozenset(kind) for kind, c in letter.items()}
        return {token: letter[kind] for token, kind in kinds.items()}

    def _spellings(self, name: str, word: str) -> set[str]:
        if name == "zone":
            return {word}
        capital = {word.capitalize(), word.upper()}
        return capital if word in self.pack.capital.get(name, ()) else capital | {word}

    def _charset_of(self, name: str) -> str:
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

    def _token(self, word: str) -> str:
        if word == ",":
            return f"[,{LOOSE_COMMA}]"
        return re.escape(SIGNS[word]) if word in SIGNS else self._charset("=" + word)

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
            return _SIGN_OF_FORMS.get(m["sign"], m["sign"])
        if m["side"]:
            near = self._literal(m["near"].strip("'")) if m["near"][0] == "'" else self._class(m["near"])
            self.neighbours.add(near.strip("[\\")[0])
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

    def rule(self, key: str) -> tuple[Form, re.Pattern[str], dict[str, Field]]:
        """Compile one form, with a group for each of its fields."""
        form = self.pack.forms[int(key[1:])]
        groups: dict[str, Field] = {}
        return form, self._edged(self._pattern(form.form, groups)), groups

    def forms(self) -> re.Pattern[str]:
        """Compile all forms into one pattern, in the pack's order, a group each, named as `rule` wants it."""
        forms = enumerate(self.pack.forms)
        return self._edged("|".join(f"(?P<f{i}>{self._pattern(form.form)})" for i, form in forms))

    def runs(self, forms: re.Pattern[str]) -> re.Pattern[str]:
        """Compile what finds the runs of letters where a form may stand; a letter alone is seldom one."""
        contexts = [(before, after) for before in sorted(self.neighbours) for after in (BREAK, ")")]
        alone = [c for c in self.kinds if any(forms.match(b + c + a, 1) for b, a in contexts)]
        known = "".join(self.kinds)
        return re.compile(
            f"[{known}{DIGITS}][^{WORD}{NAME}{BREAK}]{{1,{_LONGEST_RUN}}}|[{''.join(alone)}]|[{known}](?={NAME})"
        )

    def _edged(self, pattern: str) -> re.Pattern[str]:
        number = self._charset("number")
        return re.compile(f"{_LEFT.format(number)}(?:{pattern}){_RIGHT.format(number)}")


def _lexer(words: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of a token; words with a sign inside (Jum'at, a.m., Dec.) are one token."""
    odd = {w for w in words if re.fullmatch(r"[^\W\d]+(?:['’.][^\W\d]*)+", w)}
    special = [re.escape(s) for w in odd for s in {w, w.capitalize(), w.upper()}]
    special.sort(key=lambda s: (-len(s), s))
    known = [*special, r"T(?=[0-9]{2}:)"]  # the T of an ISO date
    return re.compile("|".join([*known, r"[0-9]+|\d+|[^\W\d]+(?:\d\w*)?|[,.:]\s|[^\w\s]|\n"]))
