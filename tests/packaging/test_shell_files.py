"""The manual pages and the completions say what the parsers say, in each language and shell."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from inspector.cli.program import build_parser, command_names
from inspector.cli.terminal import Terminal
from inspector.messages import Messages
from tests.catalogue import PROJECT
from tests.packaging.tools import tool

FOLDER = PROJECT / "resources/packaging"
PAGES = {"en": "man/man1/inspector.1", "zh_CN": "man/zh_CN/man1/inspector.1"}
BASH = "bash-completion/completions/inspector"
ZSH = "zsh/vendor-completions/_inspector"
FISH = "fish/vendor_completions.d/inspector.fish"
INVENTED = '''
"""A command that nobody has heard of."""
SUMMARY = "Weigh what isn't there."
def configure(parser, messages):
    parser.add_argument("--scale", choices=("kilo", "mega"), help="which [scale]: one of \\\\ two")
    parser.add_argument("file", metavar="FILE")
def run(options, terminal):
    return 0
'''


def made(folder: Path, *paths: Path) -> Path:
    """Return a folder with all that the two commands write."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(map(str, (*paths, PROJECT)))}
    for name in ("manual.py", "completions.py"):
        subprocess.run([sys.executable, FOLDER / name, folder], env=environment, check=True)
    return folder


@pytest.fixture(scope="module")
def share(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is installed below `/usr/share`."""
    return made(tmp_path_factory.mktemp("share"))


def output(*command: str | Path, **environment: str) -> str:
    """Return what a program prints; it may have nothing to complain of."""
    ran = subprocess.run(
        command, capture_output=True, encoding="utf-8", env=os.environ | environment, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    return ran.stdout


def options_of(*words: str) -> set[str]:
    """Return the long options that the help of a command names."""
    printed = io.StringIO()
    terminal = Terminal(io.StringIO(), printed, io.StringIO(), {}, Messages("en"))
    with pytest.raises(SystemExit):
        build_parser(terminal, words).parse_args([*words, "--help"])
    return set(re.findall(r"^  (?:-\w, |-\w [A-Z=]+, )?(--[\w-]+)", printed.getvalue(), re.M))


@pytest.mark.parametrize("language", PAGES)
def test_a_page_is_valid(share: Path, language: str) -> None:
    assert output(tool("mandoc"), "-T", "lint", "-W", "warning", share / PAGES[language]) == ""


def test_a_page_names_every_command_and_option(share: Path) -> None:
    page = output(tool("mandoc"), "-T", "utf8", "-O", "width=300", share / PAGES["en"])
    page = re.sub(".\b", "", page)
    for words in [*([name] for name in command_names()), ["path", "build"]]:
        assert re.search(rf"^ +{' '.join(words)}$", page, re.M)
        assert options_of(*words) <= set(re.findall(r"--[\w-]+", page))


def test_a_page_is_in_its_language(share: Path) -> None:
    page = (share / PAGES["zh_CN"]).read_text(encoding="utf-8")
    assert '.SH "选项"' in page
    assert "显示版本并退出" in page


BASH_ASKS = """
source "$1"; shift
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_inspector 2>/dev/null
printf '%s\\n' "${COMPREPLY[@]}"
"""


def from_bash(file: Path, *words: str) -> set[str]:
    """Return what bash offers for the last of some words."""
    answer = output(tool("bash"), "--norc", "-c", BASH_ASKS, "bash", file, "inspector", *words)
    return set(answer.split())


def from_fish(file: Path, *words: str) -> set[str]:
    """Return what fish offers for the last of some words."""
    asks = f"source {file}; complete -C 'inspector {' '.join(words)}'"
    answer = output(tool("fish"), "--no-config", "-c", asks)
    return {line.split("\t")[0] for line in answer.splitlines()}


@pytest.mark.parametrize(("file", "ask"), [(BASH, from_bash), (FISH, from_fish)])
def test_a_shell_completes(share: Path, file: str, ask: object) -> None:
    assert callable(ask)

    def offered(*words: str) -> set[str]:
        return set(ask(share / file, *words))

    assert set(command_names()) <= offered("")
    assert offered("path", "bui") == {"build"}
    assert offered("path", "--debug", "bui") == {"build"}
    assert "plain_scheme" in offered("path", "build", "pages/a", "--as", "")
    assert offered("decode", "--format", "j") == {"json"}
    assert offered("path", "build", "--sc") == {"--scene"}
    assert not offered("reports", "--sce")
    for words in [*([name] for name in command_names()), ["path", "build"]]:
        assert options_of(*words) <= offered(*words, "--")


def test_bash_completes_behind_an_equals_sign(share: Path) -> None:
    assert from_bash(share / BASH, "decode", "--format", "=", "j") == {"json"}
    assert from_bash(share / BASH, "decode", "--format", "=") == {"text", "json"}


def test_bash_leaves_files_to_itself(share: Path) -> None:
    assert not from_bash(share / BASH, "reports", "")
    assert not from_bash(share / BASH, "reports", "--keys", "")


ZSH_ASKS = """
_arguments() { print -rl -- "$@" }
compdef() { }
source "$1"
shift
"_inspector${1:+_}$1"
"""


def test_zsh_is_given_every_option(share: Path) -> None:
    for words in [*([name] for name in command_names()), ["path", "build"]]:
        name = "_".join(words)
        answer = output(tool("zsh"), "-f", "-c", ZSH_ASKS, "zsh", share / ZSH, name)
        assert options_of(*words) <= set(re.findall(r"^(?:\([^)]*\))?\*?(--[\w-]+)", answer, re.M))


def test_every_script_can_be_read(share: Path) -> None:
    for shell, file in (("bash", BASH), ("zsh", ZSH), ("fish", FISH)):
        assert output(tool(shell), "-n", share / file) == ""


def test_a_new_command_comes_along_by_itself(tmp_path: Path) -> None:
    """With all signs in its help that a shell or a page could take for its own."""
    (tmp_path / "sitecustomize.py").write_text(
        "import inspector.cli.commands as commands\n"
        f"commands.__path__.append({str(tmp_path / 'more')!r})\n",
        encoding="utf-8",
    )
    (tmp_path / "more").mkdir()
    (tmp_path / "more/weigh.py").write_text(INVENTED, encoding="utf-8")
    share = made(tmp_path / "share", tmp_path)
    assert from_bash(share / BASH, "wei") == {"weigh"}
    assert from_bash(share / BASH, "weigh", "--scale", "m") == {"mega"}
    assert from_fish(share / FISH, "weigh", "--scale", "m") == {"mega"}
    answer = output(tool("zsh"), "-f", "-c", ZSH_ASKS, "zsh", share / ZSH, "weigh")
    assert r"--scale[which \[scale\]: one of \\ two]:kilo|mega:(kilo mega)" in answer
    page = output(tool("mandoc"), "-T", "utf8", share / PAGES["en"])
    assert "which [scale]: one of \\ two" in re.sub(".\b", "", page)
