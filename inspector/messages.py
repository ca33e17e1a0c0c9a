"""Codes and English texts -> sentences, English and Simplified Chinese.

One gettext catalogue serves window and terminal. The English text is the msgid; the
sentences of findings lie in `resources/findings/*.json`, by code.
"""

from __future__ import annotations

import gettext
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from string import Formatter
from typing import Any, Final, NamedTuple

from inspector import assets
from inspector.findings import Finding
from inspector.visible import visible

LANGUAGES: Final = ("en", "zh_CN")
DOMAIN: Final = "inspector"
LOCALE_VARIABLES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The first that is set names the language of messages, in this order (POSIX)."""
MINUTE, HOUR, DAY, YEAR = 60, 3600, 86400, 31_556_952
COUNTED: Final = frozenset(
    ("characters", "count", "excess", "first", "last", "length", "place", "total")
)
"""Parameters of findings that are quantities or places, not names or codes."""
LEAST_GROUPED: Final = 10_000
"""Quantities in sentences have commas between their thousands from here on."""


@dataclass(frozen=True, slots=True)
class FindingText:
    """The sentences of one finding in one language."""

    text: str
    """What it is."""
    advice: str
    """What to do next; empty when there is nothing to do."""
    sdk: str
    """What SDKs return, such as `-41003`; empty when they work."""
    steps: tuple[str, ...] = ()
    """What to do next, step by step; empty where the advice is one step."""
    also: tuple[str, ...] = ()
    """A list that stands below the text, its heading first, such as further causes."""

    @property
    def further(self) -> tuple[str, ...]:
        """The lines of that list as text."""
        return (*self.also[:1], *(f"- {item}" for item in self.also[1:]))


class Messages:
    """The sentences of one language.

    `gettext` and `ngettext` translate the English texts in code; `finding` words a finding.
    """

    def __init__(
        self, language: str | None = None, environment: Mapping[str, str] | None = None
    ) -> None:
        self.language = choose_language(language, environment)
        """`en` or `zh_CN`."""
        self._catalogue = _catalogue(self.language)
        self._templates: dict[tuple[str, str | None, int], _Template] = {}
        self._ages: dict[tuple[int, int], str] = {}

    def gettext(self, english: str) -> str:
        """Return the text in this language, or the English one where it is missing."""
        return self._catalogue.gettext(english)

    def ngettext(self, one: str, many: str, count: int) -> str:
        """Return the form for `count`, with `{count}` still to be filled in."""
        return self._catalogue.ngettext(one, many, count)

    def joined(self, *sentences: str) -> str:
        """Return sentences one after the other; Chinese ones have no blank between them."""
        return ("" if self.language == "zh_CN" else " ").join(filter(None, sentences))

    def finding(self, finding: Finding) -> FindingText:
        """Return the sentences of a finding, its parameters filled in as plain text."""
        entry = finding_table().get(finding.code)
        if entry is None:
            return FindingText(finding.code, "", "")
        number = _number(finding)
        text, advice = (
            self._filled(_Template.of(self._form(sentence, number)), finding)
            for sentence in _sentences(entry, finding.field)
        )
        steps = (
            self._filled(_Template.of(self._form(step, number)), finding)
            for step in entry.get("steps", ())
        )
        is_answered = finding.field in (None, entry.get("sdk_of", finding.field))
        sdk = entry.get("sdk", "") if is_answered else ""
        return FindingText(text, advice, sdk, tuple(steps), self._also(finding))

    def advised(self, finding: Finding) -> str:
        """Return what a finding is and what to do about it, as one text."""
        worded = self.finding(finding)
        return self.joined(worded.text, worded.advice)

    def _also(self, finding: Finding) -> tuple[str, ...]:
        """Return heading and items of the list that a finding's entry asks for."""
        heading = finding_table().get(finding.code, {}).get("also", "")
        listed = finding.parameters.get("others", ()) if heading else ()
        items = [self.gettext(str(item)) for item in listed] if isinstance(listed, tuple) else []
        return (self.gettext(heading), *items) if items else ()

    def sentence(self, finding: Finding) -> str:
        """Return what a finding is, without what to do about it."""
        number = 1 if finding.count == 1 else 2
        text = self._filled(self._template(finding.code, finding.field, number), finding)
        also = self._also(finding)
        if not also:
            return text
        listed = self.gettext(", ").join(also[1:])
        return self.gettext("{text} {heading} {items}.").format(
            text=text, heading=also[0], items=listed
        )

    def filled(self, code: str, words: Mapping[str, str]) -> str:
        """Return what a finding without field and count is, its values being words already."""
        template = self._template(code, None, 2)
        return template.text % tuple([words[name] for name in template.names])

    def _template(self, code: str, field: str | None, number: int) -> _Template:
        """Return a finding's sentence: the same few, a hundred thousand times for a file."""
        which = (code, field, number)
        if which not in self._templates:
            entry = finding_table().get(code, {"text": code})
            text = self._form(next(_sentences(entry, field)), number)
            self._templates[which] = _Template.of(text)
        return self._templates[which]

    def _filled(self, template: _Template, finding: Finding) -> str:
        """Fill what a sentence asks for: parameters, and `{age}`, `{local}` and `{utc}`."""
        return template.text % tuple([self._value(name, finding) for name in template.names])

    def _value(self, name: str, finding: Finding) -> object:
        """Return what a sentence asks for; what is missing leaves its name, never an exception."""
        parameters = finding.parameters
        if name in parameters:
            value = self.parameter(name, parameters[name])
            if name in COUNTED and isinstance(value, int) and value >= LEAST_GROUPED:
                return f"{value:,}"
            return visible(value) if isinstance(value, str) else value
        if name in ("local", "utc") and isinstance(moment := parameters.get("timestamp"), int):
            from inspector import moments

            return moments.utc_time(moment) if name == "utc" else moments.local_time(moment)
        if name == "age" and isinstance(seconds := parameters.get("age_seconds"), int):
            return self.age(seconds)
        return finding.field or "" if name == "field" else f"{{{name}}}"

    def cause(self, code: str) -> str:
        """Return what is wrong in two or three words, such as `wrong key`, for lists and counts."""
        return self.gettext(cause_titles().get(code, code.replace("_", " ")))

    def _form(self, sentence: str | list[str], count: int) -> str:
        """Translate a sentence, or a `[singular, plural]` pair of it for `count`."""
        if not sentence:
            return ""
        if isinstance(sentence, str):
            return self.gettext(sentence)
        return self.ngettext(sentence[0], sentence[1], count)

    def parameter(self, name: str, value: object) -> object:
        """Return a finding's parameter in this language where it is a text of ours.

        The parameter `reason` and parameters that are tuples hold English texts.
        """
        if isinstance(value, tuple):
            return self.gettext(", ").join(self.gettext(str(part)) for part in value)
        return self.gettext(value) if name == "reason" and isinstance(value, str) else value

    def age(self, seconds: int) -> str:
        """Return a length of time in words, such as `8 years`; `seconds` counts without sign."""
        seconds = abs(seconds)
        unit = _unit(seconds)
        count = seconds // unit
        words = self._ages.get((unit, count))
        if words is None:
            words = self._ages[unit, count] = self._units(unit, count).format(count=count)
        return words

    def _units(self, unit: int, count: int) -> str:
        if unit == YEAR:
            return self.ngettext("{count} year", "{count} years", count)
        if unit == DAY:
            return self.ngettext("{count} day", "{count} days", count)
        if unit == HOUR:
            return self.ngettext("{count} hour", "{count} hours", count)
        if unit == MINUTE:
            return self.ngettext("{count} minute", "{count} minutes", count)
        return self.ngettext("{count} second", "{count} seconds", count)


