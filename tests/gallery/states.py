"""The states of the window: each a function that brings a new window into it."""

from __future__ import annotations

import base64
import hashlib
import json
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QToolButton

from inspector.share_paths import Options, Parameter, SharePath
from inspector.tickets import Ticket
from inspector.tickets.ticket import WIRE_NAMES
from inspector.window.faults import faults
from inspector.window.main_window import MainWindow
from inspector.window.payload_panel.content import BYTES
from inspector.window.state.undo import Step
from tests.window.commands import run
from tests.window.sealing import sealed
from tests.window.waiting import pause, wait_until, wait_while_busy

APP_ID: Final = "wx5c07e1a94bd2386f"
OTHER_APP_ID: Final = "wx3b90e7d2c815f46a"
DAY: Final = 86_400
PATH: Final = SharePath(
    "packageGoods/detail",
    (
        Parameter("id", "8821"),
        Parameter("from", "群聊"),
        Parameter("title", "%E6%98%A5"),
        Parameter("goods", "${goods.id}", enabled=False),
    ),
)


def group(app_id: str = APP_ID, group_id: str = "GP4Td14Z4GZm_JPPzXo4Z7kDCWJo") -> str:
    """Return the payload of a group share that was made yesterday."""
    mark = {"timestamp": int(time.time()) - DAY, "appid": app_id}
    return json.dumps({"openGId": group_id, "watermark": mark})


def user() -> str:
    """Return the payload of a user's profile."""
    return json.dumps(
        {
            "openId": "o98RflCSW3yGxrfPH5ST32cBM0sM",
            "nickName": "测试小鹿",
            "gender": 0,
            "language": "zh_CN",
            "city": "",
            "province": "",
            "country": "",
            "avatarUrl": "https://thirdwx.qlogo.cn/mmopen/vi_32/InventedAvatarForAPicture/132",
            "watermark": {"timestamp": int(time.time()) - 3000, "appid": OTHER_APP_ID},
        },
        ensure_ascii=False,
    )


def steps() -> str:
    """Return the payload of a month of steps."""
    first = int(time.time()) // DAY * DAY - 31 * DAY
    days = [{"timestamp": first + DAY * n, "step": n * 7919 % 12_000} for n in range(31)]
    mark = {"timestamp": int(time.time()) - 60, "appid": OTHER_APP_ID}
    return json.dumps({"stepInfoList": days, "watermark": mark})


def pasted(*tickets: Ticket) -> str:
    """Return tickets as JSON, one a line."""
    lines = [
        {wire: ticket.field(wire) for wire in WIRE_NAMES.values() if ticket.field(wire)}
        for ticket in tickets
    ]
    return "\n".join(json.dumps(line) for line in lines)


def settle(window: MainWindow) -> None:
    """Wait until nothing is read, judged, made or drawn any more."""
    forms = window.panels.forms
    wait_until(lambda: not forms.isVisible() or not forms.busy)
    pause(0.12)
    wait_while_busy(window)
    pause(0.05)
    wait_while_busy(window)


def empty(window: MainWindow) -> None:
    """Nothing was pasted yet."""
    del window


def opened(window: MainWindow) -> None:
    """A whole ticket whose app id and signature match."""
    ticket, raw = sealed(group()), '{"roomTopic":"Release check 2"}'
    signature = hashlib.sha1((raw + (ticket.session_key or "")).encode()).hexdigest()
    whole = replace(ticket, app_id=APP_ID, raw_data=raw, signature=signature)
    window.state.tickets.paste_capture(pasted(whole))


def repaired(window: MainWindow) -> None:
    """A form body with a wrong character in the key and blanks for plus signs."""
    ticket = next(t for t in iter(lambda: sealed(user()), None) if "+" in (t.encrypted_data or ""))
    key = ticket.session_key or ""
    key = key[:5] + ("B" if key[5] != "B" else "c") + key[6:]
    encoded = (key.replace("+", "%2B"), (ticket.iv or "").replace("+", "%2B"))
    data = (ticket.encrypted_data or "").replace("+", " ")
    window.state.tickets.paste_capture(
        "session_key={}&iv={}&encryptedData={}".format(*encoded, data)
    )


