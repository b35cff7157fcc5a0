"""Markup to plain text, for the faces that show no bold."""

import html
import re

from markupsafe import Markup

TAG = re.compile(r"</?(?:b|i|code)>")


def plain(text: Markup) -> str:
    """Return the text as it is read, without tags and entities."""
    return html.unescape(TAG.sub("", str(text)))
