"""The sentences of docs/privacy.md that promise something, and the test of each: tests/privacy_sentences.yaml."""

import ast
import re
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[1]
DOCUMENT, TABLE = ROOT / "docs" / "privacy.md", Path(__file__).with_suffix(".yaml")
OF_THE_LAWYER = "§"  # at the end of a heading
ENDS = re.compile(r"(?<=[.!?])\s+(?=[A-Z«À-Ü`*])")


def sentences(text: str) -> list[str]:
    """Return the sentences of all sections but the lawyer's; the data map is held by itself."""
    found = []
    for section in re.split(r"(?m)^## ", text):
        heading, _, body = section.partition("\n")
        if not heading.endswith(OF_THE_LAWYER):
            found += [one for block in _blocks(body) for one in ENDS.split(block)]
    return [one.replace("\0", " ") for one in found if re.search(r"[a-z]{3}", one)]


def _blocks(body: str) -> list[str]:
    """Return paragraphs, items of lists, and cells of tables but those of the data map, without their markup."""
    blocks: list[str] = []
    for paragraph in re.split(r"\n\s*\n", re.sub(r"(?m)^> ?", "", body)):
        lines = paragraph.splitlines()
        if lines and lines[0].startswith("|"):
            rows = [line for line in lines[2:] if not line.startswith("| `")]
            blocks += [row.strip("| ").replace(". ", ".\0") for row in rows]  # a row is one sentence
        else:
            blocks += [" ".join(item.split()) for item in re.split(r"(?m)^- ", paragraph)]
    return blocks


def known() -> dict[str, list[str]]:
    """Return the tests of each sentence."""
    return {row["says"]: row["tests"] for row in yaml.safe_load(TABLE.read_text("utf-8"))}


def every_test() -> set[str]:
    """Return every test of the project as `file::name`."""
    found = set()
    for file in (ROOT / "tests").rglob("test_*.py"):
        for node in ast.parse(file.read_text("utf-8")).body:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
                found.add(f"{file.relative_to(ROOT / 'tests').as_posix()}::{node.name}")
    return found
