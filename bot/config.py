"""Settings, from config.yaml and from KMZERO_… variables: `config.example.yaml` explains every key."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, SettingsError

from bot.catalogue.text import Language
from bot.errors import BadConfig
from bot.store.plain_files import read_up_to

if TYPE_CHECKING:
    from bot.editorial.tree import Mapping

_HERE = Path(__file__).parent
_INSTALLED = _HERE / "knowledge"  # where pyproject.toml puts it in a wheel; a checkout has it beside `bot`
SHIPPED_KNOWLEDGE = _INSTALLED if _INSTALLED.is_dir() else _HERE.parent / "knowledge"
LARGEST = 100_000  # bytes of config.yaml
PREFIX, BETWEEN = "KMZERO_", "__"
NEAR, LIKE = 65, 50  # of 100: a variable is a slip in one of ours, or only like it

log = logging.getLogger(__name__)


def _knowledge() -> Path:
    here = Path("knowledge")
    return here if here.is_dir() else SHIPPED_KNOWLEDGE


class Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Database(Section):
    url: str = Field(default="sqlite:///kmzero.db", repr=False)  # it may have a password


class Webhook(Section):
    url: str | None = None
    secret: SecretStr | None = None
    listen: str = "127.0.0.1"
    port: int = Field(default=8080, ge=1, le=65535)


class Telegram(Section):
    token: SecretStr | None = None
    username: str | None = None
    base_url: str = "https://api.telegram.org/bot"
    webhook: Webhook = Webhook()

    @field_validator("username")
    @classmethod
    def _bare(cls, name: str | None) -> str | None:
        """Take the name as people write it, with @ or as a link."""
        return name.strip().removeprefix("https://").removeprefix("t.me/").removeprefix("@") or None if name else None


class Web(Section):
    url: str | None = None
    robots: bool = False

    @field_validator("url")
    @classmethod
    def _an_address(cls, url: str | None) -> str | None:
        """Take the address without a path; http is for a machine that only its owner reaches."""
        if url is None or not url.strip():
            return None
        parts = urlsplit(url.strip())
        alone = parts.scheme == "http" and parts.hostname in {"127.0.0.1", "localhost"}
        if not parts.hostname or not (alone or parts.scheme == "https"):
            raise ValueError("an https address is expected, such as https://welfare.example.org")
        if parts.path not in {"", "/"} or parts.query or parts.fragment:
            raise ValueError("the address of a host is expected, without a path: https://welfare.example.org")
        return f"{parts.scheme}://{parts.netloc}"


class Health(Section):
    listen: str = "127.0.0.1"
    port: int | None = Field(default=None, ge=1, le=65535)


class Privacy(Section):
    key: SecretStr | None = None
    key_file: Path | None = None
    journal_file: Path | None = None


class Settings(BaseSettings):
    """Everything that an operator may set; variables (KMZERO_DATABASE__URL, …) win over the file."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_nested_delimiter=BETWEEN, extra="forbid", frozen=True, hide_input_in_errors=True
    )

    knowledge: Path = Field(default_factory=_knowledge)
    language: Language = "it"
    database: Database = Database()
    telegram: Telegram = Telegram()
    web: Web = Web()
    health: Health = Health()
    privacy: Privacy = Privacy()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Let a variable win over the file, whose values come in as init settings."""
        del settings_cls, dotenv_settings, file_secret_settings
        return env_settings, init_settings


def load(path: Path | None) -> Settings:
    """Read `path`, or `config.yaml` where there is one, or nothing; then the environment.

    Raises BadConfig, with one line that names the key.
    """
    if path is None and Path("config.yaml").exists():
        path = Path("config.yaml")
    _look_at_variables()
    tree = _read(path) if path else None
    try:
        return Settings(**(_said(tree.value) if tree else {}))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise BadConfig(f"{_place(tree, first['loc'])}: {_cure(first['type'], first['msg'])}") from None
    except SettingsError as error:
        raise BadConfig(
            f"environment: {error}: one value is expected; set its parts, as {PREFIX}DATABASE__URL"
        ) from None


def variables(model: type[BaseModel] = Settings, before: str = PREFIX) -> Iterator[str]:
    """Yield the name of every variable that is read."""
    for name, field in model.model_fields.items():
        inner = field.annotation
        yield before + name.upper()
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            yield from variables(inner, before + name.upper() + BETWEEN)


def _look_at_variables() -> None:
    """Refuse a variable that is a slip in one of ours, and warn of others that only begin like them."""
    known = set(variables())
    for name in sorted(name for name in os.environ if name.upper().startswith(PREFIX)):
        if name.upper() in known:
            continue
        near, likeness = _nearest(name.upper(), known)
        if likeness >= NEAR:
            raise BadConfig(f"environment: {name} is not known: {near} is meant, it seems")
        log.warning("environment: %s is not known, and not read%s", name, f"; is {near} meant?" if near else "")


def _nearest(name: str, known: set[str]) -> tuple[str, float]:
    """Return which of our variables a name is like, and how much: the end of one is the same."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only for a slip

    asked, *parts = (one.removeprefix(PREFIX).replace("_", "") for one in (name, *sorted(known)))
    if ends := [one for one in known if asked and one.replace("_", "").endswith(asked)]:
        return min(ends, key=lambda one: (len(one), one)), 100
    found = process.extractOne(asked, parts, scorer=fuzz.ratio, score_cutoff=LIKE)
    return (sorted(known)[found[2]], found[1]) if found else ("", 0)


def _read(path: Path) -> "Mapping | None":
    """Return what a file says, with places. Raises BadConfig; its first fault is one line."""
    from bot.editorial.tree import Mapping, Unreadable, parse  # noqa: PLC0415 - the defaults need no YAML
    from bot.editorial.wording import message  # noqa: PLC0415

    try:
        data = read_up_to(path, LARGEST + 1)
        if len(data) > LARGEST:
            raise BadConfig(f"{path}: this is no config.yaml: it has more than {LARGEST:,} bytes")
        tree = parse(data, str(path))
    except OSError as error:
        raise BadConfig(f"{path}: {error.strerror}") from None
    except Unreadable as error:
        if error.problem.rule == "empty-file":
            return None
        raise BadConfig(f"{error.problem.position}: {message(error.problem, 'en')}") from None
    if not isinstance(tree, Mapping):
        raise BadConfig(f"{path}: a list of `key: value` lines is expected")
    return tree


def _said(values: dict[str, Any]) -> dict[str, Any]:
    """Leave out what has no value: a section whose lines are all comments, `token: null`."""
    said = {key: _said(value) if isinstance(value, dict) else value for key, value in values.items()}
    return {key: value for key, value in said.items() if value is not None}


def _place(tree: "Mapping | None", parts: tuple[int | str, ...]) -> str:
    """Return which key is meant, and where it stands: a variable wins over the file."""
    variable = PREFIX + BETWEEN.join(map(str, parts)).upper()
    if variable in map(str.upper, os.environ):
        return f"environment: {variable}"
    node: Any = tree
    position = "environment"
    for part in map(str, parts):
        if part in getattr(node, "items", ()):
            node, position = node.items[part], str(node.keys[part])
    return f"{position}: {'.'.join(map(str, parts))}"


def _cure(kind: str, message: str) -> str:
    if kind == "extra_forbidden":
        return "this key is not known; config.example.yaml lists them all"
    return message[0].lower() + message[1:]
