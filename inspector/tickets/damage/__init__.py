"""Damage: the ways in which real tickets arrive corrupt, made on purpose.

Test tickets can be minted with damage to try a back end's error paths; the inspector's own
tests judge each kind and compare the verdict with what is known to be wrong.
"""

from inspector.tickets.damage.kinds import DAMAGES, Damage, damage
from inspector.tickets.damage.sealed import Sealed
from inspector.tickets.damage.text_damage import LAYERS, in_layers

__all__ = ["DAMAGES", "LAYERS", "Damage", "Sealed", "damage", "in_layers"]
