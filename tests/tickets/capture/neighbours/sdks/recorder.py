"""Runs real libraries over every kind of damage and records what each of them says.

`python -m tests.tickets.capture.neighbours.sdks.recorder` writes the record anew, of those that
are installed, and turns it round into `resources/symptoms.json`. What a library says is kept as
a shape: `#` stands for a number, `…` for what it quotes.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any, Final

from inspector.tickets.damage import DAMAGES, damage
from inspector.tickets.damage.sealed import Sealed
from inspector.tickets.minting.sample_payloads import draw_app_id, sample_payload
from inspector.tickets.ticket import Ticket
from tests.catalogue import PROJECT

HERE: Final = Path(__file__).parent
RUNNERS: Final = HERE / "runners"
RECORD: Final = HERE / "record.json"
DOCUMENTED: Final = HERE / "documented.json"
TABLE: Final = PROJECT / "resources" / "symptoms.json"
SHORTEST_WITHOUT_UNIT: Final = 20
"""Characters of a shape that is known without the `bytes` at its end."""
TRIALS: Final = 24
"""Tickets of each damage."""
LEAST_TIMES: Final = 3
"""What was said less often is an accident of the noise that came out."""
LEAST_PERCENT: Final = 4
MOST_CAUSES: Final = 5

CAUSES: Final[Mapping[str, tuple[int, tuple[str, ...]]]] = {
    "session_key_wrong": (12, ("other_key",)),
    "space_to_plus": (6, ("spaces_for_plus", "stripped_lines")),
    "data_truncated": (4, ("cut_on_block", "cut_within_block", "head_cut_on_block",
        "head_cut_within_block", "column_255", "elided_data")),
    "iv_wrong": (2, ("other_iv", "key_as_iv")),
    "fields_swapped": (1, ("fields_swapped",)),
    "app_id_mismatch": (3, ("other_app",)),
    "session_key_length": (4, ("short_key", "elided_key", "login_code")),
    "iv_length": (3, ("short_iv", "elided_iv")),
    "not_base64": (3, ("percent_encoded", "percent_twice", "json_escaped", "unicode_escaped",
        "quoted", "concatenated", "html_escaped", "invisible", "full_width", "noise_at_ends",
        "wrapped", "wrapped_by_spaces", "indented")),
    "session_key_missing": (2, ("lost_key",)),
    "iv_missing": (2, ("lost_iv", "scheme_of_2016")),
    "encrypted_data_missing": (2, ("lost_data", "share_ticket", "cloud_id")),
    "base64url": (2, ("url_alphabet", "unpadded")),
    "data_damaged": (2, ("corrupt_block", "noise_block", "bad_padding")),
    "not_json": (1, ("plain_words",)),
    "other_scheme": (1, ("of_baidu", "of_alipay")),
}  # fmt: skip
"""Cause -> how often it is met beside the others, as far as reports in public tell, and the
damages of which it is the cause."""


OF_PROGRAMS: Final = frozenset(
    ["padding_name", "provider_missing", "library_missing", "another_cipher", "own_memory",
     "text_for_bytes"]
)  # fmt: skip
"""Causes that lie in the program, whatever the ticket; only documented symptoms have them."""


@dataclass(frozen=True)
class Sdk:
    """A library and the program that runs it."""

    name: str
    command: tuple[str, ...]
    version: tuple[str, ...]
    """A command that prints it, and fails where the library is missing."""
    ways: int = 1
    """How many ways of using it the program tries, and so how many lines it writes a ticket."""
    tells: float = 0.8
    """How much of the damages that it speaks of can be told from its words, at least."""

    @property
    def is_installed(self) -> bool:
        """Whether it can be run here."""
        if shutil.which(self.version[0]) is None:
            return False
        return subprocess.run(self.version, capture_output=True, check=False).returncode == 0

    def installed_version(self) -> str:
        """Return the version that is installed."""
        ran = subprocess.run(self.version, capture_output=True, text=True, check=True)
        return (ran.stdout or ran.stderr).splitlines()[0].replace("\t", " ")

    def says(self, tickets: list[Ticket]) -> list[list[str]]:
        """Return what is said of each ticket, in each way; nothing where it opens."""
        lines = "\n".join(_line(ticket) for ticket in tickets) + "\n"
        with tempfile.TemporaryDirectory() as folder:
            ran = subprocess.run(
                [part.format(runners=RUNNERS, folder=folder) for part in self.command],
                input=lines, capture_output=True, text=True, check=True,
            )  # fmt: skip
        said = ["" if each == "-" else _text(each) for each in ran.stdout.split()]
        return [said[at : at + self.ways] for at in range(0, len(said), self.ways)]


def _python(module: str, distribution: str, ways: int = 1) -> Sdk:
    """Return a library of Python, whose own words differ from version to version, too."""
    version = (
        "import importlib.metadata as m, platform as p;"
        f"print(m.version({distribution.lower()!r}), 'on Python', *p.python_version_tuple()[:2])"
    )
    command = (sys.executable, f"{{runners}}/decrypt_with_{distribution.lower()}.py")
    return Sdk(distribution, command, (sys.executable, "-c", f"import {module};{version}"), ways)


def _package(name: str) -> Sdk:
    """Return a package of npm that `NODE_PATH` leads to; crypto-js says one thing of nearly all."""
    file = f"require.resolve.paths({name!r}).map((path) => path + '/{name}/package.json')"
    version = f"console.log(require({file}.find(require('fs').existsSync)).version)"
    command = ("node", "{runners}/decrypt_with_package.js", name)
    return Sdk(name, command, ("node", "-e", version), tells=0.7 if name == "crypto-js" else 0.8)


def _debian(name: str, command: tuple[str, ...], packages: tuple[str, ...], ways: int) -> Sdk:
    """Return a library of Debian's packages, which stands where they put it."""
    return Sdk(name, command, ("dpkg-query", "--show", *packages), ways)


