"""What is packed runs: an sdist, the wheel that is made of it, and that wheel where no checkout is.

The fresh environment sees the libraries of the one that runs the tests, but not its kmzero: seconds, and no network.
"""

import json
import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from zipfile import ZipFile

import pytest
from typer.main import get_command

from bot.cli.app import Panel, app
from handlers.__main__ import FAMILIES

ROOT = Path(__file__).parents[1]
PACKED = {"bot": "bot", "handlers": "handlers", "knowledge": "bot/knowledge"}  # folders here, and in the wheel
Installed = Callable[..., subprocess.CompletedProcess[str]]


def do(*words: str | Path, cwd: Path, typed: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
    surroundings = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "KMZERO_"))
    } | variables
    return subprocess.run(
        words, cwd=cwd, input=typed, env=surroundings, capture_output=True, text=True, check=True, timeout=120
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that is built from the sdist, as pip would."""
    out = tmp_path_factory.mktemp("dist")
    do(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", out, cwd=ROOT)
    with tarfile.open(next(out.glob("*.tar.gz"))) as packed:
        packed.extractall(out, filter="data")
    (source,) = (folder for folder in out.iterdir() if folder.is_dir())
    do(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", out, cwd=source)
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def kmzero(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Run a command line of the installed wheel, in an empty folder."""
    home, elsewhere = tmp_path_factory.mktemp("fresh"), tmp_path_factory.mktemp("elsewhere")
    venv.create(home, symlinks=True)
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", home / "bin" / "python")
    do(*pip, "install", "--no-index", "--no-deps", wheel, cwd=elsewhere)
    (library,) = (home / "lib").glob("python*/site-packages")
    # A folder in a .pth file is read, the .pth files in that folder are not: so the editable kmzero stays out.
    (library / "libraries.pth").write_text("\n".join({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}))
    return lambda *words, **more: do(home / "bin" / "kmzero", *words, cwd=elsewhere, **more)


def test_everything_that_is_no_rubbish_is_in_the_wheel(wheel: Path) -> None:
    packed = set(ZipFile(wheel).namelist())
    for here, there in PACKED.items():
        files = (file for file in (ROOT / here).rglob("*") if file.is_file() and "__pycache__" not in file.parts)
        assert {f"{there}/{file.relative_to(ROOT / here).as_posix()}" for file in files} <= packed
    assert {"bot/py.typed", "handlers/py.typed"} <= packed


def test_it_says_which_it_is(kmzero: Installed) -> None:
    assert kmzero("--version").stdout == f"kmzero {version('kmzero')}\n"


def test_the_shipped_knowledge_has_no_fault(kmzero: Installed) -> None:
    assert not kmzero("check").stdout


def test_it_publishes_and_talks(kmzero: Installed, database: Path) -> None:
    where = {"KMZERO_DATABASE__URL": f"sqlite:///{database}"}
    assert "versione 2" in kmzero("publish", "--yes", **where).stdout
    script = [{"say": "ciao"}, {"press": "consent:yes"}, {"say": "pulsante salvavita per mio padre che vive da solo"}]
    talk = kmzero(
        "chat", "--jsonl", "--company", "biomed-padana", typed="\n".join(json.dumps(line) for line in script), **where
    )
    last = json.loads(talk.stdout.splitlines()[-1])
    assert "casa-sicura" in [shown["id"] for message in last["messages"] for shown in message["services"]]


def test_help_has_a_panel_for_every_reader_and_begins_with_what_one_types_first() -> None:
    assert FAMILIES
    group = get_command(app)
    names = group.list_commands(None)  # type: ignore[attr-defined]  # typer's command is a group
    panels = [group.get_command(None, name).rich_help_panel for name in names]  # type: ignore[attr-defined]
    assert names[:3] == ["chat", "demo", "run"]
    assert list(dict.fromkeys(panels)) == list(Panel)
