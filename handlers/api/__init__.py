"""Telegram's Bot API: its updates, its calls, its errors."""
