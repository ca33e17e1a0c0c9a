"""Hold our tables against a copy of the official documentation and print what went stale.

    python .ci/stale_tables.py FOLDER

FOLDER holds what somebody has downloaded, in any order: miniprogram-api-typings (`.d.ts`), pages
of the documentation (`.html`, `.md`), among them that of the scene values. Nothing is fetched.
The exit status is 0 when nothing is stale, 1 when something is, 2 when there is nothing to compare.
"""

from __future__ import annotations

import html
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from inspector import assets

SUFFIXES: Final = {".ts", ".md", ".html", ".htm"}
ROWS: Final = (
    re.compile(r"^[ \t]*\*?[ \t]*- ?'?(1\d{3})'?[ \t]*[:：](.+)$", re.MULTILINE),
    re.compile(r"^[ \t]*\|[ \t`]*(1\d{3})[ \t`]*\|([^|\n]*)\|", re.MULTILINE),
    re.compile(r"<td[^<>]*>\s*(1\d{3})\s*</td>\s*<td[^<>]*>([^<]*)</td>"),
)
"""A scene and its words: in typings, in Markdown, in HTML without all tags but those of cells."""
OTHER_TAGS: Final = re.compile(r"<(?!/?td\b)[^<>]*>")
LINK: Final = re.compile(r"\[([^\][]*)\]\([^()]*\)")
LIST_ENDS: Final = re.compile(r"\*/|</table>|\n[ \t]*\n")
ANCHORS: Final = {1007, 1008, 1011, 1047}
"""Cards of both chats and codes: what lists them lists scenes, not errors of an advertisement."""
GAMES_ONLY: Final = {"getGameClubData", "getUserInteractiveStorage", "requestMidasFriendPayment"}
"""Calls that only the typings of mini games have; told by `minigame` in the path of a file."""


def main(arguments: Sequence[str]) -> int:
    """Compare, print a line for each stale row, and return the exit status."""
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        sys.stderr.write("usage: stale_tables.py FOLDER\n")
        return 2
    copy = read_copy(Path(arguments[0]))
    parts = [part(copy) for part in (stale_scenes, stale_kinds, stale_routes)]
    if all(compared == 0 for compared, _ in parts):
        sys.stderr.write("Nothing in this folder can be compared with our tables.\n")
        return 2
    stale = [line for _, lines in parts for line in lines]
    for line in stale:
        sys.stdout.write(f"{line}\n")
    scenes, kinds, routes = (compared for compared, _ in parts)
    sys.stdout.write(
        f"Compared: {scenes} scenes, {kinds} payload kinds, {routes} routes. Stale: {len(stale)}.\n"
    )
    return 1 if stale else 0


def read_copy(folder: Path) -> dict[Path, str]:
    """Return each page and each file of typings with its text."""
    files = sorted(file for file in folder.rglob("*") if file.suffix.lower() in SUFFIXES)
    return {file: file.read_text("utf-8", errors="replace") for file in files if file.is_file()}


def scenes_in(text: str) -> dict[int, str]:
    """Return the scenes that a text lists, with their words; there may be other lists in it."""
    scenes: dict[int, str] = {}
    for part in LIST_ENDS.split(text):
        cells = OTHER_TAGS.sub("", part)
        found = {
            int(number): tidy(words)
            for pattern in ROWS
            for number, words in pattern.findall(cells if "td" in pattern.pattern else part)
        }
        scenes |= found if found.keys() >= ANCHORS else {}
    return scenes


def tidy(words: str) -> str:
    """Return the words of a cell or line without the marks of its page and its link to more."""
    text = LINK.sub(r"\1", html.unescape(words)).strip().rstrip(";；")
    return text.removesuffix("详情").strip()


def bare(words: str) -> str:
    """Return words without blanks and marks, which differ from one page to the next."""
    return "".join(letter for letter in words if letter.isalnum()).casefold()


def stale_scenes(copy: dict[Path, str]) -> tuple[int, list[str]]:
    """Return how many scenes were compared, and a line for each new, gone or reworded one.

    Typings list older scenes in older words: what is gone or worded anew, only a page of the
    documentation tells.
    """
    ours = {row["scene"]: row["zh"] for row in assets.table("scenes")}
    listed: dict[int, str] = {}
    theirs: dict[int, list[str]] = {}
    for file, text in copy.items():
        scenes = scenes_in(text)
        listed |= scenes
        for scene, words in scenes.items() if file.suffix != ".ts" else ():
            theirs.setdefault(scene, []).append(words)
    new = [f"scene {each} is new: {listed[each]}" for each in sorted(listed.keys() - ours)]
    missing = sorted(ours.keys() - theirs) if theirs else []
    gone = [f"scene {each} is gone: {ours[each]}" for each in missing]
    other = [
        f"scene {each} is worded anew: {theirs[each][0]} (ours: {ours[each]})"
        for each in sorted(ours.keys() & theirs)
        if bare(ours[each]) not in map(bare, theirs[each])
    ]
    return len(ours if theirs else ours.keys() & listed), new + gone + other


def stale_kinds(copy: dict[Path, str]) -> tuple[int, list[str]]:
    """Return how many payload kinds were compared, and a line for each call that is gone."""
    typings = {file: text for file, text in copy.items() if file.name.endswith(".d.ts")}
    of_games = [text for file, text in typings.items() if "minigame" in str(file)]
    of_programs = [text for file, text in typings.items() if "minigame" not in str(file)]
    compared, stale = set(), []
    for kind, row in assets.table("payload_kinds")["kinds"].items():
        for name in calls_of(row):
            texts = of_games if name in GAMES_ONLY else of_programs
            if not texts:
                continue
            compared.add(kind)
            if not any(re.search(rf"\b{name}\b", text) for text in texts):
                stale.append(f"payload kind {kind}: the typings have no wx.{name}")
    return len(compared), stale


def calls_of(kind: dict[str, Any]) -> Iterator[str]:
    """Give the names of WeChat's own calls that answer with a kind of payload."""
    for name in kind["apis"]:
        space, _, call = name.partition(".")
        if space == "wx" and "." not in call:
            yield call


def stale_routes(copy: dict[Path, str]) -> tuple[int, list[str]]:
    """Return how many routes were compared, and a line for each limit or address that is gone."""
    compared, stale = 0, []
    for route in assets.table("targets"):
        name = Path(route["source"]).name.removesuffix(".html").casefold()
        pages = [text for file, text in copy.items() if file.stem.casefold() == name]
        if not pages:
            continue
        compared += 1
        for what, pattern in promises(route):
            if not any(re.search(pattern, page) for page in pages):
                stale.append(f"route {route['name']}: its page no longer says {what}")
    return compared, stale


def promises(route: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Give what a route's own page has to say: words to print, and the pattern to look for."""
    limit = route.get("limit") or {}
    if limit.get("official", True) and limit:
        yield str(limit["max"]), rf"(?<!\d)(?:{limit['max']}|{limit['max']:,})(?!\d)"
    address = re.search(r"https://[^/?]+(/[^?]+)", str(route.get("request") or ""))
    if address:
        yield address[1], rf"{re.escape(address[1])}(?!\w)"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
