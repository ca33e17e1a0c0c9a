"""What a verdict knows of itself."""

from __future__ import annotations

import dataclasses
import pickle

from hypothesis import given
from hypothesis import strategies as st

from inspector.tickets import BlockState, Outcome, Ticket, Verdict

RUNS = st.lists(st.tuples(st.sampled_from(BlockState), st.sampled_from([1, 7, 4096, 5000])))
STATES = RUNS.map(lambda runs: tuple(state for state, count in runs for _ in range(count)))
READABLE = (BlockState.READABLE, BlockState.PADDING)


@given(STATES, STATES)
def test_readable_blocks_are_counted_whatever_becomes_of_a_verdict(
    states: tuple[BlockState, ...], others: tuple[BlockState, ...]
) -> None:
    verdict = Verdict(
        Ticket(None, None, None), Ticket(None, None, None), Outcome.PARTLY, blocks=states
    )
    assert verdict.readable_blocks == len([state for state in states if state in READABLE])
    other = dataclasses.replace(verdict, blocks=others)
    assert other.readable_blocks == len([state for state in others if state in READABLE])
    again = pickle.loads(pickle.dumps(verdict))  # as a pool of processes does
    assert again == verdict
    assert again.readable_blocks == verdict.readable_blocks