JARS: Final = ":".join(
    f"/usr/share/java/{name}.jar"
    for name in ("bcprov", "gson", "jackson-core", "jackson-databind", "jackson-annotations")
)
"""Where Debian has them."""

SDKS: Final = (
    Sdk("Node.js", ("node", "{runners}/decrypt.js"), ("node", "--version"), 3),
    Sdk("PHP", ("php", "{runners}/decrypt.php"), ("php", "--version"), 2),
    Sdk("Java", ("java", "{runners}/Decrypt.java"), ("java", "-version")),
    Sdk("Go", ("go", "run", "{runners}/decrypt.go"), ("go", "version")),
    Sdk("Ruby", ("ruby", "{runners}/decrypt.rb"), ("ruby", "--version"), 2),
    _python("Crypto", "PyCryptodome", 2),
    _python("cryptography", "cryptography"),
    _python("wechatpy", "wechatpy"),
    _debian("Bouncy Castle", ("java", "-cp", JARS, "{runners}/DecryptWithBouncyCastle.java"),
        ("libbcprov-java", "libgoogle-gson-java", "libjackson2-databind-java"), 3),
    _debian("phpseclib", ("php", "{runners}/decrypt_with_phpseclib.php"), ("php-phpseclib3",), 1),
    *map(_package, ("crypto-js", "node-forge", "aes-js", "@noble/ciphers")),
)  # fmt: skip


def _line(ticket: Ticket) -> str:
    fields = (ticket.session_key, ticket.iv, ticket.encrypted_data, ticket.app_id)
    return " ".join("-" if text is None else text.encode().hex() or "-" for text in fields)


def _text(line: str) -> str:
    return bytes.fromhex(line).decode("utf-8", "replace")


def damaged(trials: int = TRIALS, seed: str = "") -> Iterator[tuple[str, Ticket]]:
    """Give tickets of every damage, with its name; those that it left as they were are left out."""
    for _, names in CAUSES.values():
        for name in names:
            assert name in DAMAGES
            for trial in range(trials):
                random = Random(f"{seed}{name} {trial}")
                sealed = _sealed(random)
                ticket = damage(sealed, name, random)
                if ticket != sealed.ticket:
                    yield name, ticket


def _sealed(random: Random) -> Sealed:
    app_id = draw_app_id(random)
    kind = random.choice(["group_share", "group_enter", "phone_number", "user_info", "we_run"])
    payload = sample_payload(kind, app_id, random.randrange(1_500_000_000, 1_790_000_000), random)
    text = json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
    return replace(Sealed.fresh(text, random), app_id=app_id)


