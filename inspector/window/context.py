"""What every panel is made with."""

from __future__ import annotations

from dataclasses import dataclass

from inspector.messages import Messages
from inspector.window.state.state import State
from inspector.window.theme import Theme


@dataclass(frozen=True, slots=True)
class Context:
    """State, words and looks. Panels are made anew when language or theme changes."""

    state: State
    messages: Messages
    theme: Theme
