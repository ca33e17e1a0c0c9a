"""The workflows name what is there; none of them was run here."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.catalogue import PROJECT

FILES = sorted((PROJECT / ".github/workflows").glob("*.yml"))
STEP = re.compile(r"^      - (?:run|uses): \S", re.MULTILINE)


def test_there_is_one_for_the_bundle() -> None:
    assert "bundle.yml" in [file.name for file in FILES]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_it_is_well_formed(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip()]
    assert "\t" not in text
    assert not [line for line in lines if (len(line) - len(line.lstrip())) % 2]
    heads = [line.partition(":")[0] for line in lines if line[0] not in " #"]
    assert heads == ["name", "on", "permissions", "jobs"]
    assert text.count("{{") == text.count("}}") == text.count("${{")
    jobs = text.partition("\njobs:\n")[2]
    for job in re.split(r"^  (?=[\w-]+:$)", jobs, flags=re.MULTILINE)[1:]:
        assert re.search(r"^    runs-on: \S", job, re.MULTILINE), job
        assert re.search(r"^    timeout-minutes: \d+$", job, re.MULTILINE), job
        assert len(STEP.findall(job)) == len(re.findall(r"^      - ", job, re.MULTILINE)), job
    parsed = pytest.importorskip("yaml").safe_load(text)
    assert {"steps", "runs-on"} <= set(next(iter(parsed["jobs"].values())))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_what_it_runs_is_there(file: Path) -> None:
    named = re.findall(r"resources/[\w/.]+\.(?:py|spec)", file.read_text(encoding="utf-8"))
    assert named
    assert not [name for name in named if not (PROJECT / name).is_file()]


def test_debian_has_what_its_package_is_made_with() -> None:
    """Each library that the package depends on is looked up where it is installed."""
    text = (PROJECT / ".github/workflows/bundle.yml").read_text(encoding="utf-8")
    assert {"binutils", "dpkg-dev", "libgtk-3-0", "libpython3-dev"} <= set(
        text.partition("debian:")[2].split()
    )


def test_the_bundle_is_tried_on_each_system() -> None:
    text = (PROJECT / ".github/workflows/bundle.yml").read_text(encoding="utf-8")
    assert {"windows-latest", "macos-latest", "debian:12"} <= set(re.findall(r"[\w:.-]+", text))
    jobs = text.partition("\njobs:\n")[2].split("\n\n")
    assert len(jobs) == 2
    assert all("resources/packaging/smoke.py" in job for job in jobs)


def test_the_installer_is_tried_where_it_is_for() -> None:
    """Each of its steps is left out on a Mac, and what it installed is tried as the bundle is."""
    text = (PROJECT / ".github/workflows/bundle.yml").read_text(encoding="utf-8")
    steps = [step for step in text.split("      - ") if re.search(r" installer\b", step)]
    steps = [step for step in steps if step.startswith("run: ")]
    assert len(steps) == 2
    assert all("if: runner.os == 'Windows'" in step for step in steps)
    assert "/Programs/Share Ticket Inspector/inspector.exe" in text
