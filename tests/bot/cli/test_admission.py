"""`kmzero run` shows nobody the demonstration without telling them; a network of one's own is never called one."""

from pathlib import Path

import pytest

from bot.catalogue import releases
from bot.catalogue.demonstration import CONTROLLER
from bot.cli.admission import OLD, SAID, admit, warning
from bot.config import Database, Settings
from bot.errors import CannotRun
from bot.store.engine import open_store
from bot.store.tables import metadata
from handlers.__main__ import main
from tests.bot.editorial.small_network import FILES, NETWORK, Folder
from tests.cast import NOON
from tests.handlers.echo_house import TOKEN

UNSAID = NETWORK.replace("controller: Rete di prova", f'controller: "{CONTROLLER}"')
NETWORKS = {"own": NETWORK, "unsaid": UNSAID, "said": f"{UNSAID}demonstration: true\n", "broken": "id: ["}

CASES = [  # the folder, what is live, what happens
    ("said", None, ""),
    ("said", "said", SAID),
    ("said", "unsaid", OLD),
    ("said", "own", ""),
    ("unsaid", None, "refused"),
    ("unsaid", "unsaid", "refused"),
    ("unsaid", "said", SAID),
    ("unsaid", "own", ""),
    ("own", None, ""),
    ("own", "own", ""),
    ("own", "unsaid", OLD),
    ("none", "unsaid", OLD),
    ("none", "own", ""),
    ("none", None, ""),
    ("broken", None, ""),
]


def _folder(path: Path, network: str) -> Folder:
    made = Folder(path)
    made.path.mkdir()
    for name, text in {**FILES, "network.yaml": NETWORKS[network]}.items():
        made.write(name, text)
    return made


@pytest.mark.parametrize(("network", "live", "happens"), CASES)
def test_the_demonstration_runs_only_where_people_are_told(
    tmp_path: Path, network: str, live: str | None, happens: str
) -> None:
    folder = tmp_path / "nessuna" if network == "none" else _folder(tmp_path / "knowledge", network).path
    settings = Settings(database=Database(url=f"sqlite:///{tmp_path / 'kmzero.db'}"), knowledge=folder)
    store = open_store(settings.database.url)
    metadata.create_all(store.engine)
    content = _folder(tmp_path / "live", "said" if live == "unsaid" else live).check().release if live else None
    if content:
        if live == "unsaid":  # from before it was refused
            unsaid = content.network.model_copy(update={"demonstration": False})
            content = content.model_copy(update={"network": unsaid})
        with store.write() as tx:
            releases.add(tx, content, b"", NOON)

    if happens == "refused":
        with pytest.raises(CannotRun, match=r"^.*knowledge: this is the demonstration .*demonstration: true.*$"):
            admit(settings, store)
    else:
        admit(settings, store)
        assert warning(store) == happens
    store.close()


def test_run_ends_with_one_line_and_publishes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _folder(tmp_path / "knowledge", "unsaid")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KMZERO_TELEGRAM__TOKEN", TOKEN)

    with pytest.raises(SystemExit) as stopped:
        main(["run"])

    (line,) = capsys.readouterr().err.splitlines()
    assert (stopped.value.code, line.startswith("kmzero: knowledge: this is the demonstration")) == (2, True)
    assert not (tmp_path / "kmzero.db").exists()
