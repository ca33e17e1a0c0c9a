"""The paths that were made lately, with their forms and environments, restored at each start."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from inspector.share_paths import render
from inspector.window.state.path_state import Draft, PathState, without_user
from inspector.window.state.settings import Key, Settings

if TYPE_CHECKING:
    from inspector.share_paths.named_path import NamedPath

MOST: Final = 50


class RecentPaths:
    """Kept in the settings, the latest first; each path and form stands once.

    Only paths that were made or changed by hand are kept: a pasted one may hold secrets.
    """

    def __init__(self, settings: Settings, path: PathState) -> None:
        self._settings = settings
        path.left.connect(self.keep)

    @property
    def all(self) -> tuple[NamedPath, ...]:
        """What was kept; the name is the path as text."""
        return _read(self._settings.text(Key.RECENT_PATHS))

    def keep(self, draft: Draft) -> None:
        """Put a path that gives way to another at the head."""
        from inspector.share_paths.named_path import NamedPath

        options = replace(draft.options, project=None, like=None)
        if options.base_url:
            options = replace(options, base_url=without_user(options.base_url))
        text = render(draft.share_path, "share_message").text
        made = NamedPath(text, draft.share_path, draft.target, options)
        self._settings.amend(Key.RECENT_PATHS, partial(_with, made))

    def forget(self) -> None:
        """Forget them all."""
        self._settings.forget(Key.RECENT_PATHS)


def _read(text: str) -> tuple[NamedPath, ...]:
    from inspector.share_paths.named_path import LibraryError, read_entry

    with suppress(ValueError, TypeError, LibraryError):
        return tuple(read_entry(each) for each in json.loads(text))
    return ()


def _with(made: NamedPath, text: str) -> str:
    """Return kept paths, as text, with one more at their head."""
    from inspector.share_paths.named_path import written_entry

    entries = [made, *(entry for entry in _read(text) if entry != made)][:MOST]
    return json.dumps([written_entry(entry) for entry in entries], ensure_ascii=True)


def draft_of(entry: NamedPath, shown: Draft) -> Draft:
    """Return the draft of a kept path; what it does not say stays as it is shown."""
    options = replace(entry.options, project=shown.options.project)
    if (target := entry.known_target) is not None:
        return Draft(entry.share_path, target.name, options)
    return replace(shown, share_path=entry.share_path)
