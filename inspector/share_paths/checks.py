"""What is to be said about a share path in the form of a target."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from inspector.findings import Finding, Severity
from inspector.share_paths.blanks import BLANK, blank_findings, without_blanks
from inspector.share_paths.encoding import LONE_SURROGATE, join_surrogates, looks_encoded
from inspector.share_paths.link import RELEASE, Options
from inspector.share_paths.query import RELATIVE, SUFFIX
from inspector.share_paths.share_path import Parameter, SharePath
from inspector.share_paths.target import Target, find_target

LONE_PERCENT: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")
PAGE_SEPARATOR: Final = re.compile("[?&=#]")
ODD_IN_PAGE: Final = re.compile(r"[^A-Za-z0-9_./:~-]")
ODD_IN_SCENE: Final = re.compile(r"[^A-Za-z0-9!#$&'()*+,/:;=?@\-._~]")
APP_ID: Final = re.compile(r"wx[0-9a-f]{16}")
OUTSIDE_APP_JSON: Final = ("plugin://", "plugin-private://", "__plugin__/")
SHOWN_CHARACTERS: Final = 20


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the mini program at hand."""

    pages: Collection[str] | None = None
    """Its pages; None when they are not known."""
    tab_bar: Collection[str] = ()
    """Those of them that stand in its tab bar."""


def check(
    target: Target, share_path: SharePath, options: Options, counted: str, known: Known
) -> Iterator[Finding]:
    """Yield the findings: errors are what keeps the text from working.

    `counted` is the part of the text that the platform limits.
    """
    yield from blank_findings(share_path, "blank_unfilled", Severity.ERROR)
    yield from _missing_options(target, options)
    like = find_target(options.like) if options.like is not None else None
    if like is not None:
        yield from _missing_options(like, options)
    yield from _page(target, share_path, known)
    yield from _names(target, share_path.enabled, like.arrives_as if like else None)
    for parameter in share_path.enabled:
        yield from _raw(parameter) if target.raw else _value(parameter)
    if target.raw:
        yield from _scene(share_path.enabled)
    yield from _length(target, without_blanks(counted))
    yield from _remarks(target, share_path, options)


def _missing_options(target: Target, options: Options) -> Iterator[Finding]:
    if "app_id" in target.needs and not (options.app_id or "").strip():
        yield Finding("app_id_missing", Severity.ERROR, "appid")
    elif "app_id" in target.needs and not APP_ID.fullmatch((options.app_id or "").strip()):
        yield Finding("app_id_format", Severity.WARNING, "appid", {"app_id": options.app_id})
    if "base_url" in target.needs and not (options.base_url or "").strip():
        yield Finding("base_url_missing", Severity.ERROR, "base_url")
    elif "base_url" in target.needs and not _is_web_address(options.base_url or ""):
        yield Finding(
            "base_url_invalid", Severity.ERROR, "base_url", {"base_url": options.base_url}
        )


def _is_web_address(text: str) -> bool:
    return re.match(r"https?://[^\s/?#]+", text.strip(), re.IGNORECASE) is not None


def _page(target: Target, share_path: SharePath, known: Known) -> Iterator[Finding]:
    page = share_path.page
    if target.page == "elsewhere":
        return
    if not page:
        if target.page == "required":
            yield Finding("page_missing", Severity.ERROR, "page")
        return
    yield from _letters_of_page(without_blanks(page))
    if page.endswith(SUFFIX):
        yield Finding("html_suffix", Severity.WARNING, "page")
    if RELATIVE.match(page):
        if target.name != "navigate":
            yield Finding("relative_page", Severity.ERROR, "page", {"page": page})
        return
    yield from _place_of_page(target, page, known)


def _place_of_page(target: Target, page: str, known: Known) -> Iterator[Finding]:
    """Judge a page against what is known of the mini program."""
    outside = page.startswith(OUTSIDE_APP_JSON) or BLANK.search(page)
    if known.pages is not None and page not in known.pages and not outside:
        count = len(known.pages)
        yield Finding("page_unknown", Severity.ERROR, "page", {"page": page, "known": count})
    if target.name == "navigate" and page in known.tab_bar:
        yield Finding("tab_bar_page", Severity.ERROR, "page", {"page": page})


