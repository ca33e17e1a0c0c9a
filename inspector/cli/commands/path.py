"""`inspector path`: builds a share path in any form, and takes any form back."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from inspector.cli.arguments import pair
from inspector.cli.errors import Failure, WrongUsage
from inspector.cli.inputs import STDIN, read_text
from inspector.cli.link_text import further_lines
from inspector.cli.status import Status
from inspector.cli.terminal import Terminal
from inspector.messages import Messages

if TYPE_CHECKING:
    from inspector.findings import Finding
    from inspector.share_paths import Link, Parsed

SUMMARY = "Build a share path in the form in which it is used, or take any form apart."


def configure(parser: ArgumentParser, messages: Messages) -> None:
    """Add the two commands `build` and `parse`."""
    _ = messages.gettext
    parts = parser.add_subparsers(dest="part", metavar="build|parse", required=True)
    summaries = {
        "build": _("Write a page and its parameters in the form of a target."),
        "parse": _("Take the text of any target apart."),
    }
    build, parse = (
        parts.add_parser(name, description=summary, help=summary)
        for name, summary in summaries.items()
    )
    _configure_build(build, _)
    parse.add_argument("text", metavar="TEXT", help=_("the text; - reads it from stdin"))
    for part in (build, parse):
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
    parser.add_argument("--app-id", metavar="A", help=_("the mini program's app id"))
    parser.add_argument("--env", choices=("release", "trial", "develop"), default="release")
    parser.add_argument(
        "--base-url", metavar="U", help=_("the https address of the ordinary-link rule")
    )


def run(options: Namespace, terminal: Terminal) -> Status:
    """Build or parse."""
    return _build(options, terminal) if options.part == "build" else _parse(options, terminal)


def _build(options: Namespace, terminal: Terminal) -> Status:
    from inspector.share_paths import Options, SharePath, render

    if not options.page.strip("/ "):
        raise WrongUsage("A share path needs a page.")
    needs = Options(app_id=options.app_id, env=options.env, base_url=options.base_url)
    share_path = SharePath(options.page, options.parameter)
    link = render(share_path, options.target, needs)
    opens = terminal.messages.gettext(link.opens)
    if options.format == "json":
        findings = _findings_json(link.findings, terminal.messages)
        _print_json({"text": link.text, "findings": findings, "opens": opens}, terminal)
    else:
        _print_link(link, opens, terminal)
        for line in further_lines(link, share_path, terminal.messages):
            terminal.tell(line)
    return Status.of_causes([link.cause])


def _print_link(link: Link, opens: str, terminal: Terminal) -> None:
    """Write the text to stdout, ready to be piped, and what is to be said to stderr."""
    if link.text:
        terminal.print(link.text)
    terminal.tell(opens)
    _tell_findings(link.findings, terminal)


def _parse(options: Namespace, terminal: Terminal) -> Status:
    from inspector.share_paths import parse

    text = read_text(STDIN, terminal) if options.text == STDIN else options.text
    parsed = parse(text)
    share_path = parsed.share_path
    if not share_path.page and not share_path.parameters and parsed.target is None:
        raise Failure("No share path was found in the text.")
    if options.format == "json":
        _print_json(_parsed_json(parsed, terminal.messages), terminal)
    else:
        _print_parsed(parsed, terminal)
    return Status.of_causes(_causes(parsed.findings))


def _parsed_json(parsed: Parsed, messages: Messages) -> dict[str, Any]:
    return {
        "page": parsed.share_path.page,
        "parameters": [[p.name, p.value] for p in parsed.share_path.parameters],
        "target": parsed.target,
        "findings": _findings_json(parsed.findings, messages),
    }


def _print_parsed(parsed: Parsed, terminal: Terminal) -> None:
    """Write the page and one parameter a line to stdout, the rest to stderr."""
    from inspector.share_paths import find_target

    terminal.print(parsed.share_path.page)
    width = max((len(p.name) for p in parsed.share_path.parameters), default=0)
    for parameter in parsed.share_path.parameters:
        terminal.print(f"  {parameter.name:<{width}}  {parameter.value}")
    if parsed.target is not None:
        terminal.tell(terminal.messages.gettext(find_target(parsed.target).title))
    _tell_findings(parsed.findings, terminal)


def _tell_findings(findings: tuple[Finding, ...], terminal: Terminal) -> None:
    from inspector.cli.finding_text import finding_lines
    from inspector.cli.style import Style

    for line in finding_lines(findings, terminal.messages, Style(terminal, terminal.stderr)):
        terminal.tell_styled(line)


def _findings_json(findings: tuple[Finding, ...], messages: Messages) -> list[dict[str, Any]]:
    return [
        {
            "code": finding.code,
            "severity": finding.severity.value,
            "field": finding.field,
            "message": messages.finding(finding).text,
        }
        for finding in findings
    ]


def _causes(findings: tuple[Finding, ...]) -> list[str | None]:
    from inspector.findings import cause_of

    return [cause_of(findings)]


def _print_json(value: dict[str, Any], terminal: Terminal) -> None:
    from inspector.exact_json.parsing import write

    terminal.print_json(write(value))
