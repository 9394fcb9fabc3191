"""What an article has spoken of so far, and with that what "both leaders", "he", "they", "that country" mean.

In: the mentions of a sentence in order, the article's memory.
Out: the referring ones filled with sides, the memory with all that were named.
"""

from __future__ import annotations

from collections import Counter
from itertools import islice

from kawat.knowledge.bodies import bodies
from kawat.knowledge.states import states
from kawat.reading.mentions import Memory, Mention, Side, codes
from kawat.reading.neuters import envoys, it
from kawat.reading.peers import name_union, peer
from kawat.reading.scan import QUOTES, Sentence
from kawat.reading.structure import Clause
from kawat.reading.turns import LABEL, addressed, names_speaker_by_title, page_itself, take_turn

#: Sorts of sides that "the country" sooner means than others, among so many last named.
STATES, LATELY = frozenset({"state", "capital", "organ"}), 3
#: Classes of words behind which a noun phrase begins.
OPENING = frozenset({"coord", "sub", "that", "join", "det", "definite", "adverb"})
#: Classes of prepositions that may stand in front with whom a sentence does something to, or together with.
FRONTED = frozenset({"prep:to", "prep:with"})
#: Kinds of mentions that "its own side" can be of.
NAMED = frozenset({"named", "person"})
#: Kinds of references to whoever speaks.
SPEAKING = frozenset({"self", "state_pair"})


def follow(s: Sentence, mentions: list[Mention], memory: Memory) -> None:
    """Resolve the mentions of one sentence in order, and remember whom they name."""
    take_turn(s, mentions, memory)
    memory.here, memory.he, memory.before = [], [], len(memory.parties)
    for mention in mentions:
        name_union(mention, memory)
        speaking = _speaking(s, mention, mentions, memory) if mention.kind in SPEAKING else []
        if speaking or (mention.kind == "self" and memory.asking):
            mention.sides = speaking
        elif memory.turn and mention.i > LABEL and names_speaker_by_title(s, mention, memory):
            mention.sides = addressed(memory)
        elif mention.kind == "counterpart":
            mention.sides = peer(s, mention, mentions, memory)
            mention.kind = "named" if mention.sides else "opaque"
        else:
            resolve(mention, memory)
            here = it(s, mention, memory) if mention.kind == "neuter" else _on_the_spot(s, mention)
            if here and mention.kind in ("self", "ministry"):
                mention.kind = "named"  # by its town
            here = here or _in_relative(s, mention, memory)
            mention.sides = here or mention.sides
            memory.he = mention.sides if mention.kind == "person" and mention.word != "object" else memory.he
        note(mention, memory)
        if len(mention.codes) == 1 and "number:2" in s.classes(mention.i - 1):
            memory.twins = [x.faceless() for x in mention.sides[:1]]
        if mention.kind == "named" and mention.sides and _stands_free(s, mention):
            memory.here.append(mention)


def _stands_free(s: Sentence, mention: Mention) -> bool:
    """Tell whether a mention may be whom a sentence tells of: not the state of "musik Peru", "di Peru".

    "Kepada Menlu Chile ia meminta ...": who asks is another.
    """
    if mention.i == 1 and not s.classes(0).isdisjoint(FRONTED):
        return False
    if mention.agent or len(mention.sides) > 1 or mention.sides[0].sort not in STATES | {"adjective"}:
        return True
    before = mention.i - 1
    return before < 0 or not s.words[before].isalpha() or not s.classes(before).isdisjoint(OPENING)


def _speaking(s: Sentence, mention: Mention, mentions: list[Mention], memory: Memory) -> list[Side]:
    """Return for whom "we" stands: the speaker of the quotation or of the turn, else the page's own government."""
    if mention.kind == "state_pair":
        own = s.lows[mention.i] in memory.ours or (
            mention.j - mention.i > 1 and s.lows[mention.i + 1] in memory.ours
        )
        return [x.faceless() for x in memory.declared] if own and not is_quoted(s, mention.i) else []
    spoken = memory.running.get(s.start)
    if spoken:
        return spoken
    if is_quoted(s, mention.i):
        return _speaker_behind(s, mention, mentions) or _speaker_before(s, mention, mentions)
    if memory.turn is not None:
        alone = s.lows[mention.i] in memory.mine and codes(memory.voice) == codes(memory.turn)
        return memory.voice if alone else memory.turn
    before = _speaker_before(s, mention, mentions) if mention.word == "pronoun" else []
    return memory.declared or before or page_itself(s, mention.i, memory)


def page_speaks(s: Sentence, i: int, memory: Memory) -> list[Side]:
    """Return who says what stands at token i where no verb of saying tells: whose turn or page it is."""
    if is_quoted(s, i):
        return []
    return memory.turn if memory.turn is not None else memory.declared or page_itself(s, i, memory)


