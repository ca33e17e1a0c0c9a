from __future__ import annotations

from inspector.tickets.capture.readers import curl as reader
from inspector.tickets.capture.scanning.source import Source
from tests.tickets.capture.capture_forms import mint


def test_each_command_is_a_frame_labelled_by_its_address() -> None:
    minted = mint()
    text = f"curl https://x.example/a -d iv={minted.iv}\ncurl 'https://x.example/b?c=1' -d 1"
    assert reader.score(Source(text)) > 0.8
    assert [frame.label for frame in reader.read(Source(text)).frames] == ["/a", "/b"]


def test_a_word_is_no_command() -> None:
    assert reader.score(Source("curly braces")) == 0


def test_an_odd_address_is_no_error() -> None:
    (frame,) = reader.read(Source("curl http://[bad -d x")).frames
    assert frame.label is None
