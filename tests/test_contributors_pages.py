"""What the contributors' pages name is there: codes of findings, files, and what lies in them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from inspector.messages import finding_table
from tests.catalogue import PROJECT

ROOMS = ("", "inspector", "inspector/tickets", "inspector/tickets/capture",
         "inspector/tickets/decryption", "inspector/share_paths")  # fmt: skip
MADE = ("dist/",)
"""What commands make."""


def test_the_page_names_every_code_once() -> None:
    page = (PROJECT / ".github" / "FINDINGS.md").read_text(encoding="utf-8")
    named = re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)
    assert sorted(named) == sorted(finding_table())


def test_every_link_of_the_contributors_pages_leads_somewhere() -> None:
    folder = PROJECT / ".github"
    pages = [*folder.glob("*.md"), PROJECT / "README.md"]
    broken = [
        f"{page.name}: {link}"
        for page in pages
        for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
        if not (page.parent / link).exists()
    ]
    assert not broken


@pytest.mark.parametrize("page", ["ARCHITECTURE.md", "CONTRIBUTING.md", "FACTS.md", "FINDINGS.md"])
def test_every_file_that_is_named_is_there(page: str) -> None:
    text = (PROJECT / ".github" / page).read_text(encoding="utf-8")
    named = re.findall(r"`((?:[\w.]+/)+(?:[\w.]+\.\w+)?)`", text)
    assert not [name for name in named if find(name) is None and name not in MADE]


def test_what_lies_in_a_file_lies_there() -> None:
    """`NAME` in `a/file.py`."""
    page = (PROJECT / ".github" / "ARCHITECTURE.md").read_text(encoding="utf-8")
    named = re.findall(r"`(\w+)` in `([\w./]+\.py)`", page)
    assert len(named) > 3
    for name, file in named:
        found = find(file)
        assert found is not None
        assert re.search(rf"^(?:def |class )?{name}\b", found.read_text(encoding="utf-8"), re.M)


def find(name: str) -> Path | None:
    """Return a file or folder, named from the top or as seen from a room."""
    found = [PROJECT / room / name for room in ROOMS if (PROJECT / room / name).exists()]
    return found[0] if found else None
