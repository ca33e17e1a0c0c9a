"""Renders a share path for a target and says what will not work, before anyone scans it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from inspector.share_paths.arrival import arriving
from inspector.share_paths.blanks import without_blanks
from inspector.share_paths.checks import Known, check
from inspector.share_paths.link import Link, Options
from inspector.share_paths.share_path import SharePath
from inspector.share_paths.target import find_target
from inspector.share_paths.templates import write

NO_OPTIONS: Final = Options()


def render(
    share_path: SharePath,
    target_name: str,
    options: Options = NO_OPTIONS,
    *,
    pages: Collection[str] | None = None,
    tab_bar: Collection[str] = (),
) -> Link:
    """Return the share path in the form of a target, with its findings.

    Args:
        share_path: What to open.
        target_name: The form.
        options: What the form takes beside the path; `like` makes it arrive as another's.
        pages: The pages of the mini program at hand; None when it is not known.
        tab_bar: Those of them that stand in its tab bar.

    Raises:
        UnknownTarget: There is no target of that name. Nothing in a path or option raises.
    """
    target = find_target(target_name)
    path, options = arriving(share_path, options)
    written = write(target, path, options)
    return Link(
        target=target.name,
        text=written.text,
        opens=target.opens,
        findings=tuple(check(target, path, options, written.counted, Known(pages, tab_bar))),
        scannable=target.scannable,
        used=len(without_blanks(written.counted)),
        limit=target.limit,
    )