def _speaker_before(s: Sentence, mention: Mention, mentions: list[Mention]) -> list[Side]:
    """Return the last person told of before in the sentence, outside of quotations, else whom it began with."""
    told = [m for m in mentions if m.i < mention.i and m.kind in NAMED and m.sides and not is_quoted(s, m.i)]
    people = [m for m in reversed(told) if m.sides[0].person or m.kind == "person"]
    return [x.faceless() for m in [*people, *told][:1] if len(m.codes) == 1 for x in m.sides]


def is_quoted(s: Sentence, i: int) -> bool:
    """Tell whether a quotation is open at token i."""
    return sum(w in QUOTES for w in s.lows[:i]) % 2 == 1


def _speaker_behind(s: Sentence, mention: Mention, mentions: list[Mention]) -> list[Side]:
    """Return who is named behind the quotation that "we" stands in: "Kami mengecam X," kata Menlu Y."""
    close = next((k for k in range(mention.j, len(s.words)) if s.lows[k] in QUOTES), len(s.words))
    behind = (m for m in mentions if m.i > close and m.kind == "named" and len(m.codes) == 1)
    return [x.faceless() for m in islice(behind, 1) for x in m.sides]


def resolve(mention: Mention, memory: Memory) -> None:
    """Fill a mention that only refers: both leaders, he, they, our side."""
    if mention.kind not in ("named", "opaque", "neuter"):
        mention.sides = _meant(mention, memory)
        here = any(m.sides == mention.sides for m in memory.here)
        alone = len(memory.topic) < 2 and len(mention.codes) != 1 and mention.codes != codes(memory.contact)
        mention.loose = mention.kind == "group" and alone and not here


def _in_relative(s: Sentence, mention: Mention, memory: Memory) -> list[Side]:
    """Return whom "him" means in what is told of the last one named: "memuji Menlu Peru, yang berbicara dengannya"."""
    if mention.kind != "person" or mention.word != "object" or len(memory.here) < 2:
        return []
    first, last = memory.here[0].sides, memory.here[-1]
    relative = any("rel" in s.classes(k) for k in range(last.j, mention.i))
    return first if relative and len(first) == 1 and first[0].person else []


def _on_the_spot(s: Sentence, mention: Mention) -> list[Side]:
    """Return the state of the town, or the state, named right behind those who act for one: "polisi di Lima".

    "the foreign ministry in Lima", "the authorities in Peru"; but not "we in Peru", "police in Peru".
    """
    long = mention.j - mention.i > 1  # "the ministry", not "we"
    leads_on = mention.kind == "state" or (long and mention.kind in ("self", "ministry"))
    place = s.hits.get(mention.j + 1) if leads_on else None
    leads = s.hits.get(mention.j)
    if place is None or place.name is None or leads is None or leads.word is None:
        return []
    named = [x.code for x in place.name.parties if x.code in states()] if long else []
    country = place.name.cities[0].country if place.name.cities else next(iter(named), "")
    if "where" not in leads.word.classes or country not in states():
        return []
    start, end = s.span(mention.i, mention.j)
    return [Side(country, None, None, start, end, "reading/discourse.place", "organ")]


def _meant(mention: Mention, memory: Memory) -> list[Side]:
    """Return the sides that a reference means."""
    match kind := mention.kind:
        case "pair" | "state_pair":
            couple, twins = (memory.couple, memory.twins) if kind == "pair" else ([], [])
            told = [x for x in (twins, memory.contact, couple, memory.pair) if x]
            if mention.word == "state":  # "kedua negara": no armed group
                told = [x for x in told if codes(x) <= states().keys()]
            two = list(next(iter(told), [])) or _last_two(memory)
            return two if kind == "pair" else [s.faceless() for s in two]
        case "state" | "ministry":
            return _state_meant(mention, memory) if kind == "state" else _ministry(memory)
        case "band" | "union":
            return _body(memory, armed=kind == "band")
        case "group" | "envoys":
            return envoys(memory) if kind == "envoys" else _they(mention, memory)
        case "person" | "addressed":
            return _he(mention, memory) if kind == "person" else addressed(memory)
        case _:  # self
            return [s.faceless() for s in (memory.topic if len(memory.topic) == 1 else memory.persons[-1:])]


def _state_meant(mention: Mention, memory: Memory) -> list[Side]:
    """Return the state last spoken of; "police" that open a sentence are of the one spoken of most.

    "The country" is sooner one that was named just before than that of an official.
    """
    spoken = [x for x in memory.parties if x.code in states()]
    named = any(x.code in states() for x in memory.parties[memory.before :])
    if mention.word != "agent":
        first = {x.code for m in memory.here[:1] for x in m.sides}  # "Peru membantu negara itu": another
        spoken = [x for x in spoken if x.code not in first] or spoken
        spoken = [x for x in spoken[-LATELY:] if x.sort in STATES] or spoken
    elif not named:
        times = Counter(x.code for x in spoken)
        spoken.sort(key=lambda x: times[x.code])  # of equal ones the last
    return [x.faceless() for x in spoken[-1:]]


