"""Texts are plain: no HTML tags, no HTML entities. The bot itself makes what must be bold bold.

Good, in the service:
    summary: {it: "Pranzo & cena a casa.", en: "Lunch & dinner at home."}
Bad, in the service:
    summary: {it: "<b>Pranzo</b> &amp; cena a casa.", en: "Lunch & dinner at home."}
"""

import html
import re
from collections.abc import Iterator

from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge

MARKS = re.compile(
    r"(?<![\w*])\*{1,2}\w[^*\n]{0,80}\*{1,2}(?![\w*])|(?<!\w)__?\w[^_\n]{0,80}__?(?!\w)|\[[^\]\n]{1,80}\]\(http"
)
HTML = re.compile(r"</?[a-zA-Z][^<>]{0,200}>|&(?:[a-zA-Z]{2,8}|#\d{2,6});")
NOT_SHOWN = frozenset({"phrases", "words", "web", "email"})


def check(knowledge: Knowledge) -> Iterator[Problem]:
    for source in knowledge.sources:
        for scalar in source.scalars(without=NOT_SHOWN):
            if found := HTML.search(scalar.text):
                plain = html.unescape(found[0]) if found[0].startswith("&") else "-"
                values: dict[str, str | int] = {"html": found[0], "plain": " " if plain == "\u00a0" else plain}
                variant = "entity" if plain not in {"-", found[0]} else ""
                yield Problem(scalar.position, "html-in-text", "warning", values, variant)
            elif found := MARKS.search(scalar.text):
                yield Problem(scalar.position, "html-in-text", "warning", {"html": found[0]}, "marks")