def _letters_of_page(page: str) -> Iterator[Finding]:
    if PAGE_SEPARATOR.search(page):
        for separator in dict.fromkeys(PAGE_SEPARATOR.findall(page)):
            yield Finding("raw_separator", Severity.ERROR, "page", {"separator": separator})
    elif ODD_IN_PAGE.search(page):
        yield _charset("page", page, ODD_IN_PAGE, Severity.WARNING)


def _names(
    target: Target, parameters: tuple[Parameter, ...], carried: str | None
) -> Iterator[Finding]:
    """Judge the names; `carried` is the one that another target's arrival brings along."""
    counts = Counter(parameter.name for parameter in parameters)
    for name, count in counts.items():
        if not name:
            yield Finding("empty_name", Severity.ERROR, "", {"count": count})
        elif count > 1:
            yield Finding("duplicate_name", Severity.WARNING, name, {"name": name, "count": count})
        if name in target.reserved and name != carried:
            yield Finding("reserved_name", target.reserved[name], name, {"name": name})


def _value(parameter: Parameter) -> Iterator[Finding]:
    """Judge one encoded parameter: what was odd about its plain text."""
    for text in (parameter.name, parameter.value):
        if LONE_SURROGATE.search(join_surrogates(text)):
            yield _charset(parameter.name, join_surrogates(text), LONE_SURROGATE, Severity.ERROR)
    if looks_encoded(parameter.value):
        yield Finding("double_encoded", Severity.WARNING, parameter.name)
    elif LONE_PERCENT.search(parameter.value):
        count = len(LONE_PERCENT.findall(parameter.value))
        yield Finding("lone_percent", Severity.INFO, parameter.name, {"count": count})


def _raw(parameter: Parameter) -> Iterator[Finding]:
    """Judge one parameter that stands unencoded in a scene."""
    text = without_blanks(parameter.name + parameter.value)
    if ODD_IN_SCENE.search(text):
        yield _charset(parameter.name, text, ODD_IN_SCENE, Severity.ERROR)
    cutting = [sign for sign in "&=" if sign in parameter.name] + ["&"] * ("&" in parameter.value)
    for separator in dict.fromkeys(cutting):
        yield Finding("raw_separator", Severity.ERROR, parameter.name, {"separator": separator})


def _scene(parameters: tuple[Parameter, ...]) -> Iterator[Finding]:
    """Judge a scene as a whole."""
    if not parameters:
        yield Finding("scene_missing", Severity.ERROR, "scene")
    elif len(parameters) > 1:
        yield Finding("scene_ampersand", Severity.INFO, "scene")


def _charset(field: str, text: str, odd: re.Pattern[str], severity: Severity) -> Finding:
    """Tell which characters are not allowed, each once."""
    found = list(dict.fromkeys(odd.findall(text)))
    shown = " ".join(map(_printable, found[:SHOWN_CHARACTERS]))
    return Finding("charset", severity, field, {"characters": shown, "count": len(found)})


def _printable(character: str) -> str:
    return character if character.isprintable() and character != " " else f"U+{ord(character):04X}"


def _length(target: Target, counted: str) -> Iterator[Finding]:
    length = len(counted)
    if target.limit and length > target.limit:
        severity = Severity.ERROR if target.official_limit else Severity.WARNING
        figures = {"length": length, "limit": target.limit, "excess": length - target.limit}
        yield Finding("too_long", severity, target.limited, figures)


def _remarks(target: Target, share_path: SharePath, options: Options) -> Iterator[Finding]:
    """Yield what holds for every text of this target."""
    for code, severity in target.remarks.items():
        page, base_url = share_path.page, options.base_url or ""
        yield Finding(code, severity, None, {"page": page, "base_url": base_url})
    if "env" in target.uses and options.version != RELEASE and "members_only" not in target.remarks:
        yield Finding("members_only", Severity.INFO, None, {"env": options.version})
