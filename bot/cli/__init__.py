"""The command line: a module for each family of commands, joined by bot.cli.app."""
