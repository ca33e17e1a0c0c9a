"""Each snippet whose language stands on the machine is run."""

from __future__ import annotations

import base64
import json
import os
import secrets
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from Crypto.Cipher import AES
from Crypto.Util.Padding import pad

from inspector import assets
from inspector.messages import Messages
from inspector.share_paths import SharePath
from inspector.share_paths.snippets import (
    PLACEHOLDER,
    Snippet,
    SnippetValues,
    literal,
    snippets,
    write_snippet,
)

NODE = shutil.which("node")
needs_node = pytest.mark.skipif(NODE is None, reason="Node is not installed")
PATH = SharePath("pages/index/index", [("id", "123"), ("from", "群 & 'x'\\")])
ENCODED = "id=123&from=%E7%BE%A4%20%26%20'x'%5C"
APP_ID = "wx0123456789abcdef"
RUNNERS = {
    "open_ticket_python": [sys.executable],
    "open_ticket_node": ["node"],
    "open_ticket_java": ["java", "-Xshare:auto", "-XX:TieredStopAtLevel=1"],
    "open_ticket_go": ["go", "run"],
    "open_ticket_php": ["php"],
    "open_ticket_ruby": ["ruby"],
}
STUBS = """
const calls = [];
const log = (name, value) => { calls.push([name, value]); };
const Page = (page) => { globalThis.made = page; };
const App = Page;
const wx = {
  updateShareMenu: (call) => log('updateShareMenu', call.withShareTicket),
  showShareMenu: (call) => log('showShareMenu', call.withShareTicket),
  login: (call) => { log('login'); call.success({ code: 'CODE' }); },
  getShareInfo: (call) => {
    log('getShareInfo', call.shareTicket);
    call.success({ encryptedData: 'E', iv: 'I' });
  },
  getGroupEnterInfo: (call) => {
    log('getGroupEnterInfo');
    call.success({ encryptedData: 'E', iv: 'I' });
  },
  request: (call) => log('request', call.data),
};
"""


def find(name: str) -> Snippet:
    return next(snippet for snippet in snippets() if snippet.name == name)


