"""What many tickets decrypted together give is what each of them gives alone."""

from __future__ import annotations

from random import Random

import pytest

from inspector.tickets.decryption import cipher
from inspector.tickets.decryption.bulk import LEAST_LANES, MOST_LANES, Sealed, decrypt_all
from inspector.tickets.fields import BLOCK


def drawn(random: Random, count: int, most_blocks: int) -> list[Sealed]:
    return [
        (
            random.randbytes(BLOCK),
            random.randbytes(BLOCK),
            random.randbytes(random.randrange(most_blocks + 1) * BLOCK),
        )
        for _ in range(count)
    ]


@pytest.mark.parametrize(
    ("count", "most_blocks"), [(0, 1), (1, 4), (LEAST_LANES // 5, 12), (700, 90), (1_000, 7)]
)
def test_all_are_decrypted_as_each_alone(count: int, most_blocks: int) -> None:
    given = drawn(Random(count), count, most_blocks)
    assert decrypt_all(given) == [cipher.decrypt(*each) for each in given]


def test_more_than_go_together_are_taken_in_portions() -> None:
    blocks = 60
    given = drawn(Random(1), MOST_LANES * 3 // blocks, blocks)
    assert sum(len(each[2]) for each in given) > MOST_LANES * BLOCK
    assert decrypt_all(given) == [cipher.decrypt(*each) for each in given]
