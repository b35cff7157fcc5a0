"""The rules themselves: a page that breaks each is seen to break it."""

from collections.abc import Callable

import pytest

from tests.handlers.web.browser.person import Person
from tests.handlers.web.browser.rules import faults_at, faults_in_a_narrow_window, faults_of_loading

WHOLE = "<html lang=it><title>Prova</title><main><h1>Prova</h1>{}</main></html>"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("<button>Ok</button>", "small target"),
        ("<input name=code style='height: 50px; width: 99px'>", "no label: code"),
        ("<a href=/ style='display: block; height: 44px; outline: none'>Via</a>", "focus not seen"),
        ("<h1>Ancora</h1>", "2 h1"),
        ("<p id=a>uno</p><p id=a>due</p>", "two of one id"),
        ("<img src=/niente alt=''>", "broken picture"),
        ("<p style='color: #999; background: #fff'>Poco contrasto</p>", "color-contrast"),
        ("<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' >", "image-alt"),
    ],
)
def test_what_is_wrong_is_said(somebody: Callable[..., Person], content: str, said: str) -> None:
    one = somebody(bypass_csp=True)  # else its styles would not count
    one.page.goto("/niente")
    one.page.set_content(WHOLE.format(content), wait_until="load")
    assert said in "\n".join(faults_at(one.page, 360, 740))


def test_what_is_too_wide_or_from_elsewhere_or_inline_is_said(somebody: Callable[..., Person]) -> None:
    one = somebody()
    one.page.goto("/niente")
    one.page.set_content(WHOLE.format("<img src='' alt='' width=400 style='color: red'>"))
    assert "wider than the window" in "\n".join(faults_in_a_narrow_window(one.page))
    one.page.evaluate("() => fetch('https://elsewhere.invalid/').catch(() => 0)")
    said = "\n".join(faults_of_loading(one, "en"))
    assert "elsewhere" in said
    assert "Content Security Policy" in said
    assert "lang=it" in said
