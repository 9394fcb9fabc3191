"""The learned coder: which words tell an event, who acts in it and on whom, where the grammar alone does not say.

    screen      is the article politics by its words, so that it is read    screen
    survey      an article's sentences as the grammar reads them            survey, scene
    cues        the triggers: words of frames and of the pack's cues        cues
    encoder     a small network that reads the words around each trigger    encoder, pieces, reading
    features    what speaks for an event, a role, a pair of sides, for      about_event, about_role, about_sides,
                several to act together, a day, a channel, a person, a      about_company, about_day, about_channel,
                place, a speaker, for two to be one: named                  about_person, about_place, about_speaker,
                                                                            about_same, strangers, shapes
    weights     what was trained: terms and trees, whole numbers            weights
    coding      each trigger asked in turn, who acts for each side, where   coding, facing, drafting
    judging     what tells of one event folded, each judged as a whole      judging

The grammar proposes and the coder ranks: what the grammar makes of a trigger is among the features of all questions.
Everything is deterministic, and each weight has a name (`kawat explain`, in `explaining`).
"""

from kawat.reading.coder.coding import trained
from kawat.reading.coder.cues import TAUGHT
from kawat.reading.coder.survey import survey

__all__ = ["TAUGHT", "survey", "trained"]
