"""Posts by the patterns: each row a sentence of ours, and what must and must not come of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from post_builders import posts_in, reading_of, shown

from sayso.claims.posts import find_posts
from sayso.claims.posts_spans import post_spans
from sayso.values import Argument, Attribution, Claim, TaggedSpan, Time

FOUND = [
    # the post before the person
    pytest.param(
        "The commander of the 4th Brigade, Colonel Ada Venn, left.",
        ["Colonel Ada Venn | commander | 4th Brigade"],
        id="before-of",
    ),
    pytest.param(
        "The Chief of Army Staff, Lt.-Gen. Odo Brisk, spoke.",
        ["Lt.-Gen. Odo Brisk | Chief of Army Staff"],
        id="before-comma",
    ),
    pytest.param(
        "The General Officer Commanding (GOC), 3 Division, Maj. Gen. Odo Brisk, spoke.",
        ["Maj. Gen. Odo Brisk | General Officer Commanding | 3 Division"],
        id="before-short",
    ),
    pytest.param(
        "The GOC 82 Division, Tolmere, Major-General Odo Brisk, spoke.",
        ["Major-General Odo Brisk | GOC | 82 Division"],
        id="before-place",
    ),
    pytest.param(
        "Maj.-Gen. Odo Brisk, the GOC 7 Division, spoke.",
        ["Maj.-Gen. Odo Brisk | GOC | 7 Division"],
        id="behind-the",
    ),
    pytest.param(
        "Ada Venn, a lieutenant colonel, spoke.", ["lieutenant colonel Ada Venn"], id="behind-a"
    ),
    pytest.param(
        "Gen. Odo Brisk, who is the commander of the Lorn Garrison, spoke.",
        ["Gen. Odo Brisk | commander | Lorn Garrison | current"],
        id="behind-who-is",
    ),
    pytest.param(
        "Colonel Ada Venn (Commander 4 Brigade) spoke.",
        ["Colonel Ada Venn | Commander | 4 Brigade"],
        id="behind-brackets",
    ),
    pytest.param(
        "The 9 Brigade Commander, Brig.-Gen. Ada Venn, spoke.",
        ["Brig.-Gen. Ada Venn | Commander | 9 Brigade"],
        id="unit-first",
    ),
    pytest.param(
        "Army chief Lt. Gen. Odo Brisk spoke.", ["Lt. Gen. Odo Brisk | Army chief"], id="army-chief"
    ),
    pytest.param(
        "A spokeswoman for the 3rd Infantry Division, Capt. Ada Venn, spoke.",
        ["Capt. Ada Venn | spokeswoman | 3rd Infantry Division"],
        id="spokesman",
    ),
    pytest.param(
        "Gen. Odo Brisk of the 1st Mountain Division spoke.",
        ["Gen. Odo Brisk |  | 1st Mountain Division"],
        id="whose",
    ),
    pytest.param(
        "Col. Ada Venn, commander of the Border Guard's 2nd Mechanised Brigade, spoke.",
        ["Col. Ada Venn | commander | 2nd Mechanised Brigade"],
        id="part-of",
    ),
    pytest.param(
        "Others are: Brig. Gen. A. Venn, Director of Plans; Brig. Gen. O. Brisk, "
        "Commander, 4 Brigade; and Col. P. Lanning, Chief of Staff, 81 Division.",
        [
            "Brig. Gen. A. Venn | Director of Plans",
            "Brig. Gen. O. Brisk | Commander | 4 Brigade",
            "Col. P. Lanning | Chief of Staff | 81 Division",
        ],
        id="list",
    ),
    pytest.param(
        "They are the Chief of Army Staff, Lt. Gen. Odo Brisk, the Chief of Naval Staff, "
        "Vice Adm. Ada Venn, and the Chief of Air Staff, Air Marshal Pel Lanning.",
        [
            "Lt. Gen. Odo Brisk | Chief of Army Staff",
            "Vice Adm. Ada Venn | Chief of Naval Staff",
            "Air Marshal Pel Lanning | Chief of Air Staff",
        ],
        id="list-before",
    ),
    pytest.param(
        "Rear Adm. A. Venn, Chief of Logistics, and Rear Adm. O. Brisk, Chief of "
        "Training, both at the Naval Headquarters, spoke.",
        [
            "Rear Adm. A. Venn | Chief of Logistics | Naval Headquarters",
            "Rear Adm. O. Brisk | Chief of Training | Naval Headquarters",
        ],
        id="all-at",
    ),
    pytest.param(
        "Colonel Ada Venn has been appointed as the commander of 4 Brigade.",
        ["Colonel Ada Venn | commander | 4 Brigade"],
        id="appointed-as",
    ),
    pytest.param(
        "The president named Colonel Ada Venn commander of the 12th Mountain Battalion.",
        ["Colonel Ada Venn | commander | 12th Mountain Battalion"],
        id="named",
    ),
    pytest.param(
        "Brig. Gen. A. Venn moves from 4 Brigade to the Army Headquarters as Director of Plans.",
        [
            "Brig. Gen. A. Venn |  | 4 Brigade | former",
            "Brig. Gen. A. Venn | Director of Plans | Army Headquarters",
        ],
        id="moves",
    ),
    pytest.param(
        "Maj. Gen. A. Venn, formerly Commander, 4 Brigade, Tolmere, now GOC 3 Division, spoke.",
        [
            "Maj. Gen. A. Venn | Commander | 4 Brigade | former",
            "Maj. Gen. A. Venn | GOC | 3 Division | current",
        ],
        id="formerly-now",
    ),
    pytest.param(
        "The 7th Battalion, commanded by Lt. Col. Ada Venn, left.",
        ["Lt. Col. Ada Venn |  | 7th Battalion"],
        id="led-by",
    ),
    pytest.param(
        "The new commander of 4 Brigade is Colonel Ada Venn.",
        ["Colonel Ada Venn | commander | 4 Brigade | current"],
        id="is-the",
    ),
    pytest.param(
        "Gen. Ada Venn, who has commanded the Southern Military Region since 2009, spoke.",
        ["Gen. Ada Venn |  | Southern Military Region |  | 2009/"],
        id="has-led",
    ),
    pytest.param(
        "Gen. Ada Venn was the head of the Lorn Guard from 1998 to 2003.",
        ["Gen. Ada Venn | head | Lorn Guard | former | 1998/2003"],
        id="from-to",
    ),
    pytest.param(
        "Gen. Ada Venn took over as commander of the Lorn Brigade in 1998.",
        ["Gen. Ada Venn | commander | Lorn Brigade |  | 1998/"],
        id="took-in",
    ),
    pytest.param(
        "Gen. Ada Venn was sacked as commander of the Lorn Brigade in 2015.",
        ["Gen. Ada Venn | commander | Lorn Brigade | former | /2015"],
        id="sacked",
    ),
    pytest.param(
        "In February 2009, Gen. Ada Venn was appointed commander of the Lorn Brigade.",
        ["Gen. Ada Venn | commander | Lorn Brigade |  | 2009-02/"],
        id="in-first",
    ),
    pytest.param(
        "The Acting Commander, 21 Brigade, Colonel Ada Venn, spoke.",
        ["Colonel Ada Venn | Acting Commander | 21 Brigade | acting"],
        id="acting",
    ),
    pytest.param(
        "The former Chief of Defence Staff, General Ada Venn, spoke.",
        ["General Ada Venn | Chief of Defence Staff |  | former"],
        id="former",
    ),
    pytest.param(
        "The ex-army chief, General Ada Venn, spoke.",
        ["General Ada Venn | army chief |  | former"],
        id="ex",
    ),
    pytest.param(
        "The commander-designate of 4 Brigade, Colonel Ada Venn, spoke.",
        ["Colonel Ada Venn | commander | 4 Brigade | designated"],
        id="designate",
    ),
    pytest.param(
        "The incoming commander of 4 Brigade, Colonel Ada Venn, spoke.",
        ["Colonel Ada Venn | commander | 4 Brigade | designated"],
        id="incoming",
    ),
    pytest.param(
        "Colonel Ada Venn will take over as commander of 4 Brigade.",
        ["Colonel Ada Venn | commander | 4 Brigade | designated"],
        id="will",
    ),
    pytest.param(
        "The new Theatre Commander, Maj.-Gen. Ada Venn, spoke.",
        ["Maj.-Gen. Ada Venn | Theatre Commander |  | current"],
        id="new",
    ),
    pytest.param(
        "Brigadier Ada Venn takes over from Major General Odo Brisk as GOC 3 Division.",
        [
            "Brigadier Ada Venn | GOC | 3 Division | current |  | after Odo Brisk",
            "Major General Odo Brisk | GOC | 3 Division | former",
        ],
        id="takes-over",
    ),
    pytest.param(
        "Colonel Ada Venn took over from Colonel Odo Brisk, who left.",
        ["Colonel Ada Venn |  |  |  |  | after Odo Brisk", "Colonel Odo Brisk"],
        id="took-over-from",
    ),
    pytest.param(
        "General Odo Brisk was succeeded by General Ada Venn.",
        ["General Odo Brisk", "General Ada Venn |  |  |  |  | after Odo Brisk"],
        id="succeeded-by",
    ),
    pytest.param(
        "The GOC 3 Division, Gen. Odo Brisk, handed over to his successor, Gen. Ada Venn.",
        ["Gen. Odo Brisk | GOC | 3 Division", "Gen. Ada Venn |  |  |  |  | after Odo Brisk"],
        id="hands-over",
    ),
    pytest.param(
        "The army has replaced the theatre commander, Gen. Odo Brisk, with Gen. Ada Venn.",
        ["Gen. Odo Brisk | theatre commander", "Gen. Ada Venn |  |  |  |  | after Odo Brisk"],
        id="replaced-with",
    ),
    pytest.param(
        "Gen. Odo Brisk and his deputy, Col. Ada Venn, left.",
        ["Gen. Odo Brisk", "Col. Ada Venn | deputy"],
        id="his-deputy",
    ),
    pytest.param(
        "The Divisional Police Officer of Lorn Division, CSP Pel Lanning, spoke.",
        ["CSP Pel Lanning | Divisional Police Officer | Lorn Division"],
        id="police",
    ),
    pytest.param(
        "The Air Officer Commanding Tactical Air Command, Air Vice Marshal Ada Venn, spoke.",
        ["Air Vice Marshal Ada Venn | Air Officer Commanding | Tactical Air Command"],
        id="air",
    ),
    pytest.param(
        "Rear Admiral Ada Venn, the Flag Officer Commanding, Western Naval Command, spoke.",
        ["Rear Admiral Ada Venn | Flag Officer Commanding | Western Naval Command"],
        id="navy",
    ),
    pytest.param(
        "The Theatre Commander of Operation Grey Heron, Maj. Gen. Ada Venn, spoke.",
        ["Maj. Gen. Ada Venn | Theatre Commander | Operation Grey Heron"],
        id="operation",
    ),
    pytest.param(
        "Brig.-Gen. Ada Venn, Director, Army Public Relations, spoke.",
        ["Brig.-Gen. Ada Venn | Director, Army Public Relations"],
        id="director",
    ),
    pytest.param(
        "Maj.-Gen. J.A.H. Venn, Chief of Training and Operations, Army Headquarters, spoke.",
        ["Maj.-Gen. J.A.H. Venn | Chief of Training and Operations | Army Headquarters"],
        id="initials",
    ),
    pytest.param("Brig. Gen. (rtd) Ada Venn spoke.", ["Brig. Gen. Ada Venn"], id="retired"),
    pytest.param(
        "The foreign minister, Odo Brisk, left.",
        ["Odo Brisk | foreign minister"],
        id="name-that-the-reader-missed",
    ),
    pytest.param(
        "Brig. Gen. Ada Venn goes to 4 Brigade as Commander.",
        [
            "Brig. Gen. Ada Venn | Commander | 4 Brigade",
        ],
        id="goes-to",
    ),
    pytest.param(
        "Brig. Gen. Ada Venn is to be Deputy Commandant, Lorn Army School of Infantry.",
        [
            "Brig. Gen. Ada Venn | Deputy Commandant | Lorn Army School of Infantry | designated",
        ],
        id="is-to-be",
    ),
    pytest.param(
        "Air Commodore Odo Brisk, Director of Special Duties.",
        [
            "Air Commodore Odo Brisk | Director of Special Duties",
        ],
        id="director-of-function",
    ),
    pytest.param(
        "Air Commodore Odo Brisk is now Director of Grey Herons.",
        [
            "Air Commodore Odo Brisk | Director of Grey Herons |  | current",
        ],
        id="director-of-capitals",
    ),
    pytest.param(
        "Colonel Ada Venn from 12 Field Engineers to 4 Brigade as Commander.",
        [
            "Colonel Ada Venn |  | 12 Field Engineers | former",
            "Colonel Ada Venn | Commander | 4 Brigade",
        ],
        id="from-to-as",
    ),
    pytest.param(
        "Commander 4 Brigade: Colonel Ada Venn",
        [
            "Colonel Ada Venn | Commander | 4 Brigade",
        ],
        id="colon",
    ),
    pytest.param(
        "The Commander-in-Chief of the Armed Forces, General Ada Venn, spoke.",
        [
            "General Ada Venn | Commander-in-Chief of the Armed Forces",
        ],
        id="commander-in-chief",
    ),
    pytest.param(
        "The Minister of National Defence, General Ada Venn, spoke.",
        [
            "General Ada Venn | Minister of National Defence",
        ],
        id="national-defence",
    ),
    pytest.param(
        "The Chief of Staff of the Army, General Ada Venn, spoke.",
        [
            "General Ada Venn | Chief of Staff of the Army",
        ],
        id="staff-of-the-army",
    ),
    pytest.param(
        "General Ada Venn, commander of Military Zone 23, spoke.",
        [
            "General Ada Venn | commander | Military Zone 23",
        ],
        id="zone",
    ),
    pytest.param(
        "Captain Ada Venn of the Corriden Rifles spoke.",
        [
            "Captain Ada Venn |  | Corriden Rifles",
        ],
        id="rifles",
    ),
    pytest.param(
        "Police Colonel Ada Venn spoke.",
        [
            "Police Colonel Ada Venn",
        ],
        id="police-colonel",
    ),
    pytest.param(
        "Vice-Senior General Ada Venn spoke.",
        [
            "Vice-Senior General Ada Venn",
        ],
        id="vice-senior",
    ),
    pytest.param(
        "Ada Venn,  a deputy superintendent of police, spoke.",
        [
            "deputy superintendent of police Ada Venn",
        ],
        id="two-blanks",
    ),
    pytest.param(
        "Maj. Gen. Sunday Venn spoke.",
        [
            "Maj. Gen. Sunday Venn",
        ],
        id="named-after-a-day",
    ),
    pytest.param(
        "The GOC 83 Division, Tolmere, Lorn State, Major Gen. Odo Brisk, spoke.",
        [
            "Major Gen. Odo Brisk | GOC | 83 Division",
        ],
        id="in-a-state",
    ),
    pytest.param(
        "Brig. Gen. Ada Venn is appointed the Principal Staff Officer to the Chief of Army Staff.",
        [
            "Brig. Gen. Ada Venn | Principal Staff Officer to the Chief of Army Staff |  | current",
        ],
        id="staff-officer",
    ),
    pytest.param(
        "The chief of plans at the Defence Headquarters (DHQ), Maj. Gen. Ada Venn, spoke.",
        [
            "Maj. Gen. Ada Venn | chief of plans | Defence Headquarters",
        ],
        id="short-name-of-a-unit",
    ),
]

LEFT_ALONE = [
    pytest.param("The foreign minister, Tolmere, left.", [], id="place-between-commas"),
    pytest.param("The minister told President Odo.", [], id="president-alone"),
    pytest.param("The governor visited Odo Brisk.", [], id="governor-visits"),
    pytest.param(
        "Gen. Odo Brisk said the commander of 4 Brigade had left.", ["Gen. Odo Brisk"], id="said"
    ),
    pytest.param(
        "Colonel Ada Venn told the commander of the 4 Brigade to leave.",
        ["Colonel Ada Venn"],
        id="told",
    ),
    pytest.param(
        "Colonel Ada Venn is not the commander of 4 Brigade.", ["Colonel Ada Venn"], id="not"
    ),
    pytest.param(
        "Colonel Ada Venn was never appointed commander of 4 Brigade.",
        ["Colonel Ada Venn"],
        id="never",
    ),
    pytest.param(
        "Colonel Ada Venn may become commander of 4 Brigade.", ["Colonel Ada Venn"], id="may"
    ),
    pytest.param(
        "If Colonel Ada Venn could become commander of 4 Brigade, all would be well.",
        ["Colonel Ada Venn"],
        id="if",
    ),
    pytest.param("They were taken to the General Hospital in Tolmere.", [], id="hospital"),
    pytest.param("Attorney General Odo Brisk spoke to the Secretary General.", [], id="secretary"),
    pytest.param("The army in general Odo Brisk dislikes.", [], id="in-general"),
    pytest.param("Gen. Odo Brisk visited the 4 Brigade.", ["Gen. Odo Brisk"], id="visited"),
    pytest.param("The GOC 3 Division and Colonel Ada Venn spoke.", ["Colonel Ada Venn"], id="and"),
    pytest.param("The captain of the team, a major disappointment, left.", [], id="captain"),
    pytest.param("Troops of 23 Brigade arrested the commander of the rebels.", [], id="troops"),
    pytest.param("In 2004 12 companies and 3 groups left.", [], id="number"),
    pytest.param("The commander of 4 Brigade in Tolmere spoke of Odo Brisk.", [], id="place"),
    pytest.param(
        "The commander of 4 Brigade left. Colonel Ada Venn stayed.",
        ["Colonel Ada Venn"],
        id="next-sentence",
    ),
    pytest.param(
        "Colonel Ada Venn, accused of being the commander of 4 Brigade, left.",
        ["Colonel Ada Venn"],
        id="accused",
    ),
    pytest.param(
        "AIG Ada Venn, Assistant Inspector-General of Police, Zone 2.",
        [
            "AIG Ada Venn",
        ],
        id="zone-is-nobody",
    ),
    pytest.param("The emir greeted His Eminence, the Sultan of Lorn.", [], id="eminence-is-nobody"),
    pytest.param("Director Garrick Brisk spoke.", [], id="called-director"),
    pytest.param("Governor Odo Brisk spoke.", [], id="called-governor"),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_finds(text, expected):
    assert posts_in(text) == expected


@pytest.mark.parametrize(("text", "expected"), LEFT_ALONE)
def test_leaves_alone(text, expected):
    """No post but, at most, the rank that stands before a name."""
    assert posts_in(text) == expected


WITH_MENTIONS = [
    pytest.param(
        "Odo Brisk, who was Commander of the Guards Brigade, spoke.",
        (("Odo Brisk", "person", "e1"),),
        ["Odo Brisk | Commander | Guards Brigade | former"],
        id="name-without-rank",
    ),
    pytest.param(
        "The mill's police commissioner, Odo Brisk, spoke.",
        (("Odo Brisk", "person", "e1"),),
        ["Odo Brisk | police commissioner"],
        id="post-without-rank",
    ),
    pytest.param(
        "Colonel Ada Venn spoke.\nVenn was the commander of 4 Brigade.",
        (("Ada Venn", "person", "e1"), ("Venn", "person", "e1")),
        ["Colonel Ada Venn", "Ada Venn | commander | 4 Brigade | former"],
        id="last-name",
    ),
    pytest.param(
        "Colonel Ada Venn spoke.\nShe took over the Lorn Brigade in 1998.",
        (("Ada Venn", "person", "e1"), ("She", "person", "e1")),
        ["Colonel Ada Venn", "Ada Venn |  | Lorn Brigade |  | 1998/"],
        id="pronoun",
    ),
    pytest.param(
        "Colonel Ada Venn met Colonel Odo Brisk.\nShe took over the Lorn Brigade in 1998.",
        (("Ada Venn", "person", "e1"), ("Odo Brisk", "person", "e2"), ("She", "person", "e1")),
        ["Colonel Ada Venn", "Colonel Odo Brisk"],
        id="pronoun-of-one-farther-off",
    ),
    pytest.param(
        "Colonel Ada Venn and Colonel Pel Venn spoke.\nVenn was the commander of 4 Brigade.",
        (("Ada Venn", "person", "e1"), ("Pel Venn", "person", "e2"), ("Venn", "person", "e1")),
        ["Colonel Ada Venn", "Colonel Pel Venn"],
        id="two-of-one-last-name",
    ),
    pytest.param(
        "The commander of 4 Brigade, Tolmere, spoke.",
        (("Tolmere", "person", "e1"),),
        [],
        id="place-taken-for-a-person",
    ),
    pytest.param(
        "Odo Brisk, director of the Lorn Port Authority, met Pel Lanning of Lorn.",
        (
            ("Odo Brisk", "person", "e1"),
            ("Lorn Port Authority", "organization", "e2"),
            ("Pel Lanning", "person", "e3"),
        ),
        ["Odo Brisk | director | Lorn Port Authority"],
        id="director-of-a-body",
    ),
    pytest.param(
        "Ada Venn, who chairs the Lorn Oarsmen, spoke to the Grey Folk's editor, Odo Brisk.",
        (
            ("Ada Venn", "person", "e1"),
            ("Lorn Oarsmen", "organization", "e2"),
            ("Grey Folk's", "organization", "e3"),
            ("Odo Brisk", "person", "e4"),
        ),
        ["Ada Venn |  | Lorn Oarsmen", "Odo Brisk | editor | Grey Folk"],
        id="bodies-of-the-reader",
    ),
    pytest.param(
        "Odo Brisk is to leave his post as director of the Lorn Port Authority on 1 April.",
        (("Odo Brisk", "person", "e1"),),
        ["Odo Brisk | director | Lorn Port Authority | current | /2024-04-01"],
        id="is-to-leave",
    ),
    pytest.param(
        "Ada Venn, an engineer, has been deputy director since 2019.",
        (("Ada Venn", "person", "e1"),),
        ["Ada Venn | deputy director |  |  | 2019/"],
        id="an-engineer",
    ),
    pytest.param(
        "President Ada Venn of Tolmere met Senator Odo Brisk.",
        (("Ada Venn", "person", "e1"), ("Odo Brisk", "person", "e2")),
        [],
        id="forms-of-address",
    ),
    pytest.param(
        "The president of Tolmere, Ada Venn, spoke.",
        (("Ada Venn", "person", "e1"),),
        ["Ada Venn | president"],
        id="president-of",
    ),
    pytest.param(
        "The emir of Lorn spoke.\nOdo Lorn, Colonel Ada Venn and the emir of Lorn left.",
        (("Lorn", "person", "e1"), ("Odo Lorn", "person", "e2")),
        ["Colonel Ada Venn"],
        id="emir-of-a-place",
    ),
    pytest.param(
        "The spokesman of the 7 Division of the Lorn Army, Tolmere, Lt. Col. Odo Brisk, spoke.",
        (("Tolmere", "person", "e1"),),
        ["Lt. Col. Odo Brisk | spokesman | 7 Division"],
        id="place-before-a-rank",
    ),
]


@pytest.mark.parametrize(("text", "marks", "expected"), WITH_MENTIONS)
def test_by_the_readers_mentions(text, marks, expected):
    assert posts_in(text, marks) == expected


def test_who_is_to_leave_has_not_left_before_the_report():
    text = "Odo Brisk is to leave his post as director of the Lorn Port Authority on 1 April."
    at = text.index("1 April")
    past = (Time(at, at + 7, "2023-04-01"),)
    (post,) = find_posts(reading_of(text, (("Odo Brisk", "person", "e1"),)), times=past)
    assert (post.status, post.until) == ("current", None)


def test_a_minister_and_of_which_country():
    text = "Halvenne's foreign minister, Odo Brisk, met the president of Tolmere, Ada Venn."
    marks = (
        ("Halvenne's foreign minister, Odo Brisk", "person", "e2"),
        ("Halvenne's", "place", "e1"),
        ("Tolmere", "place", "e3"),
        ("Ada Venn", "person", "e4"),
    )
    one, other = find_posts(reading_of(text, marks))
    assert shown(text, one) == "Odo Brisk | foreign minister"
    assert shown(text, other) == "Ada Venn | president"
    assert [text[slice(*post.place)] for post in (one, other)] == ["Halvenne", "Tolmere"]


SENTENCE = "The commander of 4 Brigade in Tolmere, Colonel Ada Venn, left."


def test_a_post_says_which_claim_and_attribution_it_stands_in():
    reading = reading_of(
        SENTENCE, (("Tolmere", "place", "e2"), ("Colonel Ada Venn", "person", "e1"))
    )
    whole = (0, len(SENTENCE))
    inner = Attribution("a2", "a1", "indirect", (), (), (whole,))
    outer = Attribution("a1", None, "indirect", (), (), ((0, len(SENTENCE) + 40),))
    claim = Claim(
        "c1", "a2", SENTENCE, (57, 61), "leave", (Argument("agent", 0, 55),), evidence=(whole,)
    )
    (post,) = find_posts(reading, (outer, inner), (claim,))
    assert (post.attribution, post.claim) == ("a2", "c1")
    assert post.person_entity == "e1" and post.place == (30, 37)


def test_a_post_outside_of_all_contents_is_the_outlets_own():
    (post,) = find_posts(
        reading_of(SENTENCE), (Attribution("a1", None, "direct", (), (), ((0, 9),)),)
    )
    assert post.attribution is None and post.claim is None


def test_the_reader_decides_whether_a_post_is_a_title_or_a_role_where_it_is_asked():
    reading = reading_of(SENTENCE)
    (before,) = find_posts(reading)
    tagged = replace(reading, posts=(TaggedSpan("title", 4, 13, 0.9),))
    (after,) = find_posts(tagged, spans=post_spans(tagged))
    assert find_posts(tagged) == (before,)
    assert before.role == (4, 13) == after.title and before.title is None is after.role


def test_spans_of_the_reader_are_tied_where_no_pattern_finds_them():
    text = "Colonel Ada Venn, who is quartermistress of the Reed Folk, left."
    reading = reading_of(text)
    start = text.index("quartermistress")
    posts = (
        TaggedSpan("title", start, start + 15, 0.9),
        TaggedSpan("organization", start + 23, start + 32, 0.9),
    )
    tagged = replace(reading, posts=posts)
    (found,) = find_posts(tagged, spans=post_spans(tagged))
    assert shown(text, found) == "Colonel Ada Venn | quartermistress | Reed Folk | current"


_PIECES = st.sampled_from(
    [
        *("Colonel ", "Ada Venn", ", ", "the ", "commander ", "of ", "4 Brigade", "GOC ", "is "),
        *("took over from ", "A-B-C ", "(", ") ", "in 1998", ". ", "\n", "as ", "Maj.-Gen. "),
        *("’s ", "his successor, "),
    ]
)


@given(st.lists(_PIECES, max_size=30).map("".join))
def test_spans_are_words_of_the_text(text):
    for post in find_posts(reading_of(text)):
        for span in (post.person, post.rank, post.title, post.role, post.organization, post.after):
            assert span is None or (0 <= span[0] < span[1] <= len(text))
            assert span is None or text[slice(*span)] == text[slice(*span)].strip()
