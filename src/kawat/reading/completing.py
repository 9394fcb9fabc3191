"""Both sides of a trigger: as its sentence names them, and as the article means where the sentence does not say.

In: the `Site` of a trigger, the article's memory.
Out: who acts and whom it reaches, each party once.
"""

from __future__ import annotations

from kawat.reading.acts import RECIPROCAL, SHARED
from kawat.reading.addressees import reaches_nobody
from kawat.reading.barring import official
from kawat.reading.begun import dated_sides, imposed, is_dated
from kawat.reading.inference import recipients_meant
from kawat.reading.mediating import joined, mediated
from kawat.reading.meeting import (
    body_meant,
    council_meant,
    did_it,
    greeter,
    heard_too,
    hosts_meant,
    meeting_meant,
    owner_meant,
)
from kawat.reading.mentions import Memory, Side, codes
from kawat.reading.model import MUTUAL
from kawat.reading.opponents import attack_meant, clash_meant, crowd_meant, parties_asked, speaker_meant
from kawat.reading.owning import Pair, beside
from kawat.reading.passives import agent_unsaid, freed_by
from kawat.reading.posts import host_of
from kawat.reading.site import REACHING, Site, placed
from kawat.reading.sparing import spared
from kawat.reading.sufferers import sufferers_meant
from kawat.reading.unsaid import (
    author_meant,
    dealt_with,
    likewise,
    own_people,
    owner_of_troops,
    served,
    shown_to,
)
from kawat.reading.uttering import sides_told
from kawat.reading.voicing import voice_meant


def all_sides(site: Site, memory: Memory) -> Pair:
    """Return the sides that the sentence names and those that the article means, each party once."""
    third, between = mediated(site, memory)
    if third:
        return apart(third, between, site.type)
    return joined(site, *_sides(site, memory))


def _sides(site: Site, memory: Memory) -> Pair:
    actors, named = _told(site, memory)
    if site.type == "COERCE" and site.frame.alone and not site.frame.public and not named:
        own = beside(site)[0] if site.trigger.voice == "noun" else actors
        return own, list(own)  # whom a state arrests that is of no other is its own
    actors = actors or speaker_meant(site, memory) or crowd_meant(site, named, memory)
    recipients = official(site, named)
    if named and not recipients:
        return actors[:1], []
    if not actors:
        actors, recipients = _who_acts(site, recipients, memory)
    mutual = site.is_mutual or (site.trigger.voice == "noun" and bool(site.frame.mutual))
    to_each_other = mutual and site.type in RECIPROCAL - SHARED and len(codes(actors)) > 1
    if actors and not to_each_other and (not recipients or site.frame.again):
        recipients = _whom_it_reaches(site, actors, recipients, memory)
    reaches = site.frame.joint or (site.type == "CONSULT" and site.trigger.voice in REACHING)
    hosts = greeter(site, memory)
    if not recipients and reaches and not hosts:
        return actors[:1], []  # who mediates, or calls on somebody, does not meet each other
    if hosts and site.type == "CONSULT" and codes(recipients) <= codes(hosts):
        site.greeted, actors, recipients = True, hosts, actors
    actors, recipients = apart(actors, recipients, site.type)
    if not recipients and len(codes(actors)) > 1 and _is_done_by_both(site):
        recipients = list(actors)
    if actors and not recipients:
        recipients = own_people(site, actors, memory) or shown_to(site, actors, memory)
        site.explicit = site.explicit and not recipients
    return actors, recipients


def _told(site: Site, memory: Memory) -> Pair:
    """Return the sides that the sentence tells; of a meeting of a body's members, the body.

    Who began what is dated, and who frees whom he held, other clauses tell, and better than the trigger's own does.
    """
    council = council_meant(site, memory)
    if council:
        return council, []
    around = dated_sides(site, memory) if is_dated(site) else freed_by(site)
    if around[0]:
        return around
    actors, named = sides_told(site, memory)
    return actors, parties_asked(site, actors, memory) or named


