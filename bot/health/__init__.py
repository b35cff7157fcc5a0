"""Whether the bot is well: one list of what can be wrong, each with its cause and its cure."""
