"""How a Linux desktop knows the program: its entry, its type of file, its page in a catalogue."""

from __future__ import annotations

import configparser
import shutil
import subprocess
import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from inspector.tickets.cases.case_file import SUFFIX
from inspector.window.app import make_application
from tests.catalogue import PROJECT
from tests.packaging.tools import tool

FOLDER = PROJECT / "resources/packaging/linux"
NAME = "share-ticket-inspector"
CASE_FILES = "application/x-share-ticket+json"


@pytest.fixture
def entry() -> configparser.SectionProxy:
    """The desktop entry."""
    parser = configparser.ConfigParser(interpolation=None, delimiters=["="])
    parser.read(FOLDER / f"{NAME}.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def test_the_desktop_entry_is_valid() -> None:
    ran = subprocess.run(
        [tool("desktop-file-validate"), FOLDER / f"{NAME}.desktop"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (0, "")


def test_a_window_belongs_to_its_entry(entry: configparser.SectionProxy, qapp: object) -> None:
    """Else a desktop shows it under a strange icon, beside the one that was clicked."""
    del qapp
    application = make_application()
    assert application.desktopFileName() == NAME
    assert entry["StartupWMClass"] == application.applicationName()


def test_the_entry_starts_the_program_with_files(entry: configparser.SectionProxy) -> None:
    scripts = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    program, files = entry["Exec"].split()
    assert program in scripts["scripts"]
    assert files == "%F"
    assert CASE_FILES in entry["MimeType"].split(";")


def test_the_page_in_the_catalogue_is_valid() -> None:
    # Its id is no reversed domain name, as the project has no domain.
    ran = subprocess.run(
        [
            *(tool("appstreamcli"), "validate", "--no-net"),
            "--override=cid-desktopapp-is-not-rdns=info",
            FOLDER / f"{NAME}.metainfo.xml",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout


def test_the_page_leads_to_the_entry() -> None:
    page = ET.parse(FOLDER / f"{NAME}.metainfo.xml")
    assert page.findtext("launchable") == f"{NAME}.desktop"
    assert page.findtext("provides/mediatype") == CASE_FILES
    assert page.findtext("project_license") == "MIT"


def test_case_files_are_a_type_of_their_own(tmp_path: Path) -> None:
    program = tool("update-mime-database")
    packages = tmp_path / "packages"
    packages.mkdir()
    shutil.copyfile(FOLDER / f"{NAME}.mime.xml", packages / f"{NAME}.xml")
    subprocess.run([program, tmp_path], check=True, capture_output=True)
    globs = (tmp_path / "globs2").read_text(encoding="utf-8").splitlines()
    assert f"60:{CASE_FILES}:*{SUFFIX}" in globs
    assert f"{CASE_FILES} application/json" in (tmp_path / "subclasses").read_text("utf-8")
