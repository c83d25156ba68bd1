"""Posts that only the claims tell of, by the packaged model."""

from __future__ import annotations

import pytest
from post_builders import shown
from test_texts import read


def posts_in(text: str) -> list[str]:
    return [shown(text, post) for post in read(text).posts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Odo Brisk was chosen by the council as mayor.", "Odo Brisk | mayor", id="chosen-by-as"
        ),
        pytest.param(
            "Odo Brisk was dismissed as finance minister by President Ada Venn.",
            "Odo Brisk | finance minister |  | former",
            id="dismissed-as",
        ),
        pytest.param(
            "Odo Brisk held the post of harbour master.",
            "Odo Brisk | harbour master",
            id="the-post-of",
        ),
        pytest.param(
            "Odo Brisk, the defence minister, left.", "Odo Brisk | defence minister", id="apposed"
        ),
        pytest.param(
            "The Pilots’ Guild met on Monday. Its chair, Rhoda Quill, spoke.",
            "Rhoda Quill | chair | Pilots’ Guild",
            id="its",
        ),
        pytest.param(
            "Rhoda Quill, who chairs the Wickerhaven Pilots’ Guild, spoke.",
            "Rhoda Quill | chairs | Wickerhaven Pilots’ Guild",
            id="chairs",
        ),
        pytest.param(
            "Ilse Marrable has been deputy director since 2019 and was harbour master of Ludmere "
            "before that.",
            "Ilse Marrable | harbour master |  | former",
            id="was-before-that",
        ),
        pytest.param(
            "Berit Lomax, who teaches hydrography and advised the port until 2022, spoke.",
            "Berit Lomax | advised | port |  | /2022",
            id="advised-until",
        ),
        pytest.param(
            "Garrick Thole has run the port since 2016.",
            "Garrick Thole | run | port |  | 2016/",
            id="has-run-since",
        ),
        pytest.param(
            "Mr Roke wrote to Garrick Thole, then the port’s director.",
            "Garrick Thole | director |  | former",
            id="then-director",
        ),
        *(
            pytest.param(text, f"Odo Brisk | {post}", id=key)
            for key, text, post in (
                ("deputy-to", "Odo Brisk, deputy to President Ada Venn, left.", "deputy"),
                ("deputy-of", "Odo Brisk, deputy of Ada Venn, left.", "deputy"),
                ("deputys-name", "Ada Venn's deputy, Odo Brisk, left.", "deputy"),
                (
                    "second-in-command",
                    "Odo Brisk, the second-in-command to Colonel Ada Venn, left.",
                    "second-in-command",
                ),
                ("aide-to", "Odo Brisk, an aide to Ada Venn, left.", "aide"),
                (
                    "former-aide",
                    "Odo Brisk, a former aide to President Ada Venn, left.",
                    "aide |  | former",
                ),
                ("adviser-to", "Odo Brisk, an adviser to the mayor, left.", "adviser"),
                (
                    "adviser-to-a-body",
                    "Odo Brisk, special adviser to the Ministry of Works, left.",
                    "special adviser | Ministry of Works",
                ),
                (
                    "served-as-deputy",
                    "Odo Brisk served as deputy to the harbour master.",
                    "deputy |  | former",
                ),
                (
                    "outgoing",
                    "Odo Brisk, the outgoing mayor of Vell, spoke.",
                    "mayor |  | current",
                ),
                (
                    "next",
                    "Odo Brisk is rumoured to be the next commander of the 4th Brigade.",
                    "commander | 4th Brigade | designated",
                ),
                (
                    "shadow",
                    "Shadow defence minister Odo Brisk spoke.",
                    "Shadow defence minister",
                ),
            )
        ),
    ],
)
def test_finds(text: str, expected: str) -> None:
    assert expected in posts_in(text)


