"""Puts parameters that are on, as a path line has them, beside those that are off."""

from __future__ import annotations

from collections.abc import Sequence

from inspector.share_paths import Parameter


def with_enabled(
    parameters: Sequence[Parameter], enabled: Sequence[Parameter]
) -> tuple[Parameter, ...]:
    """Replace the parameters that are on; those that are off keep their places among them."""
    rest = list(enabled)
    merged: list[Parameter] = []
    for parameter in parameters:
        if not parameter.enabled:
            merged.append(parameter)
        elif rest:
            merged.append(rest.pop(0))
    return (*merged, *rest)
