"""Settings: typed access, defaults, and every key once."""

from __future__ import annotations

from PySide6.QtCore import QByteArray

from inspector.window.state.settings import Key, Settings


def test_what_is_set_is_found_again() -> None:
    Settings().set(Key.LANGUAGE, "zh_CN")
    Settings().set(Key.GEOMETRY, QByteArray(b"\x00\x01"))
    again = Settings()
    assert again.text(Key.LANGUAGE) == "zh_CN"
    assert again.state(Key.GEOMETRY) == QByteArray(b"\x00\x01")


def test_what_was_never_set_has_its_default() -> None:
    settings = Settings()
    assert settings.text(Key.TARGET, "share_message") == "share_message"
    assert settings.state(Key.GEOMETRY).isEmpty()


def test_a_value_of_another_type_is_not_taken() -> None:
    settings = Settings()
    settings.set(Key.GEOMETRY, "text")
    assert settings.state(Key.GEOMETRY).isEmpty()


def test_forgetting_returns_to_the_default() -> None:
    settings = Settings()
    settings.set(Key.THEME, "dark")
    settings.forget(Key.THEME)
    assert settings.text(Key.THEME) == ""


def test_no_two_settings_share_a_key() -> None:
    assert len({key.value for key in Key}) == len(list(Key)) == len(Key.__members__)
