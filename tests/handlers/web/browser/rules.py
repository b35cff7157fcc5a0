"""What holds on every page, asked of the browser that shows it: axe, and rules of our own."""

from typing import Any, Literal

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.handlers.web.browser.person import Person

WHOLE_PAGE = 30_000  # bytes of the document, the sheet and the scripts together
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
NARROW: Any = {"width": 320, "height": 640}
AXE = """() => axe.run({resultTypes: ['violations']}).then(found => found.violations.flatMap(
    one => one.nodes.map(node => `${one.id}: ${node.target} ${node.failureSummary.replace(/\\s+/g, ' ')}`)))"""
OURS = """() => {
    const found = [], text = e => (e.innerText || e.name || e.id || e.type || '').trim().slice(0, 40);
    const seen = e => e.checkVisibility() && e.getBoundingClientRect().right > 0;
    const all = selector => [...document.querySelectorAll(selector)].filter(seen);
    const inText = e => getComputedStyle(e).display === 'inline'
        && e.closest('p, li, dd, td, th, small, figcaption')?.innerText.trim() !== e.innerText.trim();
    const box = e => (e.matches('[type=checkbox], [type=radio]') ? e.closest('label') || e : e).getBoundingClientRect();
    for (const e of all('a[href], button, input:not([type=hidden]), select, textarea, summary')) {
        const {width, height} = box(e);
        if (!(e.matches('a') && inText(e)) && (width < 43.9 || height < 43.9))
            found.push(`small target ${Math.round(width)}x${Math.round(height)}: ${e.tagName} ${text(e)}`);
    }
    for (const e of all('input:not([type=hidden]), select, textarea'))
        if (![...e.labels].some(seen) && !e.ariaLabel && !e.getAttribute('aria-labelledby'))
            found.push(`no label: ${e.name}`);
    for (const e of all('a[href], button, input:not([type=hidden]), select, textarea, summary')) {
        e.focus();
        const {outlineStyle, outlineWidth} = getComputedStyle(e);
        if (document.activeElement === e && (outlineStyle === 'none' || parseFloat(outlineWidth) < 2))
            found.push(`focus not seen: ${e.tagName} ${text(e)}`);
    }
    document.activeElement.blur();
    const heads = document.querySelectorAll('h1').length;
    if (heads !== 1) found.push(`${heads} h1`);
    const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
    for (const id of new Set(ids.filter((id, n) => ids.indexOf(id) !== n))) found.push(`two of one id: ${id}`);
    for (const e of document.images) if (!e.naturalWidth) found.push(`broken picture: ${e.src}`);
    if (document.title.trim().startsWith('·') || !document.title.trim()) found.push('no title');
    return found;
}"""
TOO_WIDE = """() => document.scrollingElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
    .filter(e => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 3)
    .map(e => `wider than the window: ${e.tagName}.${e.className} ${e.innerText?.slice(0, 40)}`)"""


def faults_at(page: Page, width: int, height: int) -> list[str]:
    """Return what is wrong on a page at a size of the window, light and dark."""
    page.set_viewport_size({"width": width, "height": height})
    page.keyboard.press("Tab")  # from here on the browser shows the focus
    found = [*page.evaluate(OURS), *page.evaluate(TOO_WIDE)]
    page.evaluate("() => window.axe") or page.evaluate(AXE_SCRIPT)
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        found += [f"{scheme}: {fault}" for fault in page.evaluate(AXE)]
    return [f"{width}: {fault}" for fault in found]


def faults_in_a_narrow_window(page: Page) -> list[str]:
    """Return what makes a page scroll sideways where it is as narrow as a window gets."""
    page.set_viewport_size(NARROW)
    found: list[str] = page.evaluate(TOO_WIDE)
    return found


def faults_of_loading(person: Person, language: str) -> list[str]:
    """Return what was asked of others, what is too heavy, what the console says, and a wrong language."""
    origin = person.web.url + "/"
    foreign = [one.url for one in person.asked if not one.url.startswith((origin, "data:", "blob:"))]
    heavy = weight(person)
    said = person.page.locator("html").get_attribute("lang")
    return [
        *(f"asks elsewhere: {url}" for url in foreign),
        *([f"{heavy} bytes"] if heavy > WHOLE_PAGE else []),
        *(f"console: {line}" for line in person.complaints),
        *([] if said == language else [f"lang={said}"]),
    ]


def weight(person: Person) -> int:
    """Return the bytes of the page that is shown, with its sheet and scripts, without pictures."""
    kinds = {"stylesheet", "script"}
    parts = {one.url: one for one in person.got if one.request.resource_type in kinds and one.ok}
    whole = [*parts.values(), next(one for one in reversed(person.got) if one.request.is_navigation_request())]
    return sum(int(one.headers["content-length"]) for one in whole)
