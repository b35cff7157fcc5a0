"""Command lines, typed as an operator types them, on the published database of one test."""

from collections.abc import Callable
from pathlib import Path

import pytest

from handlers.__main__ import main

Run = Callable[..., int]


@pytest.fixture
def run(database: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run one command line and return its exit code."""
    monkeypatch.setenv("KMZERO_DATABASE__URL", f"sqlite:///{database}")

    def typed(*words: str) -> int:
        with pytest.raises(SystemExit) as ended:
            main(words)
        return int(ended.value.code or 0)

    return typed
