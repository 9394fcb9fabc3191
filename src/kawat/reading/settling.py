"""What only the neighbours of a word tell: owner or object, verb or noun, active or passive.

In: the items of a sentence as they were laid out.
Out: the same row, each item with the reading that fits its place, possessive marks gone. Mostly English,
where one form is many things: "visit", "attacks", "accused".
"""

from __future__ import annotations

from itertools import pairwise

from kawat.reading.lexicon import Lexicon
from kawat.reading.mentions import Mention
from kawat.reading.structure import Item

OWNED = 4  # words before a contact within which its "his" may stand
REACH = 4  # items before a word that tell whether it is a noun
FAR = 9  # items behind a participle within which "by" may still bring who acts
#: What may stand between a participle and its "by": "accused of war crimes by Ukraine", "fired from Yemen by ...".
PHRASED = frozenset({"prep", "adverb", "word", "noun", "actor", "time", "number", "aux"})

#: Sorts of sides whose name stands before their meeting: "to the ASEAN meeting".
BODIES = frozenset({"body", "bloc"})


def settled(row: list[Item], lex: Lexicon) -> list[Item]:
    """Return the items of a sentence, each settled by its neighbours."""
    if lex.pack.adjective_first:
        row = _owners(row, lex)
        _settle_adjectives(row, lex)
        _settle_bare(row, lex)
    _settle_nouns(row, lex)
    _own_contacts(row)
    if lex.participle is not None:
        _settle_voices(row, lex)
    _settle_reciprocals(row, lex)
    return _run_on(row) if lex.pack.adjective_first else row


def _run_on(row: list[Item]) -> list[Item]:
    """Return the row without the quotation marks in which a clause goes on: "Peru said it \"rejects the plan\""."""
    marks = [k for k, x in enumerate(row) if x.kind == "quote"]
    pairs = zip(marks[::2], marks[1::2], strict=False)
    dropped = {k for pair in pairs if _goes_on(row, pair[0]) for k in pair}
    return [x for k, x in enumerate(row) if k not in dropped] if dropped else row


def _goes_on(row: list[Item], k: int) -> bool:
    """Tell whether the opening mark at k stands between a subject and its verb, or within a phrase."""
    before = row[k - 1] if k else None
    if before is None:
        return False
    within = before.kind == "prep"
    if within:
        return True  # "accused Peru of "violating ..."", "condemned "Peru's raid""
    helped = before.kind in ("aux", "mod", "adverb")
    subject = next((x for x in reversed(row[:k]) if x.kind not in ("aux", "mod", "adverb")), None)
    verb = next((x for x in row[k + 1 : k + 3] if x.kind not in ("aux", "mod", "adverb", "word")), None)
    if subject is None or verb is None or verb.kind != "verb":
        return False
    acts = subject.kind == "actor" or "anaphor" in subject.classes
    return acts and not subject.owner and (helped or is_finite(verb))


def is_finite(verb: Item) -> bool:
    """Tell whether a verb of frames is a form of its lemma that an infinitive is not: "condemned", "urges"."""
    head = verb.low.partition(" ")[0]
    lemmas = {t.reason.partition("#")[2].partition(" ")[0] for t in (*verb.triggers, *verb.unmet)}
    return bool(lemmas) and head not in lemmas and not head.endswith("ing")


def _owners(row: list[Item], lex: Lexicon) -> list[Item]:
    """Mark the actors that own the noun behind them, and take the possessive marks out of the row."""
    out: list[Item] = []
    for item in row:
        if item.low in lex.pack.owner_marks and out and out[-1].kind == "actor":
            out[-1].owner = True
        else:
            out.append(item)
    for k, (item, after) in enumerate(pairwise(out)):
        owns = item.owner or _is_adjective(item.mention)
        described = item.owner and after.kind == "verb" and not after.triggers and not after.classes
        described = described or (item.owner and _is_carrying_participle(out, k + 1, lex))
        item.owner = owns and (after.kind in ("noun", "word", "number") or after.can_be_noun or described)
    return out


def _is_adjective(mention: Mention | None) -> bool:
    """Tell whether a mention is an adjective of a state: "Israeli"."""
    if mention is None or mention.agent or not mention.sides:
        return False
    return all(s.sort == "adjective" for s in mention.sides)


def _is_carrying_participle(row: list[Item], k: int, lex: Lexicon) -> bool:
    """Tell whether a verb that carries nouns may describe the one behind it: "Chile's continued aggression".

    Behind an owner a gerund may, too: "Chile's continuing aggression".
    """
    item, after = row[k], row[k + 1] if k + 1 < len(row) else None
    plain = item.kind == "verb" and not item.triggers and "light" in item.classes
    owned = k > 0 and (row[k - 1].owner or "possessive" in row[k - 1].classes)
    shapes = (lex.participle, lex.gerund if owned else None)
    shaped = plain and any(shape is not None and shape.match(item.low) for shape in shapes)
    return shaped and after is not None and after.can_be_noun