def run_page(name: str, act: str, **values: Any) -> Any:
    """Run a snippet between stubs, do something with what it made, return what `act` gives."""
    source = write_snippet(find(name), SnippetValues(PATH, **values))
    program = (
        f"{STUBS}\n{source}\n(async () => ({act}))().then((r) => console.info(JSON.stringify(r)));"
    )
    call = [str(NODE), "-e", program]
    done = subprocess.run(call, capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


@needs_node
def test_the_message_is_shared_with_its_path() -> None:
    shared = run_page("share_message", "made.onShareAppMessage()", title="It's “我”\n")
    assert shared == {"title": "It's “我”\n", "path": f"/pages/index/index?{ENCODED}"}
    with_picture = run_page("share_message", "made.onShareAppMessage()", image_url="/a.png")
    assert with_picture["imageUrl"] == "/a.png"


@needs_node
def test_the_promise_gives_the_same() -> None:
    act = "made.onShareAppMessage().promise.then((late) => [made.onShareAppMessage(), late])"
    at_once, late = run_page("share_message_promise", act, title="t")
    assert late == {"title": "t", "path": f"/pages/index/index?{ENCODED}"}
    assert {**at_once, "promise": None} == {**late, "promise": None}


@needs_node
def test_moments_get_the_query() -> None:
    assert run_page("share_timeline", "made.onShareTimeline()")["query"] == ENCODED


@needs_node
def test_a_name_that_looks_like_a_place_to_fill_stays() -> None:
    hostile = SharePath("a", [("__TITLE__", "1"), ("__DECODING__", "2"), ("// x\n", "3")])
    source = write_snippet(find("page_on_load"), SnippetValues(hostile, title="WRONG"))
    assert "WRONG" not in source
    assert "options.__TITLE__" in source
    subprocess.run([str(NODE), "--check", "-"], input=source, text=True, check=True)


@needs_node
def test_the_page_decodes_what_it_receives() -> None:
    source = write_snippet(find("page_on_load"), SnippetValues(PATH))
    last = source.rindex("  },")
    reading = f"{source[:last]}    log('values', [id, from]);\n{source[last:]}"
    options = json.dumps({"id": "123", "from": "%E7%BE%A4%20%26%20'x'%5C"})
    program = f"{STUBS}\n{reading}\nmade.onLoad({options});\nconsole.log(JSON.stringify(calls));"
    call = [str(NODE), "-e", program]
    done = subprocess.run(call, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [["values", ["123", "群 & 'x'\\"]]]


@needs_node
@pytest.mark.parametrize(
    ("name", "act", "calls"),
    [
        ("update_share_menu", "(made.onLoad(), calls)", [["updateShareMenu", True]]),
        (
            "show_share_menu_2017",
            "(made.onLoad(), made.onShareAppMessage().success({shareTickets: ['a', 'b']}), calls)",
            [["showShareMenu", True], ["getShareInfo", "a"], ["getShareInfo", "b"]],
        ),
        (
            "read_share_ticket",
            "(made.onShow({}), made.onShow({shareTicket: 'T'}), calls)",
            [
                ["login", None],
                ["getShareInfo", "T"],
                ["request", {"code": "CODE", "encryptedData": "E", "iv": "I"}],
            ],
        ),
        (
            "read_group_enter_info",
            "(made.onShow(), calls)",
            [
                ["login", None],
                ["getGroupEnterInfo", None],
                ["request", {"code": "CODE", "encryptedData": "E", "iv": "I"}],
            ],
        ),
    ],
)
def test_the_calls_are_made_in_order(name: str, act: str, calls: list[Any]) -> None:
    made = run_page(name, act)
    assert [call if len(call) > 1 else [*call, None] for call in made] == calls


def mint(payload: Any) -> tuple[str, str, str]:
    """Return a fresh session key, iv and encryptedData; a text stands alone, without JSON."""
    key, iv = secrets.token_bytes(16), secrets.token_bytes(16)
    text = payload if isinstance(payload, str) else json.dumps(payload, ensure_ascii=False)
    plain = text.encode()
    data = AES.new(key, AES.MODE_CBC, iv).encrypt(pad(plain, 16))
    session_key, vector, encrypted = (base64.b64encode(raw).decode() for raw in (key, iv, data))
    return session_key, vector, encrypted


@pytest.mark.parametrize("name", RUNNERS)
def test_the_server_opens_a_ticket_and_refuses_a_wrong_one(name: str, tmp_path: Path) -> None:
    command = RUNNERS[name]
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    payload = {"openGId": "tG群", "watermark": {"timestamp": 1535624932, "appid": APP_ID}}
    opened = run_server(name, mint(payload), APP_ID, tmp_path)
    assert opened.returncode == 0, opened.stderr
    assert json.loads(opened.stdout) == payload
    refused = run_server(name, mint(payload), "wxffffffffffffffff", tmp_path)
    assert refused.returncode != 0
    assert APP_ID in refused.stderr


PAYLOADS = {
    "activity_id": "1048_4rZq-bare_activity.Id",
    "list": [{"step": 1, "note": "群"}, {"step": 2}],
    "no_watermark": {"a": {"b": []}, "c": None, "d": 1735689600},
}


@pytest.mark.parametrize("kind", PAYLOADS)
@pytest.mark.parametrize("name", RUNNERS)
def test_the_server_opens_every_kind_of_payload(name: str, kind: str, tmp_path: Path) -> None:
    command = RUNNERS[name]
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    payload = PAYLOADS[kind]
    opened = run_server(name, mint(payload), APP_ID, tmp_path)
    assert opened.returncode == 0, opened.stderr
    said = opened.stdout.strip()
    assert payload in (said, json.loads(said) if said[0] in '{["' else None)


def run_server(
    name: str, minted: tuple[str, str, str], app_id: str, folder: Path
) -> subprocess.CompletedProcess[str]:
    """Run a server snippet on a ticket."""
    session_key, iv, encrypted_data = minted
    values = SnippetValues(PATH, app_id=app_id, iv=iv, encrypted_data=encrypted_data)
    file = folder / find(name).file
    file.write_text(write_snippet(find(name), values), encoding="utf-8")
    surroundings = {**os.environ, "SESSION_KEY": session_key, "PYTHONIOENCODING": "utf-8"}
    call = [*RUNNERS[name], str(file)]
    return subprocess.run(
        call, env=surroundings, capture_output=True, encoding="utf-8", check=False
    )


@pytest.mark.parametrize("snippet", snippets(), ids=[snippet.name for snippet in snippets()])
def test_every_snippet_is_complete_in_both_languages(snippet: Snippet) -> None:
    chinese = Messages("zh_CN").gettext
    english, translated = (
        write_snippet(snippet, SnippetValues(PATH), translate) for translate in (str, chinese)
    )
    assert not PLACEHOLDER.search(english)
    assert len(translated.splitlines()) == len(english.splitlines())
    for text in (snippet.title, *snippet.notes):
        assert chinese(text) != text
    comments = [line for line in english.splitlines() if line.lstrip().startswith(("//", "# "))]
    assert all(comment not in translated for comment in comments)


def test_every_source_belongs_to_a_snippet() -> None:
    files = {file.name for file in assets.path("snippets").iterdir()}
    assert files == {f"{snippet.file}.txt" for snippet in snippets()}


def test_no_session_key_is_ever_filled_in() -> None:
    assert "session_key" not in SnippetValues.__slots__
    servers = [snippet for snippet in snippets() if snippet.name.startswith("open_ticket")]
    assert all("SESSION_KEY" in assets.text("snippets", f"{server.file}.txt") for server in servers)


@pytest.mark.parametrize(
    "text", ["'\"\\`${x}", "\0\n\r\u2028", "群😀", "\ud800", "*/ // ?>", "\ufeffa"]
)
def test_a_text_stays_one_text_in_each_language(text: str) -> None:
    assert eval(literal(text, "python")) == text
    assert json.loads(literal(text, "java")) == text
    assert "\ufeff" not in literal(text, "go")
    assert literal("a'b\\", "php") == "'a\\'b\\\\'"
    if NODE is not None:
        program = f"console.log(JSON.stringify({literal(text, 'javascript')}))"
        done = subprocess.run(
            [NODE, "-"], input=program, capture_output=True, encoding="utf-8", check=True
        )
        assert json.loads(done.stdout) == text
