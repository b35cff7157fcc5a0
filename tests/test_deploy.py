"""What lies in deploy/: systemd and compose read it, no secret is in an image, backups are made every night."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from datetime import date
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from prometheus_client import CollectorRegistry

from bot import config
from handlers.__main__ import main
from handlers.metrics import Metrics
from handlers.roles import Role

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
UNITS = (
    "kmzero.service",
    "kmzero-biella.service",
    "kmzero@webhook.service",
    "kmzero@worker-2.service",
    "kmzero-backup@kmzero.service",
    "kmzero-backup@kmzero.timer",
)
SECRETS = (
    ".env",
    "deploy/.env",
    "config.yaml",
    "kmzero.db",
    "kmzero.db-wal",
    "kmzero.key",
    "kmzero.journal",
    ".git/config",
    ".venv/bin/python",
    "dist/kmzero.whl",
    "knowledge/kmzero.db",
    "knowledge/kmzero.key",
    "bot/.env",
    "tests/cast.py",
    "backups/2026-11-28.kmzero",
)


def unit(name: str) -> dict[str, str]:
    """Return the settings of a unit; a key that is there twice is a fault."""
    lines = [line for line in (DEPLOY / name).read_text("utf-8").splitlines() if "=" in line and line[0] != "#"]
    keys = [line.partition("=")[0] for line in lines]
    assert len(keys) == len(set(keys))
    return {key: line.partition("=")[2] for key, line in zip(keys, lines, strict=True)}


@pytest.mark.skipif(
    not shutil.which("systemd-analyze"), reason="systemd-analyze is missing: the units were not verified"
)
def test_systemd_reads_the_units(tmp_path: Path) -> None:
    program = tmp_path / "srv" / "kmzero"
    for place in (program / ".venv" / "bin" / "kmzero", program / "deploy" / "backup"):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.symlink_to("/bin/true")
    units = tmp_path / "units"
    units.mkdir()
    for file in DEPLOY.glob("kmzero*.[st][ei]*"):
        (units / file.name).write_text(file.read_text("utf-8").replace("/srv/kmzero", str(program)), encoding="utf-8")
    shutil.copy(units / "kmzero.service", units / "kmzero-biella.service")
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", "--recursive-errors=no", *(str(units / name) for name in UNITS)],
        env=os.environ | {"SYSTEMD_UNIT_PATH": f"{units}:"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", ["kmzero.service", "kmzero@.service", "kmzero-backup@.service"])
def test_a_unit_may_do_little_and_write_its_own_folders_alone(name: str) -> None:
    found = unit(name)
    assert {found[key] for key in ("NoNewPrivileges", "PrivateTmp", "ProtectHome", "PrivateDevices")} == {"yes"}
    assert (found["ProtectSystem"], found["UMask"], found["CapabilityBoundingSet"]) == ("strict", "0077", "")
    assert set(found["ReadWritePaths"].split()) >= {found["WorkingDirectory"]}
    assert found["MemoryMax"] == "768M"


@pytest.mark.parametrize("name", ["kmzero.service", "kmzero@.service"])
def test_a_unit_brings_the_bot_back_however_often_it_fails(name: str) -> None:
    found = unit(name)
    assert (found["Restart"], found["StartLimitIntervalSec"], found["OOMPolicy"]) == ("always", "0", "continue")


@pytest.mark.parametrize("instance", ["webhook", "worker", "worker-2", "sender-10"])
def test_an_instance_is_a_role_and_perhaps_a_number(tmp_path: Path, instance: str) -> None:
    (tmp_path / "kmzero").write_text('#!/bin/sh\necho "$@"\n', encoding="utf-8")
    (tmp_path / "kmzero").chmod(0o755)
    said = unit("kmzero@.service")["ExecStart"].replace("/srv/kmzero/.venv/bin", str(tmp_path))
    words = [word.replace("$$", "$").replace("%%", "%").replace("%p", "kmzero") for word in shlex.split(said)[:-1]]
    done = subprocess.run([*words, instance], capture_output=True, text=True, check=True)
    *_, option, role = done.stdout.split()
    assert (option, role) == ("--role", instance.partition("-")[0])
    assert role in list(Role)


@pytest.mark.parametrize(("chosen", "network"), [({}, "kmzero"), ({"NETWORK": "kmzero-biella"}, "kmzero-biella")])
def test_a_command_beside_the_service_has_its_account_and_its_settings(
    tmp_path: Path, chosen: dict[str, str], network: str
) -> None:
    (tmp_path / "runuser").write_text('#!/bin/sh\necho "$@"\n', encoding="utf-8")
    (tmp_path / "runuser").chmod(0o755)
    surroundings = {"PATH": f"{tmp_path}:{os.environ['PATH']}"} | chosen
    done = subprocess.run(
        [DEPLOY / "kmzero", "link", "a b"], env=surroundings, capture_output=True, text=True, check=True
    )
    settings = f"/etc/{network}/config.yaml"
    assert done.stdout == f"-u {network} -- /srv/kmzero/.venv/bin/kmzero --config {settings} link a b\n"


def test_the_settings_to_begin_with_are_good() -> None:
    found = config.load(DEPLOY / "config.yaml")
    assert found.privacy.key_file == Path("/etc/kmzero/kmzero.key")


def test_compose_takes_its_file() -> None:
    schema = json.loads((ROOT / "tests/data/compose-spec/compose-spec.json").read_text("utf-8"))
    jsonschema.validate(compose(), schema)


def compose() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
    return found


def test_compose_has_each_role_on_one_database_with_few_rights() -> None:
    bots = {name: one for name, one in compose()["services"].items() if one.get("image") == "kmzero"}
    roles = {name: one for name, one in bots.items() if "profiles" not in one}
    assert {one["command"] for one in roles.values()} == {f"kmzero run --role {name}" for name in roles}
    assert set(roles) == set(Role) - {Role.ALL}
    for one in bots.values():
        assert one["environment"]["KMZERO_DATABASE__URL"].endswith("@postgresql/kmzero")
        assert (one["read_only"], one["cap_drop"], one["mem_limit"]) == (True, ["ALL"], "768m")


def test_compose_opens_the_webhooks_port_on_this_machine_alone_and_asks_it_how_it_is() -> None:
    webhook, port = compose()["services"]["webhook"], config.Webhook().port
    assert webhook["ports"] == [f"127.0.0.1:{port}:{port}"]
    assert webhook["environment"]["KMZERO_TELEGRAM__WEBHOOK__LISTEN"] == "0.0.0.0"
    assert f"http://127.0.0.1:{port}/healthz" in webhook["healthcheck"]["test"][-1]


def test_nothing_of_a_network_is_in_the_image_and_all_that_it_needs_is() -> None:
    assert [name for name in SECRETS if in_image(name)] == []
    needed = ["bot/config.py", "handlers/__main__.py", "knowledge/network.yaml", "deploy/backup", "requirements.lock"]
    assert [name for name in [*needed, "pyproject.toml", "README.md", "LICENSE"] if not in_image(name)] == []


def in_image(name: str) -> bool:
    """Tell what .dockerignore says: of the lines that match a file or a folder that it is in, the last one counts."""
    lines = [line for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line and line[0] != "#"]
    places = [name, *(str(folder) for folder in Path(name).parents if str(folder) != ".")]
    kept = True
    for line in lines:
        pattern = line.removeprefix("!")
        if pattern.startswith("**/"):
            hit = any(fnmatch(Path(place).name, pattern.removeprefix("**/")) for place in places)
        else:
            hit = any(place.count("/") == pattern.count("/") and fnmatch(place, pattern) for place in places)
        kept = line.startswith("!") if hit else kept
    return kept


def test_the_image_runs_as_nobody_in_particular_with_what_is_locked() -> None:
    recipe = (DEPLOY / "Dockerfile").read_text("utf-8")
    assert "--require-hashes -r /srv/kmzero/requirements.lock" in recipe
    assert recipe.index("USER kmzero") < recipe.index("CMD")
    assert "psycopg" in (ROOT / "requirements.lock").read_text("utf-8")


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_every_dependency_has_its_hashes(lock: str) -> None:
    lines = (ROOT / lock).read_text("utf-8").replace("\\\n", " ").splitlines()
    locked = [line for line in lines if "==" in line]
    assert len(locked) > 40
    assert [line for line in locked if "--hash=sha256:" not in line] == []


def test_the_nightly_backup_works_twice_keeps_the_newest_and_comes_back(database: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    for name in ("2026-01-01.kmzero", "2026-01-02.kmzero", "2026-01-03.kmzero", "notes"):
        (folder / name).touch()
    settings = tmp_path / "config.yaml"
    settings.write_text(f"database: {{url: 'sqlite:///{database}'}}", encoding="utf-8")
    for _ in range(2):
        back_up(folder, 3, "--config", settings)
    today = f"{date.today().isoformat()}.kmzero"  # noqa: DTZ011 - as the script has it: the day of this machine
    assert sorted(file.name for file in folder.iterdir()) == ["2026-01-02.kmzero", "2026-01-03.kmzero", today, "notes"]
    database.unlink()
    with pytest.raises(SystemExit) as ended:
        main(["--config", str(settings), "restore", str(folder / today), "--yes"])
    assert (ended.value.code, database.exists()) == (0, True)


def test_a_backup_that_fails_takes_no_older_one_away(tmp_path: Path) -> None:
    for day in (1, 2, 3):
        (tmp_path / f"2026-01-0{day}.kmzero").touch()
    assert back_up(tmp_path, 1, program="false") == 1
    assert len(list(tmp_path.iterdir())) == 3


def back_up(folder: Path, keep: int, *more: str | Path, program: str = f"{sys.executable} -m handlers") -> int:
    command = [DEPLOY / "backup", folder, str(keep), *more]
    return subprocess.run(command, cwd=ROOT, env=os.environ | {"PROGRAM": program}, check=False).returncode


def rules() -> list[dict[str, Any]]:
    (group,) = yaml.safe_load((DEPLOY / "kmzero.rules.yml").read_text("utf-8"))["groups"]
    found: list[dict[str, Any]] = group["rules"]
    return found


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule["alert"])
def test_an_alert_looks_at_figures_that_exist(rule: dict[str, Any]) -> None:
    assert set(rule) <= {"alert", "expr", "for", "annotations"}
    assert rule["annotations"]["summary"]
    assert rule["expr"].count("(") == rule["expr"].count(")")
    named = {word for word in _words(rule["expr"]) if word.startswith("kmzero_")}
    assert {re.sub("_(total|bucket)$", "", word) for word in named} <= figures()
    assert named or "up" in rule["expr"]


def figures() -> set[str]:
    registries = [one for one in vars(Metrics()).values() if isinstance(one, CollectorRegistry)]
    return {family.name for one in registries for family in one.collect()}


def _words(expression: str) -> list[str]:
    return "".join(sign if sign.isalnum() or sign == "_" else " " for sign in expression).split()
