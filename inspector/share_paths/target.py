"""The target: one form in which a share path is used; its facts and its two functions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any, Final, Protocol, cast

from inspector import assets
from inspector.findings import Severity
from inspector.share_paths.link import Options, Parsed
from inspector.share_paths.pasted import Pasted
from inspector.share_paths.share_path import SharePath

NO_LIMIT: Final = 0


@dataclass(frozen=True, slots=True)
class Written:
    """What a target's `write` gives."""

    text: str
    """The whole text to copy."""
    counted: str
    """The part of it that the platform limits."""


class Form(Protocol):
    """What a file in `targets/` defines."""

    def write(self, share_path: SharePath, options: Options) -> Written:
        """Render the share path; never raises."""

    def read(self, pasted: Pasted) -> Parsed | None:
        """Take a text of this form back; None when it is another's."""


@dataclass(frozen=True, slots=True)
class Target:
    """The facts of one target, from `resources/targets.json`."""

    name: str
    title: str
    """What the chooser shows; a gettext msgid."""
    use: str
    """Where people use it: `scan`, `code`, `server`, `devtools` or `elsewhere`."""
    opens: str
    """What using it does, and for whom; a gettext msgid."""
    needs: tuple[str, ...]
    """Fields of `Options` that it cannot do without: `app_id`, `base_url`."""
    uses: tuple[str, ...]
    """Fields of `Options` that it takes along when given, such as `env`."""
    limit: int
    """Greatest length in characters of `limited`; 0 when nothing limits it."""
    limited: str
    """The part that `limit` counts: `path`, `query` or `scene`; empty without a limit."""
    official_limit: bool
    """False when the limit is what developers report, not what the platform documents."""
    leading_slash: str
    """`required`, `forbidden`, or `optional`."""
    page: str
    """`required`, `optional` (the home page without it) or `elsewhere` (not in the text)."""
    raw: bool
    """True when names and values stand unencoded (`code_unlimited`)."""
    platform_issued: bool
    """True when the text is the JSON body of a request that the platform answers."""
    request: str
    """Method and address that the body is sent to; empty unless `platform_issued`."""
    scannable: bool
    """True when a QR code of the text opens something."""
    reserved: Mapping[str, Severity]
    """Parameter names that the platform uses itself, and how much that weighs."""
    remarks: Mapping[str, Severity]
    """Findings that hold for every text of this target, such as `members_only`."""
    arrives_as: int | None
    """Scene value with which the page opens, where one is known."""
    source: str
    """Where the facts come from."""

    @property
    def form(self) -> Form:
        """The two functions of `targets/<name>.py`."""
        return cast(Form, import_module(f"inspector.share_paths.targets.{self.name}"))


@cache
def targets() -> tuple[Target, ...]:
    """Return all targets, in the order in which they are shown."""
    return tuple(_target(row) for row in assets.table("targets"))


def find_target(name: str) -> Target:
    """Return a target by name.

    Raises:
        UnknownTarget: There is none of that name.
    """
    found = next((target for target in targets() if target.name == name), None)
    if found is None:
        raise UnknownTarget(name)
    return found


class UnknownTarget(LookupError):
    """No target has this name."""


def _target(row: dict[str, Any]) -> Target:
    """Fill in what a table row leaves to the default."""
    limit = row.get("limit", {})
    return Target(
        name=row["name"],
        title=row["title"],
        use=row["use"],
        opens=row["opens"],
        needs=tuple(row.get("needs", ())),
        uses=tuple(row.get("uses", ())),
        limit=limit.get("max", NO_LIMIT),
        limited=limit.get("of", ""),
        official_limit=limit.get("official", True),
        leading_slash=row.get("leading_slash", "optional"),
        page=row.get("page", "required"),
        raw=row.get("raw", False),
        platform_issued="request" in row,
        request=row.get("request", ""),
        scannable=row.get("scannable", False),
        reserved={name: Severity(weight) for name, weight in row.get("reserved", {}).items()},
        remarks={code: Severity(weight) for code, weight in row.get("remarks", {}).items()},
        arrives_as=row.get("arrives_as"),
        source=row["source"],
    )
