"""The grammar of titles: titles, a party, a name, in the order of the language.

"Foreign Minister Retno Marsudi of Indonesia", "pemimpin Jerman, Kanselir Olaf Scholz": no list of people is needed.

In: a view of a sentence and the token of a title.
Out: the mention of the person whom the phrase names, or None.
"""

from __future__ import annotations

from kawat.reading.heading import heading_a_body
from kawat.reading.hosting import of_no_state
from kawat.reading.identity import VAGUE_OFFICES, Said, acts_for_another, known_end, office_of, official
from kawat.reading.mentions import Mention
from kawat.reading.names import name_end, name_text, person_end
from kawat.reading.parties import (
    owner,
    party_at,
    party_behind_of,
    party_of_agent,
    party_of_seat,
    party_of_title,
    past_charges,
    past_doubling,
)
from kawat.reading.party_names import PartyRef
from kawat.reading.people import HEADS
from kawat.reading.posts import is_post, past_host, past_served
from kawat.reading.senders import ENVOY, sender_behind
from kawat.reading.view import View

#: What may stand within the office of an apposition, up to its party: "komandan pasukan", "adviser to the".
APPOSING = frozenset(
    {"agent", "det", "form", "join", "particle", "prep:of", "prep:to", "prep:for", "prep:at"}
)
LONGEST_APPOSED = 10  # phrases of an apposition up to its party
LONGEST_CHARGE = 4  # words between a title and its party: "Duta Besar Pelucutan Senjata AS"


def titled(v: View, i: int, at: int, party: PartyRef | None = None) -> Mention | None:
    """Read a person from the title at token `at` on, for the mention that starts at token i.

    `party`: whom the words before the title name ("Russian President").
    """
    whose = owner(v, i, at)
    phrase = _Phrase(v, at, party, owned=whose is not None)
    phrase.read()
    if phrase.shared:
        return Mention(i, phrase.j, [], "state_pair")
    ref = phrase.party or whose
    if any(t.domestic for t in phrase.titles):
        return of_no_state(v, i, phrase.j, phrase.titles, ref)
    ref = ref or party_of_title(v, at, phrase.j)
    if ref is None and any(t.speaks for t in phrase.titles):
        ref = party_of_seat(v, i, phrase.j)
    if phrase.of_body and ref is None and person_end(v, phrase.j) == phrase.j:
        return Mention(i, phrase.j, [], "opaque")  # "Presiden UEFA"
    code, reason = (ref.code, ref.reason) if ref is not None else (None, "")
    return with_name(v, i, phrase.j, Said(office_of(phrase.titles), code, reason, phrase.titles))


