"""Each page in a real browser: axe, and rules of our own, on both widths, in both languages, light and dark."""

from collections.abc import Callable

import pytest

from bot.catalogue.text import LANGUAGES, Language
from tests.handlers.web.browser.person import Person
from tests.handlers.web.browser.places import PAGES
from tests.handlers.web.browser.rules import faults_at, faults_in_a_narrow_window, faults_of_loading

SIZES = (360, 740), (1280, 900)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_for_everybody(somebody: Callable[..., Person], name: str, language: Language) -> None:
    one = somebody(language)
    PAGES[name](one)
    one.page.wait_for_load_state()
    faults = faults_of_loading(one, language)
    for size in SIZES:
        faults += faults_at(one.page, *size)
    faults += faults_in_a_narrow_window(one.page)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_needs_no_script(somebody: Callable[..., Person], name: str) -> None:
    plain, with_script = somebody(java_script_enabled=False), somebody()
    PAGES[name](plain)
    PAGES[name](with_script)
    assert plain.page.locator("h1").inner_text() == with_script.page.locator("h1").inner_text()
    assert not plain.complaints
