"""What a button is called that accepts a proposed correction."""

from __future__ import annotations

from inspector.messages import Messages
from inspector.tickets import Proposal


def proposal_title(messages: Messages, proposal: Proposal) -> str:
    """Return the title of the button that applies a proposal."""
    _ = messages.gettext
    titles = {
        "typo_corrected": _("Use the corrected value"),
        "fields_swapped": _("Swap the fields"),
        "known_key": _("Use this session_key"),
    }
    return titles.get(proposal.code, _("Apply the repair"))
