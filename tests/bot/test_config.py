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
        ("word", "a list of `key: value` lines is expected"),
        ("language: it\nlanguage: en", "config.yaml:2:1: "),
        ("telegram:\n  token: a\n  token: b", "config.yaml:3:3: "),
        ("telegram:\n\ttoken: a", "config.yaml:2:1: "),
        ("database: sqlite:///x.db", "config.yaml:1:1: database: "),
        ("database:\n  url: [a, b]", "config.yaml:2:3: database.url: "),
        ("telegram:\n  webhook:\n    port: 99999", "config.yaml:3:5: telegram.webhook.port: "),
        ("telegram: {webhook: {port: many}}", "telegram.webhook.port: "),
        ("privacy: {key_file: {a: b}}", "privacy.key_file: "),
        ("a: &x [1]\nb: *x", "config.yaml:1:"),
        ("a: !!python/object:os.system x", "config.yaml:1:"),
        ("[" * 100_000, "config.yaml:1:"),
        ("#" * 200_000, "it has more than"),
        (b"\xff\xfet\0e\0x\0t\0", "config.yaml:1:1: "),
        (b"language: \xe0", "config.yaml:1:11: "),
        (b"PK\x03\x04\0\0", "config.yaml:1:1: "),
        (bytes(50), "config.yaml:1:1: "),
    ],
)
def test_a_broken_config_is_one_line_that_says_which_key(tmp_path: Path, text: str | bytes, says: str) -> None:
    file = tmp_path / "config.yaml"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    with pytest.raises(BadConfig) as caught:
        load(file)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "says"), [("", "Is a directory"), ("nowhere.yaml", "No such file"), ("/dev/zero", "it has more than")]
)
def test_a_config_that_is_no_file_is_said_in_bounded_time(tmp_path: Path, name: str, says: str) -> None:
    with pytest.raises(BadConfig, match=says):
        load(tmp_path / name)


@pytest.mark.parametrize(
    "text",
    [
        *("", "# language: en\n", "telegram:\n  # token: x\nlanguage:\n", "telegram: {token: null, webhook: ~}"),
        *("\ufefflanguage: it\r\n", "---\nlanguage: it\n"),
    ],
)
def test_what_says_nothing_leaves_the_defaults(tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KMZERO_DATABASE__URL", raising=False)
    (tmp_path / "config.yaml").write_text(text, encoding="utf-8")
    assert load(tmp_path / "config.yaml") == load(None)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("KMZERO_TOKEN", "KMZERO_TELEGRAM__TOKEN is meant"),
        ("KMZERO_TELEGRAM_TOKEN", "KMZERO_TELEGRAM__TOKEN is meant"),
        ("kmzero_telegram__tokn", "KMZERO_TELEGRAM__TOKEN is meant"),
        ("KMZERO_DATABASE_URL", "KMZERO_DATABASE__URL is meant"),
        ("KMZERO_WEBHOOK_SECRET", "KMZERO_TELEGRAM__WEBHOOK__SECRET is meant"),
        ("KMZERO_PRIVACY__KEYFILE", "KMZERO_PRIVACY__KEY_FILE is meant"),
        ("KMZERO_LANG", "KMZERO_LANGUAGE is meant"),
        ("KMZERO_DATABASE", "KMZERO_DATABASE__URL"),
        ("KMZERO_LANGUAGE", "environment: KMZERO_LANGUAGE: "),
        ("KMZERO_TELEGRAM__WEBHOOK__PORT", "environment: KMZERO_TELEGRAM__WEBHOOK__PORT: "),
    ],
)
def test_a_wrong_variable_is_one_line_with_the_right_one_and_without_its_value(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(name, "s3cr3t")
    with pytest.raises(BadConfig) as caught:
        load(None)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)
    assert "s3cr3t" not in str(caught.value)


@pytest.mark.parametrize("name", ["KMZERO_ROOT", "KMZERO_", "KMZERO_BACKUP_DIR"])
def test_a_variable_of_somebody_elses_is_warned_of_and_stops_nothing(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, name: str
) -> None:
    monkeypatch.setenv(name, "x")
    load(EXAMPLE)
    assert f"{name} is not known, and not read" in caplog.text


def test_the_token_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KMZERO_TELEGRAM__TOKEN", "123:very-secret")
    assert "very-secret" not in repr(load(None))
