"""Counting a member for what a message and its answer were: for the quarter, and for the evaluation that runs."""

from bot.conversation import outcome_tally, tally
from bot.conversation.effects.visit import Step, Visit
from bot.conversation.messages import Incoming
from bot.evaluation import outcomes
from bot.evaluation.outcomes import Outcome
from bot.insight import events
from bot.people.members import Person


def count(visit: Visit, member: Person, message: Incoming, step: Step) -> None:
    """Count once a quarter each, and once in the evaluation; who has just come in is counted for their yes alone."""
    after, reply = step
    today, catalogue = visit.world.today, visit.world.catalogue
    things, gaps = tally.of(visit.state, message, after, reply, catalogue)
    came = member != visit.me
    if not came:
        events.note(visit.tx, visit.keys, member, things, today)
        events.note_gaps(visit.tx, visit.keys, member, gaps, today)
    if running := outcomes.current(catalogue, today):
        found = {Outcome("reached")} if came else outcome_tally.of((things, gaps), message, step, catalogue)
        outcomes.note(visit.tx, visit.keys, running, member, found)
