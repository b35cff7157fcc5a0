"""The commands of who keeps the catalogue: what they print, and how they end."""

import json
import os
import pty
import signal
import subprocess
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import bot.cli.checking
import bot.cli.publishing
import bot.cli.status
from bot.catalogue.local_time import HOME, local_day
from bot.cli.app import app
from bot.errors import CannotRun
from bot.insight import wrong
from bot.people.keys import make_keys
from bot.store.engine import open_store
from tests.bot.editorial.small_network import COMPANIES, EVALUATION, NETWORK, ORGANIZATION, Folder

ORG = "organizations/il-girasole.yaml"
KNOWLEDGE = "knowledge"  # as it is typed in the folder where the command runs


class Terminal:
    """Types `kmzero …` in a folder that has a `knowledge` folder and a database of its own."""

    def __init__(self, database: Path) -> None:
        self.runner = CliRunner(env={"KMZERO_DATABASE__URL": f"sqlite:///{database}"})

    def __call__(self, *words: str, typed: str = "") -> Result:
        result = self.runner.invoke(app, words, input=typed)
        if isinstance(result.exception, CannotRun):
            raise result.exception
        return result


@pytest.fixture
def kmzero(folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    # The commands look at the real calendar, so what they find here must be true on any day.
    today = local_day(datetime.now(UTC), HOME).isoformat()
    folder.write(ORG, ORGANIZATION.replace("2026-11-02", today).replace("2026-09-01/2027-03-31", "2026-09-01/"))
    monkeypatch.chdir(tmp_path)
    return Terminal(tmp_path / "cli.db")


def _break(folder: Folder) -> None:
    file = folder.path / ORG
    file.write_text(file.read_text().replace('"059 000 0101"', '"059"'))


def test_check_says_nothing_and_ends_with_0_when_there_is_no_problem(kmzero: Terminal) -> None:
    result = kmzero("check")

    assert (result.exit_code, result.stdout) == (0, "")


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("it", '"059" non è un numero di telefono completo. Scrivilo tra virgolette con il prefisso'),
        ("en", '"059" is not a complete phone number. Write it in quotes with its area code'),
    ],
)
def test_check_prints_a_line_for_each_problem(kmzero: Terminal, folder: Folder, language: str, message: str) -> None:
    _break(folder)

    result = kmzero("check", KNOWLEDGE, "--lang", language)

    assert result.exit_code == 1
    assert result.stdout == f"knowledge/{ORG}:3:18: error: {message}, {result.stdout.partition(', ')[2]}"
    assert result.stdout.endswith('"059 000 0101". (bad-phone)\n')


def test_check_as_json_is_one_array(kmzero: Terminal, folder: Folder) -> None:
    _break(folder)

    [problem] = json.loads(kmzero("check", "--format", "json").stdout)

    assert problem.keys() == {"file", "line", "column", "level", "message", "rule"}
    assert (problem["file"], problem["line"], problem["column"]) == (f"knowledge/{ORG}", 3, 18)
    assert (problem["level"], problem["rule"]) == ("error", "bad-phone")


def test_check_as_json_is_an_empty_array_when_there_is_no_problem(kmzero: Terminal) -> None:
    assert json.loads(kmzero("check", "--format", "json").stdout) == []


def test_check_for_github_escapes_what_github_would_take_for_its_own(kmzero: Terminal, folder: Folder) -> None:
    folder.write("organizations/a,b:c.yaml", "100%: x")

    lines = kmzero("check", "--format", "github").stdout.splitlines()

    assert lines[-1].startswith("::error file=knowledge/organizations/a%2Cb%3Ac.yaml,line=1,col=1,title=unknown-key::")
    assert '"100%25"' in lines[-1]


def test_check_of_a_folder_that_is_not_there_cannot_run(kmzero: Terminal) -> None:
    with pytest.raises(CannotRun, match="nessuna"):
        kmzero("check", "nessuna")


def test_publish_says_the_number_and_how_much_is_in_it(kmzero: Terminal) -> None:
    result = kmzero("publish")

    assert result.exit_code == 0
    assert result.stdout == (
        "È la prima versione.\n"
        "Senza codici da dare: «casa-sicura-soci». Finché non li carichi, la scheda non promette lo sconto.\n"
        "Pubblicato: versione 1, con 1 organizzazione, 1 servizio, 2 bisogni, 1 offerta.\n"
    )