def _body(memory: Memory, *, armed: bool) -> list[Side]:
    """Return the armed group last spoken of, or else the body or bloc."""
    spoken = (x for x in reversed(memory.parties) if x.code in bodies())
    found = (x for x in spoken if (bodies()[x.code].kind == "group") == armed)
    return [x.faceless() for x in islice(found, 1)]


def _ministry(memory: Memory) -> list[Side]:
    """Return the state of whose ministry, else of whose minister or organ at all, was last spoken."""
    spoken = [x for x in reversed(memory.parties) if x.code in states()]
    organs = [x for x in spoken if x.sort == "organ"] or [x for x in spoken if x.office] or spoken
    return [x.faceless() for x in organs[:1]]


def _he(mention: Mention, memory: Memory) -> list[Side]:
    """Return whom "he" means: whom the sentence named first, else the subject of the last one; "him": another."""
    named = [x for m in memory.here for x in m.sides if x.person]
    first = named[:1]
    if mention.word == "object":
        first = named[: len(memory.here[0].sides)] if named else memory.he
        others = [x for x in memory.persons if x.person not in {y.person for y in first}]
        return [x for x in memory.topic if x.person and x in others][:1] or others[-1:]
    last = memory.persons[-1:]  # of officials without names the subject is meant, too
    nameless = not any(x.person for x in last)
    people = first or [x for x in memory.topic if x.person or (nameless and _is_somebody(x))]
    return people if len(people) == 1 else last


def _they(mention: Mention, memory: Memory) -> list[Side]:
    """Return whom "they", "the leaders" mean.

    Several whom the sentence, else the last one began with; else people spoken of together; else, of a pronoun,
    the one that the sentence, else the last one began with, where it is no single person.
    """
    told = [m.sides for m in memory.here] or [memory.topic]
    several = next((sides for sides in reversed(told) if len(codes(sides)) > 1), [])
    if several:
        return list(several)
    one, company = told[0][:1], memory.company
    if company and all(map(_is_somebody, company)) and (not memory.here or codes(one) <= codes(company)):
        return list(company)
    many = [sides for sides in told if sides and not _is_somebody(sides[0])]
    if mention.word == "pronoun" and many and (memory.here or not memory.stale):
        return list(many[-1] if _is_somebody(one[0]) else many[0])
    if memory.here:
        return []
    two = company if company and mention.word != "pronoun" else _last_two(memory)
    return list(two) if mention.word != "pronoun" or (codes(one) <= codes(two) and not many) else []


def _is_somebody(side: Side) -> bool:
    """Tell whether a side is one person, named or by office: "they" are more than the minister."""
    return side.person is not None or (side.office is not None and side.sort == "person")


def _last_two(memory: Memory) -> list[Side]:
    """Return the last people (or parties) of two different parties, in the order of mention.

    Whoever alone was named in the sentence calls on two others: "Mali urged both sides to talk".
    """
    told, here = memory.persons or memory.parties, {code for m in memory.here for code in m.codes}
    if len(here) == 1:
        earlier = memory.parties[: memory.before]
        last = list(dict.fromkeys(x.code for x in reversed(earlier)))[:2]
        told = earlier if len(last) > 1 and here.isdisjoint(last) else told
    out: list[Side] = []
    for side in reversed(told):
        if all(side.code != o.code for o in out):
            out.insert(0, side)
        if len(out) == 2:
            return out
    return []


def note(mention: Mention, memory: Memory) -> None:
    """Remember whom a mention named."""
    if mention.kind != "named":
        return
    memory.parties += mention.sides
    for side in mention.sides:
        if (side.person is not None or side.sort == "person") and not side.speaks:
            same = (side.person, side.code, side.office)
            others = [p for p in memory.persons if (p.person, p.code, p.office) != same]
            memory.persons = [*others, side]
    company = memory.company
    together(mention.sides, memory)
    if company and not all(x.person for x in mention.sides):
        memory.company = company  # "they" are people who met, sooner than two states named in one breath


def together(sides: list[Side], memory: Memory) -> None:
    """Remember two sides, or more, that were spoken of together."""
    if len({x.code for x in sides}) > 1:
        memory.company, memory.twins = list(sides), []
    if len(sides) == 2 and sides[0].code != sides[1].code:
        memory.pair = list(sides)
        if all(s.person for s in sides):
            memory.couple = list(sides)


def keep_topic(clauses: list[Clause], memory: Memory) -> None:
    """Remember the first named subject of a sentence: "he", "they", "our side" in the next mean it."""
    subjects = [c.subj for c in clauses if c.subj is not None and c.subj.sides]
    memory.stale = not subjects
    memory.topic = next((m.sides for m in subjects if m.kind == "named"), memory.topic)
