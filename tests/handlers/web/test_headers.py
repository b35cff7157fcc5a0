"""What a browser may do with our pages, to the letter; and no template asks for more."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from handlers.web.headers import POLICY, SHUT_OFF
from handlers.web.rendering import HERE, STATIC
from tests.handlers.web.visitor import Visitor

TEMPLATES = sorted((HERE / "templates").iterdir())
POLICY_TO_THE_LETTER = {
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
}
FORBIDDEN = {
    "a style of its own": r"<style|\sstyle\s*=",
    "a script in the page": r"<script(?![^>]*(?:\ssrc=|application/ld\+json))",
    "a handler in the page": r"\son[a-z]+\s*=",
    "an address that runs": r"javascript:",
    "something of others": r"""(?:src|srcset|action|formaction)\s*=\s*["']?(?:https?:)?//""",
    "a form without a method": r"<form(?![^>]*\smethod=)",
    "HTML that is taken as it is": r"\|\s*safe\b|autoescape\s+false",
}


def test_the_policy_is_this_and_nothing_more() -> None:
    assert set(POLICY.split("; ")) == POLICY_TO_THE_LETTER
    assert SHUT_OFF.startswith("sandbox; default-src 'none';")
    assert "script-src" not in SHUT_OFF


@pytest.mark.parametrize("path", ["/niente", "/open/x", "/desk", "/static/style.css"])
async def test_each_answer_says_so(visitor: Visitor, path: str) -> None:
    answer = (await visitor.open(path)).answer
    assert answer.headers["Content-Security-Policy"] == POLICY
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda file: file.name)
@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_template_asks_for_more(template: Path, what: str) -> None:
    assert not re.search(FORBIDDEN[what], template.read_text("utf-8"), re.IGNORECASE), what


def test_the_sheet_and_the_scripts_take_nothing_from_elsewhere() -> None:
    for name, content in STATIC.items():
        text = content.decode().replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"https?://|@import|\beval\(|innerHTML", text), name


async def test_a_file_of_ours_is_kept_for_a_year_and_no_other_is_given(visitors: Callable[[], Visitor]) -> None:
    one = visitors()
    assert "immutable" in (await one.open("/static/style.css")).answer.headers["Cache-Control"]
    for path in ("/static/", "/static/..%2Fsite.py", "/static/../fuori/site.py", "/static/%2e%2e/site.py"):
        assert (await one.open(path)).status == 404
