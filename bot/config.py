"""Settings, from config.yaml and from KMZERO_… variables: `config.example.yaml` explains every key."""

import os
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from bot.catalogue.text import Language
from bot.errors import BadConfig

_HERE = Path(__file__).parent
_INSTALLED = _HERE / "knowledge"  # where pyproject.toml puts it in a wheel; a checkout has it beside `bot`
SHIPPED_KNOWLEDGE = _INSTALLED if _INSTALLED.is_dir() else _HERE.parent / "knowledge"


def _knowledge() -> Path:
    here = Path("knowledge")
    return here if here.is_dir() else SHIPPED_KNOWLEDGE


class Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Database(Section):
    url: str = "sqlite:///kmzero.db"


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
        env_prefix="KMZERO_", env_nested_delimiter="__", extra="forbid", frozen=True, hide_input_in_errors=True
    )

    knowledge: Path = Field(default_factory=_knowledge)
    language: Language = "it"
    database: Database = Database()
    telegram: Telegram = Telegram()
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
    values = _read(path) if path else {}
    try:
        return Settings(**values)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        key = ".".join(str(part) for part in first["loc"])
        raise BadConfig(f"{path or 'environment'}: {key}: {_cure(first['type'], first['msg'])}") from None


def _read(path: Path) -> dict[str, Any]:
    try:
        values = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadConfig(f"{path}: {os.strerror(error.errno or 0)}") from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}:{mark.column + 1}" if mark else ""
        raise BadConfig(f"{path}{line}: this is not YAML that can be read") from None
    if values is None:
        return {}
    if not isinstance(values, dict) or not all(isinstance(key, str) for key in values):
        raise BadConfig(f"{path}: a list of `key: value` lines is expected")
    return values


def _cure(kind: str, message: str) -> str:
    if kind == "extra_forbidden":
        return "this key is not known; config.example.yaml lists them all"
    return message[0].lower() + message[1:]
