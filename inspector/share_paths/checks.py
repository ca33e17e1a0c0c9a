"""What is to be said about a share path in the form of a target."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from typing import Final

from inspector.findings import Finding, Severity
from inspector.share_paths.encoding import LONE_SURROGATE, join_surrogates, looks_encoded
from inspector.share_paths.link import Options
from inspector.share_paths.share_path import Parameter, SharePath
from inspector.share_paths.target import Target, Written

LONE_PERCENT: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")
PAGE_SEPARATOR: Final = re.compile("[?&=#]")
ODD_IN_PAGE: Final = re.compile(r"[^A-Za-z0-9_./:~-]")
ODD_IN_SCENE: Final = re.compile(r"[^A-Za-z0-9!#$&'()*+,/:;=?@\-._~]")
APP_ID: Final = re.compile(r"wx[0-9a-f]{16}")
OUTSIDE_APP_JSON: Final = ("plugin://", "plugin-private://", "__plugin__/")
SHOWN_CHARACTERS: Final = 20


def check(
    target: Target,
    share_path: SharePath,
    options: Options,
    written: Written,
    *,
    pages: Collection[str] | None,
) -> Iterator[Finding]:
    """Yield the findings: errors are what keeps the text from working."""
    yield from _missing_options(target, options)
    yield from _page(target, share_path, pages)
    yield from _names(target, share_path.enabled)
    for parameter in share_path.enabled:
        yield from _raw(parameter) if target.raw else _value(parameter)
    if target.raw:
        yield from _scene(share_path.enabled)
    yield from _length(target, written)
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


def _page(
    target: Target, share_path: SharePath, pages: Collection[str] | None
) -> Iterator[Finding]:
    page = share_path.page
    if target.page == "elsewhere":
        return
    if not page:
        if target.page == "required":
            yield Finding("page_missing", Severity.ERROR, "page")
        return
    if PAGE_SEPARATOR.search(page):
        for separator in dict.fromkeys(PAGE_SEPARATOR.findall(page)):
            yield Finding("raw_separator", Severity.ERROR, "page", {"separator": separator})
    elif ODD_IN_PAGE.search(page):
        yield _charset("page", page, ODD_IN_PAGE, Severity.WARNING)
    if pages is not None and page not in pages and not page.startswith(OUTSIDE_APP_JSON):
        yield Finding("page_unknown", Severity.ERROR, "page", {"page": page, "known": len(pages)})


def _names(target: Target, parameters: tuple[Parameter, ...]) -> Iterator[Finding]:
    counts = Counter(parameter.name for parameter in parameters)
    for name, count in counts.items():
        if not name:
            yield Finding("empty_name", Severity.ERROR, "", {"count": count})
        elif count > 1:
            yield Finding("duplicate_name", Severity.WARNING, name, {"name": name, "count": count})
        if name in target.reserved:
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
    text = parameter.name + parameter.value
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


def _length(target: Target, written: Written) -> Iterator[Finding]:
    length = len(written.counted)
    if target.limit and length > target.limit:
        severity = Severity.ERROR if target.official_limit else Severity.WARNING
        figures = {"length": length, "limit": target.limit, "excess": length - target.limit}
        yield Finding("too_long", severity, target.limited, figures)


def _remarks(target: Target, share_path: SharePath, options: Options) -> Iterator[Finding]:
    """Yield what holds for every text of this target."""
    for code, severity in target.remarks.items():
        page, base_url = share_path.page, options.base_url or ""
        yield Finding(code, severity, None, {"page": page, "base_url": base_url})
    if "env" in target.uses and options.env != "release" and "members_only" not in target.remarks:
        yield Finding("members_only", Severity.INFO, None, {"env": options.env})
