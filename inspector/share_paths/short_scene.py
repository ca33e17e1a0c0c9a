"""Short forms of a scene that is too long for an unlimited code."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final

from inspector.share_paths.checks import ODD_IN_SCENE
from inspector.share_paths.scene_text import write_scene
from inspector.share_paths.share_path import Parameter, SharePath
from inspector.share_paths.target import find_target

MOST_SEARCHED: Final = 12
"""With more parameters than this, the longest are dropped one by one instead of by search."""


@dataclass(frozen=True, slots=True)
class ShortScene:
    """One way to make a scene fit."""

    share_path: SharePath
    """What to build instead; dropped parameters are switched off, not lost."""
    scene: str
    renamed: tuple[tuple[str, str], ...]
    """Old and new names; the page has to ask for the new ones."""
    dropped: tuple[str, ...]
    """Names of the parameters that were switched off."""

    @property
    def spare(self) -> int:
        """How many characters are left."""
        return find_target("code_unlimited").limit - len(self.scene)

    def loses_more(self, other: ShortScene) -> bool:
        """Tell whether the other does without some of this one's changes and adds none."""
        return {*other.dropped} <= {*self.dropped} and {*other.renamed} <= {*self.renamed}


def short_scenes(share_path: SharePath) -> tuple[ShortScene, ...]:
    """Return ways to make the scene fit, the one that loses least first; empty when it fits.

    Offered are shorter names, fewer parameters, and both together. Parameters that no scene
    can carry (Chinese, a percent sign, a separator) are dropped in each.
    """
    if _fits(share_path.enabled) and all(map(_can_stand, share_path.enabled)):
        return ()
    odd = [at for at, p in enumerate(share_path.parameters) if not _can_stand(p)]
    carried = _without(share_path, odd)
    shortened = _with_short_names(carried)
    candidates = [shortened, _with_fewest_dropped(carried), _with_fewest_dropped(shortened)]
    forms = dict.fromkeys(_described(share_path, form) for form in candidates if form is not None)
    fitting = sorted((form for form in forms if form.scene and form.spare >= 0), key=_loss)
    return tuple(f for at, f in enumerate(fitting) if not any(map(f.loses_more, fitting[:at])))


def _loss(form: ShortScene) -> tuple[int, int]:
    return len(form.dropped), len(form.renamed)


def _fits(parameters: Sequence[Parameter]) -> bool:
    return len(write_scene(parameters)) <= find_target("code_unlimited").limit


def _can_stand(parameter: Parameter) -> bool:
    """Tell whether a scene can carry the parameter at all."""
    if set("&=") & set(parameter.name) or "&" in parameter.value:
        return False
    return not ODD_IN_SCENE.search(parameter.name + parameter.value)


def _without(share_path: SharePath, places: Collection[int]) -> SharePath:
    """Switch off the parameters at some places."""
    numbered = enumerate(share_path.parameters)
    kept = [replace(p, enabled=p.enabled and at not in places) for at, p in numbered]
    return SharePath(share_path.page, kept)


def _places(share_path: SharePath) -> list[int]:
    """Return where the parameters stand that are on."""
    return [at for at, parameter in enumerate(share_path.parameters) if parameter.enabled]


def _with_short_names(share_path: SharePath) -> SharePath:
    """Give each name the shortest beginning of itself that is still free."""
    taken: dict[str, str] = {}
    parameters = []
    for parameter in share_path.parameters:
        if not parameter.enabled:
            parameters.append(parameter)
            continue
        lengths = range(1, len(parameter.name) + 1)
        beginnings = (parameter.name[:length] for length in lengths)
        free = (b for b in beginnings if taken.get(b, parameter.name) == parameter.name)
        name = next(free, parameter.name)
        taken[name] = parameter.name
        parameters.append(replace(parameter, name=name))
    return SharePath(share_path.page, parameters)


def _with_fewest_dropped(share_path: SharePath) -> SharePath | None:
    """Switch off as few parameters as will do, and of those the shortest loss."""
    places = _places(share_path)
    if len(places) > MOST_SEARCHED:
        return _with_longest_dropped(share_path)
    for count in range(len(places)):
        fitting = []
        for dropped in combinations(places, count):
            candidate = _without(share_path, dropped)
            if _fits(candidate.enabled):
                fitting.append(candidate)
        if fitting:
            return max(fitting, key=_length)
    return None


def _length(share_path: SharePath) -> int:
    return len(write_scene(share_path.enabled))


def _with_longest_dropped(share_path: SharePath) -> SharePath | None:
    """Switch off the longest parameter again and again."""
    remaining = share_path
    while remaining.enabled and not _fits(remaining.enabled):
        lengths = {at: _parameter_length(remaining.parameters[at]) for at in _places(remaining)}
        remaining = _without(remaining, {max(lengths, key=lengths.__getitem__)})
    return remaining if remaining.enabled else None


def _parameter_length(parameter: Parameter) -> int:
    return len(parameter.name) + len(parameter.value)


def _described(original: SharePath, form: SharePath) -> ShortScene:
    """Say what was done to the original."""
    pairs = list(zip(original.parameters, form.parameters, strict=True))
    return ShortScene(
        form,
        write_scene(form.enabled),
        renamed=tuple((o.name, f.name) for o, f in pairs if f.enabled and o.name != f.name),
        dropped=tuple(o.name for o, f in pairs if o.enabled and not f.enabled),
    )
