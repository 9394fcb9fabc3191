"""Articles -> reports: who did what to whom, when, where, in which status, and the sentence that proves it.

read(article)     -> list[Report], one for each event that the article tells
annotate(article) -> Annotated: times, actors, places, figures, statements, event or not

The flow, step by step (`reader`; what each step is told and hands on stands at the top of its module):

    article      lines with their roles, from `kawat.pages`
    story        its sentences, tokens and phrases of the lexicon          story, scan, parting, headlines
                 what it only tells to refute: others' claims              claims
                 all phrases of a language, by what packs list             lexicon, party_names, word_classes, phrases
                 the shapes of these lists and entries                     pack, entries
    mentions     who is named in a sentence, coordinated or not            actors: titles, agents, names, joining,
                                                                           counterparts
                 by title, name, party; of which party, or body           view, identity, people, parties, heading
                 whose envoy he is whom a person sent                      senders
                 for which state private people count, once told          wards
                 what parties are called instead: "negara Andes itu"      epithets
                 who is meant by "he", "both leaders"                     discourse, peers, neuters, mentions
                 whose turn it is in a transcript                         turns
                 who says "we", "I" on a page of their own                declaring, authoring
                 who speaks a quotation of several sentences              running
    items        the sentence as a row: actors, verbs, prepositions       items, settling, structure
    clauses      which mention is the subject of which verb               clauses: placing, neighbours, borrowing
                 which clause goes on at a word                           continuing
                 private people whom a deed befalls count for a state     befalling
    candidates   each trigger with the sides that its frame asks for      candidates: site, sides, objects, nouns
                 whose a noun is, by the words beside it                  owning
                 who does something together                              partners
                 both sides, named or not, each party once                completing
                 governors who receive envoys count for their state       hosting
                 who stands between others, and between whom              mediating
                 who gave the help that is thanked for                    thanking
                 whom force meets that only says who uses it              defending
                 near whom force is used                                  nearby
                 whose act a threat or a promise depends on               conditions
                 who held those who are let go; whose "its" is            holding, possessing
                 where an envoy who is called back has served             posts
                 whose land it is where a deed is done                    territory
                 what carries a noun, so that it tells of something       carrying
                 is it told as an event, and in which status              barring, status, acts
                 whom the article means where the sentence does not say   inference, deeds, meeting, opponents
                 fights, truces, sanctions by when they began             begun
                 who did what a passive leaves unsaid                     passives
                 whom an act reaches that names only who acts             unsaid
                 whom force meets by a fight, its town, the clause above  sufferers
                 whose words a blame told in passing is                   voicing
                 who says what is done by being said: "Thank you, Peru"   uttering, tellers
                 whom its own words say that it reaches, and spare        addressees, sparing
                 so, to the coder; and who only blames what it tells      coder.blames
                 what its own clause unsays, whatever its words           coder.undone
                 who stands aside: likened to it, or only naming it       coder.bystanders
    drafts       each with its day, channel, speakers, figures            drafts: dating, details, figures
                 where force landed, where a visit led                     locating, places
                 what a time means, by the days that it is counted from    calendars
    merge        one for each event of the article                        merging
    reports      the record's form, with evidence and reasons             reporting, model
                 PLOVER's class and value, contexts of the evidence       plover, contexts

`annotate` (`annotating`) goes the same way as far as the items. It adds who says what:

    statements   quotations and reported speech with their speakers       statements: quoting, reported, speakers
                 where the article first named the speaker                naming, saying
    voices       of every sentence, whose words which of its tokens are   statements

`explain` (`explaining`, not loaded here) tells of an article what each step makes of it and what it refuses, and why:
`tracing`, `refusals`, `coder.explaining`; its types are in `explained`.
"""

from kawat.reading.annotating import Annotated, annotate
from kawat.reading.model import Report
from kawat.reading.reader import read, read_by_grammar

__all__ = ["Annotated", "Report", "annotate", "read", "read_by_grammar"]
