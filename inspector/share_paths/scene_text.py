"""The `scene` of an unlimited code: `a=1&b=2`, unencoded, or one bare text."""

from __future__ import annotations

from collections.abc import Sequence

from inspector.share_paths.share_path import Parameter

WHOLE = "scene"
"""The name under which the page receives the whole scene."""


def write_scene(parameters: Sequence[Parameter]) -> str:
    """Return the scene; a sole parameter called `scene` is the bare text itself."""
    if is_bare(parameters):
        return parameters[0].value
    return "&".join(f"{parameter.name}={parameter.value}" for parameter in parameters)


def is_bare(parameters: Sequence[Parameter]) -> bool:
    """Tell whether the parameters stand for a scene without names."""
    if len(parameters) != 1 or parameters[0].name != WHOLE:
        return False
    return bool(parameters[0].value) and not set("=&") & set(parameters[0].value)


def read_scene(scene: str) -> tuple[Parameter, ...]:
    """Return the parameters of a scene as it stands, without decoding."""
    if scene and "=" not in scene and "&" not in scene:
        return (Parameter(WHOLE, scene),)
    pieces = (piece.partition("=") for piece in scene.split("&") if piece)
    return tuple(Parameter(name, value) for name, _, value in pieces)
