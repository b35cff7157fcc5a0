"""kmzero, the application: it works without Telegram."""
