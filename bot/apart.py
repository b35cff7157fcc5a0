"""Work in a process of its own: it may take its time and its room, and even die, while this one goes on answering.

Such a process uses one processor, and is the first that Linux ends where memory runs out.
"""

import os
import pickle
import signal
import subprocess
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

from bot.errors import WorkDied

NICE = 5
# One thread; and a folder `bot` where a command is typed is another program's.
SETTINGS = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "PYTHONSAFEPATH"), "1")
EXPENDABLE = Path("/proc/self/oom_score_adj")
NO_MEMORY = 12  # the exit code; ENOMEM


def call(work: str, *args: Any, nice: int = NICE, seconds: float | None = None) -> Any:
    """Return what a function, `module:name`, returns there, or raise what it raises; WorkDied where the process ends.

    It is a name, for what the function imports is not loaded here: that too holds up answers. It gives way to others;
    what writes into the database must not (`nice=0`): who waits for its processor has a lock that answers wait for.
    A process that takes longer than `seconds` is ended.
    """
    found = [str(Path(__file__).parents[1]), *filter(None, [os.environ.get("PYTHONPATH")])]
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-m", "bot.apart", work, str(nice)],
            input=pickle.dumps(args, pickle.HIGHEST_PROTOCOL),
            stdout=subprocess.PIPE,
            env=os.environ | SETTINGS | {"PYTHONPATH": os.pathsep.join(found)},
            check=False,
            timeout=seconds,
        )
    except subprocess.TimeoutExpired:
        raise WorkDied(-signal.SIGKILL) from None
    if done.returncode:
        raise WorkDied(done.returncode)
    result, raised = pickle.loads(done.stdout)  # noqa: S301 - our own child wrote it
    if raised is not None:
        raise raised
    return result


def main(work: str, nice: str) -> None:
    """Do the work with what comes on stdin, and write to stdout what came of it."""
    for number in (signal.SIGINT, signal.SIGTERM):  # Ctrl-C and systemd's stop reach us too: who asked decides
        signal.signal(number, signal.SIG_IGN)
    out, sys.stdout = sys.stdout.buffer, sys.stderr
    with suppress(OSError, AttributeError):  # not every system has these
        os.nice(int(nice))
        EXPENDABLE.write_text("1000", "ascii")
    try:
        pickle.dump(_done(work), out, pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        sys.exit(NO_MEMORY)


def _done(work: str) -> tuple[Any, Exception | None]:
    """Return what comes of the work: what it returns, or what it raises."""
    args = pickle.load(sys.stdin.buffer)  # noqa: S301 - who started us wrote it
    try:
        return here(work, *args), None
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - it is raised where it was asked for
        return None, error


def here(work: str, *args: Any, nice: int = NICE, seconds: float | None = None) -> Any:  # noqa: ARG001 - as `call`
    """Do the work in this process."""
    module, _, name = work.partition(":")
    return getattr(import_module(module), name)(*args)


if __name__ == "__main__":
    main(*sys.argv[1:])
