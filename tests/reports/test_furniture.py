from __future__ import annotations

import pytest

from sayso.reports.furniture import line_kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param(
            "Follow Ada Quist on\xa0Facebook\xa0and\xa0Twitter.", "furniture", id="follow"
        ),
        pytest.param("Follow Ada Quist on Twitter @adaquist.", "furniture", id="follow-handle"),
        pytest.param("Follow @courier.", "furniture", id="follow-at"),
        pytest.param(
            "Please let us know if you're having issues with commenting.",
            "furniture",
            id="issues-with-commenting",
        ),
        pytest.param("Sign up for our newsletter", "furniture", id="newsletter"),
        pytest.param("Share this on Facebook", "furniture", id="share"),
        pytest.param("Read also: Ferry late again", "furniture", id="read-also"),
        pytest.param("READ: Ferry late again", "furniture", id="read"),
        pytest.param("[Read more: Ferry late again]", "furniture", id="read-in-brackets"),
        pytest.param("À lire aussi : Le ferry en retard", "furniture", id="read-also-in-french"),
        pytest.param("Читайте также: Паром опоздал", "furniture", id="read-also-in-russian"),
        pytest.param("اقرأ أيضا", "furniture", id="read-also-in-arabic"),
        pytest.param(
            "This article is for subscribers only.", "furniture", id="for-subscribers-only"
        ),
        pytest.param(
            "If you spot an error, please let us know.", "furniture", id="where-to-send-mistakes"
        ),
        pytest.param("ADVERTISEMENT", "furniture", id="advertisement"),
        pytest.param("© 2025 The Saltmere Courier. All rights reserved.", "furniture", id="rights"),
        pytest.param("3 comments", "furniture", id="comments"),
        pytest.param(
            "FILE- In this March 4, 2025 file photo, Rell waits at the ferry.",
            "caption",
            id="file-photo",
        ),
        pytest.param("Office of the Harbour Board via AP, File", "caption", id="via-ap"),
        pytest.param("Ada Quist / Reuters", "caption", id="slash-agency"),
        pytest.param("Photo: Ada Quist", "caption", id="photo-credit"),
        pytest.param(
            "The ferry at its berth on Monday. Photograph: Ada Quist/Courier",
            "caption",
            id="credit-at-the-end",
        ),
        pytest.param(
            "Correction: An earlier version of this report gave a wrong date.",
            "correction",
            id="correction",
        ),
        pytest.param(
            "This article was amended on 5 March 2025 to name the board.",
            "correction",
            id="amended",
        ),
        pytest.param(
            "A correction was made on March 5, 2025: The lease runs until 2041.",
            "correction",
            id="was-made",
        ),
        pytest.param("Berichtigung: Die Pacht läuft bis 2041.", "correction", id="in-german"),
        pytest.param(
            "Editor's note: The Courier's owner sits on the harbour board.",
            "note",
            id="editors-note",
        ),
        pytest.param("(Reporting by Ada Quist; Editing by Tomas Rell)", "byline", id="closing"),
    ],
)
def test_is_found(line: str, kind: str) -> None:
    assert line_kind(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Rell asked officers to follow the ships.", id="follow-in-a-sentence"),
        pytest.param(
            "Follow the money, the inspector told the council on Tuesday.", id="follow-the"
        ),
        pytest.param("The photo showed Rell at the ferry terminal.", id="photo-in-a-sentence"),
        pytest.param(
            "Rell kept the picture. Picture: that was what he called it.", id="picture-said-of"
        ),
        pytest.param(
            "He asked who took it. Photograph: Quist. He paid her.", id="credit-in-the-middle"
        ),
        pytest.param("“Share this burden,” he said.", id="share-quoted"),
        pytest.param("Copy of the lease: see https://ap-brandal.example.", id="address-with-ap"),
        pytest.param("The board signed up for a new lease of 20 years.", id="signed-up"),
        pytest.param("Corrections officers were called in, Rell said.", id="corrections-officers"),
        pytest.param(
            "Comments by the minister angered the board, two members said.", id="comments-by"
        ),
        pytest.param("Loading of the ships began at nine.", id="loading-of"),
        pytest.param("Read the lease, the inspector told the council.", id="read-the"),
        pytest.param("This article is for the archive, she said.", id="this-article-is-for"),
        pytest.param("A correction was made by the board in its books.", id="made-by"),
        pytest.param("If you see a ship, call the harbour master.", id="if-you-see"),
        pytest.param("", id="empty"),
    ],
)
def test_is_left_alone(line: str) -> None:
    assert line_kind(line) is None
