"""The house keeps its order: who may import whom, no circles, no rooms for odds and ends, no file too long."""

import ast
import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
FILES = sorted([*(ROOT / "bot").rglob("*.py"), *(ROOT / "handlers").rglob("*.py")])
LONGEST_FILE = 300
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
LONGEST_LINE = 160  # of it
MANY_PATHS = 50  # that it names at least, else the test below reads nothing
LONG_FUNCTION = 25
SHARE_OF_SHORT_FUNCTIONS = 0.9
BANNED_NAMES = {"utils", "helpers", "common", "manager", "base", "util", "misc"}

# Which parts of bot a part may import; ARCHITECTURE.md draws it. `bot.errors` and `bot.apart` are every part's.
MAY_IMPORT = {
    "store": set(),
    "catalogue": {"store"},
    "library": {"catalogue"},
    "understanding": {"catalogue", "library"},
    "people": {"catalogue", "store"},
    "vouchers": {"catalogue", "people", "store"},
    "health": {"store"},
    "drawing": set(),
    "kit": {"catalogue", "drawing", "people", "store"},
    "insight": {"catalogue", "drawing", "people", "store"},
    "evaluation": {"catalogue", "drawing", "insight", "people", "store"},
    "partners": {"catalogue", "insight", "people", "store", "vouchers"},
    "editorial": {"catalogue", "evaluation", "library", "store", "understanding", "vouchers"},
    "conversation": {
        *("catalogue", "drawing", "evaluation", "insight", "partners"),
        *("people", "store", "understanding", "vouchers"),
    },
    "coordination": {
        *("catalogue", "conversation", "drawing", "editorial", "health", "insight"),
        *("kit", "partners", "people", "store", "understanding", "vouchers"),
    },
}
AT_THE_TOP = {"assembly", "backup", "cli", "upkeep"}  # what joins the parts: for the commands and the faces
JOINED_ABOVE = {"coordination"}  # parts that no other part imports: they are joined at the top
LABORATORY = "bot.cli.bench"  # what only measures: nothing of the product imports it
OF_FILES = {"schema", "knowledge", "organizations", "etc", "fuori"}  # of knowledge files, archives, zones
REACHED = OF_FILES | {"config", "deploy", "docs"}  # also from one page to another
BESIDE = re.compile(r"\.\./([a-z][\w-]*)")  # what a relative path begins with
NOT_INSTALLED_IN = re.compile(r"(?<![\w.])/(?:root|work|workspace|mnt|Users)/")  # folders of one person, or one machine
NETWORK = {"telegram", "handlers", "httpx", "requests", "aiohttp"}  # what bot does without
IMPURE = ("sqlalchemy", "bot.store", "bot.people", "bot.cli")  # what the talk must work without


