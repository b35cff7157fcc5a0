"""What ends a command: one line for the operator, exit code 2."""


class CannotRun(Exception):
    """A command cannot do its work; the message is one line that says why, and what to do."""


class BadConfig(CannotRun):
    """The configuration cannot be used; the line names the file and the key."""


class WorkDied(CannotRun):
    """A process that did something heavy apart ended in the middle of it; nothing was changed."""

    def __str__(self) -> str:
        return (
            f"the process that learns or draws was ended (code {self.args[0]}), most likely for want of memory: "
            "nothing was changed; free some memory (docs/operations.md says how much is needed) and do it again"
        )
