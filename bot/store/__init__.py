"""Where things are kept: tables, engine, migrations."""
