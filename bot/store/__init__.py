"""Where things are kept: tables, engine, migrations."""

from bot.store import coordination as _coordination  # noqa: F401 - the metadata must know every table