def _settle_adjectives(row: list[Item], lex: Lexicon) -> None:
    """Turn verbs into words where only an adjective can stand: "the targeted strikes", "a feared and hated attack"."""
    for k, item in enumerate(row[1:-1], 1):
        before, after = row[k - 1], row[k + 1]
        owned = before.owner or before.kind in ("prep", "verb") or "possessive" in before.classes
        if owned and _is_carrying_participle(row, k, lex):
            item.kind = "word"
        if after.kind == "coord" and k + 2 < len(row) and _is_participle(row[k + 2]):
            after = row[k + 2]
        beside = before.kind == "coord" and k > 1 and row[k - 2].kind == "word" and _is_led(row, k - 2)
        if _is_participle(item) and (_is_led(row, k) or beside) and _may_be_described(after):
            item.kind = "word"
        if item.kind == "verb" and item.mods and not item.triggers and _is_led(row, k) and after.can_be_noun:
            item.kind = "mod"  # "the scheduled talks"


def _is_participle(item: Item) -> bool:
    return item.kind == "verb" and not item.triggers and not item.classes


def _is_led(row: list[Item], k: int) -> bool:
    """Tell whether a determiner, a preposition or an owner stands right before k."""
    before = row[k - 1] if k else None
    return before is not None and ("det" in before.classes or before.kind == "prep" or before.owner)


def _may_be_described(item: Item) -> bool:
    return item.kind in ("noun", "word") or item.can_be_noun or _is_participle(item)


def _settle_nouns(row: list[Item], lex: Lexicon) -> None:
    """Settle words that are verb and noun ("visit", "attack"): nouns behind a determiner, an owner or a preposition."""
    for k, item in enumerate(row):
        voices = {t.voice for t in item.triggers}
        if item.kind == "verb" and not voices and _is_bare(item) and _stands_as_noun(row, k, lex):
            item.kind = "word"
        if _is_said_thing(row, k, lex):
            item.kind, item.classes = "word", item.classes - {"verb", "speech"}
        if "noun" not in voices or len(voices) == 1:
            continue
        is_noun = _is_noun_place(row, k) and not _has_object(row, k, lex)
        item.kind = "noun" if is_noun else "verb"
        item.triggers = tuple(t for t in item.triggers if (t.voice == "noun") == is_noun)


def _own_contacts(row: list[Item]) -> None:
    """Mark the contacts before which "his", "our" says whose they are: "her sixth meeting with Peru's president"."""
    for k, item in enumerate(row):
        if item.kind != "noun" or "CONSULT" not in item.types or item.clitic:
            continue
        led = next((x for x in row[:k][::-1][:OWNED] if x.kind not in ("word", "number")), None)
        item.clitic = led is not None and "possessive" in led.classes


def _settle_bare(row: list[Item], lex: Lexicon) -> None:
    """Turn verbs into words where an article or an owner makes nouns of them: "the issue of", "Peru's return to"."""
    for before, item in pairwise(row):
        lemmas = {t.reason.partition("#")[2] for t in item.triggers}
        led = before.low in lex.articles or "possessive" in before.classes
        several = led or before.classes >= {"det", "anaphor"}  # "these issues"; but "US warns"
        bare = item.low.removesuffix("s") if several else item.low
        verbs = all(t.voice == "active" or (t.voice == "mutual" and several) for t in item.triggers)
        plain = lemmas in ({item.low}, {bare}) and item.low.isalpha() and verbs
        if item.kind == "verb" and (led or several or before.owner) and plain:
            item.kind, item.triggers = "word", ()


def _has_object(row: list[Item], k: int, lex: Lexicon) -> bool:
    """Tell whether a gerund behind a preposition has an object, as only verbs have: "for killing a Peruvian envoy"."""
    led = k > 0 and row[k - 1].kind == "prep" and k + 1 < len(row)
    if not led or lex.gerund is None or not lex.gerund.match(row[k].low):
        return False
    after = row[k + 1]
    return after.kind in ("actor", "number") or "det" in after.classes


def _is_bare(item: Item) -> bool:
    """Tell whether nothing but its form makes the word a verb, or it is of the plain verbs: "states", "support"."""
    return not item.classes - {"verb"}


def _is_said_thing(row: list[Item], k: int, lex: Lexicon) -> bool:
    """Tell whether the stem of a verb of saying is what a verb or preposition is about: "menilai klaim Peru"."""
    item = row[k]
    stem = item.kind == "verb" and "speech" in item.classes and not item.triggers
    led = k > 0 and row[k - 1].kind in ("verb", "prep")
    return stem and led and lex.verb is not None and not lex.verb.match(item.low)