def test_a_second_publish_says_what_changes(kmzero: Terminal, folder: Folder) -> None:
    kmzero("publish")
    file = folder.path / ORG
    file.write_text(file.read_text().replace("amount: 18", "amount: 20"))

    said = kmzero("publish", "--yes").stdout.splitlines()

    assert said[:3] == [
        "Rispetto alla versione 1: 1 prezzo",
        "  prezzo di Casa Sicura (Il Girasole): 18 € al mese → 20 € al mese",
        "Le frasi non sono cambiate: il bot capisce come prima.",
    ]
    assert kmzero("diff", "2", "1", "--lang", "en").stdout.splitlines()[0] == "1 price"
    assert kmzero("diff", "1").stdout.splitlines()[0] == "1 prezzo"


@pytest.mark.parametrize(("answer", "releases"), [(b"s\n", 1), (b"\n", 0)])
def test_on_a_terminal_publish_asks_first(kmzero: Terminal, answer: bytes, releases: int) -> None:
    said = _on_a_terminal(kmzero, ["publish"], answer)

    assert "Pubblico? [s/N]" in said
    assert ("Non ho pubblicato niente." in said) == (releases == 0)
    assert len(kmzero("releases").stdout.splitlines()) == releases


def _on_a_terminal(kmzero: Terminal, words: list[str], typed: bytes) -> str:
    """Run a command on a pseudo-terminal, type into it, and return what it showed."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "handlers", *words]
    surroundings = os.environ | {name: value for name, value in kmzero.runner.env.items() if value}
    root = str(Path(__file__).parents[3])
    process = subprocess.Popen(command, stdin=theirs, stdout=subprocess.PIPE, env=surroundings | {"PYTHONPATH": root})
    os.write(ours, typed)
    said, _ = process.communicate(timeout=60)
    os.close(theirs)
    os.close(ours)
    return said.decode()


def test_quality_is_a_table_with_the_worst_first(kmzero: Terminal, folder: Folder) -> None:
    table = kmzero("quality").stdout.splitlines()
    [service] = json.loads(kmzero("quality", "--format", "json").stdout)

    assert table[0].startswith("punti  fresca (30)  contatto (20)")
    assert table[1].split()[:5] == [str(service["total"]), "30", "20", "12", "6"]
    assert table[1].endswith("casa-sicura · Casa Sicura")


def test_an_entry_that_answers_what_people_ask_next_is_a_better_one(kmzero: Terminal, folder: Folder) -> None:
    [before] = json.loads(kmzero("quality", "--format", "json").stdout)
    answers = "languages: [en]\n    wait: {it: Un mese., en: A month.}\n    payment: {it: Dopo., en: Later.}\n    "
    folder.replace("organizations/il-girasole.yaml", "checked_on:", f"{answers}checked_on:")

    [after] = json.loads(kmzero("quality", "--format", "json").stdout)

    assert (before["answers"], after["answers"]) == (0, 6)
    assert after["total"] == before["total"] + 6


def test_quality_of_a_broken_folder_says_to_mend_it_first(kmzero: Terminal, folder: Folder) -> None:
    _break(folder)

    with pytest.raises(CannotRun, match="kmzero check"):
        kmzero("quality")


def test_status_says_what_people_see(kmzero: Terminal) -> None:
    assert "kmzero publish" in kmzero("status").stdout
    kmzero("publish")

    assert (
        "le persone vedono la versione 1: 1 organizzazione, 1 servizio, 1 offerta in corso." in kmzero("status").stdout
    )


def test_status_says_what_stato_says_of_who_tried_in_vain(kmzero: Terminal, folder: Folder, tmp_path: Path) -> None:
    text = (folder.path / ORG).read_text("utf-8")
    marks = "full_until: 2199-01-15\n    silent_since: 2199-01-01\n    checked_on:".replace("2199-01-01", "2026-11-02")
    folder.write(ORG, text.replace("checked_on:", marks, 1).replace("checked_on: 20", "checked_on: 2026-11-02 # 20", 1))
    kmzero("publish")
    keys, now = make_keys(tmp_path / "cli.key"), datetime.now(UTC)
    store = open_store(f"sqlite:///{tmp_path / 'cli.db'}")
    with store.write() as tx:
        for user in ("anna", "bruno", "elena"):
            wrong.note(tx, keys, "casa-sicura", "mute", release=1, user=user, now=now)
    store.close()

    said = kmzero("status").stdout
    (tmp_path / "cli.key").unlink()
    without = kmzero("status").stdout

    assert "1 servizio è segnato al completo" in said
    assert "1 servizio ultimamente non risponde" in said
    assert "3 persone ci hanno provato" in said
    assert said.startswith(without), "without the key the rest is said"


@pytest.mark.parametrize(("language", "said"), [("it", "È una dimostrazione: "), ("en", "This is a demonstration: ")])
def test_status_says_of_a_demonstration_that_it_is_one_and_of_nothing_else(
    kmzero: Terminal, folder: Folder, language: str, said: str
) -> None:
    kmzero("publish")
    assert said not in kmzero("status", "--lang", language).stdout

    folder.write("network.yaml", f"{NETWORK}demonstration: true\n")
    kmzero("publish")

    assert said in kmzero("status", "--lang", language).stdout


def test_schema_prints_one_or_writes_them_all(kmzero: Terminal, folder: Folder) -> None:
    assert json.loads(kmzero("schema", "organization").stdout)["title"] == "Organization"

    written = kmzero("schema").stdout.splitlines()

    assert "knowledge/schema/organization.json" in written
    assert (folder.path / "schema/golden.json").exists()
    with pytest.raises(CannotRun, match="golden"):
        kmzero("schema", "nessuno")


def test_watch_checks_at_every_save_until_it_is_stopped(kmzero: Terminal, folder: Folder) -> None:
    surroundings = os.environ | {"PYTHONPATH": str(Path(__file__).parents[3]), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "handlers", "watch", KNOWLEDGE]
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job ignores it, and so would ours
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=surroundings, text=True) as process:
        assert process.stdout
        last_resort = threading.Timer(60, process.kill)
        last_resort.start()
        assert "Guardo knowledge" in process.stdout.readline()
        assert "Tutto a posto" in process.stdout.readline()
        _break(folder)
        assert "1 problema" in process.stdout.readline()
        assert "bad-phone" in process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(30) in {0, 130}
        last_resort.cancel()


def test_publish_of_a_broken_folder_says_what_keeps_serving(kmzero: Terminal, folder: Folder) -> None:
    kmzero("publish")
    _break(folder)

    result = kmzero("publish")

    assert result.exit_code == 1
    assert result.stdout.startswith(f"knowledge/{ORG}:3:18: error: ")
    assert result.stderr.splitlines()[-1] == "Non ho pubblicato niente: le persone continuano a vedere la versione 1."


def test_the_first_publish_of_a_broken_folder_says_that_nothing_serves(kmzero: Terminal, folder: Folder) -> None:
    _break(folder)

    result = kmzero("publish")

    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1] == "Non ho pubblicato niente, e non c'è ancora nessuna versione."


def test_publish_of_a_folder_that_is_not_there_cannot_run(kmzero: Terminal) -> None:
    with pytest.raises(CannotRun, match="nessuna"):
        kmzero("publish", "nessuna")


def test_releases_before_the_first_says_how_to_make_one(kmzero: Terminal) -> None:
    result = kmzero("releases")

    assert (result.exit_code, result.stdout) == (0, "")
    assert "kmzero publish" in result.stderr


def test_a_rollback_moves_the_star_of_the_list(kmzero: Terminal) -> None:
    kmzero("publish")
    kmzero("publish")
    before = [line.split("\t")[:2] for line in kmzero("releases").stdout.splitlines()]

    said = kmzero("rollback", "1").stdout

    after = [line.split("\t")[:2] for line in kmzero("releases").stdout.splitlines()]
    assert (before, after) == ([["*", "2"], ["", "1"]], [["", "2"], ["*", "1"]])
    assert said.splitlines()[-1] == "Fatto: da ora le persone vedono la versione 1."


@pytest.mark.parametrize("words", [["rollback"], ["rollback", "--yes"], ["diff", "1"]])
@pytest.mark.parametrize("number", ["9", "0", "2147483648", "99999999999999999999"])
def test_a_release_that_is_not_there_cannot_be_had(kmzero: Terminal, words: list[str], number: str) -> None:
    kmzero("publish")

    with pytest.raises(CannotRun, match=f"^la versione {number} non c'è; kmzero releases le elenca$"):
        kmzero(*words, number)


def test_a_rollback_says_what_changes_and_asks_on_a_terminal(
    kmzero: Terminal, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    kmzero("publish")
    file = folder.path / ORG
    file.write_text(file.read_text().replace("amount: 18", "amount: 20"))
    kmzero("publish")

    said = _answering(kmzero, monkeypatch, "n", "rollback", "1")
    assert said.exit_code == 1
    assert said.stdout.splitlines() == [
        "Rispetto alla versione 2: 1 prezzo",
        "  prezzo di Casa Sicura (Il Girasole): 20 € al mese → 18 € al mese",
        "Torno alla versione 1? [s/N] Non ho cambiato niente.",
    ]
    assert "Back to release 1? [y/N]" in _answering(kmzero, monkeypatch, "y", "rollback", "1", "--lang", "en").stdout
    assert kmzero("releases").stdout.splitlines()[1].startswith("*\t1")
    assert "[s/N]" not in _answering(kmzero, monkeypatch, "", "rollback", "2", "--yes").stdout


def _answering(kmzero: Terminal, monkeypatch: pytest.MonkeyPatch, answer: str, *words: str) -> Result:
    """Run a command as on a terminal where somebody answers."""
    with monkeypatch.context() as patch:
        patch.setattr(bot.cli.publishing, "somebody_is_there", lambda: True)
        return kmzero(*words, typed=f"{answer}\n")


Change = tuple[dict[str, str | None], str, str]
BEGUN = EVALUATION.replace("2026-09-01/2028-08-31", "2020-01-01/2099-12-31")
FEW: list[Change] = [  # what is done to a folder, the option that allows it, what is named
    ({"companies.yaml": "companies: []\n"}, "--allow-no-companies", "non c'è nessuna azienda"),
    ({"companies.yaml": COMPANIES.replace("acme", "altra")}, "--allow-no-companies", "sparisce un'azienda su 1"),
    ({ORG: None}, "--allow-empty", "non c'è nessun servizio"),
    ({ORG: "id: il-girasole\nname: Il Girasole\n"}, "--allow-empty", "non c'è nessun servizio"),
    ({ORG: ORGANIZATION.replace("id: casa-sicura\n", "id: altra\n")}, "--allow-empty", "sparisce un servizio su 1"),
    (
        {"golden.yaml": "questions: [{say: curo mia madre da sola, need: badante}]\n"},
        "--allow-wrong-answers",
        "«curo mia madre da sola»",
    ),
    ({"evaluation.yaml": None}, "--allow-no-evaluation", "«Il programma» è cominciata il 2020-01-01"),
    (
        {"evaluation.yaml": BEGUN.replace("id: programma\n", "id: altro\n")},
        "--allow-no-evaluation",
        "con id: programma",
    ),
]


@pytest.mark.parametrize("change", FEW)
def test_what_is_hardly_ever_meant_needs_a_yes_or_its_option(
    kmzero: Terminal,
    folder: Folder,
    monkeypatch: pytest.MonkeyPatch,
    change: Change,
) -> None:
    files, option, named = change
    everybody = ORGANIZATION.replace("[acme]", "all")
    folder.write(ORG, everybody)
    folder.write("evaluation.yaml", BEGUN)
    kmzero("publish")
    for name, text in files.items():
        if text is None:
            (folder.path / name).unlink()
        else:
            folder.write(name, text.replace("[acme]", "all"))

    for words in (["publish"], ["publish", "--yes"]):
        refused = kmzero(*words)
        assert (refused.exit_code, refused.stderr.count(option)) == (1, 1)
        assert named in next(said for said in refused.stdout.splitlines() if said.startswith("⚠️"))
    no = _answering(kmzero, monkeypatch, "", "publish")
    assert (no.exit_code, "Pubblico lo stesso? [s/N] Non ho pubblicato niente." in no.stdout) == (1, True)
    assert len(kmzero("releases").stdout.splitlines()) == 1
    assert "versione 2" in kmzero("publish", "--yes", option).stdout
    assert _answering(kmzero, monkeypatch, "s", "publish").exit_code == 0


def test_each_option_allows_one_thing(kmzero: Terminal, folder: Folder) -> None:
    folder.write("companies.yaml", "companies: []\n")
    folder.write(ORG, "id: il-girasole\nname: Il Girasole\n")

    both = "--allow-no-companies --allow-empty"
    assert both in kmzero("publish").stderr
    assert "--allow-no-companies" not in kmzero("publish", "--allow-no-companies", "--allow-wrong-answers").stderr
    assert kmzero("publish", *both.split()).exit_code == 0


def test_publish_names_the_files_that_nobody_reads(kmzero: Terminal, folder: Folder) -> None:
    folder.write("organizations/note.txt", "chiamare Anna")
    kmzero("publish")
    file = folder.path / ORG
    file.write_text(file.read_text().replace("amount: 18", "amount: 20"))

    assert kmzero("publish").stdout.startswith("knowledge/organizations/note.txt:1:1: warning: ")
