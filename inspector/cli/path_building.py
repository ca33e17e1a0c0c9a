"""`inspector path build`: one link, or one for each row of a table."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from inspector.cli.errors import Failure, WrongUsage
from inspector.cli.inputs import read_text
from inspector.cli.link_files import write_links
from inspector.cli.link_text import findings_json, further_lines, print_findings, print_json
from inspector.cli.status import Status
from inspector.cli.terminal import Terminal
from inspector.findings import Finding, Severity

if TYPE_CHECKING:
    from inspector.share_paths import Link, SharePath
    from inspector.share_paths.rows import Filled


class PathSpec:
    """What the arguments ask for.

    Attributes:
        share_path: The page and its parameters.
        needs: What the target takes beside them.
        code: The shell or library whose code is wanted; None for the text itself.
        told: What is to be said about the page as it was typed.
    """

    def __init__(self, options: Namespace) -> None:
        from inspector.share_paths import Options, SharePath
        from inspector.share_paths.query import SUFFIX

        page: str = options.page.strip()
        self.told: tuple[Finding, ...] = ()
        if page.endswith(SUFFIX):
            page = page.removesuffix(SUFFIX)
            self.told = (Finding("html_suffix", Severity.WARNING, "page"),)
        self.share_path = SharePath(page, options.parameter)
        self.target: str = options.target
        self.code: str | None = options.code
        self.needs = Options(
            app_id=options.app_id,
            env=options.env,
            base_url=options.base_url,
            scene=options.scene,
            title=options.title,
            like=options.like,
        )


def build(options: Namespace, terminal: Terminal) -> Status:
    """Build, and print or write what came of it."""
    if not options.page.strip("/ "):
        raise WrongUsage("A share path needs a page.")
    spec = PathSpec(options)
    if options.rows is None:
        return _build_one(spec, options, terminal)
    return _build_rows(spec, options, terminal)


def _build_one(spec: PathSpec, options: Namespace, terminal: Terminal) -> Status:
    from inspector.share_paths import render

    link = _as_code(render(spec.share_path, spec.target, spec.needs), spec.share_path, spec)
    if options.output is not None:
        write_links(options.output, [(link, {})], terminal)
    if options.format == "json":
        print_json(link_json(spec, spec.share_path, link, terminal), terminal)
        return Status.of_causes([link.cause])
    if options.output is None and link.text:
        terminal.print(link.text)
    terminal.tell(terminal.messages.gettext(link.opens))
    print_findings((*spec.told, *link.findings), terminal)
    for line in further_lines(link, spec.share_path, terminal.messages):
        terminal.tell(line)
    return Status.of_causes([link.cause])


def _as_code(link: Link, share_path: SharePath, spec: PathSpec) -> Link:
    """Return the link with the command or the code in place of its text, where that is asked for.

    Raises:
        WrongUsage: The target has no request that could be written so.
    """
    if spec.code is None:
        return link
    from inspector.share_paths import find_target
    from inspector.share_paths.request_code import code_forms, write_code

    form = next(form for form in code_forms() if form.name == spec.code)
    code = write_code(form, find_target(link.target), share_path, spec.needs)
    if code is None:
        raise WrongUsage("This form of the path has no request that can be written as such code.")
    return replace(link, text=code)


def _build_rows(spec: PathSpec, options: Namespace, terminal: Terminal) -> Status:
    """Build a link for each row; all of one text each, in the order of the rows."""
    links = [
        replace(each, link=_as_code(each.link, each.share_path, spec))
        for each in _filled(spec, options, terminal)
    ]
    if options.output is not None:
        write_links(options.output, [(each.link, each.row) for each in links], terminal)
    for each in links:
        if options.format == "json":
            print_json(link_json(spec, each.share_path, each.link, terminal), terminal)
        elif options.output is None:
            terminal.print(each.link.text)
    if options.format == "text":
        different = dict.fromkeys(finding for each in links for finding in each.link.findings)
        print_findings((*spec.told, *different), terminal)
    return Status.of_causes([each.link.cause for each in links])


def _filled(spec: PathSpec, options: Namespace, terminal: Terminal) -> list[Filled]:
    from inspector.share_paths.rows import RowsError, fill_rows, read_table

    try:
        names, rows = read_table(read_text(str(options.rows), terminal))
        return list(fill_rows(spec.share_path, spec.target, spec.needs, names, rows))
    except RowsError as error:
        reason = terminal.messages.gettext(error.reason).format_map(error.values)
        raise Failure("{file}: {reason}", file=options.rows, reason=reason) from error


def link_json(
    spec: PathSpec, share_path: SharePath, link: Link, terminal: Terminal
) -> dict[str, Any]:
    """Return a link, what using it does, and what the page's onLoad gets."""
    from inspector.share_paths.arrival import received

    arrived = received(share_path, spec.target, spec.needs)
    return {
        "text": link.text,
        "findings": findings_json((*spec.told, *link.findings), terminal.messages),
        "opens": terminal.messages.gettext(link.opens),
        "receives": arrived.to_dict(),
    }
