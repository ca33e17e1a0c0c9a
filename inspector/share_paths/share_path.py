"""The share path: a page and its ordered parameters, plain and unencoded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Parameter:
    """One query parameter; name and value are kept unencoded."""

    name: str
    value: str = ""
    enabled: bool = True
    """Off: kept in the table, left out of every rendered form."""


@dataclass(frozen=True, slots=True)
class SharePath:
    """A page, kept without leading slash, and its parameters in order."""

    page: str
    parameters: tuple[Parameter, ...] = ()

    def __init__(self, page: str, parameters: Iterable[Parameter | tuple[str, str]] = ()) -> None:
        """Take parameters as `Parameter` or as plain `(name, value)` pairs.

        Slashes at the head of the page are dropped: each target has its own rule for them.
        """
        object.__setattr__(self, "page", page.lstrip("/"))
        kept = tuple(p if isinstance(p, Parameter) else Parameter(*p) for p in parameters)
        object.__setattr__(self, "parameters", kept)

    @property
    def enabled(self) -> tuple[Parameter, ...]:
        """The parameters that are on, in order."""
        return tuple(parameter for parameter in self.parameters if parameter.enabled)
