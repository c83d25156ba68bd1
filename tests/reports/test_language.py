from __future__ import annotations

import pytest

from sayso.reports.language import detect_language, language_code

GERMAN = "Der Minister sagte am Dienstag, dass es keine Gespräche über den Verkauf des Hafens gab. "
ARABIC = "قال الوزير يوم الثلاثاء إنه لا توجد محادثات حول بيع الميناء. "


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param(
            "The minister denied on Tuesday that he had met the owners of it. " * 3,
            "en",
            id="english",
        ),
        pytest.param(GERMAN * 2, "de", id="german"),
        pytest.param(ARABIC * 2, "ar", id="arabic"),
        pytest.param("12 34 …", "und", id="figures"),
        pytest.param("", "und", id="empty"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(
    ("tag", "code"),
    [("en-GB", "en"), ("pt_BR", "pt"), ("DE", "de"), ("", None), ("english!", None)],
)
def test_code_of_a_tag(tag: str, code: str | None) -> None:
    assert language_code(tag) == code
