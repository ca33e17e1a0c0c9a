"""What a button is called that accepts a proposed correction."""

from __future__ import annotations

from collections.abc import Sequence

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


def proposal_titles(messages: Messages, proposals: Sequence[Proposal]) -> list[str]:
    """Return the titles of buttons that stand beside each other.

    Those of several ivs name them, which are no secret; nothing else would tell them apart.
    """
    titles = [proposal_title(messages, proposal) for proposal in proposals]
    named = messages.gettext("Use iv {value}")
    return [
        named.format(value=proposal.fields["iv"])
        if titles.count(title) > 1 and [*proposal.fields] == ["iv"]
        else title
        for title, proposal in zip(titles, proposals, strict=True)
    ]