def _who_acts(site: Site, recipients: list[Side], memory: Memory) -> Pair:
    """Return who acts where the clause names nobody who does, and whom it reaches."""
    actors = owner_of_troops(site) if site.type == "MOBILIZE" else []
    if not actors and recipients:
        if site.frame.told:
            actors = voice_meant(site, memory)
        else:
            actors = did_it(site, codes(recipients), memory) or owner_meant(site, recipients, memory)
            actors = actors or meeting_meant(site, recipients, memory)
    actors = actors or (body_meant(site, memory) if not recipients else [])
    if actors:
        return actors, recipients
    if site.trigger.voice == "passive":
        actors, recipients = agent_unsaid(site, recipients, memory)
    elif site.trigger.voice == "noun":
        actors, recipients = _who_by_noun(site, recipients, memory)
    else:
        actors = author_meant(site, recipients, memory)
    site.explicit = site.explicit and not actors
    return actors, recipients


def _who_by_noun(site: Site, recipients: list[Side], memory: Memory) -> Pair:
    """Return whose attack a noun tells, who imposed what comes into force, who fight each other; and whom they meet."""
    for meant in (attack_meant(site, memory), imposed(site, memory)):
        if meant[0]:
            return meant
    clash = clash_meant(site, memory)
    return (clash, list(clash)) if clash else ([], recipients)


def _is_of_itself(site: Site) -> bool:
    """Tell whether an act reaches only whom it names: who leaves his office, "membantu menjaga perdamaian"."""
    bare = site.type == "AID" and site.item.kind == "verb" and all(x.kind == "adverb" for x in site.behind)
    helps = bare and any(c.items[0] is c.verb for c in site.below("serial"))
    return helps or site.frame.close or (site.type == "RETREAT" and site.frame.person)


def _whom_it_reaches(site: Site, actors: list[Side], named: list[Side], memory: Memory) -> list[Side]:
    """Return whom an act reaches that the clause does not name; of one done likewise, whom the other reached."""
    frame = site.frame
    if frame.again:
        kept = named if site.type == "ASSAULT" else []  # "mengikuti jejak Peru" meets another
        return kept or likewise(site, actors, memory)
    if _is_of_itself(site):
        return named
    found = host_of(site, actors)
    if not found and reaches_nobody(site, codes(actors)):
        return []
    if not found and site.trigger.voice == "passive":  # "Hal itu disampaikannya ketika ditelepon Menlu Peru"
        found = meeting_meant(site, actors, memory)
    said_together = frame.heard and len(codes(actors)) > 1  # two say it to nobody
    if not found and not said_together and (not frame.told or frame.others):
        aside = spared(site)
        found = [x for x in recipients_meant(site, actors, memory) if x.code not in aside]
    if found or frame.told:
        return found
    found = sufferers_meant(site, actors, memory)
    found = found or served(site, actors) or dealt_with(site, actors, memory)
    found = found or heard_too(site, codes(actors), memory) or hosts_meant(site, codes(actors), memory)
    site.explicit = site.explicit and not found
    return found


def _is_done_by_both(site: Site) -> bool:
    """Tell whether several who act do it to each other, and so stand on both sides."""
    if site.frame.told:
        return False
    # "the commitment of Peru and Chile to ..." is no praise of each other
    each = site.trigger.voice == "noun" and site.type not in ("SUPPORT", "SANCTION")
    raid = site.type == "ASSAULT" and not site.frame.mutual and "against" in site.to
    one_sided = raid or site.type in ("ACCUSE", "THREATEN")
    if each and one_sided and not placed(site.behind, "between"):
        return False  # "serangan Peru dan Chile", "kecaman dari Peru dan Chile" meet a third
    if site.type in RECIPROCAL and (site.is_mutual or each):
        return True
    # "kedua pihak menarik pasukannya"; "diteken oleh Peru dan Chile"
    return (site.type == "RETREAT" and site.frame.own) or (site.type == "SUPPORT" and bool(site.frame.mutual))


def apart(actors: list[Side], recipients: list[Side], type_: str) -> tuple[list[Side], list[Side]]:
    """Keep each party once, on one side; of two sides of one state, the one that names the person."""
    actors, recipients = _once(actors), _once(recipients)
    mine = codes(actors)
    recipients = [r for r in recipients if r.code not in mine]
    if type_ in MUTUAL and not recipients and len(mine) > 1:
        first = actors[0].code
        return [a for a in actors if a.code == first], [a for a in actors if a.code != first]
    return actors, recipients


def _once(sides: list[Side]) -> list[Side]:
    """Drop sides that only repeat one: the same person, or a state beside its own people."""
    out: list[Side] = []
    for side in sides:
        same = [o for o in out if o.code == side.code]
        if any(o.person == side.person or side.person is None for o in same):
            continue
        out = [o for o in out if o.code != side.code or o.person is not None]
        out.append(side)
    return out