class _Phrase:
    """A title with what belongs to it, up to the name: further titles, the party, an envoy's host."""

    def __init__(self, v: View, at: int, party: PartyRef | None, *, owned: bool = False) -> None:
        self.v, self.j = v, v.after(at)
        self.titles = list(v.titles(at))
        self.party = party
        self.shared = False  # "kedua negara": of the two states spoken of
        self.hosted = owned  # of "menarik dubesnya di Mali" the host stands by itself: it is what is meant
        self.of_body = False  # "Ketua KPU": of a body in no list

    def read(self) -> None:
        """Go on to the end of the phrase."""
        sent = self.party is None and office_of(self.titles) == ENVOY
        if sent and (found := sender_behind(self.v, self.j)) is not None:
            self.party, self.j = found
        while self.j < self.v.n and not self.shared:
            self.j = past_doubling(self.v, past_charges(self.v, self.j))
            if self.j == self.v.n:
                return  # "the Minister for Sport." ends the sentence
            known, start = self.j in self.v.hits, self.j
            self.j = self._past_region() or (self._past_phrase() if known else self._past_plain())
            if self.j == start:
                return

    def _past_plain(self) -> int:
        """Return the token after what the lexicon does not know at j and belongs to the title, else j."""
        v, j = self.v, self.j
        rank = v.is_mark(j, ".") and self.titles[-1].rank
        if rank or (v.lows[j].startswith("ke-") and v.lows[j][3:].isdigit()):
            return j + 1  # "Presiden ke-7 RI", "Presiden RI ke-5"
        if v.is_mark(j, "(") and v.is_mark(j + 2, ")"):
            return j + 3  # "Menteri Luar Negeri (Menlu)"
        if v.is_acronym(j) and not self.of_body:
            self.of_body = True
            return j + 1
        return self._past_charge() if self.party is None and not v.adjective_first else j

    def _past_region(self) -> int:
        """Return the token after the region in no list that one heads, else 0: "Presiden Kepulauan Faroe"."""
        v, j = self.v, self.j
        heads = self.party is None and self.titles[-1].office in HEADS and not v.parties(j)
        if not heads or not v.is_capital(j) or v.lows[j] not in v.lex.impersonal:
            return 0
        self.of_body = True
        return max(v.after(j), name_end(v, j))

    def _past_phrase(self) -> int:
        """Return the token after the title, party or host at j, else j."""
        v, j = self.v, self.j
        if v.titles(j) and "agent" not in v.classes(j):
            self.titles += v.titles(j)
            return v.after(j)
        served = past_served(v, j)
        if served > j:
            return served
        found = self._party_at(j)
        if self.party is None:
            return self._past_first(found)
        if found is not None and found[0].code == self.party.code:
            return found[1]  # "Kepala BNPB RI" tells the state twice
        known = any(ref.code == self.party.code for ref in v.parties(j))  # "Direktur Perlindungan WNI Kemlu"
        end = past_charges(v, v.after(j)) if v.classes(j) & {"prep:for", "purpose"} else j
        if end > v.after(j):
            return end  # "Komisaris Tinggi PBB untuk HAM"
        return v.after(j) if known else self._past_host()

    def _past_first(self, found: tuple[PartyRef, int] | None) -> int:
        """Return the token after the party found at j, or what leads to one; else j."""
        v, j = self.v, self.j
        if found is not None:
            self.party, end = found
            return end
        if "state_pair" in v.classes(j):
            self.shared = True
            return v.after(j)
        return self._past_charge() if not v.adjective_first and v.is_place(j) else self._past_host()

    def _past_host(self) -> int:
        """Return the token after the host or the town of an envoy at j, else j."""
        end = self.j if self.hosted else past_host(self.v, self.j)
        # "Menteri Negara Peru untuk Asia Ana Soto": of who is no envoy, only up to his name
        led = self.party is not None and not self.v.adjective_first and name_end(self.v, end) > end
        if not led and not any(t.abroad for t in self.titles):
            return self.j
        self.hosted = end > self.j
        return end

    def _party_at(self, j: int) -> tuple[PartyRef, int] | None:
        """Return the party that the title is of, and the token after it: "Rusia" behind it, or "of Russia"."""
        if self.v.adjective_first:
            return party_behind_of(self.v, j, served=not any(t.abroad for t in self.titles))
        return party_at(self.v, j) or self._under_agent(j)

    def _under_agent(self, j: int) -> tuple[PartyRef, int] | None:
        """Return the party of the agents that the title is over: "komandan pasukan Peru", "Kepala Kepolisian Peru"."""
        v = self.v
        if "agent" not in v.classes(j):
            return None
        found = party_of_agent(v, j)
        end = past_charges(v, v.after(j))
        at_home = (
            found is None and v.memory.home is not None and "home_agent" in v.classes(j) and v.is_capital(j)
        )
        if not at_home or v.memory.home is None or not (v.titles(end) or name_end(v, end) > end):
            return found
        return PartyRef(v.memory.home, "organ", "reading/actors.home", False), end

    def _past_charge(self) -> int:
        """Return the token of the party behind words that belong to the title, else j.

        "Perdana Menteri sementara Pakistan", "Menteri Urusan Pasifik Australia": one plain word, or, behind a title
        that says little by itself, several with capitals, regions among them.
        """
        v = self.v
        j = k = self.j
        while k < v.n and k - j <= LONGEST_CHARGE and v.words[k][0].isalpha():
            joins = "join" in v.classes(k) and v.is_capital(k + 1) and k > j
            if (k in v.hits and not joins and not v.is_place(k)) or (v.is_lower(k) and k > j and not joins):
                break
            k = v.after(k)
        if k == j or not (v.parties(k) or self._under_agent(k)):
            return j
        vague = all(t.office in VAGUE_OFFICES for t in self.titles)
        named = name_end(v, v.after(k)) > v.after(k)  # "Duta Besar Pelucutan Senjata AS Robert Wood"
        return k if vague or named or v.is_lower(j) else j