def _catalogue(language: str) -> gettext.NullTranslations:
    """Return the translations of a language; English needs none, nor `locale` to look for them."""
    if language == "en":
        return gettext.NullTranslations()
    return gettext.translation(
        DOMAIN, assets.path("translations"), languages=[language], fallback=True
    )


def _unit(seconds: int) -> int:
    """Return the longest unit that a length of time has whole ones of."""
    for unit in (YEAR, DAY, HOUR, MINUTE):
        if seconds >= unit:
            return unit
    return 1


@cache
def speaking(language: str) -> Messages:
    """Return the sentences of a language, loaded once."""
    return Messages(language)


def _sentences(entry: Mapping[str, Any], field: str | None) -> Iterator[str | list[str]]:
    """Give text and advice of an entry, of a value that stands alone or in its `own` field, too."""
    for part, alone in (("text", "alone"), ("advice", "alone_advice")):
        default = entry.get(part, "")
        yield entry.get(alone, default) if field in (None, entry.get("own")) else default


class _Template(NamedTuple):
    """A sentence with places for values."""

    text: str
    """With `%s` where a value belongs."""
    names: tuple[str, ...]
    """The values, by their names."""

    @classmethod
    def of(cls, sentence: str) -> _Template:
        """Take a sentence as `str.format` has it."""
        pieces, names = [], []
        for literal, name, _, _ in Formatter().parse(sentence):
            pieces.append(literal.replace("%", "%%"))
            if name is not None:
                pieces.append("%s")
                names.append(name)
        return cls("".join(pieces), tuple(names))


