"""Running one of hypothesis' state machines at the size that a scenario wants."""

from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test


def different(machine: type[RuleBasedStateMachine], *, examples: int, steps: int) -> str:
    """Return how the real thing and the model differed, or what broke; empty where they were equal after every step."""
    size = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    try:
        run_state_machine_as_test(machine, settings=size)
    except Exception as error:  # noqa: BLE001 - whatever differs, or breaks, is a line in the table
        return f"{type(error).__name__}: {error}"[:300]
    return ""