def with_name(v: View, i: int, j: int, said: Said) -> Mention | None:
    """Read the name behind titles and party, which end at token j; the mention starts at token i."""
    k = heading_a_body(v, j, said)
    pointed = "definite" in v.classes(i - 1) and name_end(v, j + 1) > j + 2
    if k == j and v.is_mark(j, ",") and _in_apposition(v, j + 1, said.code, pointed=pointed):
        k = _past_titles(v, j + 1, said)
    if is_post(v, k, said.titles):
        k += 1
    end = person_end(v, k)
    if end == k:
        return official(v, i, j, said)
    end = known_end(v, k, end, said.code, said.office)
    said.name = name_text(v, k, end)
    found = _party_after(v, k, end) if said.code is None else None
    if found is not None:
        ref, end = found
        said.code, said.reason = ref.code, ref.reason
    described = apposed(v, end) if said.code is None and not any(t.domestic for t in said.titles) else None
    if described is not None:
        said.code, other, end = described
        said.reason = other.reason
        said.office = said.office if said.office and said.office not in VAGUE_OFFICES else other.office
    return official(v, i, end, said)


def _party_after(v: View, k: int, end: int) -> tuple[PartyRef, int] | None:
    """Return the party told after the name at k..end, and the token after it.

    "President Macron of France", "Presiden Emmanuel Macron dari Prancis", "Menlu Vivian Balakrishnan (Singapura)".
    """
    found = party_behind_of(v, end)
    if found is None and v.is_mark(end, "("):
        inside = party_at(v, end + 1)
        if inside is not None and v.is_mark(inside[1], ")"):
            found = inside[0], inside[1] + 1
    hit = v.hits.get(k)
    known = {h.country for h in hit.name.holders} if hit is not None and hit.name is not None else set[str]()
    fits = found is not None and found[0].sort != "capital" and (not known or found[0].code in known)
    return found if fits else None


def apposed(v: View, k: int) -> tuple[str, Said, int] | None:
    """Read what a comma at token k adds to the name before it: ", komandan pasukan Peru di ...", ", envoy of the Pope".

    Only an office without a name of its own: else it is the next in a list of people.
    """
    if not v.is_mark(k, ","):
        return None
    said, start, end = Said(), k + 1, 0
    k = start
    for _ in range(LONGEST_APPOSED):
        k = past_charges(v, k)
        found = party_at(v, k) if said.code is None else None
        served = past_served(v, k)
        if served > k:
            k = end = served
        elif v.titles(k) and "agent" not in v.classes(k):
            if said.code is None or not said.titles:  # else "adviser to the German Chancellor"
                said.titles += v.titles(k)
            k = end = v.after(k)
        elif found is not None:
            said.code, said.reason = found[0].code, found[0].reason
            k = end = found[1]
        elif said.code is None and _goes_on(v, k):
            k = v.after(k)
        else:
            break
        if said.code is None or not said.titles:
            k += k < v.n and v.words[k] in v.lex.pack.owner_marks
    said.office = office_of(said.titles)
    own = party_of_title(v, start, end) if said.code is None else None
    if own is not None:
        said.code, said.reason = own.code, own.reason
    if said.code is None or said.office is None or any(t.domestic for t in said.titles):
        return None
    return (said.code, said, end) if name_end(v, end) == end else None


def _goes_on(v: View, k: int) -> bool:
    """Tell whether the phrase at token k may stand within an office: a name of its own, or a word that leads on."""
    quality = v.is_lower(k) and k not in v.hits and v.lex.verb is not None and not v.lex.verb.match(v.lows[k])
    return quality or bool(v.classes(k) & APPOSING) or (v.is_capital(k) and not v.is_covered(k))


def _past_titles(v: View, k: int, said: Said) -> int:
    """Take in the titles behind a comma: "pemimpin baru Jerman, Kanselir Olaf Scholz"."""
    while v.titles(k):
        said.titles = [*said.titles, *v.titles(k)]
        said.office = next((t.office for t in v.titles(k) if t.office), said.office)
        k = v.after(k)
    return k


def _in_apposition(v: View, k: int, code: str | None, *, pointed: bool) -> bool:
    """Tell whether a name that belongs to the title before the comma starts at token k.

    `pointed`: the title points to one man, "The prime minister, Ama Boateng," of a state told before.
    """
    if v.titles(k):
        return not v.parties(v.after(k)) and not acts_for_another(v, v.after(k), code)
    end = name_end(v, k)
    if end == k:
        return False
    hit = v.hits.get(k)
    if hit is not None and hit.name is not None and hit.name.holders:
        return code is None or any(h.country == code for h in hit.name.holders)
    closed = end >= v.n or v.words[end] in ',.)"”' or v.is_lower(end)
    return (code is not None or pointed) and closed