def wrong_key(window: MainWindow) -> None:
    """A key that does not belong to the data."""
    other = sealed(group()).session_key
    window.state.tickets.paste_capture(pasted(replace(sealed(group()), session_key=other)))


def cut(window: MainWindow) -> None:
    """Data of which the end is missing."""
    ticket = sealed(user())
    data = (ticket.encrypted_data or "")[:201]
    window.state.tickets.paste_capture(pasted(replace(ticket, encrypted_data=data)))


def corrupt_bytes(window: MainWindow) -> None:
    """The bytes of a long payload of which one block is corrupt."""
    ticket = sealed(steps().replace("}", "}" + " " * 900))
    data = bytearray(base64.b64decode(ticket.encrypted_data or ""))
    data[len(data) // 2] ^= 1
    damaged = replace(ticket, encrypted_data=base64.b64encode(data).decode())
    window.state.tickets.paste_capture(pasted(damaged))
    settle(window)
    window.panels.payload.parts().views.show_view(BYTES)


def handle(window: MainWindow) -> None:
    """A shareTicket alone."""
    window.state.tickets.paste_capture("c1d6b1a6-5a4b-4a5c-8d5e-2b8c4b2d1a11")


def neighbour(window: MainWindow) -> None:
    """A call that failed."""
    window.state.tickets.paste_capture('{"errMsg":"getShareInfo:fail no permission"}')


def decrypted(window: MainWindow) -> None:
    """A payload that was decrypted already."""
    window.state.tickets.paste_capture(group())


def month(window: MainWindow) -> None:
    """A list of alike objects."""
    window.state.tickets.paste_capture(pasted(sealed(steps())))


def missing(window: MainWindow) -> None:
    """A ticket whose key is missing."""
    window.state.tickets.paste_capture(pasted(replace(sealed(group()), session_key=None)))


def many(window: MainWindow) -> None:
    """Reports of several kinds, some of which do not open."""
    tickets = [sealed(group(group_id=f"G{n:02}Td14Z4GZm_JPPzXo4Z7kDCWJo")) for n in range(18)]
    tickets += [replace(sealed(user()), session_key=sealed("x").session_key) for _ in range(4)]
    tickets += [replace(t, encrypted_data=(t.encrypted_data or "")[:101]) for t in tickets[:3]]
    window.state.tickets.paste_capture(pasted(*tickets))


def empty_list(window: MainWindow) -> None:
    """The list before anything was opened."""
    window.show_workspace("reports")


def no_match(window: MainWindow) -> None:
    """A filter that no row fits."""
    many(window)
    settle(window)
    words = window.findChild(QLineEdit, "ticketFilterEdit")
    if words is not None:
        words.setText("nobody is called this")


def matching(window: MainWindow) -> None:
    """Keys are being tried on a long list: some rows are judged, the others wait."""
    key = sealed("x").session_key
    lost = [replace(sealed(group(group_id=f"G{n:027}")), session_key=key) for n in range(900)]
    verdicts = window.state.tickets.verdicts
    window.state.tickets.paste_capture(pasted(*lost))
    verdicts.rows_changed.connect(verdicts._judging_rest.cancel)
    wait_while_busy(window)


def file_trouble(window: MainWindow) -> None:
    """Files that could not be used, and what was pasted before."""
    opened(window)
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / name for name in ("photo-of-the-screen.png", "notes.txt")]
        files[0].write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
        files[1].write_text("nothing of use", encoding="utf-8")
        window.open_files([*files, Path(folder) / "gone.csv"])
        settle(window)


