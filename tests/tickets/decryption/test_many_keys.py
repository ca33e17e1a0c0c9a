"""Every lane gives what the library gives for its key."""

from __future__ import annotations

from random import Random

import pytest

from inspector.tickets.decryption.cipher import block_decryptor
from inspector.tickets.decryption.many_keys import Bits, constant, decrypt_lanes


def planes(values: list[bytes]) -> list[Bits]:
    """Return 16 bytes of planes, a lane for each value."""
    made: list[Bits] = []
    for at in range(16):
        a, b, c, d, e, f, g, h = (
            sum((value[at] >> bit & 1) << lane for lane, value in enumerate(values))
            for bit in range(8)
        )
        made.append((a, b, c, d, e, f, g, h))
    return made


def lane(state: list[Bits], number: int) -> bytes:
    return bytes(sum((plane >> number & 1) << bit for bit, plane in enumerate(b)) for b in state)


@pytest.mark.parametrize("count", [1, 2, 63, 500])
def test_lanes_are_decrypted_as_by_the_library(count: int) -> None:
    random = Random(count)
    keys = [random.randbytes(16) for _ in range(count)]
    blocks = [random.randbytes(16) for _ in range(count)]
    made = decrypt_lanes(planes(keys), planes(blocks), (1 << count) - 1)
    for number, (key, block) in enumerate(zip(keys, blocks, strict=True)):
        assert lane(made, number) == block_decryptor(key)(block)


def test_the_vector_of_the_standard() -> None:
    """FIPS 197, appendix C.1."""
    key, plain = bytes(range(16)), bytes.fromhex("00112233445566778899aabbccddeeff")
    block = bytes.fromhex("69c4e0d86a7b0430d8cdb78070b4c55a")
    assert lane(decrypt_lanes(planes([key]), planes([block]), 1), 0) == plain


def test_a_constant_stands_in_its_lanes_only() -> None:
    assert constant(0b10000001, 0b101) == (5, 0, 0, 0, 0, 0, 0, 5)
