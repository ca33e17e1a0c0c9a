"""The targets: every place where a share path goes, one row each in `resources/targets.json`.

A row says in which form the path is written, how it is recognised in what people paste, how
it arrives and what limits it. Rendering, reading, checks and notes all come from it; a new
place is one row and its test.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from inspector import assets
from inspector.findings import Severity

NO_LIMIT: Final = 0
RESERVED: Final[Mapping[str, Severity]] = {
    "scancode_time": Severity.WARNING,
    "scene": Severity.INFO,
    "q": Severity.INFO,
    "cq": Severity.INFO,
}
"""Parameter names that the platform uses itself, and how much that weighs where no row says
otherwise."""


@dataclass(frozen=True, slots=True)
class Target:
    """The facts of one target."""

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
    slash: str
    """The slash before the page: `required`, `forbidden`, or optional and written (`with`) or
    not (`optional`)."""
    html: bool
    """True when `.html` has to stand behind the page."""
    page: str
    """`required`, `optional` (the home page without it) or `elsewhere` (not in the text)."""
    query_in: str
    """Where the parameters go: behind the page (`path`), apart (`query`), unencoded into the
    `scene`, or into a web address (`link`)."""
    scene: int | None
    """Scene value with which the page opens, where one is known."""
    arrives_as: str
    """How `onLoad` gets the parameters: as `query`, or whole as `scene` or as `q`."""
    versions: Mapping[str, str]
    """Version -> the platform's word for it; empty where it says release, trial, develop."""
    request: str
    """Method and address that the body is sent to; empty unless the platform issues it."""
    scannable: bool
    """True when a QR code of the text opens something."""
    language: str
    """What the text is: `text`, `json`, `javascript`, `wxml`, `html` or `sh`."""
    write: Mapping[str, Any]
    """The template of its text or of its JSON body; see `templates`."""
    read: tuple[Mapping[str, Any], ...]
    """How objects, calls and tags of this form are recognised; see `forms`."""
    carries: tuple[str, ...]
    """Members that stand beside a path without being lost when it is rendered again."""
    reserved: Mapping[str, Severity]
    """Parameter names that the platform uses itself, and how much that weighs."""
    remarks: Mapping[str, Severity]
    """Findings that hold for every text of this target, such as `members_only`."""
    sure: str
    """`documented`, `reported` by developers, or `inferred` from what they publish."""
    source: str
    """Where the facts come from."""

    @property
    def raw(self) -> bool:
        """True when names and values stand unencoded (`code_unlimited`)."""
        return self.query_in == "scene"

    @property
    def platform_issued(self) -> bool:
        """True when the text is the JSON body of a request that the platform answers."""
        return bool(self.request)

    @property
    def writes_slash(self) -> bool:
        """True when the page is written with a slash before it."""
        return self.slash in ("required", "with")


@cache
def targets() -> tuple[Target, ...]:
    """Return all targets, in the order in which they are shown."""
    return tuple(_target(row) for row in assets.table("targets"))


@cache
def _by_name() -> Mapping[str, Target]:
    return {target.name: target for target in targets()}


def find_target(name: str) -> Target:
    """Return a target by name.

    Raises:
        UnknownTarget: There is none of that name.
    """
    found = _by_name().get(name)
    if found is None:
        raise UnknownTarget(name)
    return found


class UnknownTarget(LookupError):
    """No target has this name."""


def _target(row: dict[str, Any]) -> Target:
    """Fill in what a table row leaves to the default."""
    limit, arrives = row.get("limit", {}), row.get("arrives", {})
    reserved = {name: Severity(weight) for name, weight in row.get("reserved", {}).items()}
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
        slash=row["slash"],
        html=row.get("html", False),
        page=row.get("page", "required"),
        query_in=row.get("query_in", "path"),
        scene=arrives.get("scene"),
        arrives_as=arrives.get("as", "query"),
        versions=row.get("versions", {}),
        request=row.get("request", ""),
        scannable=row.get("scannable", False),
        language=row["language"],
        write=row["write"],
        read=tuple(row.get("read", ())),
        carries=tuple(row.get("carries", ())),
        reserved={**RESERVED, **reserved},
        remarks={code: Severity(weight) for code, weight in row.get("remarks", {}).items()},
        sure=row["sure"],
        source=row["source"],
    )
