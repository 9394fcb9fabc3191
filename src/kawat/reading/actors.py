"""Who is mentioned in a sentence: parties, people who act for one, and words that refer to either.

In: a scanned sentence, the lexicon, the article's memory (which learns the people named).
Out: the mentions in order, coordinated ones joined. The entry to the readers of mentions: `titles` (people by
their titles), `agents` (parties and those who act for them), `names` (plain names), `joining` (coordination).
"""

from __future__ import annotations

from kawat.reading.agents import REFERRING, by_class, party
from kawat.reading.epithets import epithet
from kawat.reading.identity import known_end, look_up, person_at
from kawat.reading.joining import joined
from kawat.reading.lexicon import Lexicon
from kawat.reading.mentions import Known, Memory, Mention
from kawat.reading.names import name_end, name_text, person_end
from kawat.reading.scan import Hit, Sentence
from kawat.reading.senders import envoy_behind
from kawat.reading.titles import apposed, titled
from kawat.reading.view import View
from kawat.reading.wards import is_ward, with_wards

#: Marks behind which a capital says nothing.
OPENERS = frozenset('"“‘(.!?:')
#: Classes of words at which a mention may start, besides those for allies.
NAMING = frozenset({"agent", "counterpart", "form", "neuter", "society", *REFERRING})


def find_mentions(s: Sentence, lex: Lexicon, memory: Memory) -> list[Mention]:
    """Return the mentions of the sentence in order, coordinated ones joined."""
    v = View(s, lex, memory)
    out: list[Mention] = []
    i = 0
    while i < v.n:
        capital = v.words[i][0].isupper()
        mention = _at(v, i) if capital or _may_name(v, i) else None
        mention = _sent(v, mention) or mention
        if mention is not None:
            v.last = mention
            out.append(mention)
        i = mention.j if mention is not None else v.after(i)
    return with_wards(v, joined(v, out))


def _sent(v: View, mention: Mention | None) -> Mention | None:
    """Read "Soto's envoy Ana Paz" from the mention of Soto on."""
    found = envoy_behind(v, mention) if mention is not None and v.adjective_first else None
    return titled(v, mention.i, found[1], found[0]) if mention is not None and found is not None else None


def _may_name(v: View, i: int) -> bool:
    """Tell cheaply whether a mention may start at token i, which has no capital: at most words none does."""
    hit = v.hits.get(i)
    if hit is None or hit.word is None or hit.name is not None or hit.word.titles:
        return hit is not None
    classes = hit.word.classes
    return not (classes.isdisjoint(NAMING) and classes.isdisjoint(v.lex.calling))


def _at(v: View, i: int) -> Mention | None:
    """Return the mention that starts at token i, if one does."""
    hit = v.hits.get(i)
    if hit is None:
        return _plain_name(v, i)
    if v.titles(i) and not v.parties(i):
        return titled(v, i, i)
    worded = hit.word is not None and bool(hit.word.classes)
    mention = (epithet(v, i) or by_class(v, i)) if worded else None
    if mention is not None:
        return mention
    if v.parties(i):
        return _called_like_a_capital(v, i) or party(v, i)
    if "form" in v.classes(i) and v.parties(v.after(i)):
        return _in_form(v, i)
    return _plain_name(v, i) if _may_open_name(v, hit) else None


def _called_like_a_capital(v: View, i: int) -> Mention | None:
    """Read "Riyad" in a page that has named Riyad al-Maliki of another state: him, but not in "di Riyad"."""
    known = v.memory.people.get(v.lows[i])
    ref = v.parties(i)[0]
    if known is None or ref.sort != "capital" or ref.code == known.code or _is_placed(v, i):
        return None
    return person_at(v, i, v.after(i), known)


def _in_form(v: View, i: int) -> Mention | None:
    """Read "the Republic of Chile", "the Government of Chile": one party, from its form on."""
    mention = party(v, v.after(i))
    if mention is not None:
        mention.i = i
    return mention


def _may_open_name(v: View, hit: Hit) -> bool:
    """Tell whether a plain name may start with this phrase: "Kyiv" does only where a name goes on behind it."""
    if hit.name is None:
        return v.is_capital(hit.i) and v.lows[hit.i] in v.memory.people
    return bool(hit.name.holders) or not hit.name.cities or (v.is_capital(hit.j) and hit.j not in v.hits)


def _plain_name(v: View, i: int) -> Mention | None:
    """Read a name that no title leads in: a known person, or someone who is no party."""
    end = name_end(v, i) if v.is_capital(i) else i
    if end == i:
        return None
    end = known_end(v, i, end)
    name = name_text(v, i, end)
    known = look_up(v, name) or _known_by_alias(v, i, end)
    if known is not None and not (known.guessed and apposed(v, end) is not None):
        v.memory.learn(known)
        return person_at(v, i, end, known)
    told = is_ward(v, i) or (end == i + 1 and v.lows[i] in v.memory.strangers)
    if (i == 0 or v.words[i - 1] in OPENERS) and not told and _only_opens(v, i, end):
        return None
    return _described(v, i, end, name)


def _known_by_alias(v: View, i: int, end: int) -> Known | None:
    """Return the office-holder whose known name a family's follows: "Sheikh Mohammed bin Zayed al-Nahyan"."""
    hit = v.hits.get(i)
    known = hit is not None and hit.j == end - 1 and hit.name is not None and bool(hit.name.holders)
    return look_up(v, name_text(v, i, end - 1)) if known and "-" in v.words[end - 1] else None


def _only_opens(v: View, i: int, end: int) -> bool:
    """Tell whether the capital at i only opens the sentence, before no name or a known one: "Keputusan Huaman".

    A lone name does not where an office follows it: "Suyono, Kepala Badan Riset Kemlu, ...".
    """
    if end - i == 1:
        return v.is_covered(i) or apposed(v, end) is None
    rest = look_up(v, name_text(v, i + 1, end))
    return rest is not None and " " in rest.person and apposed(v, end) is None


def _described(v: View, i: int, end: int, name: str) -> Mention:
    """Read "Nama, Menteri Luar Negeri Chad," where the title follows the name."""
    described = apposed(v, end) if not _is_placed(v, i) else None
    if described is None:
        person = name if person_end(v, i) == end else ""
        if " " in person:
            v.memory.strangers.add(v.lows[end - 1])
        return Mention(i, end, [], "opaque", name=person)
    code, said, j = described
    known = Known(name, code, said.office, said.reason)
    v.memory.learn(known)
    return person_at(v, i, j, known)


def _is_placed(v: View, i: int) -> bool:
    """Tell whether "di", "ke", "in" stands before token i: what follows is a place."""
    before = next((k for k in range(max(0, i - 3), i) if k in v.hits and v.after(k) == i), -1)
    return "where" in v.classes(before)