# Shapes --------------------------------------------------------------------------------------

SPEAKING: Final = tuple(f"Illegal base64 character {code}" for code in ("20", "2d", "2e", "5f"))
"""Java's number is the character: a blank, a hyphen, a full stop, an underscore."""
_CLASS: Final = re.compile(r"^(?:[\w.$:]*(?:Error|Exception): |panic: )+")
_OPENSSL: Final = re.compile(r"error:[0-9A-F]+:[^:]*:[^:]*:")
_PARSER: Final = re.compile(r"(?:#: )?(unexpected token(?: at)?) .*", re.IGNORECASE)
"""Parsers of JSON repeat what they read after these words."""
_END: Final = re.compile(r"(Unexpected end-of-input)\b.*")
"""Jackson says in the midst of what."""
_TOKEN: Final = re.compile(r"(?<=Unrecognized token )'[^']*'")
_QUOTED: Final = re.compile(r"\"[^\"]*\"?|(?<![A-Za-z])'[^']*'?|`[^'`]*['`]")
_MODULE: Final = re.compile(r"^(?:[\w/.]+\(\)|\w+/\w+|cipher\.\w+|'utf-8' codec.* position #): ")
_DETAILS: Final = re.compile(r"(?<!The ciphertext length) \((?!\))|, | when | at (?:line|path) ")
_UNITS: Final = re.compile(r" bytes(?: long)?$")
_WORDS: Final = re.compile(r"['\"`][A-Za-z][\w -]+['\"`]")
_NUMBER: Final = re.compile(
    r"\b0x[0-9a-f]+\b|\b\d+-\d+\b|(?<![\w#-])-?\d+(?:\.\d+)?\b|(?<=character )[0-9a-f]{1,2}$"
)
_TOO_GENERAL: Final = re.compile(
    r"because \"src\" is null|undefined method|slice bounds|index out of range|stdClass"
    r"|must not be empty|Passing null|Syntax error|not 'NoneType'|Cannot read propert"
    r"|Cannot invoke|is not a function|MalformedJsonException: (?!Use)|Error code: -?\d+"
    r"|Illegal character|Unexpected character"
)
"""What programs say of many other faults, too."""
FLAGS: Final = ("general", "vague")
"""What a documented symptom may be: said by programs that decrypt nothing, too; and so common
that it counts only in a text that speaks of decrypting."""
VAGUE: Final = frozenset(["URI malformed"])
OFFICIAL: Final = "the official samples"
OF_THE_SAMPLES: Final = frozenset(
    ["-41001", "-41002", "-41003", "-41004", "Illegal Buffer", "Invalid Buffer"]
)
_OF_JSON: Final = re.compile(
    r"JSON|Expecting|invalid character …|unexpected token|Unterminated|control character"
    r"|property value|Malformed UTF-8 characters|BEGIN_OBJECT|parsing value"
    r"|path \$|unquoted character|end-of-input|Unrecognized token",
    re.IGNORECASE,
)


def shape(said: str) -> str:
    """Return what a library says without what it says of this one ticket; "" if too general."""
    if re.fullmatch(r"-4100\d", said):
        return said
    if _TOO_GENERAL.search(said):
        return ""
    line = _OPENSSL.sub("", _CLASS.sub("", said.split("\n", maxsplit=1)[0], count=1))
    if line.endswith(SPEAKING):
        return line
    line = _TOKEN.sub("…", line)
    line = _QUOTED.sub(lambda m: m[0] if _WORDS.fullmatch(m[0]) else "…", line)
    line = _NUMBER.sub("#", re.sub(r"[^\x20-\x7e…]+", "…", line))
    line = _END.sub(r"\1", _PARSER.sub(r"\1 …", line))
    return _core(line.split(". ")[0].removesuffix("."))


def _core(line: str) -> str:
    """Return what people repeat of an error: without the module before it and the details after."""
    line = _MODULE.sub("", _DETAILS.split(line, maxsplit=1)[0])
    bare = _UNITS.sub("", line).strip()
    return bare if len(bare) >= SHORTEST_WITHOUT_UNIT else line.strip()


