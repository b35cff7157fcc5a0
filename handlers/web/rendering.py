"""Templates to HTML, with the words of one language; and the few files that pages need, by name and digest."""

from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from bot.catalogue.fluent import Phrases, phrases_in
from bot.catalogue.text import Language

HERE = Path(__file__).parent
STATIC = {file.name: file.read_bytes() for file in sorted((HERE / "static").iterdir())}
TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}

_templates = Environment(
    loader=FileSystemLoader(HERE / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)


def words(language: Language) -> Phrases:
    """Return the phrases of the pages in a language."""
    return phrases_in(HERE / "phrases", language)


def render(template: str, values: dict[str, Any]) -> bytes:
    """Return a page. `values` has `words`, of the page's language; a template says `say("phrase", value=…)`."""
    said: Phrases = values["words"]
    shared = {"say": said.say, "language": said.language, "static": address_of}
    return _templates.get_template(template).render({**shared, **values}).encode()


@cache
def address_of(name: str) -> str:
    """Return the address of a file of ours: another one whenever its content is."""
    return f"/static/{name}?v={blake2b(STATIC[name], digest_size=6).hexdigest()}"


def lines(text: Markup) -> Markup:
    """Return a bubble of the conversation as HTML: its lines are lines here too."""
    return Markup("<br>").join(text.splitlines())
