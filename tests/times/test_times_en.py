"""English time expressions: what is found, and what it means on Thursday, 9 December 2021."""

from __future__ import annotations

from datetime import date

import pytest

from kawat.times import find, resolve

ANCHOR = date(2021, 12, 9)

# sentence with the span in braces, tense, TIMEX3 value, EDTF
CASES = [
    # full dates and publication stamps
    ("Signed in Vienna on {Dec. 7, 2021}.", None, "2021-12-07", "2021-12-07"),
    ("Signed in Vienna on {7 December 2021}.", None, "2021-12-07", "2021-12-07"),
    ("Signed on {December 7, 2021}, in Vienna.", None, "2021-12-07", "2021-12-07"),
    ("Signed on {the 7th of December, 2021}.", None, "2021-12-07", "2021-12-07"),
    ("Signed on {7 May 1999}.", None, "1999-05-07", "1999-05-07"),
    ("Posted {Tuesday, December 7, 2021}.", None, "2021-12-07", "2021-12-07"),
    ("Posted {Tue, 07 Dec 2021 13:34 GMT}.", None, "2021-12-07T13:34", "2021-12-07"),
    ("Posted {December 7, 2021 at 1:34 PM EST}.", None, "2021-12-07T13:34", "2021-12-07"),
    ("Posted {Dec. 7, 2021, 1:34 p.m. EST}.", None, "2021-12-07T13:34", "2021-12-07"),
    ("Posted {12/7/2021}.", None, "2021-12-07", "2021-12-07"),
    ("Posted {25/12/2021}.", None, "2021-12-25", "2021-12-25"),
    ("Updated {2021-12-07}.", None, "2021-12-07", "2021-12-07"),
    ("Updated {2021-12-07T13:34:00Z}.", None, "2021-12-07T13:34", "2021-12-07"),
    ("Filed {7.12.2021}.", None, "2021-12-07", "2021-12-07"),
    # days without a year
    ("The call of {December 7} was tense.", None, "2021-12-07", "2021-12-07"),
    ("They met on {Tuesday, December 7}.", None, "2021-12-07", "2021-12-07"),
    ("They met on {Tuesday, Dec. 7}, in Bonn.", None, "2021-12-07", "2021-12-07"),
    ("They meet on {January 10}.", None, "2022-01-10", "2022-01-10"),
    ("They met on {the 3rd of November}.", None, "2021-11-03", "2021-11-03"),
    ("They met on {March 10}.", "past", "2021-03-10", "2021-03-10"),
    ("They will meet on {March 10}.", "future", "2022-03-10", "2022-03-10"),
    ("They met on {December 7 last year}.", None, "2020-12-07", "2020-12-07"),
    # weekdays
    ("They met on {Tuesday}.", None, "2021-12-07", "2021-12-07"),
    ("They met on {Thursday}.", None, "2021-12-09", "2021-12-09"),
    ("They will meet on {Tuesday}.", "future", "2021-12-14", "2021-12-14"),
    ("They met on {Sunday}.", None, "2021-12-05", "2021-12-05"),
    ("He praised {Wednesday}'s meeting.", None, "2021-12-08", "2021-12-08"),
    ("They met {last Friday}.", None, "2021-12-03", "2021-12-03"),
    ("They met {last Thursday}.", None, "2021-12-02", "2021-12-02"),
    ("They meet {next Thursday}.", None, "2021-12-16", "2021-12-16"),
    ("They meet {this Friday}.", None, "2021-12-10", "2021-12-10"),
    ("They met {Friday last week}.", None, "2021-12-03", "2021-12-03"),
    ("They meet on {Tuesday of next week}.", None, "2021-12-14", "2021-12-14"),
    ("He called {Sunday night}.", None, "2021-12-05TNI", "2021-12-05"),
    ("He called {late Sunday}.", None, "2021-12-05", "2021-12-05"),
    # relative
    ("They spoke {today}.", None, "2021-12-09", "2021-12-09"),
    ("They spoke {earlier today}.", None, "2021-12-09", "2021-12-09"),
    ("They spoke {yesterday}.", None, "2021-12-08", "2021-12-08"),
    ("They speak {tomorrow}.", None, "2021-12-10", "2021-12-10"),
    ("They spoke {the day before yesterday}.", None, "2021-12-07", "2021-12-07"),
    ("They spoke {this morning}.", None, "2021-12-09TMO", "2021-12-09"),
    ("They spoke {last night}.", None, "2021-12-08TNI", "2021-12-08"),
    ("They dine {tonight}.", None, "2021-12-09TNI", "2021-12-09"),
    ("They meet {next week}.", None, "2021-W50", "2021-12-13/2021-12-19"),
    ("They met {last week}.", None, "2021-W48", "2021-11-29/2021-12-05"),
    ("They met {this weekend}.", "past", "2021-W48-WE", "2021-12-04/2021-12-05"),
    ("He was seized on {Christmas Day, 2014}.", None, "2014-12-25", "2014-12-25"),
    ("They meet on {New Year's Day}.", "future", "2022-01-01", "2022-01-01"),
    ("They fought {between 1950 and 1953}.", None, "1950/1953", "1950/1953"),
    ("They met {earlier in the week}.", None, "2021-W49", "2021-12-06/2021-12-12"),
    ("They met {this weekend}.", None, "2021-W49-WE", "2021-12-11/2021-12-12"),
    ("They met {last month}.", None, "2021-11", "2021-11"),
    ("They meet {next year}.", None, "2022", "2022"),
    ("They met {earlier this month}.", None, "2021-12", "2021-12"),
    ("They meet {later this year}.", None, "2021", "2021"),
    ("They met {late last year}.", None, "2020", "2020"),
    ("They met {two days ago}.", None, "2021-12-07", "2021-12-07"),
    ("They met {twenty-five days ago}.", None, "2021-11-14", "2021-11-14"),
    ("They met {a week ago}.", None, "2021-W48", "2021-11-29/2021-12-05"),
    ("They met {three years ago}.", None, "2018", "2018"),
    ("They met {recently}.", None, "PAST_REF", None),
    ("They met {several days ago}.", None, "PAST_REF", None),
    ("They meet in {the coming days}.", None, "FUTURE_REF", None),
    # months, seasons, quarters, decades, years
    ("Signed in {December 2021}.", None, "2021-12", "2021-12"),
    ("Signed in {early May 2019}.", None, "2019-05", "2019-05"),
    ("They meet in {January}.", None, "2022-01", "2022-01"),
    ("They met in {June}.", None, "2021-06", "2021-06"),
    ("They met in {May}.", "past", "2021-05", "2021-05"),
    ("They meet in {March}.", "future", "2022-03", "2022-03"),
    ("They met {last December}.", None, "2020-12", "2020-12"),
    ("They meet {next March}.", None, "2022-03", "2022-03"),
    ("They meet {this December}.", None, "2021-12", "2021-12"),
    ("They met in {February last year}.", None, "2020-02", "2020-02"),
    ("They met {last summer}.", None, "2021-06/2021-08", "2021-06/2021-08"),
    ("They met in {the summer of 2019}.", None, "2019-06/2019-08", "2019-06/2019-08"),
    ("They meet {this autumn}.", None, "2021-09/2021-11", "2021-09/2021-11"),
    ("Exports rose in {the first quarter}.", "past", "2021-01/2021-03", "2021-01/2021-03"),
    ("Exports rose in {the third quarter of 2017}.", None, "2017-07/2017-09", "2017-07/2017-09"),
    ("Mines were laid in {the 1990s}.", None, "199", "1990/1999"),
    ("They fought in {2014} and after.", None, "2014", "2014"),
    ("They have fought since {2014}.", None, "2014", "2014"),
    ("The {2015} agreement holds.", None, "2015", "2015"),
    ("They want it by {2030}.", None, "2030", "2030"),
    ("The Vienna treaty ({1961}) holds.", None, "1961", "1961"),
    ("They agreed in {early 2017}.", None, "2017", "2017"),
    # ranges, clock times, sets
    ("The forum runs {May 5-7, 2021}.", None, "2021-05-05/2021-05-07", "2021-05-05/2021-05-07"),
    ("The forum of {27-28 February 2024} ended.", None, "2024-02-27/2024-02-28", "2024-02-27/2024-02-28"),
    ("It ran from {30 November to 2 December}.", None, "2021-11-30/2021-12-02", "2021-11-30/2021-12-02"),
    ("She served {2014-2019}.", None, "2014/2019", "2014/2019"),
    ("They met in Bonn on {the 3rd}, at night.", None, "2021-12-03", "2021-12-03"),
    ("He has been held since {the 3rd}.", None, "2021-12-03", "2021-12-03"),
    ("A pact is due by {the end of the month}.", None, "2021-12", "2021-12"),
    ("It opens at {7:30 p.m. EST}.", None, "2021-12-09T19:30", None),
    ("It opens at {8 a.m. local time}.", None, "2021-12-09T08:00", None),
    ("Forces grow {every day}.", None, "P1D", None),
]

