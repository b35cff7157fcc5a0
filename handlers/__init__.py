"""The Telegram face of kmzero: thin, and the only place that knows Telegram."""
