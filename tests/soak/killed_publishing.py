"""`kmzero publish` killed with SIGKILL at random points: people see the old release or the new one, whole."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from bot.catalogue import releases
from bot.catalogue.model import Release
from bot.editorial.check import check
from bot.editorial.folder import files
from bot.store.engine import open_store
from bot.understanding.engine import load
from tests.bot.editorial.small_network import FILES, TODAY, Folder
from tests.soak.ledger import Ledger

ORG = "organizations/il-girasole.yaml"
TAKES, WRITES = 2.0, 0.1  # seconds of a publish, and of its writing
PRICES = (18, 20)  # of the two networks between which each publish goes back and forth


def network(folder: Path, price: int) -> Path:
    """Write a network with a price and a code of its own: a mixed release would show."""
    made = Folder(folder / str(price))
    made.path.mkdir(parents=True)
    for name, text in FILES.items():
        made.write(name, text)
    made.replace(ORG, "amount: 18", f"amount: {price}")
    made.write("organizations/altra.yaml", FILES[ORG].partition("services:")[0].replace("girasole", f"{price}"))
    return made.path


def publishing(url: str, folder: Path) -> "subprocess.Popen[bytes]":
    """Start a `kmzero publish` of its own; the first line that it says comes just before it writes."""
    command = [sys.executable, "-m", "handlers", "publish", str(folder), "--yes"]
    surroundings = os.environ | {"KMZERO_DATABASE__URL": url, "PYTHONUNBUFFERED": "1"}
    return subprocess.Popen(command, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def killed_publishing(folder: Path, ledger: Ledger, *, kills: int = 50, seed: int = 5) -> None:
    """Kill half of them anywhere, half of them while they write."""
    url, dice = f"sqlite:///{folder}/kmzero.db", random.Random(seed)
    networks = [network(folder, price) for price in PRICES]
    whole = [check(files.load(one), TODAY).release for one in networks]
    publishing(url, networks[0]).communicate()
    mixed, went_through = 0, 0
    for turn in range(kills):
        with publishing(url, networks[(turn + 1) % 2]) as process:
            if turn % 2 and process.stdout:
                process.stdout.readline()
            time.sleep(dice.uniform(0, WRITES if turn % 2 else TAKES))
            process.kill()
        went_through += process.returncode == 0
        mixed += not _is_whole(url, whole)
    publishing(url, networks[1]).communicate()
    ended = _is_whole(url, whole[1:])
    measured = f"{mixed} mixed, {went_through} went through before the kill, the next one works: {ended}"
    ledger.note(f"publish killed {kills} times", measured, ok=not mixed and ended)


def _is_whole(url: str, known: Sequence[Release | None]) -> bool:
    """Tell whether the live release is one of those known, with an engine that loads."""
    store = open_store(url)
    with store.read() as tx:
        catalogue, engine = releases.load(tx, releases.current_number(tx) or 0)
    store.close()
    return catalogue.release in known and bool(load(engine).needs)
