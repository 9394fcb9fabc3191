"""Who is mentioned: names of parties, and people by the grammar of titles, so that coverage is open.

"Menteri Luar Negeri Estonia Eva-Maria Liimets", "Foreign Minister Retno Marsudi of Indonesia" and "pemimpin baru Jerman,
Kanselir Olaf Scholz" are read by one grammar: titles, a party, a name, in the order of the language. No list of people
is needed; `knowledge.holders` only gives the usual spelling, and the state of those who need no title.
"""

from __future__ import annotations

from kawat.knowledge.holders import office_on
from kawat.reading.lexicon import Lexicon, PartyRef
from kawat.reading.mentions import Known, Memory, Mention, Side
from kawat.reading.pack import Title
from kawat.reading.people import HEADS, find, fold, same_name
from kawat.reading.scan import Hit, Sentence

#: The day that terms of office are measured against where an article has none.
TODAY = "2026-01-01"
#: Offices that only a state's people hold: such a person without a state is of one that the article speaks of.
STATE_OFFICES = HEADS - {"leader"} | {
    "foreign_minister", "deputy_foreign_minister", "defence_minister", "minister", "vice_president",
    "deputy_prime_minister", "national_security_adviser", "military_chief", "spokesperson", "ambassador",
}  # fmt: skip
LONGEST_NAME = 7  # tokens
STANDING_OFFICES = frozenset({"official", "leader", "minister", "envoy", "spokesperson", ""})


