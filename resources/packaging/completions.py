"""Completion of the command line for bash, zsh and fish, made of what the parsers know.

    python resources/packaging/completions.py FOLDER

writes below FOLDER what each shell looks for below `/usr/share` (or `~/.local/share`).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from command_tree import Level, Value, levels

PLACES: Final = {
    "bash": "bash-completion/completions/inspector",
    "zsh": "zsh/vendor-completions/_inspector",
    "fish": "fish/vendor_completions.d/inspector.fish",
}
BASH: Final = """\
# Words after `=` come as words of their own, as `=` breaks words in bash.
_inspector() {
  local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} level= word
  local words= options=
  [ "$current" != = ] || current=
  [ "$before" != = ] || before=${COMP_WORDS[COMP_CWORD - 2]}
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$level $word" in
@LEVELS@
    esac
  done
  COMPREPLY=()
  case "$level $before" in
@VALUES@
  esac
  case "$level" in
@WORDS@
  esac
  # Without a reply the shell completes names of files.
  [[ $current != -* ]] || words=$options
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o bashdefault -o default -F _inspector inspector
"""
FISH: Final = """\
function __inspector_at
  set -l level ''
  for word in (commandline -opc)[2..]
    switch "$level $word"
@LEVELS@
    end
  end
  test "$level" = "$argv"
end
complete -c inspector -f
"""


def main(folder: Path) -> None:
    """Write the files of all shells."""
    found = levels("en")
    written = {"bash": bash(found), "zsh": zsh(found), "fish": fish(found)}
    for shell, lines in written.items():
        file = folder / PLACES[shell]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


def bash(found: list[Level]) -> Iterator[str]:
    """Give the lines of the script for bash."""
    steps, values, words = [], [], []
    for level in found:
        steps += [f'      "{step(level)}") level="{level.name}" ;;'] if level.words else []
        for option in level.options:
            if option.value:
                names = "|".join(f'"{level.name} {name}"' for name in option.names)
                values.append(f"    {names}) {bash_value(option)} ;;")
        names = " ".join(name for option in level.options for name in option.names)
        parts = f'words="{" ".join(level.parts)}" ' if level.parts else ""
        words.append(f'    "{level.name}") {parts}options="{names}" ;;')
    filled = BASH.replace("@LEVELS@", "\n".join(steps)).replace("@VALUES@", "\n".join(values))
    yield filled.replace("@WORDS@", "\n".join(words))


def bash_value(option: Value) -> str:
    """Return what completes an option's value: its choices, files, or nothing."""
    if option.choices:
        chosen = " ".join(option.choices)
        return f'COMPREPLY=($(compgen -W "{chosen}" -- "$current")); return'
    return "return" if option.is_file else "compopt +o default +o bashdefault 2>/dev/null; return"


def step(level: Level) -> str:
    """Return the words before the last and the last, as the scripts look for them."""
    return f"{' '.join(level.words[:-1])} {level.words[-1]}"


def zsh(found: list[Level]) -> Iterator[str]:
    """Give the lines of the script for zsh: a function for each command."""
    yield "#compdef inspector"
    for level in found:
        yield from (
            "",
            f"{zsh_name(level.words)}() {{",
            '  local context state line curcontext="$curcontext"',
        )
        yield "  typeset -A opt_args"
        yield "  _arguments -C \\"
        yield from (f"    {zsh_option(option)} \\" for option in level.options)
        if level.parts:
            yield from ("    '1: :->word' '*:: :->rest'", "  case $state in", "    word)")
            described = " ".join(quoted(f"{name}:{text}") for name, text in level.parts.items())
            yield f"      local -a words=({described})"
            # Without a command the program opens files.
            yield "      _describe command words" + ("" if level.words else "; _files")
            yield from ("      ;;", "    rest)", "      case $line[1] in")
            for name in level.parts:
                yield f"        {name}) {zsh_name((*level.words, name))} ;;"
            yield from ("        *) _files ;;", "      esac", "      ;;", "  esac")
        else:
            yield "    " + " ".join(zsh_argument(one) for one in level.arguments)
        yield "}"
    yield from ("", '_inspector "$@"')


def zsh_name(words: tuple[str, ...]) -> str:
    """Return the name of a command's function."""
    return "_".join(("_inspector", *words))


def zsh_option(option: Value) -> str:
    """Return an option as `_arguments` wants it, its other names shut out by each of them."""
    repeat = "*" if option.repeated else ""
    others = "" if option.repeated or len(option.names) == 1 else f"({' '.join(option.names)})"
    taken = zsh_value(option) if option.value else ""
    text = "[" + option.help.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]") + "]"
    names = ",".join(option.names)
    shown = names if len(option.names) == 1 else f"'{{{names}}}'"
    return quoted(f"{others}{repeat}\0{text}{taken}").replace("\0", shown)


def zsh_argument(argument: Value) -> str:
    """Return an argument told by its place."""
    return quoted(("*" if argument.repeated else "") + zsh_value(argument))


def zsh_value(value: Value) -> str:
    """Return name and completion of a value."""
    action = "_files" if value.is_file else f"({' '.join(value.choices)})" if value.choices else " "
    return f":{value.value.replace(':', ' ')}:{action}"


def fish(found: list[Level]) -> Iterator[str]:
    """Give the lines of the script for fish."""
    steps = (f'      case "{step(x)}"\n        set level "{x.name}"' for x in found if x.words)
    yield FISH.replace("@LEVELS@", "\n".join(steps))
    for level in found:
        begin = f"complete -c inspector -n '__inspector_at {level.name or chr(34) * 2}'"
        for name, text in level.parts.items():
            yield f"{begin} -a {name} -d {quoted(text)}"
        if not level.words or any(one.is_file for one in level.arguments):
            yield f"{begin} -F"
        for option in level.options:
            yield f"{begin} {fish_option(option)}"


def fish_option(option: Value) -> str:
    """Return an option as `complete` wants it."""
    names = (f"-l {n[2:]}" if n.startswith("--") else f"-s {n[1:]}" for n in option.names)
    taken = ["-r -F" if option.is_file else "-x"] if option.value else []
    choices = [f"-a {quoted(' '.join(option.choices))}"] if option.choices else []
    return " ".join([*names, *taken, *choices, f"-d {quoted(option.help)}"])


def quoted(text: str) -> str:
    """Return a text as one word of bash, zsh and fish."""
    return "'" + text.replace("'", "'\\''") + "'"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
