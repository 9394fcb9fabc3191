"""Who heads a body for a while besides his office at home, and speaks for it: "Ketua ASEAN, Presiden Peru Ana Soto,".

In: a view of a sentence, what the title before the comma says.
Out: where the name starts; nothing where no name is set off behind it.
"""

from __future__ import annotations

from kawat.knowledge.states import states
from kawat.reading.identity import VAGUE_OFFICES, Said
from kawat.reading.names import name_end
from kawat.reading.view import View


def heading_a_body(v: View, j: int, said: Said) -> int:
    """Return the token of the name, set off by commas, of who heads a body: "Ketua ASEAN, Presiden Peru Ana Soto,".

    He speaks for the body there, whichever state is his. Without such a name, j itself.
    """
    of_body = said.code is not None and said.code not in states() and said.office in VAGUE_OFFICES
    if not of_body or not v.is_mark(j, ","):
        return j
    k = v.past_article(j + 1)
    while k < v.n and (v.titles(k) or v.parties(k)) and name_end(v, k) <= v.after(k):
        k = v.after(k)
    end = name_end(v, k)
    closed = end > k + 1 and v.is_mark(end, ",") and end + 1 < v.n
    return k if closed and v.is_lower(end + 1) and "join" not in v.classes(end + 1) else j