@cache
def imports_of(file: Path) -> set[str]:
    """Every module that a file imports, also inside its functions."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def module_of(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_of(file): file for file in FILES}


def test_a_part_imports_only_what_it_may() -> None:
    for module in (one for one in MODULES if not one.startswith("handlers")):
        names = imports_of(MODULES[module])
        assert not {name.split(".")[0] for name in names} & NETWORK, module
        part = module.split(".")[1] if "." in module else ""
        if part in MAY_IMPORT:
            used = {name.split(".")[1] for name in names if name.startswith("bot.")}
            assert not used & JOINED_ABOVE - {part}, module
            assert used <= MAY_IMPORT[part] | {part, "apart", "errors"}, (module, used - MAY_IMPORT[part] - {part})


def test_what_stands_at_the_top_carries_nothing() -> None:
    for module, file in MODULES.items():
        used = {name.split(".")[1] for name in imports_of(file) if name.startswith("bot.")} & AT_THE_TOP
        assert not used or module.split(".")[0] == "handlers" or module.startswith("bot.cli"), (module, used)


def test_one_module_knows_time_zones() -> None:
    """Two who ask which day it is get one answer: the network's day, not the machine's."""
    clocks = {module for module, file in MODULES.items() if imports_of(file) & {"zoneinfo", "zoneinfo.ZoneInfo"}}
    assert clocks == {"bot.catalogue.local_time"}
    turned = {module for module, file in MODULES.items() if ".astimezone(" in file.read_text("utf-8")}
    assert turned == {"bot.catalogue.local_time", "bot.store.columns"}
    machines = (".today()", "utcnow(", "now().date(", "now.date(")
    assert not [module for module, file in MODULES.items() if any(sign in file.read_text("utf-8") for sign in machines)]


def test_no_part_has_a_permission_that_it_does_not_use() -> None:
    used: dict[str, set[str]] = {part: set() for part in MAY_IMPORT}
    for module, file in MODULES.items():
        part = module.split(".")[1] if "." in module else ""
        if part in used:
            used[part] |= {name.split(".")[1] for name in imports_of(file) if name.startswith("bot.")} - {
                part,
                "apart",
                "errors",
            }
    assert used == MAY_IMPORT


def test_the_product_works_without_the_laboratory() -> None:
    users = {module for module, file in MODULES.items() if any(n.startswith(LABORATORY) for n in imports_of(file))}
    assert {module for module in users if not module.startswith(LABORATORY)} == {"handlers.__main__"}


def test_the_talk_is_pure() -> None:
    asked = f"import sys, bot.conversation.talk.dialogue; print([m for m in sys.modules if m.startswith({IMPURE})])"
    loaded = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "[]"
    for module, file in MODULES.items():
        if module.startswith("bot.conversation.talk."):
            assert not [name for name in imports_of(file) if name.startswith(IMPURE)], module


def test_the_picture_in_the_architecture_is_what_may_be_imported() -> None:
    picture = re.search(r"^```mermaid\ngraph TD\n(.*?)^```$", ARCHITECTURE, re.MULTILINE | re.DOTALL)
    assert picture
    drawn = [tuple(line.strip().split(" --> ")) for line in picture[1].splitlines()]
    assert sorted(drawn) == sorted((part, other) for part, others in MAY_IMPORT.items() for other in others)


def test_the_architecture_names_only_what_is_there() -> None:
    """Paths stand from the root or, shorter, from bot/; a star stands for several files."""
    named = set(re.findall(r"`([\w*-][\w.*-]*(?:/[\w/.*-]*|\.(?:py|md|ftl|yaml)))`", ARCHITECTURE))
    assert len(named) > MANY_PATHS
    assert not [path for path in named if not any((*ROOT.glob(path), *(ROOT / "bot").glob(path)))]


def test_the_tree_in_the_architecture_is_the_house() -> None:
    tree = ARCHITECTURE.partition("```\n")[2].partition("```")[0]
    rooms = re.findall(r"^(  )?([\w.]+)/? ", tree, re.MULTILINE)
    assert not [name for inside, name in rooms if not (ROOT / ("bot" if inside else ".") / name).exists()]
    parts = {module.split(".")[1] for module in MODULES if module.startswith("bot.")}
    assert {name.removesuffix(".py") for inside, name in rooms if inside} == parts


def test_every_library_has_its_reason_in_the_architecture() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["postgresql"]]
    table = ARCHITECTURE.partition("| library |")[2].partition("\n\n")[0]
    rows = [re.sub(r" \(.*?\)", "", row.split(" | ")[0].strip("| ")) for row in table.splitlines()[2:]]
    named = sorted(name.lower() for row in rows for name in row.split(", "))
    assert named == sorted(re.split(r"[\[<>=]", line)[0] for line in asked)


def test_the_architecture_can_be_read_beside_the_code() -> None:
    assert max(map(len, ARCHITECTURE.splitlines())) <= LONGEST_LINE


def test_there_are_no_circles() -> None:
    graph = {
        module: {name for name in imports_of(file) if name in MODULES} - {module} for module, file in MODULES.items()
    }
    done: set[str] = set()

    def visit(module: str, path: tuple[str, ...]) -> None:
        assert module not in path, " -> ".join((*path[path.index(module) :], module))
        if module not in done:
            for other in graph[module]:
                visit(other, (*path, module))
            done.add(module)

    for module in graph:
        visit(module, ())


def test_a_file_is_short_and_says_what_it_is() -> None:
    for module, file in MODULES.items():
        text = file.read_text("utf-8")
        assert len(text.splitlines()) <= LONGEST_FILE, module
        assert ast.get_docstring(ast.parse(text)), f"the first line of {module} says what it is"
        assert not BANNED_NAMES & set(module.split(".")), module


def test_nine_functions_in_ten_are_short() -> None:
    lengths = [
        (node.end_lineno or 0) - node.lineno + 1
        for file in FILES
        if "migrations" not in file.parts
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert sum(length < LONG_FUNCTION for length in lengths) / len(lengths) >= SHARE_OF_SHORT_FUNCTIONS


def test_nothing_names_a_place_that_a_clone_has_not() -> None:
    kinds = {".py", ".md", ".yaml", ".toml", ".ftl", ""}
    skipped = {".venv", ".git", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis"}
    for file in ROOT.rglob("*"):
        if file.is_file() and file.suffix in kinds and not skipped & set(file.parts):
            text = file.read_text("utf-8", errors="replace")
            assert set(BESIDE.findall(text)) <= REACHED, file
            assert not NOT_INSTALLED_IN.search(text), file
