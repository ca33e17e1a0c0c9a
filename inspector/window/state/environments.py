"""Named environments: app id, version and address that belong together, switched at once."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from functools import partial

from inspector.share_paths import Options
from inspector.window.state.path_state import PathState, without_user
from inspector.window.state.settings import Key, Settings


@dataclass(frozen=True, slots=True)
class Environment:
    """What differs between production, staging and the mini program of a developer."""

    name: str
    app_id: str | None = None
    env: str | None = None
    base_url: str | None = None

    def onto(self, options: Options) -> Options:
        """Return options with those of the environment; the others stay."""
        return replace(options, app_id=self.app_id, env=self.env, base_url=self.base_url)


class Environments:
    """The environments of this user, kept in the settings; each name stands once."""

    def __init__(self, settings: Settings, path: PathState) -> None:
        self._settings = settings
        self._path = path

    @property
    def all(self) -> tuple[Environment, ...]:
        """In the order in which they were saved."""
        return _read(self._settings.text(Key.ENVIRONMENTS))

    @property
    def current(self) -> Environment | None:
        """The one whose values stand in the form now."""
        options = self._path.draft.options
        return next((each for each in self.all if each.onto(options) == options), None)

    def save(self, name: str) -> None:
        """Keep the app id, version and address of the form under a name.

        A name and password within the address are not kept.
        """
        options = self._path.draft.options
        address = options.base_url and without_user(options.base_url)
        made = Environment(name, options.app_id, options.env, address)
        self._settings.amend(Key.ENVIRONMENTS, partial(_with, made))

    def remove(self, name: str) -> None:
        """Forget an environment."""
        self._settings.amend(Key.ENVIRONMENTS, partial(_without, name))

    def use(self, environment: Environment) -> None:
        """Put the values of an environment into the form; undo brings the others back."""
        self._path.set_options(environment.onto(self._path.draft.options))

    def use_next(self) -> None:
        """Switch to the environment behind the current one, or to the first."""
        every, current = self.all, self.current
        if every:
            place = every.index(current) + 1 if current in every else 0
            self.use(every[place % len(every)])


def _read(text: str) -> tuple[Environment, ...]:
    with suppress(ValueError, TypeError):
        return tuple(_checked(Environment(**each)) for each in json.loads(text))
    return ()


def _written(environments: Iterable[Environment]) -> str:
    return json.dumps([asdict(each) for each in environments], ensure_ascii=True)


def _with(made: Environment, text: str) -> str:
    """Return kept environments, as text, with one more, or another of its name."""
    kept = [made if each.name == made.name else each for each in _read(text)]
    return _written(kept if made in kept else [*kept, made])


def _without(name: str, text: str) -> str:
    return _written(each for each in _read(text) if each.name != name)


def _checked(environment: Environment) -> Environment:
    """Return what was kept by us.

    Raises:
        TypeError: One of its values is no text.
    """
    values = (environment.app_id, environment.env, environment.base_url)
    if not all(isinstance(value, str | None) for value in (environment.name, *values)):
        raise TypeError
    return environment