DURATIONS = [
    ("They spoke for {two hours}.", "PT2H", 2, None),
    ("They spoke for {more than five hours}.", "PT5H", 5, "more than"),
    ("They spoke for {nearly 50 minutes}.", "PT50M", 50, "almost"),
    ("The {two-hour} call ended.", "PT2H", 2, None),
    ("They spoke for {half an hour}.", "PT30M", 0.5, None),
    ("They spoke for {two and a half hours}.", "PT2H30M", 2.5, None),
    ("They spoke for {two hours and 15 minutes}.", "PT2H15M", 2.25, None),
    ("They spoke for {an hour}.", "PT1H", 1, None),
    ("They fought for {ninety-nine days}.", "P99D", 99, None),
    ("Over {the past two years} they fought.", "P2Y", 2, None),
]

NOTHING = [
    "They may meet and march on.",
    "May they meet?",
    "Theresa May said so.",
    "The index fell -1.27% to 923.65.",
    "It costs $5,000 or $2014.",
    "The hosts won 2-1.",
    "Some 2014 soldiers left.",
    "A second term is not planned.",
    "They meet twice a year.",
    "Ministers agreed on the 19th package of sanctions.",
    "The Good Friday Agreement holds.",
    "Call 555-2014 now.",
    "Sit on the sun deck.",
]