def _number(finding: Finding) -> int:
    """Return what decides between singular and plural."""
    return 2 if finding.count is None else finding.count


@cache
def finding_table() -> dict[str, dict[str, Any]]:
    """Return the entries of all `resources/findings/*.json`, by finding code."""
    table: dict[str, dict[str, Any]] = {}
    for file in sorted(assets.path("findings").glob("*.json")):
        table |= assets.table(f"findings/{file.stem}")
    return table


@cache
def cause_titles() -> dict[str, str]:
    """Return the short English name of each cause, by finding code."""
    return {row["code"]: row["title"] for row in assets.table("causes")}


def choose_language(language: str | None, environment: Mapping[str, str] | None = None) -> str:
    """Return the supported language nearest to one; None follows the system.

    The system is asked as GNU gettext does, then in the way of Windows and macOS.
    """
    preferred = (
        [language]
        if language
        else system_languages(os.environ if environment is None else environment)
    )
    return next((known for name in preferred if (known := _supported(name))), "en")


def system_languages(environment: Mapping[str, str]) -> list[str]:
    """Return the languages that the system asks for, the preferred one first."""
    name = next((environment[v] for v in LOCALE_VARIABLES if environment.get(v)), None)
    if name in ("C", "POSIX"):
        return ["en"]  # by GNU's rule LANGUAGE has no say then
    preferred = [part for part in environment.get("LANGUAGE", "").split(":") if part]
    return preferred or ([name] if name else _platform_languages())


def _supported(name: str) -> str | None:
    """Return the catalogue that serves a locale name such as `zh-Hans-CN` or `en_GB.UTF-8`.

    Readers of traditional Chinese are served better by simplified Chinese than by English.
    """
    code = name.lower().replace("-", "_")
    if code.startswith(("zh", "chinese")):
        return "zh_CN"
    return "en" if code.startswith(("en", "c.", "posix")) or code == "c" else None


def _platform_languages() -> list[str]:
    """Ask Windows or macOS, where programs started by a click get no locale variables."""
    if sys.platform == "win32":
        import ctypes
        import locale

        number = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        return [locale.windows_locale.get(number, "en")]
    if sys.platform == "darwin":
        return _apple_languages()
    return []


def _apple_languages() -> list[str]:
    """Return the preferred languages of macOS, such as `["zh-Hans-CN", "en-CN"]`."""
    import re
    import subprocess

    command = ["/usr/bin/defaults", "read", "-g", "AppleLanguages"]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, timeout=2, check=False)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return []
    return re.findall(r"[A-Za-z][\w-]*", answer.stdout)
