"""Settings: the example is true and complete, variables win, and a mistake is one line that names its key."""

from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel

from bot.config import Settings, load
from bot.errors import BadConfig

EXAMPLE = Path(__file__).parents[2] / "config.example.yaml"


def keys_of(model: type[BaseModel], before: str = "") -> set[str]:
    found = set()
    for name, field in model.model_fields.items():
        inner = field.annotation
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            found |= keys_of(inner, f"{before}{name}.")
        else:
            found.add(f"{before}{name}")
    return found


def keys_in(values: dict[str, object], before: str = "") -> set[str]:
    found = set()
    for name, value in values.items():
        found |= keys_in(value, f"{before}{name}.") if isinstance(value, dict) else {f"{before}{name}"}
    return found


def test_the_example_has_every_key_and_only_those() -> None:
    assert keys_in(yaml.safe_load(EXAMPLE.read_text("utf-8"))) == keys_of(Settings)


def test_the_example_says_the_defaults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KMZERO_DATABASE__URL", raising=False)
    (tmp_path / "knowledge").mkdir()
    monkeypatch.chdir(tmp_path)
    assert load(EXAMPLE) == load(None)


def test_a_variable_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "config.yaml"
    file.write_text("database: {url: sqlite:///file.db}\ntelegram: {username: file_bot}\n")
    monkeypatch.setenv("KMZERO_DATABASE__URL", "sqlite:///variable.db")
    settings = load(file)
    assert (settings.database.url, settings.telegram.username) == ("sqlite:///variable.db", "file_bot")


def test_config_yaml_in_the_folder_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "config.yaml").write_text("language: en\n")
    monkeypatch.chdir(tmp_path)
    assert load(None).language == "en"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("databse: {}", "databse: this key is not known"),
        ("database: {ulr: x}", "database.ulr: this key is not known"),
        ("language: fr", "language: "),
        ("a: [", ":1:"),
        ("- a", "a list of `key: value` lines is expected"),
    ],
)
def test_a_broken_config_is_one_line_that_says_which_key(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "config.yaml"
    file.write_text(text)
    with pytest.raises(BadConfig) as caught:
        load(file)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_config_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadConfig, match="No such file"):
        load(tmp_path / "nowhere.yaml")


def test_the_token_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KMZERO_TELEGRAM__TOKEN", "123:very-secret")
    assert "very-secret" not in repr(load(None))
