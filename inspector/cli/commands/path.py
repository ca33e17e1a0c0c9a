"""`inspector path`: builds a share path in any form, takes any form back, lists compile modes."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inspector.cli.arguments import pair
from inspector.cli.errors import Failure
from inspector.cli.inputs import STDIN, read_text
from inspector.cli.status import Status
from inspector.cli.terminal import Terminal
from inspector.findings import cause_of
from inspector.messages import Messages
from inspector.visible import visible

if TYPE_CHECKING:
    from inspector.share_paths import Parsed

LARGEST_SCENE = 1_000_000
SUMMARY = "Build a share path in the form in which it is used, or take any form apart."


def configure(parser: ArgumentParser, messages: Messages) -> None:
    """Add the commands `build`, `parse` and `modes`."""
    _ = messages.gettext
    parts = parser.add_subparsers(dest="part", metavar="build|parse|modes", required=True)
    summaries = {
        "build": _("Write a page and its parameters in the form of a target."),
        "parse": _("Take the text of any target apart."),
        "modes": _("List the compile modes of a project."),
    }
    build, parse, modes = (
        parts.add_parser(name, description=summary, help=summary)
        for name, summary in summaries.items()
    )
    _configure_build(build, _)
    parse.add_argument("text", metavar="TEXT", help=_("the text; - reads it from stdin"))
    modes.add_argument("project", metavar="PROJECT", help=_("the folder of a mini program"))
    for part in (build, parse, modes):
        part.add_argument("--format", choices=("text", "json"), default="text")


def _configure_build(parser: ArgumentParser, _: Callable[[str], str]) -> None:
    from inspector.share_paths.target import targets

    names = [target.name for target in targets()]
    parser.add_argument("page", metavar="PAGE", help=_("such as pages/index/index"))
    parser.add_argument(
        "-p",
        "--parameter",
        metavar="NAME=VALUE",
        action="append",
        default=[],
        type=pair(_),
        help=_("a parameter, unencoded; may be repeated"),
    )
    parser.add_argument(
        "--as",
        dest="target",
        metavar="TARGET",
        choices=names,
        required=True,
        help=_("one of: {names}").format(names=", ".join(names)),
    )
    parser.add_argument("--app-id", metavar="A", help=_("the mini program's AppID"))
    parser.add_argument("--env", choices=("release", "trial", "develop"))
    parser.add_argument(
        "--base-url", metavar="U", help=_("the https address of the ordinary-link rule")
    )
    parser.add_argument(
        "--scene",
        metavar="N|none",
        type=scene_number(_),
        help=_("scene value of a compile mode or preview; none writes no scene"),
    )
    parser.add_argument(
        "--title", metavar="T", help=_("title of the card or link, name of the compile mode")
    )
    parser.add_argument(
        "--like",
        metavar="TARGET",
        choices=names,
        help=_("make it arrive as that target does: parameters, scene value and all"),
    )
    _configure_files(parser, _)


def _configure_files(parser: ArgumentParser, _: Callable[[str], str]) -> None:
    from inspector.share_paths.request_code import code_forms

    forms = [form.name for form in code_forms()]
    parser.add_argument(
        "--code",
        metavar="FORM",
        choices=forms,
        help=_("the request or the preview as a command or as server code, one of: {names}").format(
            names=", ".join(forms)
        ),
    )
    parser.add_argument(
        "--rows",
        metavar="FILE",
        type=Path,
        help=_("a CSV whose columns fill the blanks ${name} in page and values, one text a row"),
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        type=Path,
        help=_(
            "write to a file: text, .csv (the rows with their links), .svg or .png codes"
            " (with rows one each, named as in codes/${id}.png), .html (a sheet of codes to print)"
        ),
    )


def scene_number(messages: Callable[[str], str]) -> Callable[[str], int]:
    """Return a reader of a scene value, or of `none`, which is 0."""
    from argparse import ArgumentTypeError

    def read(text: str) -> int:
        if text.casefold() in ("none", "null"):
            return 0
        if not (text.isascii() and text.isdigit() and 0 < int(text) < LARGEST_SCENE):
            sentence = messages("{text} is not a scene value: give a number such as 1044, or none")
            raise ArgumentTypeError(sentence.format(text=repr(text)))
        return int(text)

    return read


def run(options: Namespace, terminal: Terminal) -> Status:
    """Build, parse or list."""
    if options.part == "parse":
        return _parse(options, terminal)
    if options.part == "modes":
        from inspector.cli.path_modes import list_modes

        return list_modes(options, terminal)
    from inspector.cli.path_building import build

    return build(options, terminal)


def _parse(options: Namespace, terminal: Terminal) -> Status:
    from inspector.share_paths import parse

    text = read_text(STDIN, terminal) if options.text == STDIN else options.text
    parsed = parse(text)
    share_path = parsed.share_path
    if not share_path.page and not share_path.parameters and parsed.target is None:
        raise Failure("No share path was found in the text.")
    if options.format == "json":
        from inspector.cli.link_text import print_json

        print_json(parsed_json(parsed, terminal.messages), terminal)
    else:
        _print_parsed(parsed, terminal)
    return Status.of_causes([cause_of(parsed.findings)])


def parsed_json(parsed: Parsed, messages: Messages) -> dict[str, Any]:
    """Return what a text held, its further paths included."""
    from inspector.cli.link_text import findings_json

    options = parsed.options
    return {
        "page": parsed.share_path.page,
        "parameters": [[p.name, p.value] for p in parsed.share_path.parameters],
        "target": parsed.target,
        "app_id": options.app_id,
        "env_version": options.env,
        "scene": options.scene or None,
        "title": options.title,
        "base_url": options.base_url,
        "findings": findings_json(parsed.findings, messages),
        "others": [parsed_json(other, messages) for other in parsed.others],
    }


def _print_parsed(parsed: Parsed, terminal: Terminal) -> None:
    """Write each page and one parameter a line to stdout, the rest to stderr."""
    from inspector.cli.link_text import print_findings
    from inspector.share_paths import find_target

    for each in (parsed, *parsed.others):
        terminal.print(visible(each.share_path.page))
        width = max((len(p.name) for p in each.share_path.parameters), default=0)
        for parameter in each.share_path.parameters:
            terminal.print(f"  {visible(parameter.name):<{width}}  {visible(parameter.value)}")
    if parsed.target is not None:
        terminal.tell(terminal.messages.gettext(find_target(parsed.target).title))
    print_findings(parsed.findings, terminal)
