"""What ends a command: one line for the operator, exit code 2."""


class CannotRun(Exception):
    """A command cannot do its work; the message is one line that says why, and what to do."""


class BadConfig(CannotRun):
    """The configuration cannot be used; the line names the file and the key."""
