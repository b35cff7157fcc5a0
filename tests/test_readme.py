"""The README is true: its commands exist, its links lead somewhere; its talk is played by test_transcripts.py."""

import re
from pathlib import Path

from typer.main import get_command

from bot.cli.app import app
from handlers.__main__ import FAMILIES

README = Path(__file__).parents[1] / "README.md"


def test_every_command_is_in_the_readme_and_every_one_there_exists() -> None:
    assert FAMILIES
    text = README.read_text("utf-8")
    names = set(get_command(app).commands)  # type: ignore[attr-defined]  # typer's command is a group
    table = set(re.findall(r"`(?:kmzero )?([a-z-]+)", text.partition("## What else")[2].partition("MIT")[0]))
    assert names <= table | {"chat"}, names - table
    named = set(re.findall(r"kmzero ([a-z][a-z-]*)", text))
    assert named <= names, named - names


def test_every_link_leads_somewhere() -> None:
    for document in README.parent.glob("*.md"):
        for target in re.findall(r"\]\((?!http)([^)#]+)\)", document.read_text("utf-8")):
            assert (document.parent / target).exists(), f"{document.name}: {target}"
