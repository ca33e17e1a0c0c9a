"""Libraries of a bundle go before the system's."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import Crypto
import pytest

from inspector import displays


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="libraries of Linux")
def test_a_library_that_only_the_bundle_has_is_loaded(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The system's loader does not look into the folder of a bundle by itself."""
    name = "libonly-in-the-bundle.so.1"
    assert "libonly-in-the-bundle" in (displays.load_fault(name) or "")
    small = next((Path(Crypto.__file__).parent / "Cipher").glob("_raw_ecb*.so"))
    shutil.copy(small, tmp_path / name)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert displays.load_fault(name) is None
    assert displays.load_fault("libnowhere.so.1") is not None