def record_of(sdk: Sdk, trials: int = TRIALS, seed: str = "") -> dict[str, dict[str, float]]:
    """Return, by shape and damage, how much of the damaged tickets a library answers so."""
    names, tickets = zip(*damaged(trials, seed), strict=True)
    totals = Counter(names)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for name, said in zip(names, sdk.says(list(tickets)), strict=True):
        for each in filter(None, map(shape, said)):
            counts[each][name] += 1
    return {
        each: {name: round(count / totals[name], 3) for name, count in found.items()}
        for each, found in sorted(counts.items())
        if found.total() >= LEAST_TIMES
    }


# Turning round -------------------------------------------------------------------------------


def turned_round(
    record: Mapping[str, Any], documented: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Return the symptoms of a record: what is said, by which libraries, for which causes.

    A documented one has the causes of the symptom that it is `like`, or its own.
    """
    spellings: dict[str, str] = {}
    shares: dict[str, dict[str, dict[str, float]]] = defaultdict(dict)
    for name, recorded in record.items():
        for said, by_damage in recorded["says"].items():
            spelt = spellings.setdefault(said.casefold(), said)
            shares[spelt][name] = by_damage
    rows = {
        said: _row(said, by_sdk, _causes(list(by_sdk.values()))) for said, by_sdk in shares.items()
    }
    for row in documented:
        causes = rows[row["like"]]["causes"] if "like" in row else row["causes"]
        assert row["says"].casefold() not in spellings, row
        rows[row["says"]] = _row(row["says"], row["sdk"], causes)
        rows[row["says"]] |= {flag: True for flag in FLAGS if row.get(flag)}
    return [row for _, row in sorted(rows.items())]


def _row(said: str, sdks: Iterable[str], causes: dict[str, int]) -> dict[str, Any]:
    """Return one symptom; what parsers of JSON say counts only where it is about a ticket."""
    names = [OFFICIAL] if said in OF_THE_SAMPLES else sorted(sdks)
    row = {"says": said, "sdk": names, "causes": causes}
    if said in VAGUE:
        return row | {"vague": True}
    return row | ({"general": True} if _OF_JSON.search(said) else {})


def _causes(by_sdk: list[Mapping[str, float]]) -> dict[str, int]:
    """Return percent by cause, the likeliest first.

    Of several libraries the one counts that says it most often: others may check more before.
    """
    scores: dict[str, float] = {}
    for cause, (weight, names) in CAUSES.items():
        share = max(sum(each.get(name, 0) for name in names) for each in by_sdk)
        scores[cause] = weight * share / len(names)
    total = sum(scores.values())
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    percents = {cause: round(100 * score / total) for cause, score in ranked[:MOST_CAUSES] if total}
    return {cause: percent for cause, percent in percents.items() if percent >= LEAST_PERCENT}


def main() -> None:
    """Write the record and the table."""
    record = json.loads(RECORD.read_text(encoding="utf-8")) if RECORD.exists() else {}
    for sdk in SDKS:
        if sdk.is_installed:
            record[sdk.name] = {"version": sdk.installed_version(), "says": record_of(sdk)}
            print(sdk.name, len(record[sdk.name]["says"]))
    _write(RECORD, record, 3)
    table = json.loads(TABLE.read_text(encoding="utf-8"))
    documented = json.loads(DOCUMENTED.read_text(encoding="utf-8"))
    _write(TABLE, {**table, "symptoms": turned_round(record, documented)}, 2)


def _write(file: Path, value: object, levels: int) -> None:
    """Write JSON whose first levels stand one member a line, the deeper ones in one line."""
    file.write_text(f"{_written(value, levels)}\n", encoding="utf-8")


def _written(value: Any, levels: int, indent: str = "") -> str:
    if not levels or not isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    deeper = indent + "  "
    if isinstance(value, list):
        items, marks = [_written(item, levels - 1, deeper) for item in value], "[]"
    else:
        named = ((json.dumps(name, ensure_ascii=False), item) for name, item in value.items())
        items = [f"{name}: {_written(item, levels - 1, deeper)}" for name, item in named]
        marks = "{}"
    return f"{marks[0]}\n{deeper}" + f",\n{deeper}".join(items) + f"\n{indent}{marks[1]}"


if __name__ == "__main__":
    main()
