"""A page of docs typed into a terminal as it stands: its lines run in order, what it shows of a file is written.

Only what a test has not got is another: `make install` brings this checkout instead of a new environment, `sudo` has a
root folder of its own, `systemctl` starts what the unit starts, Telegram is `tests.soak.bot_api` over HTTP.
"""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"^```(sh|yaml)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"# ([\w./-]+\.yaml)\n")
LONGEST = 1200  # seconds after which a page hangs

KMZERO = """\
#!/bin/sh
# The program of this checkout; `new` and `chat` are answered from files, `run` goes on in the background.
export PYTHONPATH="{root}"
case "$1" in
  new) exec "{python}" -m handlers "$@" < "$PAGE/answers" ;;
  chat) exec "{python}" -m handlers "$@" < "$PAGE/talk" ;;
  run) "{python}" -m handlers "$@" > "$PAGE/run.log" 2>&1 & echo $! > "$PAGE/pid"
    until grep -q "@" "$PAGE/run.log"; do kill -0 "$(cat "$PAGE/pid")" || exit 1; sleep 0.1; done ;;
  *) exec "{python}" -m handlers "$@" < /dev/null ;;
esac
"""
MAKE = """\
#!/bin/sh
# make -C FOLDER install: the Makefile has the target; what it would install is here already.
{make} --dry-run "$@" > /dev/null || exit 1
mkdir -p "$2/.venv/bin" && cp "$PAGE/bin/kmzero" "$2/.venv/bin/kmzero"
"""
SUDO = """\
#!/bin/sh
# A root of its own, without other accounts; who brings the folder there has stopped the bot before.
case "$1" in
  cp) kill -INT "$(cat "$PAGE/pid")"; while kill -0 "$(cat "$PAGE/pid")" 2> /dev/null; do sleep 0.1; done
    cp "$2" "$3" "$PAGE$4" ;;
  chown) [ -e "$PAGE$4" ] ;;
  install) shift 7; for last; do :; done
    for file; do [ "$file" = "$last" ] || cp "$file" "$PAGE$last" || exit 1; done ;;
  systemctl) [ "$2 $3" = "enable --now" ] || exit 1; shift 3; echo "$@" > "$PAGE/units"
    cd "$PAGE/var/lib/kmzero" && exec kmzero run --config "$PAGE/etc/kmzero/config.yaml" ;;
  kmzero) shift; exec kmzero "$@" --config "$PAGE/etc/kmzero/config.yaml" ;;
  *) exit 1 ;;
esac
"""


def script(page: Path, mine: Mapping[str, str]) -> str:
    """Return a page as one shell script; `mine` are words of the page with what the reader puts in their place.

    A file that it shows is written where its first line says.
    """
    lines = ["set -eu"]
    for kind, text in BLOCK.findall(page.read_text("utf-8")):
        if kind == "sh":
            lines.append(text)
        elif named := FILE.match(text):
            lines.append(f"cat > {named[1]} <<'EOF'\n{text}EOF")
    typed = "\n".join(lines)
    for word, own in mine.items():
        assert word in typed, word
        typed = typed.replace(word, own)
    return typed


def type_in(folder: Path, typed: str, variables: Mapping[str, str]) -> str:
    """Run a script in an empty folder, with the commands above in front of the machine's; return what it printed."""
    tools = folder / "bin"
    tools.mkdir()
    for name, text in {"kmzero": KMZERO, "make": MAKE, "sudo": SUDO}.items():
        tool = tools / name
        tool.write_text(text.format(root=ROOT, python=sys.executable, make="/usr/bin/make") if name != "sudo" else text)
        tool.chmod(0o755)
    there = {name: value for name, value in os.environ.items() if not name.startswith("KMZERO_")}
    path = {"PATH": f"{tools}:{there['PATH']}", "PAGE": str(folder)}
    done = subprocess.run(
        ["sh", "-c", typed], cwd=folder, env=there | path | dict(variables), capture_output=True, text=True,
        check=False, timeout=LONGEST,
    )  # fmt: skip
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout
