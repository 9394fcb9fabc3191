"""Both sides of what is done together, where the sentence names them: "bertemu", "spoke with X and later with Y".

In: the `Site` of a trigger of a contact or another mutual act.
Out: who does it, and with whom.
"""

from __future__ import annotations

from kawat.reading.acts import GOVERNING
from kawat.reading.meeting import officials_there, people_from, people_of
from kawat.reading.mentions import Side, codes
from kawat.reading.objects import asker, host, met_by_governed
from kawat.reading.owning import Pair
from kawat.reading.site import Site, placed, within

#: Prepositions within what somebody is: "adviser to", "minister of", "director at".
APPOSING = frozenset({"to", "of", "for", "at"})


def both_sides(site: Site) -> Pair:
    """Return who does something together, by himself or with whom the clause names."""
    subject = site.subject() or placed(site.before, "between") or _both(site)
    subject = subject or placed(site.behind, "between")  # "It was agreed between Peru and Chile that ..."
    spoken_of = site.frame.agenda  # the object is what is talked of: "membahas Peru"
    travels = site.frame.each or site.frame.person  # with whom one travels is no host
    # "spoke with X and later with Y"
    again = not spoken_of and further(site, codes(subject))
    partner = (
        (site.first_behind("obj") if again else [])
        or ([] if travels else placed(site.behind, "with"))
        or ([] if spoken_of or _says_of(site) else site.first_behind("obj"))
        or ([] if travels else placed(site.before, "with"))
        or placed(site.behind, "by")
    )
    if spoken_of:
        return subject, [] if _is_topical(subject, partner) else partner or within(site.behind, "with")
    partner = partner or _partner_elsewhere(site, codes(subject))
    return subject, [*partner, *_onward(site, codes(subject))] if travels and partner else partner


def _onward(site: Site, mine: set[str]) -> list[Side]:
    """Return where others of the same party go: "Menlu Peru terbang ke Accra, Menhan Juan Soto ke Lome"."""
    out: list[Side] = []
    row = [x for x in site.behind if x.kind not in ("adverb", "time")]
    for before, goer, led, place in zip(row, row[1:], row[2:], row[3:], strict=False):
        goes = (
            goer.kind == "actor"
            and codes(goer.sides) == mine
            and any(x.person or x.office for x in goer.sides)
        )
        if goes and before.kind in ("comma", "coord") and led.kind == "prep" and led.role == "to":
            out += [x.faceless() for x in place.sides if x.code not in mine]
    return out


def _says_of(site: Site) -> bool:
    """Tell whether who stands behind a verb of saying is whom it tells of: "mengatakan Peru tidak akan ..."."""
    first = next((x.mention for x in site.behind if x.kind == "actor"), None)
    below = (c for c in site.below("comp") if c.own_subj or c.subj is first)
    return "speech" in site.item.classes and first is not None and any(c.subj is first for c in below)


def further(site: Site, mine: set[str]) -> list[Side]:
    """Return whom else somebody meets or calls: "bertemu X, lalu dengan Y", "met X on Monday and Y on Tuesday"."""
    out: list[Side] = []
    open_ = met = False
    for k, x in enumerate(site.behind):
        listed = met and not any(y.kind in ("word", "noun", "verb") for y in site.behind[:k])
        if x.kind == "comma" and site.behind[k + 1 : k + 2] and site.behind[k + 1].kind == "time":
            listed = bool(placed(site.behind[:k], "obj", "with"))  # "met X in Lima, on Friday Y in Quito"
        if x.kind == "coord" or (x.kind == "comma" and listed):
            open_ = True  # "saw Peru's Ana Soto, Chile's Gabriel Boric and ..."
        elif x.kind == "actor" and open_ and x.role in ("obj", "with"):
            out += [s for s in x.sides if s.code not in mine]
        open_ = open_ and (x.kind in ("coord", "adverb", "time", "comma") or x.role == "with")
        met = (x.kind == "actor" and x.role in ("obj", "with")) or (met and x.kind in ("adverb", "coord"))
    return out


def _is_topical(subject: list[Side], partner: list[Side]) -> bool:
    """Tell whether somebody discusses his ties with a state, and meets nobody: "membahas hubungan dengan Peru"."""
    whole = all(x.sort in ("state", "capital") and not x.person and not x.office for x in partner)
    above = (x.person or x.office or x.sort in ("body", "bloc", "adjective") for x in subject)
    return bool(partner) and whole and any(above)


def _apposed(site: Site, mine: set[str]) -> list[Side]:
    """Return whose the partner is whom only his office places: "met with X, adviser to the Chancellor of Peru"."""
    row = site.behind
    at = next(
        (k for k, x in enumerate(row) if x.role == "with" or (x.kind == "actor" and x.role == "obj")),
        len(row),
    )
    for x in row[at + 1 :]:
        if x.kind == "actor" and x.sides and not codes(x.sides) <= mine:  # "mitra kami, pemerintah Peru"
            return list(x.sides)
        if x.kind in ("verb", "coord", "purpose") or (x.kind == "prep" and x.role not in APPOSING):
            return []
    return []


def _both(site: Site) -> list[Side]:
    """Return the two sides whose people act: "para komandan kedua negara bertemu"."""
    mentions = (x.mention for x in reversed(site.before) if x.mention is not None)
    return next((list(m.sides) for m in mentions if m.kind in ("pair", "state_pair")), [])


def _partner_elsewhere(site: Site, mine: set[str]) -> list[Side]:
    """Return the partner where no "with" brings one: who asks to meet, who is visited, whom the act is to meet."""
    alone = len(mine) < 2
    partner = placed(site.behind, *site.frame.to) if alone else []
    if not partner and alone and site.type == "CONSULT":
        partner = within(site.behind, "with", *site.frame.to)
    if not partner and alone and site.type == "AGREE" and site.behind and site.clause.answers(site.behind[0]):
        partner = placed(site.behind[1:2], "of")  # "menyetujui permintaan Chile"
    partner = partner or _apposed(site, mine) or people_of(site, mine) or officials_there(site, mine)
    partner = partner or (people_from(site, mine) if site.type == "CONSULT" and not site.frame.each else [])
    if not partner and alone and site.type == "CONSULT" and site.frame.needs:
        partner = placed(site.before, *site.frame.to)  # "X, melalui telepon kepada Y, meminta ..."
    if not partner and alone and site.type == "CONSULT":
        partner = asker(site, mine)
    if not partner and (site.frame.person or site.frame.each):
        partner = host(site)
    if not partner and alone and (site.frame.person or site.frame.each):
        partner = _fronted(site, mine)
    if not partner and alone and site.type in GOVERNING:
        partner = met_by_governed(site, mine)
    return partner


def _fronted(site: Site, mine: set[str]) -> list[Side]:
    """Return where somebody travels where the clause begins with it: "Di Peru ia hanya singgah empat jam"."""
    row = site.before[:2]
    led = len(row) > 1 and row[0].kind == "prep" and row[1].sides and site.clause.own_subj
    return [x.faceless() for x in placed(row, *site.frame.to) if x.code not in mine] if led else []