def symptom(window: MainWindow) -> None:
    """The words of an exception instead of data."""
    window.state.tickets.paste_capture(
        "javax.crypto.BadPaddingException: Given final block not properly padded. "
        "Such issues can arise if a bad key is used during decryption."
    )


def hash_fold(window: MainWindow) -> None:
    """A whole ticket with the hashes for the server in view."""
    opened(window)
    settle(window)
    button = window.findChild(QToolButton, "hashesButton")
    if button is not None:
        button.click()


def beside(window: MainWindow) -> None:
    """A ticket, and beside it a share path with its code."""
    opened(window)
    path(window)
    window.show_workspace("inspect")


def compile_mode(window: MainWindow) -> None:
    """The entry of a compile mode for DevTools."""
    path(window)
    window.state.path.set_target("compile_mode")


def several_paths(window: MainWindow) -> None:
    """A text with several paths, of which one is chosen."""
    window.show_workspace("share_path")
    line = window.findChild(QPlainTextEdit, "sharePathEdit")
    if line is not None:
        line.setFocus()
    window.state.path.take_text(
        "wx.navigateTo({ url: '/pages/cart/index?from=detail' })\n"
        "wx.navigateTo({ url: '/packageGoods/detail?id=8821' })\n"
        "wx.redirectTo({ url: '/pages/order/list?state=paid&page=1' })\n"
    )


def empty_library(window: MainWindow) -> None:
    """The library of paths before anything was saved."""
    path(window)
    run(window, "path.library")


def columns(window: MainWindow) -> None:
    """The choice of the list's columns."""
    many(window)
    settle(window)
    run(window, "list.columns")


def palette(window: MainWindow) -> None:
    """The command palette while nothing was pasted."""
    run(window, "help.palette")


def path(window: MainWindow) -> None:
    """A share path with every kind of parameter."""
    window.state.path.set_options(Options(APP_ID, "trial"))
    window.state.path.set_share_path(PATH, Step.EDIT_PATH)
    window.state.path.set_target("trial_link")
    window.show_workspace("share_path")


def over_limit(window: MainWindow) -> None:
    """A path too long for its form."""
    window.state.path.set_share_path(SharePath("pages/a", [("v", "x" * 9000)]), Step.EDIT_PATH)
    window.show_workspace("share_path")


def no_code(window: MainWindow) -> None:
    """A path whose app id is not known."""
    window.state.path.set_share_path(SharePath("pages/a", [("id", "1")]), Step.EDIT_PATH)
    window.state.path.set_target("trial_link")
    window.show_workspace("share_path")


def fault(window: MainWindow) -> None:
    """Something that nobody expected."""
    opened(window)
    running = QApplication.instance()
    if running is not None:
        faults(running).happened.emit("KeyError in inspector/window/app.py:1 run (inspector)")


def saved_late(window: MainWindow) -> None:
    """A sheet of codes was saved whose dialog was closed meanwhile."""
    path(window)
    with tempfile.TemporaryDirectory(prefix="codes ") as folder:
        files = [(Path(folder) / f"{number:03} id = {number}.png", b"") for number in range(1, 13)]
        window.state.saving.save(partial(list, files))
        settle(window)


STATES: Final[dict[str, Callable[[MainWindow], None]]] = {
    state.__name__: state
    for state in (
        empty,
        opened,
        repaired,
        wrong_key,
        cut,
        corrupt_bytes,
        handle,
        neighbour,
        decrypted,
        month,
        missing,
        many,
        empty_list,
        no_match,
        matching,
        file_trouble,
        symptom,
        hash_fold,
        path,
        beside,
        compile_mode,
        several_paths,
        empty_library,
        columns,
        palette,
        over_limit,
        no_code,
        saved_late,
        fault,
    )
}
"""Name of each state -> what brings a window into it."""
SIZES: Final = ((1280, 800), (1000, 640), (820, 700), (1600, 1000))
LANGUAGES: Final = ("en", "zh_CN")
