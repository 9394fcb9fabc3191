"""The shape of a pack's closed lists, words.toml (see docs/packs.md); of its other sections for reading: `entries`."""

from __future__ import annotations

import msgspec

from kawat.reading.model import Mode


class Inflection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Forms of verbs with one ending: ``accuse`` ends in e, strip 1, add es, ed, ing."""

    ends: str  # regular expression of the lemma's ending
    strip: int
    add: tuple[str, ...]


class Speech(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that tell who says something, by where the speaker stands. One word may be in several lists."""

    behind: tuple[str, ...] = ()  # the speaker right behind: "...," kata X; "...," said X
    before: tuple[str, ...] = ()  # the speaker is the subject: X mengatakan, X said
    #: the same, but of saying only before a quotation, a comma or "that": menolak
    loosely: tuple[str, ...] = ()
    passive: tuple[str, ...] = ()  # the subject is what is said: hal itu disampaikan X
    according: tuple[str, ...] = ()  # menurut X, according to X
    relays: tuple[str, ...] = ()  # dikutip X, as quoted by X: who passes on; speaks where nobody else does
    agents: tuple[str, ...] = ()  # oleh, dari, by: may stand between a passive or a relay and its speaker
    pointing: tuple[str, ...] = ()  # hal itu, demikian: a passive's subject that means the sentence before
    links: tuple[str, ...] = ()  # of, named: prepositions and verbs that may stand in a speaker's noun phrase
    clitic: str | None = None  # -nya: on a cue, the one who spoke last: "...," katanya


