"""A package for Debian is named after the machine that its program is for."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from tests.catalogue import PROJECT


@pytest.fixture
def deb(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The program that makes the package, which finds its neighbours beside it."""
    monkeypatch.syspath_prepend(str(PROJECT / "resources/packaging"))
    before = set(sys.modules)
    yield importlib.import_module("deb")
    for name in {"deb", "command_tree", "completions", "icons", "manual"} - before:
        sys.modules.pop(name, None)


def program(folder: Path, machine: int, magic: bytes = b"\x7fELF") -> Path:
    """Write the head of a 64-bit program for a machine."""
    head = magic + b"\x02\x01\x01" + bytes(9) + b"\x03\x00"
    file = folder / "inspector"
    file.write_bytes(head + machine.to_bytes(2, "little"))
    return file


@pytest.mark.parametrize(("machine", "name"), [(62, "amd64"), (183, "arm64")])
def test_it_is_named_after_its_program(
    deb: ModuleType, machine: int, name: str, tmp_path: Path
) -> None:
    assert deb.architecture_of(program(tmp_path, machine)) == name


@pytest.mark.parametrize(("machine", "magic"), [(40, b"\x7fELF"), (62, b"MZ\x90\x00")])
def test_a_program_for_another_machine_is_refused(
    deb: ModuleType, machine: int, magic: bytes, tmp_path: Path
) -> None:
    with pytest.raises(SystemExit, match="amd64, arm64"):
        deb.architecture_of(program(tmp_path, machine, magic))
