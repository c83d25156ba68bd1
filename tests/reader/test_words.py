from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reader.words import cut_words

CUT = [
    pytest.param("He didn't go.", "He did n't go .", id="negation"),
    pytest.param("can’t cannot won't", "ca n’t can not wo n't", id="can and will"),
    pytest.param("the ministers' car, Iran's", "the ministers ' car , Iran 's", id="possessives"),
    pytest.param("they've I'm she'd we'll", "they 've I 'm she 'd we 'll", id="clitics"),
    pytest.param("the U.S. envoy", "the U.S. envoy", id="dotted letters"),
    pytest.param("Gen. Orla, Sept. 18", "Gen. Orla , Sept. 18", id="abbreviations"),
    pytest.param("No. 5. No.", "No. 5 . No .", id="number sign only before a number"),
    pytest.param("a state-owned firm", "a state - owned firm", id="hyphens"),
    pytest.param(
        "ex-minister, e-mail, non-state", "ex-minister , e-mail , non-state", id="prefixes"
    ),
    pytest.param("$6.2 million, 1,200, 40%", "$ 6.2 million , 1,200 , 40 %", id="amounts"),
    pytest.param("in the 1990s, the 21st", "in the 1990s , the 21st", id="decades, ordinals"),
    pytest.param("at 3:30 p.m. on 9/11", "at 3:30 p.m. on 9/11", id="clock and slash dates"),
    pytest.param("“over 80” (so)", "“ over 80 ” ( so )", id="quotes, brackets"),
    pytest.param("see https://a.example/b?c=d.", "see https://a.example/b?c=d .", id="address"),
    pytest.param("mail x.y@z.example now", "mail x.y@z.example now", id="mail address"),
    pytest.param("O'Dell, ma'am, o'clock", "O'Dell , ma'am , o'clock", id="inner apostrophes"),
    pytest.param("well... no--yes", "well ... no -- yes", id="runs of dots and dashes"),
    pytest.param("gonna wanna", "gon na wan na", id="gonna"),
    pytest.param("ships, etc. The", "ships , etc . The", id="etc. ends a sentence"),
    pytest.param("ships, etc. and", "ships , etc. and", id="etc. goes on"),
    pytest.param("Harbour Inc.\nThe", "Harbour Inc . The", id="abbreviation at a line's end"),
    pytest.param("DONT CANT", "DO NT CA NT", id="shouted negation"),
    pytest.param("Im sure ive seen thats", "I m sure i ve seen that s", id="apostrophes left out"),
    pytest.param("its minutes, lets", "its minutes , let s", id="no apostrophe meant"),
    pytest.param("call 555-0123", "call 555-0123", id="telephone number"),
    pytest.param("see port_log-2.xls.", "see port_log-2.xls .", id="file name"),
    pytest.param("5pm 35mm CO2", "5 pm 35 mm CO2", id="units"),
]


@pytest.mark.parametrize(("text", "words"), CUT)
def test_cuts_as_universal_dependencies_does(text: str, words: str) -> None:
    assert [text[s:e] for s, e in cut_words(text)] == words.split(" ")


@given(st.text())
def test_every_visible_character_is_in_exactly_one_word(text: str) -> None:
    covered = [i for s, e in cut_words(text) for i in range(s, e)]
    assert covered == sorted(set(covered))
    assert all(text[i].isspace() for i in set(range(len(text))) - set(covered))
