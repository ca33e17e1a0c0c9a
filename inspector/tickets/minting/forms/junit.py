"""A method source for JUnit 5, to be saved as `MintedTickets.java`; Java 8 and later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count, islice
from typing import Any, Final

from inspector.exact_json.literals import as_java
from inspector.tickets.minting.forms.json_lines import record_of
from inspector.tickets.minting.mint import Minted

MEMBERS: Final = {
    "kind": "kind",
    "session_key": "sessionKey",
    "iv": "iv",
    "encryptedData": "encryptedData",
    "appid": "appId",
    "rawData": "rawData",
    "signature": "signature",
    "plaintext": "plaintext",
    "damage": "damage",
    "outcome": "outcome",
    "cause": "cause",
}
"""Name in the record -> name of the Java member."""

PER_METHOD: Final = 50
"""Tickets; a Java method holds 64 kilobytes."""

HEAD: Final = """\
import java.util.stream.Stream;

/**
 * Test tickets under keys of their own; nothing in them is real.
 *
 * <p>In a test: {@code @ParameterizedTest @MethodSource("MintedTickets#all")
 * void opens(MintedTickets ticket)}. The member {@code plaintext} is what opening gives;
 * {@code outcome} and {@code cause} tell what damage was done on purpose.
 */
public final class MintedTickets {
"""


def junit_form(tickets: Iterable[Minted]) -> Iterator[str]:
    """Give a Java file whose method `all` streams the tickets."""
    yield HEAD
    for name in MEMBERS.values():
        yield f"    public final String {name};\n"
    yield _constructor()
    remaining = iter(tickets)
    methods = 0
    for number in count():
        part = list(islice(remaining, PER_METHOD))
        if not part and number:
            break
        yield _method(number, part)
        methods = number + 1
    yield _all(methods)


def _constructor() -> str:
    parameters = ", ".join(f"String {name}" for name in MEMBERS.values())
    lines = "".join(f"        this.{name} = {name};\n" for name in MEMBERS.values())
    shown = 'return damage == null ? kind : kind + " with " + damage;'
    return (
        f"\n    private MintedTickets({parameters}) {{\n{lines}    }}\n"
        f"\n    @Override\n    public String toString() {{\n        {shown}\n    }}\n"
    )


def _method(number: int, tickets: list[Minted]) -> str:
    made = ",\n".join(f"            new MintedTickets({_arguments(each)})" for each in tickets)
    return (
        f"\n    private static Stream<MintedTickets> part{number}() {{\n"
        f"        return Stream.of(\n{made});\n    }}\n"
    )


def _arguments(minted: Minted) -> str:
    record: dict[str, Any] = record_of(minted)
    values = (record.get(name) for name in MEMBERS)
    return ", ".join("null" if value is None else as_java(value) for value in values)


def _all(methods: int) -> str:
    parts = ", ".join(f"part{number}()" for number in range(methods))
    return (
        "\n    /** Returns every ticket. */\n"
        "    public static Stream<MintedTickets> all() {\n"
        f"        return Stream.of({parts}).flatMap(each -> each);\n    }}\n}}\n"
    )