def marked(sentence: str) -> tuple[str, str]:
    return sentence.replace("{", "").replace("}", ""), sentence[sentence.index("{") + 1 : sentence.index("}")]


@pytest.mark.parametrize(("sentence", "tense", "value", "edtf"), CASES)
def test_resolves(sentence, tense, value, edtf):
    text, words = marked(sentence)
    (timex,) = find(text, "en")
    assert timex.text == words
    resolved = resolve(timex, ANCHOR, tense=tense)
    assert (resolved.value, resolved.edtf, resolved.problem) == (value, edtf, None)


@pytest.mark.parametrize(("sentence", "value", "quantity", "relation"), DURATIONS)
def test_durations(sentence, value, quantity, relation):
    text, words = marked(sentence)
    (timex,) = find(text, "en")
    assert (timex.text, timex.type, timex.value) == (words, "DURATION", value)
    assert (timex.quantity, timex.relation) == (quantity, relation)


@pytest.mark.parametrize("text", NOTHING)
def test_is_no_time(text):
    assert find(text, "en") == []


def test_later_this_season_runs_from_the_anchor_to_the_season_s_end():
    (timex,) = find("They meet later this spring in Tokyo.", "en")
    assert resolve(timex, date(2022, 4, 11)).edtf == "2022-04/2022-06"
    (timex,) = find("They meet this spring.", "en")
    assert resolve(timex, date(2022, 4, 11)).edtf == "2022-03/2022-05"
