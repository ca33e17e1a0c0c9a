"""Test tickets, made under keys of their own.

There is no way to say a key: each ticket gets a fresh one, so nothing that was captured can be
sealed anew.
"""

from inspector.tickets.minting.mint import Minted, MintSpec, mint, mint_many, mintable_kinds
from inspector.tickets.minting.payload_checks import check_payload
from inspector.tickets.minting.sample_payloads import sample_payload

__all__ = [
    "MintSpec",
    "Minted",
    "check_payload",
    "mint",
    "mint_many",
    "mintable_kinds",
    "sample_payload",
]
