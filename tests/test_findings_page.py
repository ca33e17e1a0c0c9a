"""The contributors' page of finding codes names every code, and no other."""

from __future__ import annotations

import re

from inspector.messages import finding_table
from tests.catalogue import PROJECT


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