class Checking(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of pages that check what others claim (`claims`)."""

    tags: tuple[str, ...] = ()  # [salah]: before a claim, that it is refuted
    checkers: tuple[str, ...] = ()  # cek fakta, fact check: what such a page calls its work
    verdicts: tuple[str, ...] = ()  # tidak benar, misleading: what it finds
    carriers: tuple[str, ...] = ()  # unggahan, video, post: what a claim stands in
    claiming: tuple[str, ...] = ()  # mengeklaim, beredar, claims: what is said of that
    labels: tuple[str, ...] = ()  # narasi, claim: before a colon, of the claim itself
    findings: tuple[str, ...] = ()  # faktanya, in fact: with one, a sentence tells what the page found


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Function words and other closed classes of a language, all in lower case."""

    abbreviations: tuple[str, ...]  # after which a full stop ends no sentence
    name_particles: tuple[str, ...]  # inside a person's name: bin, al, van
    not_names: tuple[str, ...]  # capitalised words that are no names: days, months, honorifics
    #: nouns in names of bodies and rules, where a person's name behind a title ends
    impersonal: tuple[str, ...]
    answered: tuple[str, ...]  # what, with "the" before it, is the other's last act: condemned the move
    days: tuple[str, ...]  # of the week, before which no phrase ends: "a call on Monday" calls on nobody
    causing: tuple[str, ...]  # verbs whose object does what follows: prompting (Peru to recall its envoy)
    letting: tuple[str, ...]  # verbs whose object is to do what follows: allow, want (Peru to send troops)
    #: role -> words; roles: with, to, against, by, between, at, from, about, as, means,
    #: such (an instance of what stands before)
    prepositions: dict[str, tuple[str, ...]]
    complementizers: tuple[str, ...]  # bahwa, that
    purposes: tuple[str, ...]  # untuk, agar, to
    subordinators: tuple[str, ...]  # ketika, setelah
    conditionals: tuple[str, ...]  # jika, if
    relatives: tuple[str, ...]  # yang, who
    coordinators: tuple[str, ...]  # dan, but
    joiners: tuple[str, ...]  # those coordinators that join two parties: dan, serta, and
    state_forms: tuple[str, ...]  # republik, Kingdom of: stand before a state's name
    adverbs: tuple[str, ...]  # may stand between subject and verb
    determiners: tuple[str, ...]  # the, para, sejumlah: no nouns of their own
    verbs: tuple[str, ...]  # verbs that trigger nothing but have a subject of their own
    verb_shape: str | None  # regular expression of a word that is a verb by its form
    nouns: tuple[str, ...]  # words of verb_shape that are no verbs
    light_verbs: tuple[str, ...]  # melakukan, mengadakan: carry a noun trigger
    attend_verbs: tuple[str, ...]  # menghadiri, attend: the subject takes part in the meeting named
    topic_verbs: tuple[str, ...]  # membahas, discuss: what follows is a topic, not an event
    speech_verbs: tuple[str, ...]  # mengatakan, said
    speech_cues: tuple[str, ...]  # kata, ujar: after a quotation
    passive_aux: tuple[str, ...]  # was, been; empty where the verb form itself tells
    modality: dict[str, tuple[str, ...]]  # status effect -> words: negated, possible, planned, proposed, ...
    modes: dict[Mode, tuple[str, ...]]  # channel words: telepon -> phone
    ahead: tuple[str, ...]  # menjelang, ahead of: the contact named next is still to come
    during: tuple[str, ...]  # dalam, usai, selama: the contact named next is held
    place_prepositions: tuple[str, ...]  # di, in, at
    wish_prepositions: tuple[str, ...]  # atas, at: an act is done at the request behind it
    preceding: tuple[str, ...]  # sebelum: what it tells comes after what the rest of the sentence does
    reasons: tuple[str, ...]  # karena, because: of a blame or praise; what follows is the other's deed
    not_event_dates: tuple[str, ...]  # sejak, since: the date after it is no date of the event
    same_times: tuple[str, ...]  # pada saat yang sama: the date of the event told before
    relays: tuple[str, ...]  # dikutip, dilansir: the date after it belongs to the relay
    agents: tuple[str, ...]  # pemerintah, troops: nouns that act for the state beside them
    delegates: tuple[str, ...]  # those agents who meet as people: officials, foreign ministers
    envoys: tuple[str, ...]  # delegasi, rombongan: without a party, those who travelled last
    home_agents: tuple[str, ...]  # pemerintah: alone and capitalised, the outlet's own state
    counterparts: tuple[str, ...]  # mitranya, counterpart
    allies: dict[str, tuple[str, ...]]  # ALLIES, EUROPE -> sekutunya, European allies
    clitics: tuple[str, ...]  # -nya, -lah: may hang on a word of the lexicon
    pairs: tuple[str, ...]  # kedua pemimpin, keduanya: the two sides spoken of
    state_pairs: tuple[str, ...]  # kedua negara: two states, not two people
    persons: tuple[str, ...]  # ia, dia, he: the person last spoken of
    objects: tuple[str, ...]  # of these, those that never are a subject: him
    groups: tuple[str, ...]  # mereka, they: those last spoken of together
    #: of these and of `selves`, those that may mean one party, told of: mereka, negaranya
    pronouns: tuple[str, ...]
    bands: tuple[str, ...]  # kelompok itu, the rebels: the armed group last spoken of
    states: tuple[str, ...]  # negara itu: the state last spoken of
    neuters: tuple[str, ...]  # it: the state told of, where it is a subject
    selves: tuple[str, ...]  # pihaknya, kami: the speaker's own side
    singular: tuple[str, ...]  # of these one person's: saya, I
    utterances: tuple[str, ...]  # that open the title of what one person says: statement, pidato
    relations: dict[str, tuple[str, ...]]  # "more than" -> lebih dari
    counted: dict[str, tuple[str, ...]]  # troops -> tentara, pasukan
    multipliers: dict[str, tuple[str, ...]]  # "1000" -> ribu, thousand
    currencies: dict[str, tuple[str, ...]]  # USD -> dolar AS, $
    inflection: tuple[Inflection, ...] = ()  # none where frames list every form
    irregular: dict[str, tuple[str, ...]] = {}  # meet -> meets, met, meeting
    passive_shape: str | None = None  # regular expression of a verb that is passive by its form
    possessives: tuple[str, ...] = ()  # its, their: an army behind one is the subject's own
    numbers: dict[str, tuple[str, ...]] = {}  # "20" -> dua puluh, twenty
    receiving: tuple[str, ...] = ()  # mendapat, receive: the subject is the one acted on
    closers: tuple[str, ...] = ()  # hingga: joins the last of a list behind a comma
    mediating: tuple[str, ...] = ()  # dimediasi, brokered: verbs of who stands between others, in all forms
    mediators: tuple[str, ...] = ()  # mediator, go-between: what who does so is called
    mediations: tuple[str, ...] = ()  # mediasi, mediation: what he does
    privates: tuple[str, ...] = ()  # labor leaders, pemimpin redaksi: people who lead, but act for no state
    #: Amnesty International: bodies of no state, whatever state their name ends in
    societies: tuple[str, ...] = ()
    travellers: tuple[str, ...] = ()  # wisatawan, tourists, warship: whose journeys are no contact of states
    #: orang, demonstran, protesters: whom a state arrests or shoots at home, where nothing tells whose they are
    civilians: tuple[str, ...] = ()
    followers: tuple[str, ...] = ()  # kabinetnya, congress: whom leaders turn to at home
    missions: tuple[str, ...] = ()  # kbri, kjri: organs of one state that sit in the one named behind them
    unions: tuple[str, ...] = ()  # its members: the body or bloc last spoken of
    #: state, union, band, person -> negara, blok, kelompok: what one is called by, described, not named
    epithets: dict[str, tuple[str, ...]] = {}
    owning: tuple[str, ...] = ()  # -nya: of the clitics, those that say whose somebody is: "menlunya"
    owned: tuple[str, ...] = ()  # warganya: people and land of a party told of in the sentence
    ministries: tuple[str, ...] = ()  # kementerian itu: the state of whose organ was last spoken
    reciprocals: tuple[str, ...] = ()  # saling, each other: beside a verb, both do it to each other
    titles_of: dict[str, tuple[str, ...]] = {}  # IDN -> ketua mpr: titles that people of one state alone bear
    attended: tuple[str, ...] = ()  # dihadiri: who stands behind it takes part in the meeting before it
    led: tuple[str, ...] = ()  # dipimpin: who is named behind it is of the state of those before it
    further: tuple[str, ...] = ()  # berikutnya, next: one more contact of those who met
    separate: tuple[str, ...] = ()  # secara terpisah, bilateral talks: with several, one contact with each
    openers: tuple[str, ...] = ()  # the, in: in a capital they begin a sentence, behind an abbreviation too
    others: tuple[str, ...] = ()  # lain, other: end a list of parties with those that are not named
    existing: tuple[str, ...] = ()  # ada: negated, it denies what a relative tells: "tidak ada yang mengecam"
    perfects: tuple[str, ...] = ()  # have: behind "to", what somebody says that he has done
    #: serupa dengan, similar to: whom something is only likened to, it does not reach
    likening: tuple[str, ...] = ()
    #: kementerian kesehatan, medics: who tends to the wounded, and tells of attacks on his own side
    tending: tuple[str, ...] = ()
    pictured: tuple[str, ...] = ()  # kiri, left: where a caption says that somebody stands
    platforms: tuple[str, ...] = ()  # Telegram, Facebook: what is written "in", "on" one is told nowhere
    manners: tuple[str, ...] = ()  # secara: what stands behind it tells how, and is no verb
    confirming: tuple[str, ...] = ()  # confirm: what is "neither confirmed nor denied" is left open
    alternatives: tuple[str, ...] = ()  # nor, maupun: between these two
    decisions: tuple[str, ...] = ()  # keputusan, decision: what one of a party is to do, it does
    borders: tuple[str, ...] = ()  # perbatasan, border: where two fight whose border it is
    headless: tuple[str, ...] = ()  # apa, what: "what Peru called an invasion" is how Peru sees what is told
    kinds: tuple[str, ...] = ()  # negara, country: "X is a country that ..." tells of X
    alike: tuple[str, ...] = ()  # serupa, similar: an act beside it meets whom the last of its type met
    guarding: tuple[str, ...] = ()  # melindungi, protect: whom an army is sent for is no foe
    begun: tuple[str, ...] = ()  # berlaku, pecah: of a fight or truce, since when it is
    definite: tuple[str, ...] = ()  # the: before a noun that was told of
    anaphors: tuple[str, ...] = ()  # itu, tersebut, that: point back to what was told
    name_articles: tuple[str, ...] = ()  # the, a: stand before a name and are no part of it
    treaties: tuple[str, ...] = ()  # accord, konvensi: beside a town's name no government is meant
    #: names of parties and towns that mean another thing here: UN, an examination
    no_parties: tuple[str, ...] = ()
    name_suffixes: tuple[str, ...] = ()  # jr, sr: behind a comma, part of a person's name
    #: me, dengan: how words begin that lost white space joins to a name: "Trumpmengatakan", "Trumpdengan"
    glued: tuple[str, ...] = ()
    owner_marks: tuple[str, ...] = ()  # 's: what stands before one owns what stands behind it
    #: regular expression of a verb that is passive behind an auxiliary or before "by"
    participle_shape: str | None = None
    gerund_shape: str | None = None  # of a verb that also is its own noun: killing
    decimal_mark: str = ","  # 1,5; the other of comma and full stop parts thousands
    sport: tuple[str, ...] = ()  # laga, kiper: an article with several of these tells of sport
    speech: Speech = Speech()
    checking: Checking = Checking()
    ours: tuple[str, ...] = ()  # our, my: who speaks, before what is the speaker's
    publishers: tuple[str, ...] = ()  # ministry, embassy: tell an outlet for the page of a government
    askers: tuple[str, ...] = ()  # q: opens the line of whoever asks, in a transcript
    addressed: tuple[str, ...] = ()  # you, your country: in a transcript, the other one who speaks
    #: keuangan, olahraga, youth: what a ministry is in charge of; stands between a title and its state or name
    charges: tuple[str, ...] = ()
    returned: tuple[str, ...] = ()  # in return: beside an act without an object, whom it answers
    #: support, help: whom one reaches when somebody uses force is whom that meets
    backing: tuple[str, ...] = ()
    thanking: tuple[str, ...] = ()  # "thanked", "gratitude": the help that they are for has been given
    victims: tuple[str, ...] = ()  # korban, penyintas: before a deed, those who suffered it
    resisting: tuple[str, ...] = ()  # defend, ward off: whoever does it is whom the attack meets
    documents: tuple[str, ...] = ()  # resolusi, surat: what such a paper says, its author says
    contents: tuple[str, ...] = ()  # isinya, berisi: who wrote the letter before "yang" says what follows
    harming: tuple[str, ...] = ()  # menewaskan, melukai: what an attack does, told behind whom it met
    doubling: tuple[str, ...] = ()  # sekaligus: between two titles of one person
    home: str | None = None  # the state of a minister without a country, where the outlet tells nothing
    adjective_first: bool = False  # "Russian president": the state stands before the title
