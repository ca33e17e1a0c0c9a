"""What each workspace remembers between starts: widths and folds."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from inspector.window.state.settings import Key, Settings
from inspector.window.workspaces.arrangement import Arrangement, Fold

KEYS = {
    "inspect": Key.LAYOUT_INSPECT,
    "reports": Key.LAYOUT_REPORTS,
    "share_path": Key.LAYOUT_SHARE_PATH,
}


class LayoutMemory:
    """Reads and writes widths by the set of panels that is seen, and the fold."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def fold(self, workspace: str) -> Fold:
        """Return what was chosen for the part that may fold."""
        with suppress(ValueError):
            return Fold(str(self._read(workspace).get("fold")))
        return Fold.BY_WIDTH

    def sizes(self, workspace: str, arrangement: Arrangement) -> dict[str, int]:
        """Return remembered sizes of this very set of panels; empty where there are none."""
        found = self._read(workspace).get(_name(arrangement))
        if not isinstance(found, dict):
            return {}
        return {str(k): v for k, v in found.items() if isinstance(v, int) and v > 0}

    def remember(
        self, workspace: str, fold: Fold, arrangement: Arrangement, sizes: Mapping[str, int]
    ) -> None:
        """Keep what a workspace looks like now."""
        kept = self._read(workspace) | {"fold": fold.value, _name(arrangement): dict(sizes)}
        self._settings.set(KEYS[workspace], json.dumps(kept))

    def forget(self) -> None:
        """Return to the first layout."""
        self._settings.forget(*KEYS.values())

    def _read(self, workspace: str) -> dict[str, Any]:
        with suppress(ValueError):
            found = json.loads(self._settings.text(KEYS[workspace]) or "{}")
            return found if isinstance(found, dict) else {}
        return {}


def _name(arrangement: Arrangement) -> str:
    form = "stacked" if arrangement.stacked else "beside"
    return " ".join((form, *arrangement.columns))
