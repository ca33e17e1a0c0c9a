"""What the terminal adds to a rendered share path: where to send it, how to shorten it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from inspector.messages import Messages

if TYPE_CHECKING:
    from inspector.share_paths import Link, SharePath
    from inspector.share_paths.short_scene import ShortScene


def further_lines(link: Link, share_path: SharePath, messages: Messages) -> Iterator[str]:
    """Yield the request that a body belongs to, and shorter forms of a scene that is too long."""
    from inspector.share_paths import find_target
    from inspector.share_paths.short_scene import short_scenes

    target = find_target(link.target)
    if target.request:
        yield messages.gettext("Send it with {request}").format(request=target.request)
    if target.raw:
        yield from (_shorter(form, messages) for form in short_scenes(share_path))


def _shorter(form: ShortScene, messages: Messages) -> str:
    """Return one line: the scene, and what the page has to know of it."""
    _ = messages.gettext
    renamed = ", ".join(f"{old} → {new}" for old, new in form.renamed)
    parts = [_("Shorter: {scene}").format(scene=form.scene)]
    if renamed:
        parts.append(_("renamed {names}").format(names=renamed))
    if form.dropped:
        parts.append(_("left out {names}").format(names=", ".join(form.dropped)))
    return "; ".join(parts)
