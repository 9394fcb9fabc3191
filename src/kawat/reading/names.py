"""Where the name of a person starts and ends: capitals, initials, particles, articles on a name, suffixes.

In: a view of a sentence and a token.
Out: the token behind the name, and its text. Whose name it is, `identity` tells.
"""

from __future__ import annotations

from kawat.reading.lexicon import Name, Word
from kawat.reading.view import View

LONGEST_NAME = 7  # tokens
LONGEST_ARTICLE = 3  # letters of an article on a name: "al-", "el-", "ash-"


def name_end(v: View, i: int) -> int:
    """Return the token after the name that starts at i (i where none does)."""
    j = last = i
    while j < v.n and j - i < LONGEST_NAME:
        if j > i + 1 and v.lows[j] == v.lows[i] and is_name_token(v, j + 1, first=False):
            break  # what stands in a caption before the text: "Ana Soto Ana Maria Soto"
        if is_name_token(v, j, first=j == i):
            j = last = _past_name_token(v, j)
        elif j > i and "particle" in v.classes(j) and is_name_token(v, j + 1, first=False):
            j += 1
        else:
            break
    return _past_suffix(v, last) if last > i else i


def person_end(v: View, i: int) -> int:
    """Return the token after the name that starts at i behind a title; i where none does, or one of no person."""
    end = name_end(v, i)
    end = next((k for k in range(i, end) if v.lows[k] in v.lex.impersonal), end)
    hit = v.hits.get(i)
    whole = end == i + 1 or (hit is not None and hit.j == end)  # "New York" is one name
    return i if whole and _names_no_person(v, i) else end


def _names_no_person(v: View, i: int) -> bool:
    """Tell whether the lone name at i is a body's or a town's: "Ketua KPU", "Konsulat Jenderal Istanbul"."""
    hit = v.hits.get(i)
    name = hit.name if hit is not None else None
    return v.is_acronym(i) or (
        name is not None and bool(name.cities) and not name.holders and v.lows[i] not in v.memory.people
    )


def _past_name_token(v: View, j: int) -> int:
    """Return the token after the name's part at j, and after the full stop of an initial."""
    hit = v.hits.get(j)
    after = hit.j if hit is not None and hit.name is not None else j + 1
    return after + 1 if len(v.words[j]) == 1 and v.is_mark(after, ".") else after


def _past_suffix(v: View, end: int) -> int:
    """Return the token after ", Jr." behind a name, else its end."""
    if not v.is_mark(end, ",") or end + 1 >= v.n or v.lows[end + 1] not in v.lex.pack.name_suffixes:
        return end
    return end + 3 if v.is_mark(end + 2, ".") else end + 2


def is_name_token(v: View, i: int, *, first: bool) -> bool:
    """Tell whether token i can be part of a person's name, or (`first`) start one."""
    if not first and _carries_article(v, i):
        return True
    if not v.is_capital(i) or not v.words[i][0].isalpha():
        return False
    hit = v.hits.get(i)
    if hit is None:
        initial = v.is_mark(i + 1, ".") or (not first and len(v.words[i]) == 1)
        return initial or v.lows[i] not in v.lex.articles
    known_here = v.lows[i] in v.memory.people and not v.parties(i)
    if known_here or _is_holder(hit.name):
        return True
    if hit.word is not None:
        opens = "particle" in hit.word.classes and is_name_token(v, i + 1, first=False)  # "President Al Soto"
        return (opens or not first) and _stands_in_names(hit.word)
    return not v.parties(i) or (not first and all(p.weak for p in v.parties(i)))


def _is_holder(name: Name | None) -> bool:
    return name is not None and bool(name.holders) and not name.parties


def _stands_in_names(word: Word) -> bool:
    """Tell whether a word of the lexicon may stand inside a name: a rank, a particle."""
    if word.titles:
        return all(t.rank for t in word.titles)
    return word.classes == {"particle"}


def _carries_article(v: View, i: int) -> bool:
    """Tell whether token i is a name with an article on it: "al-Assad"."""
    head, _, rest = v.words[i].partition("-") if i < v.n else ("", "", "")
    return bool(rest) and rest[0].isupper() and head.islower() and len(head) <= LONGEST_ARTICLE


def name_text(v: View, i: int, j: int) -> str:
    """Return the name as written, without a suffix behind a comma."""
    start, end = v.s.span(i, j)
    return v.s.text[start - v.s.start : end - v.s.start].split(",")[0]