@pytest.mark.parametrize(
    ("text", "forbidden"),
    [
        pytest.param(
            "The Lantern wrote that Corriden had paid Tern Point Consulting. Its editor, Pia "
            "Corrant, left.",
            "Pia Corrant | editor | Tern Point Consulting",
            id="its-of-two-bodies",
        ),
        pytest.param("Ada Venn ran the race.", "Ada Venn | ran | race", id="ran-a-race"),
        pytest.param(
            "Odo Brisk, the son of the defence minister, left.", "Odo Brisk |", id="the-son-of"
        ),
        pytest.param(
            "Ada Venn, the widow of the interior minister, left.", "Ada Venn |", id="the-widow-of"
        ),
        pytest.param("Odo Brisk is the killer of the mayor.", "Odo Brisk |", id="the-killer-of"),
        pytest.param(
            "Odo Brisk, deputy to President Ada Venn, left.",
            "Odo Brisk | President",
            id="deputy-to",
        ),
        pytest.param(
            "Odo Brisk, a former aide to President Ada Venn, left.",
            "Odo Brisk | President",
            id="aide-to",
        ),
        pytest.param("Odo Brisk is the mayor's brother.", "Odo Brisk |", id="the-mayors-brother"),
        pytest.param(
            "Odo Brisk was sacked by Prime Minister Ada Venn in 2022.",
            "Odo Brisk |",
            id="sacked-by",
        ),
        pytest.param(
            "Odo Brisk was dismissed by President Ada Venn.", "Odo Brisk |", id="dismissed-by"
        ),
        pytest.param(
            "Odo Brisk was picked by the Lorn Crimes Commission.", "Odo Brisk |", id="picked-by"
        ),
        pytest.param("Ada Venn left the port.", "Ada Venn | left | port", id="left-a-port"),
        pytest.param(
            "Odo Brisk is not the harbour master of Vell.",
            "Odo Brisk | harbour master",
            id="is-not",
        ),
        *(
            pytest.param(text, forbidden, id=key)
            for key, text, forbidden in (
                (
                    "whom-he-serves",
                    "Odo Brisk served as deputy to the harbour master.",
                    "Odo Brisk | harbour master",
                ),
                (
                    "whom-he-serves-where",
                    "Odo Brisk was deputy to Ada Venn at the Port Authority.",
                    "Ada Venn |",
                ),
                ("aide-to-whom", "An aide to Odo Brisk said he was ill.", "Odo Brisk |"),
                ("deputy-of-whom", "A deputy of Odo Brisk confirmed it.", "Odo Brisk |"),
                (
                    "aide-to-two",
                    "Odo Brisk, a former aide to Mr. Venn and now the chairman of the Pilots’ "
                    "Guild, left.",
                    "Odo Brisk | aide | Pilots’ Guild",
                ),
                ("said-between", "The defence minister, Odo Brisk said, had left.", "Odo Brisk |"),
                (
                    "said-between-on-monday",
                    "The mayor of Vell, Odo Brisk said on Monday, had left.",
                    "Odo Brisk |",
                ),
                ("so-called", "The so-called mayor of Vell, Odo Brisk, fled.", "Odo Brisk |"),
                (
                    "self-styled",
                    "Odo Brisk, the self-styled commander of the 4th Brigade, fled.",
                    "Odo Brisk |",
                ),
                ("fictional", "Odo Brisk, the fictional mayor of Vell, sings.", "Odo Brisk |"),
                ("would-be", "Odo Brisk, the would-be mayor of Vell, fled.", "Odo Brisk |"),
                (
                    "denied",
                    "Odo Brisk denied that he was the commander of the 4th Brigade.",
                    "Odo Brisk |",
                ),
                (
                    "not-known",
                    "It is not known whether Odo Brisk is the commander of the 4th Brigade.",
                    "Odo Brisk |",
                ),
                (
                    "if",
                    "If Odo Brisk becomes mayor of Vell, the port will close.",
                    "Odo Brisk |",
                ),
                ("hopes", "Odo Brisk hopes to be elected mayor of Vell.", "Odo Brisk |"),
                (
                    "against",
                    "Odo Brisk ran against the mayor of Vell, Ada Venn.",
                    "Odo Brisk |",
                ),
                (
                    "served-under",
                    "Odo Brisk served under the commander of the 4th Brigade.",
                    "Odo Brisk |",
                ),
                ("worked-for", "Odo Brisk worked for the mayor of Vell.", "Odo Brisk |"),
                (
                    "bodyguard-to",
                    "Odo Brisk served as bodyguard to the commander of the 4th Brigade.",
                    "Odo Brisk | commander",
                ),
                ("turned-down", "Odo Brisk refused the post of finance minister.", "Odo Brisk |"),
                (
                    "posed-as",
                    "Odo Brisk posed as the director of the Port Authority.",
                    "Odo Brisk |",
                ),
                ("may-be", "Odo Brisk may be appointed defence minister.", "Odo Brisk |"),
                ("candidate", "Odo Brisk, a candidate for mayor, spoke.", "Odo Brisk |"),
            )
        ),
    ],
)
def test_leaves_alone(text: str, forbidden: str) -> None:
    assert not any(post.startswith(forbidden) for post in posts_in(text))