def _stands_as_noun(row: list[Item], k: int, lex: Lexicon) -> bool:
    """Tell whether what stands right before k makes a noun of it: "several states", "for help"; "they both support"."""
    if k and row[k - 1].kind == "prep" and row[k].low.endswith(lex.pack.owning):
        return True  # "atas terpilihnya Presiden Peru"
    if k and row[k - 1].kind == "prep" and lex.gerund is not None and "verb" in row[k].classes:
        return not lex.gerund.match(row[k].low)
    if not k or "det" not in row[k - 1].classes:
        return False
    return k == 1 or row[k - 2].kind != "actor"


def _is_noun_place(row: list[Item], k: int) -> bool:
    """Tell whether what stands before k calls for a noun there."""
    if not k:
        return len(row) > 1 and row[1].kind == "prep"  # "Attacks by Peru on ..."
    dated = False  # "the November visit", but "in November visits ..."
    for n in range(k - 1, max(-1, k - 1 - REACH), -1):
        item = row[n]
        planned = item.kind == "mod" and n > 0 and _is_led(row, n)  # "a planned visit"
        led = item.owner or "det" in item.classes or (item.kind in ("noun", "number", "prep") and not dated)
        if led or planned:
            return True
        if item.kind == "verb":
            return n == k - 1 or bool(item.classes & {"light", "topic"})
        if n == k - 1 and item.kind == "actor" and n > 1 and "det" in row[n - 1].classes:
            return row[n - 2].kind == "prep" and all(s.sort in BODIES for s in item.sides)
        dated = dated or item.kind == "time"
        between = item.kind == "coord" and 0 < n < k - 1 and row[n - 1].kind == "word"
        if item.kind not in ("word", "time") and not between:  # "a brutal and ongoing attack"
            return False
    return False


def _settle_voices(row: list[Item], lex: Lexicon) -> None:
    """Settle participles: passive behind an auxiliary, or before "by"."""
    assert lex.participle is not None
    for k, item in enumerate(row):
        if item.kind != "verb" or not item.triggers or not lex.participle.match(item.low.split()[0]):
            continue
        by = _before_by(row, k) or _before_far_by(row, k) or _tells_of_those(row, k)
        if by or _after_auxiliary(row, k) or _is_led_on(row, k):
            item.triggers = tuple(
                t._replace(voice="passive") if t.voice == "active" else t for t in item.triggers
            )


def _settle_reciprocals(row: list[Item], lex: Lexicon) -> None:
    """Make mutual what two do to each other: "saling menyerang", "accused each other", "the other of lying"."""
    for k, item in enumerate(row):
        if "reciprocal" not in item.classes:
            continue
        behind = [x for x in row[k + 1 : k + 2] if lex.gerund is None or not lex.gerund.match(x.low)]
        verb = next((x for x in (*behind, *reversed(row[:k])) if x.kind == "verb"), None)
        if verb is not None:
            verb.triggers = tuple(
                t._replace(voice="mutual") if t.voice == "active" else t for t in verb.triggers
            )


def _after_auxiliary(row: list[Item], k: int) -> bool:
    for item in reversed(row[max(0, k - 3) : k]):
        if item.kind == "aux":
            return True
        if item.kind not in ("adverb", "mod"):
            return False
    return False


def _before_by(row: list[Item], k: int) -> bool:
    return k + 1 < len(row) and row[k + 1].kind == "prep" and row[k + 1].role == "by"


def _before_far_by(row: list[Item], k: int) -> bool:
    """Tell whether a phrase stands where the participle's object would, and who acts behind that, led in by "by"."""
    behind = row[k + 1 : k + 1 + FAR]
    if not behind or behind[0].kind != "prep":
        return False
    for item, after in pairwise(behind):
        if item.kind not in PHRASED:
            return False
        if item.role == "by":
            return after.kind == "actor" or "det" in after.classes
    return False


def _tells_of_those(row: list[Item], k: int) -> bool:
    """Tell whether a participle without an object says what befell "those" before it: "were among those killed"."""
    before, behind = row[k - 1] if k else None, row[k + 1 : k + 2]
    those = before is not None and before.kind == "adverb" and before.classes >= {"det", "anaphor"}
    return those and all(x.kind in ("prep", "mark", "comma", "adverb", "time", "quote") for x in behind)


def _is_led_on(row: list[Item], k: int) -> bool:
    """Tell whether a participle without an object stands between a subject and its verb: "men held in Peru were"."""
    behind = row[k + 1 : k + 1 + FAR]
    if not k or row[k - 1].kind not in ("actor", "noun", "word") or not behind or behind[0].kind != "prep":
        return False
    end = next((x for x in behind if x.kind not in PHRASED - {"aux"}), None)
    return end is not None and end.kind == "aux"