class Finder:
    """Finds the mentions of one sentence; keeps no state but the article's memory."""

    def __init__(self, s: Sentence, lex: Lexicon, memory: Memory) -> None:
        self.s, self.lex, self.memory = s, lex, memory
        self.n = len(s.words)

    def find(self) -> list[Mention]:
        """Return the mentions of the sentence in order, coordinated ones joined."""
        out: list[Mention] = []
        i = 0
        while i < self.n:
            mention = self.at(i)
            if mention is not None:
                out.append(mention)
            i = mention.j if mention is not None else self.after(i)
        return self.joined(out)

    # -- one mention ------------------------------------------------------------------------------------------

    def at(self, i: int) -> Mention | None:
        """Return the mention that starts at token i, if one does."""
        hit = self.s.hits.get(i)
        if hit is None:
            return self.plain_name(i)
        if hit.word is not None:
            if hit.word.titles and (hit.name is None or not hit.name.parties):
                return self.titled(i, hit.j, list(hit.word.titles), None)
            mention = self.by_class(i, hit)
            if mention is not None:
                return mention
        if hit.name is None:
            return self.plain_name(i) if hit.word is not None and self.known_at(i) else None
        if hit.name.parties:
            return self.party(i, hit)
        if hit.name.holders or not hit.name.cities:
            return self.plain_name(i)
        return self.plain_name(i) if self.capital_at(hit.j) and not self.s.hits.get(hit.j) else None

    def by_class(self, i: int, hit: Hit) -> Mention | None:
        """Read agents, allies, counterparts and words that refer back."""
        assert hit.word is not None
        classes = hit.word.classes
        ally = next((c[5:] for c in sorted(classes) if c.startswith("ally:")), None)
        if ally and self.capital_at(i) and self.bare_capital(i - 1):
            return Mention(i, hit.j, [], "opaque")  # "Sumatera Barat"
        if ally:
            side = self.side(i, hit.j, ally, reason=f"{self.lex.language}/words/allies.{ally}", sort="bloc")
            return Mention(i, hit.j, [side])
        if "agent" in classes:
            return self.agent(i, hit.j) or self.home_agent(i, hit, classes)
        if "counterpart" in classes:
            return self.counterpart(i, hit.j)
        for kind in ("pair", "state_pair", "state", "person", "group", "self"):
            if kind in classes:
                named = self.of_party(i, hit.j, None)  # "the leaders of Ghana and Togo"
                return named or Mention(i, hit.j, [], kind, " ".join(self.s.lows[i : hit.j]))
        return None

    def agent(self, i: int, j: int) -> Mention | None:
        """Read "pejabat senior pemerintahan Biden", "militer Myanmar": an agent noun and its party behind it."""
        if self.lex.pack.adjective_first:
            return None if self.possessed(i) else self.of_party(i, j, None)
        k = j
        for _ in range(4):
            k = self.past_brackets(k)
            hit = self.s.hits.get(k)
            if hit is not None and hit.name is not None and (hit.name.parties or hit.name.holders):
                return self.agent_of(i, k, hit)
            if hit is not None and hit.word is not None:
                if hit.word.classes & {"pair", "state_pair"}:
                    return Mention(i, hit.j, [], "state_pair", " ".join(self.s.lows[k : hit.j]))
                if hit.word.titles and not any(t.domestic for t in hit.word.titles):
                    inner = self.titled(k, hit.j, list(hit.word.titles), None)
                    if inner is not None and inner.sides and inner.kind == "named":
                        return Mention(i, inner.j, [self.faceless(s) for s in inner.sides], agent=True)
                if not ({"agent", "adverb", "det"} & hit.word.classes or "prep:from" in hit.word.classes):
                    return None
                k = hit.j
            elif k < self.n and self.s.lows[k].isalpha() and self.s.words[k][0].islower():
                k += 1
            else:
                return None
        return None

    def home_agent(self, i: int, hit: Hit, classes: set[str]) -> Mention | None:
        """Read "Pemerintah", "Kementerian" without a state: the outlet's own."""
        if "home_agent" not in classes or self.memory.home is None or not self.capital_at(i):
            return None
        side = self.side(i, hit.j, self.memory.home, reason="reading/actors.home", sort="organ")
        return Mention(i, hit.j, [side], agent=True)

    def possessed(self, i: int) -> bool:
        """Tell whether "its", "their" stands before token i: the troops are those of whoever was named."""
        before = self.s.hits.get(i - 1)
        return before is not None and before.word is not None and "possessive" in before.word.classes

    def agent_of(self, i: int, k: int, hit: Hit) -> Mention | None:
        assert hit.name is not None
        j = self.past_brackets(hit.j)
        if hit.name.parties:
            ref = hit.name.parties[0]
            return Mention(i, j, [self.side(i, hit.j, ref.code, reason=ref.reason, sort="organ")], agent=True)
        known = self.lookup(hit.name.holders[0].person, None, None)
        if known is None:
            return None
        side = self.side(i, hit.j, known.code, reason=known.reason, sort="organ")
        return Mention(i, j, [side], agent=True)

    def faceless(self, side: Side) -> Side:
        """Return the side without its person: whoever acts for a president's office acts for the state."""
        return Side(side.code, None, None, side.start, side.end, side.reason, "organ")

    def counterpart(self, i: int, j: int) -> Mention | None:
        """Read "mitranya dari Ukraina, Dmytro Kuleba" and "rekannya dari Jepang"."""
        k = j
        for _ in range(3):
            hit = self.s.hits.get(k)
            if hit is None:
                if k < self.n and self.s.words[k][0].islower():
                    k += 1
                    continue
                return None
            if hit.name is not None and hit.name.parties:
                ref = hit.name.parties[0]
                return self.titled_tail(i, hit.j, "counterpart", ref.code, ref.reason, [])
            if hit.word is None or not hit.word.classes & {"prep:from", "prep:at"}:
                return None
            k = hit.j
        return None

    def party(self, i: int, hit: Hit) -> Mention | None:
        """Read a party's name, and what it leads into: "Russian President", "China's army", "RI Retno Marsudi"."""
        assert hit.name is not None
        ref = self.choose(hit.name.parties)
        j = self.past_brackets(hit.j)
        if self.in_other_name(i, j, ref):
            return Mention(i, j, [], "opaque")
        if self.in_organ(i):
            if self.name_end(j) > j:
                return self.titled_tail(i, j, "official", ref.code, ref.reason, [])
            return Mention(i, j, [self.side(i, hit.j, ref.code, reason=ref.reason, sort="organ")], agent=True)
        k = j + 1 if j < self.n and self.s.words[j] in ("'s", "’s") else j
        if self.lex.pack.adjective_first:
            led = self.led_by(i, k, ref)
            if led is not None:
                return led
        return Mention(i, j, [self.side(i, hit.j, ref.code, reason=ref.reason, sort=ref.sort)])

    def led_by(self, i: int, k: int, ref: PartyRef) -> Mention | None:
        """Read the title, agent noun or counterpart that an English state's name leads into."""
        at = k
        for _ in range(3):
            hit = self.s.hits.get(at)
            if hit is not None and hit.word is not None:
                if hit.word.titles:
                    return self.titled(i, hit.j, list(hit.word.titles), ref)
                if "counterpart" in hit.word.classes:
                    return self.titled_tail(i, hit.j, "counterpart", ref.code, ref.reason, [])
                if "agent" in hit.word.classes:
                    side = self.side(i, hit.j, ref.code, reason=ref.reason, sort="organ")
                    return Mention(i, hit.j, [side], agent=True)
                return None
            if hit is not None or at >= self.n or not self.s.words[at][0].islower():
                return None
            at += 1
        return None

    def of_party(self, i: int, j: int, titles: list[Title] | None) -> Mention | None:
        """Read "officials from Japan", "the government of Chile"."""
        ref, k = self.prep_party(j)
        if ref is None:
            return None
        side = self.side(i, k, ref.code, reason=ref.reason, sort="organ")
        return Mention(i, k, [side], agent=True)

    def prep_party(self, j: int) -> tuple[PartyRef | None, int]:
        """Return the party behind "of", "from", "for" (and "the") at token j, and the token after it."""
        hit = self.s.hits.get(j)
        if hit is None or hit.word is None or not hit.word.classes & {"prep:of", "prep:from"}:
            return None, j
        k = self.past_form(hit.j)
        hit = self.s.hits.get(k)
        if hit is None or hit.name is None or not hit.name.parties:
            return None, j
        ref = self.choose(hit.name.parties)
        return ref, self.past_brackets(hit.j)

    # -- titles -----------------------------------------------------------------------------------------------

    def titled(self, i: int, j: int, titles: list[Title], given: PartyRef | None) -> Mention | None:
        """Read on from a title: further titles, its party, a name."""
        ref = given
        host = False
        while j < self.n:
            hit = self.s.hits.get(j)
            if hit is None:
                if self.s.words[j] == "." and titles[-1].rank:
                    j += 1
                    continue
                if self.s.words[j] == "(" and j + 2 < self.n and self.s.words[j + 2] == ")":
                    j += 3  # "Menteri Luar Negeri (Menlu)"
                    continue
                k = self.party_behind(j, titles) if ref is None and not self.lex.pack.adjective_first else j
                if k == j:
                    break
                j = k
                continue
            if hit.word is not None and hit.word.titles and not hit.word.classes & {"agent"}:
                titles += hit.word.titles
                j = hit.j
            elif (
                hit.name is not None
                and hit.name.parties
                and ref is None
                and not self.lex.pack.adjective_first
            ):
                ref = self.choose(hit.name.parties)
                j = self.past_brackets(hit.j)
            elif ref is None and self.lex.pack.adjective_first and self.prep_party(j)[0] is not None:
                ref, j = self.prep_party(j)
            elif ref is None and hit.word is not None and hit.word.classes & {"state_pair"}:
                return Mention(i, hit.j, [], "state_pair", " ".join(self.s.lows[j : hit.j]))
            elif not host and any(t.abroad for t in titles) and self.host_at(j) > j:
                host, j = True, self.host_at(j)
            else:
                break
        office = next(
            (t.office for t in reversed(titles) if t.office and t.office not in STANDING_OFFICES), None
        )
        office = office or next((t.office for t in titles if t.office), None)
        if any(t.domestic for t in titles):
            return Mention(i, self.name_end(j), [], "opaque")
        return self.titled_tail(i, j, office, ref.code if ref else None, ref.reason if ref else "", titles)

    def party_behind(self, j: int, titles: list[Title]) -> int:
        """Return the token of the party behind words that belong to the title, else j.

        "Perdana Menteri sementara Pakistan", "Menteri Urusan Pasifik Australia": one plain word, or, behind a title
        that says little by itself, several with capitals.
        """
        k, most = j, 4 if all(t.office in STANDING_OFFICES for t in titles) else 1
        while k < self.n and k - j < 4 and self.s.hits.get(k) is None and self.s.words[k][0].isalpha():
            if self.s.words[k][0].islower() and k > j:
                return j
            k += 1
        hit = self.s.hits.get(k)
        if k == j or hit is None or hit.name is None or not hit.name.parties:
            return j
        named = self.name_end(hit.j) > hit.j  # "Duta Besar Pelucutan Senjata AS Robert Wood"
        return k if most > 1 or named or self.s.words[j][0].islower() else j

    def host_at(self, j: int) -> int:
        """Return the token after "untuk Indonesia" ("to Indonesia") behind an envoy's title, else j."""
        hit = self.s.hits.get(j)
        if (
            hit is None
            or hit.word is None
            or not hit.word.classes & {"prep:for", "prep:to", "purpose", "prep:at"}
        ):
            return j
        k = hit.j + 1 if hit.j < self.n and self.s.lows[hit.j] == "the" else hit.j
        party = self.s.hits.get(k)
        return party.j if party is not None and party.name is not None and party.name.parties else j

    def titled_tail(
        self, i: int, j: int, office: str | None, code: str | None, reason: str, titles: list[Title]
    ) -> Mention | None:
        """Read the name behind titles and party; give the person a state where the words gave none."""
        k = j
        if k < self.n and self.s.words[k] == "," and self.appositive(k + 1, code):
            k += 1
            hit = self.s.hits.get(k)
            while hit is not None and hit.word is not None and hit.word.titles:
                titles = [*titles, *hit.word.titles]
                office = next((t.office for t in hit.word.titles if t.office), office)
                k = hit.j
                hit = self.s.hits.get(k)
        end = self.name_end(k)
        name = self.name_text(k, end) if end > k else None
        if name is None:
            end = j
        elif self.lex.pack.adjective_first and code is None:
            ref, after = self.prep_party(end)
            if ref is not None:
                code, reason, end = ref.code, ref.reason, after
        return self.person(i, end, name, office, code, reason, titles)

    def appositive(self, k: int, code: str | None) -> bool:
        """Tell whether a name that belongs to the title before the comma starts at token k."""
        hit = self.s.hits.get(k)
        if hit is not None and hit.word is not None and hit.word.titles:
            after = self.s.hits.get(hit.j)
            return not (after is not None and after.name is not None and after.name.parties)
        end = self.name_end(k)
        if end == k:
            return False
        if hit is not None and hit.name is not None and hit.name.holders:
            return code is None or any(h.country == code for h in hit.name.holders)
        closed = end >= self.n or self.s.words[end] in ',.)"”' or self.s.words[end][0].islower()
        return code is not None and closed

    def person(
        self,
        i: int,
        j: int,
        name: str | None,
        office: str | None,
        code: str | None,
        reason: str,
        titles: list[Title],
    ) -> Mention | None:
        """Build the mention of a person by title; look the person up where name or state is missing."""
        speaks = any(t.speaks for t in titles)
        known = self.lookup(name, code, office)
        if (
            known is None
            and name is None
            and code is None
            and office in HEADS
            and office not in self.memory.offices
        ):
            known = self.own_head(office)
        if known is None and name is None and code is not None and office is not None:
            known = self.memory.by_code.get((code, office))
        if known is None and name is None and code is None and office is not None:
            known = self.memory.offices.get(office)
        if code is None and known is not None:
            code, reason = known.code, known.reason
        if code is None and name is not None and office in STATE_OFFICES:
            code, reason = self.of_context(office)
        if code is None:
            return Mention(i, j, [], "opaque") if name is not None else None
        person = known.person if known is not None else name
        if name is not None and person is not None and not speaks:
            self.memory.learn(Known(person, code, office, reason))
        side = self.side(
            i, j, code, person=person, office=office, reason=reason or "reading/actors", sort="person"
        )
        side.speaks = speaks
        return Mention(i, j, [side], agent=True)

    def of_context(self, office: str | None) -> tuple[str | None, str]:
        """Return the state of an official whom the words give none.

        The outlet's own, where the article speaks of it (or of no other) and the office is not one whose holder the
        knowledge files would know; else the party last spoken of.
        """
        spoken = [s.code for s in self.memory.parties]
        home = self.memory.home
        if home is not None and office not in HEADS and (not spoken or home in spoken):
            return home, "reading/actors.home"
        return (spoken[-1], "reading/actors.context") if spoken else (None, "")

    def own_head(self, office: str) -> Known | None:
        """Return the holder of the outlet's own state: "the President" of a White House readout."""
        if self.memory.home is None or self.memory.day is None:
            return None
        holder = office_on(self.memory.home, office, self.memory.day)
        if holder is None:
            return None
        return Known(holder.person, holder.country, office, f"knowledge/holders:{holder.person}")

    def lookup(self, name: str | None, code: str | None, office: str | None) -> Known | None:
        """Find the person of that name in the article, then among the office-holders."""
        if name is None:
            return None
        parts = name.lower().split()
        known = self.memory.people.get(parts[-1]) or self.memory.people.get(parts[0])
        if known is not None and code in (None, known.code) and same_name(fold(name), fold(known.person)):
            return known
        near = {s.code for s in self.memory.parties}
        holder = find(name, code, office, self.memory.day or TODAY, near)
        if holder is None:
            return None
        return Known(
            holder.person, holder.country, office or holder.office, f"knowledge/holders:{holder.person}"
        )

    # -- names ------------------------------------------------------------------------------------------------

    def plain_name(self, i: int) -> Mention | None:
        """Read a name that no title leads in: a known person, or someone who is no party."""
        if not self.capital_at(i):
            return None
        end = self.name_end(i)
        if end == i:
            return None
        name = self.name_text(i, end)
        known = self.lookup(name, None, None)
        if known is None:
            single = end - i == 1
            if single and (i == 0 or self.s.words[i - 1] in OPENERS):
                return None  # a capital that only opens the sentence
            return self.described(i, end, name)
        self.memory.learn(known)
        side = self.side(
            i, end, known.code, person=known.person, office=known.office, reason=known.reason, sort="person"
        )
        return Mention(i, end, [side], agent=True)

    def described(self, i: int, end: int, name: str) -> Mention:
        """Read "Nama, Menteri Luar Negeri Chad," where the title follows the name."""
        if end < self.n and self.s.words[end] == "," and not self.placed(i):
            k = end + 1
            if k < self.n and self.s.lows[k] in ("the", "a"):
                k += 1
            hit = self.s.hits.get(k)
            if hit is not None and (
                (hit.word is not None and hit.word.titles) or (hit.name is not None and hit.name.parties)
            ):
                inner = self.at(k)
                if (
                    inner is not None
                    and len(inner.sides) == 1
                    and inner.sides[0].person is None
                    and inner.sides[0].office
                ):
                    side = inner.sides[0]
                    self.memory.learn(Known(name, side.code, side.office, side.reason))
                    side = self.side(
                        i,
                        inner.j,
                        side.code,
                        person=name,
                        office=side.office,
                        reason=side.reason,
                        sort="person",
                    )
                    return Mention(i, inner.j, [side], agent=True)
        return Mention(i, end, [], "opaque")

    def placed(self, i: int) -> bool:
        """Tell whether "di", "ke", "in" stands before token i: what follows is a place."""
        before = next(
            (h for k in range(max(0, i - 3), i) if (h := self.s.hits.get(k)) is not None and h.j == i), None
        )
        return before is not None and before.word is not None and "where" in before.word.classes

    def known_at(self, i: int) -> bool:
        return self.capital_at(i) and self.s.lows[i] in self.memory.people

    def capital_at(self, i: int) -> bool:
        return i < self.n and self.s.words[i][0].isupper()

    def name_end(self, i: int) -> int:
        """Return the token after the name that starts at i (i where none does)."""
        j = last = i
        while j < self.n and j - i < LONGEST_NAME:
            word = self.s.words[j]
            if self.is_name_token(j, j == i):
                hit = self.s.hits.get(j)
                j = last = hit.j if hit is not None and hit.name is not None else j + 1
                if j < self.n and self.s.words[j] == "." and len(word) == 1:
                    j = last = j + 1
            elif j > i and self.is_particle(j) and self.is_name_token(j + 1, False):
                j += 1
            else:
                break
        if (
            last > i
            and last + 1 < self.n
            and self.s.words[last] == ","
            and self.s.lows[last + 1] in ("jr", "sr")
        ):
            last += 3 if last + 2 < self.n and self.s.words[last + 2] == "." else 2
        return last

    def is_name_token(self, i: int, first: bool) -> bool:
        if not first and self.has_article(i):
            return True
        if not self.capital_at(i) or not self.s.words[i][0].isalpha():
            return False
        hit = self.s.hits.get(i)
        if hit is None:
            initial = i + 1 < self.n and self.s.words[i + 1] == "."
            return initial or self.s.lows[i] not in ("the", "a", "an")
        if self.s.lows[i] in self.memory.people and not (hit.name is not None and hit.name.parties):
            return True
        if hit.name is not None and hit.name.holders and not hit.name.parties:
            return True
        if hit.word is not None:
            rank = all(t.rank for t in hit.word.titles) and bool(hit.word.titles)
            return not first and (rank or (hit.word.classes == {"particle"} and not hit.word.titles))
        if hit.name is None or hit.name.parties:
            return not first and hit.name is not None and all(p.weak for p in hit.name.parties)
        return True

    def has_article(self, i: int) -> bool:
        """Tell whether token i is a name with an article on it: "al-Assad"."""
        head, _, rest = self.s.words[i].partition("-") if i < self.n else ("", "", "")
        return bool(rest) and rest[0].isupper() and head.islower() and len(head) < 4

    def is_particle(self, i: int) -> bool:
        hit = self.s.hits.get(i)
        return hit is not None and hit.word is not None and "particle" in hit.word.classes

    def name_text(self, i: int, j: int) -> str:
        """Return the name as written, without a suffix behind a comma."""
        start, end = self.s.span(i, j)
        return self.s.text[start - self.s.start : end - self.s.start].split(",")[0]

    # -- parties ----------------------------------------------------------------------------------------------

    def choose(self, refs: list[PartyRef]) -> PartyRef:
        """Choose among parties of one name ("Korea", "Kongo"): one that the article has named already."""
        if len(refs) > 1:
            seen = {s.code for s in self.memory.parties}
            for ref in refs:
                if ref.code in seen:
                    return ref
        return refs[0]

    def in_other_name(self, i: int, j: int, ref: PartyRef) -> bool:
        """Tell whether the party's name is only part of another name: "Garuda Indonesia", "Jordan Henderson"."""
        if self.bare_capital(i - 1) and i > 1:
            return self.s.lows[i - 1] not in self.memory.people and not self.in_organ(i)
        if (
            ref.sort == "capital"
            and self.capital_at(j)
            and self.s.hits.get(j) is None
            and self.name_end(j) - j == 1
        ):
            return j + 1 >= self.n or not self.capital_at(j + 1)  # "the Vienna Convention"
        return ref.weak and self.capital_at(j) and self.unknown_name(j)

    def unknown_name(self, j: int) -> bool:
        """Tell whether the capitalised token j is no word of the lexicon, or a city's name at most."""
        hit = self.s.hits.get(j)
        return hit is None or (
            hit.word is None and hit.name is not None and not hit.name.parties and not hit.name.holders
        )

    def bare_capital(self, i: int) -> bool:
        """Tell whether token i is capitalised and nothing that the lexicon knows."""
        return i >= 0 and self.capital_at(i) and self.s.words[i].isalpha() and not self.covered(i)

    def covered(self, i: int) -> bool:
        return any(
            h.i <= i < h.j for k in range(max(0, i - 5), i + 1) if (h := self.s.hits.get(k)) is not None
        )

    def in_organ(self, i: int) -> bool:
        """Tell whether the state's name ends an organ's of several words: "Kejaksaan Agung Malaysia"."""
        if self.lex.pack.adjective_first or not self.bare_capital(i - 1):
            return False
        return self.bare_capital(i - 2) or (i > 1 and self.capital_at(i - 2) and self.covered(i - 2))

    def past_form(self, k: int) -> int:
        """Return the token after "the", "Republic of", "Kerajaan" at k, which add nothing to a state's name."""
        if k < self.n and self.s.lows[k] == "the":
            k += 1
        hit = self.s.hits.get(k)
        return hit.j if hit is not None and hit.word is not None and "form" in hit.word.classes else k

    def past_brackets(self, j: int) -> int:
        """Return the token after "(AS)" at j, else j."""
        if (
            j + 2 < self.n
            and self.s.words[j] == "("
            and self.s.words[j + 2] == ")"
            and self.s.words[j + 1].isupper()
        ):
            return j + 3
        return j

    def after(self, i: int) -> int:
        hit = self.s.hits.get(i)
        return hit.j if hit is not None else i + 1

    def side(
        self,
        i: int,
        j: int,
        code: str,
        *,
        person: str | None = None,
        office: str | None = None,
        reason: str,
        sort: str,
    ) -> Side:
        start, end = self.s.span(i, j)
        return Side(code, person, office, start, end, reason, sort)

    # -- coordination -----------------------------------------------------------------------------------------

    def joined(self, mentions: list[Mention]) -> list[Mention]:
        """Join "A dan B", "A, B, and C" and "A-B" into one mention each."""
        out: list[Mention] = []
        chain: list[Mention] = []
        for mention in mentions:
            if chain and not self.linked(chain[-1], mention):
                out += self.closed(chain)
                chain = []
            chain.append(mention)
        return out + self.closed(chain)

    def linked(self, a: Mention, b: Mention) -> bool:
        between = range(a.j, b.i)
        if not between or len(between) > 3 or b.kind != "named" or a.kind not in ("named", "opaque"):
            return False
        return all(self.s.words[k] in ",-–/" or self.is_joiner(k) or self.s.lows[k] == "the" for k in between)

    def is_joiner(self, k: int) -> bool:
        hit = self.s.hits.get(k)
        return hit is not None and hit.word is not None and "join" in hit.word.classes

    def closed(self, chain: list[Mention]) -> list[Mention]:
        """Join a chain up to its last joiner; what hangs on by commas alone stays apart."""
        if len(chain) < 2:
            return chain
        joined_until = 0
        for n in range(1, len(chain)):
            between = range(chain[n - 1].j, chain[n].i)
            if any(self.is_joiner(k) or self.s.words[k] in "-–/" for k in between):
                joined_until = n
        if joined_until == 0:
            return chain
        head, tail = chain[: joined_until + 1], chain[joined_until + 1 :]
        sides = [s for m in head for s in m.sides]
        if not sides:
            return chain
        return [Mention(head[0].i, head[-1].j, sides, agent=any(m.agent for m in head)), *tail]


OPENERS = frozenset('"“‘(.!?:')
