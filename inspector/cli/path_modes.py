"""`inspector path modes`: the compile modes that a project has."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inspector.cli.errors import Failure, unreadable
from inspector.cli.link_text import print_json
from inspector.cli.status import Status
from inspector.cli.terminal import Terminal
from inspector.visible import visible

if TYPE_CHECKING:
    from inspector.share_paths.project.modes import Mode


def list_modes(options: Namespace, terminal: Terminal) -> Status:
    """Print each mode: name, page, query and scene value, or one JSON document a line.

    Raises:
        Failure: The folder is no project, or the project has no compile mode.
    """
    from inspector.share_paths.project import ProjectError, open_project
    from inspector.share_paths.project.modes import modes_of

    place = Path(options.project)
    try:
        modes = modes_of(open_project(place))
    except ProjectError as error:
        reason = terminal.messages.gettext(error.reason)
        raise Failure("Cannot read {file}: {reason}", file=error.file, reason=reason) from error
    except OSError as error:
        raise unreadable(place, error) from error
    if not modes:
        raise Failure("The project has no compile mode.")
    if options.format == "json":
        for mode in modes:
            print_json(_mode_json(mode), terminal)
    else:
        _print_table(modes, terminal)
    return Status.WELL


def _mode_json(mode: Mode) -> dict[str, Any]:
    path = mode.parsed.share_path
    return {
        "name": mode.name,
        "page": path.page,
        "query": mode.query,
        "parameters": [[parameter.name, parameter.value] for parameter in path.parameters],
        "scene": mode.parsed.options.scene or None,
    }


def _print_table(modes: tuple[Mode, ...], terminal: Terminal) -> None:
    rows = [
        [visible(text) for text in (mode.name, str(mode.parsed.options.scene or "-"), mode.path)]
        for mode in modes
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(2)]
    for name, scene, path in rows:
        terminal.print(f"{name:<{widths[0]}}  {scene:>{widths[1]}}  {path}")
