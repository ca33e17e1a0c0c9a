"""The key is right, but not everything opens: which bytes are lost, and why."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Final

from inspector.findings import Finding, Severity
from inspector.long_texts import matches
from inspector.tickets.decryption.cipher import BadPadding, padding_length
from inspector.tickets.decryption.diagnosis.head import (
    fits_after_first_block,
    kind_after_first_block,
)
from inspector.tickets.decryption.diagnosis.salvage import LOST, complete, loses_names, salvage
from inspector.tickets.decryption.diagnosis.segments import Segment, cut_segments, numbers_of
from inspector.tickets.decryption.search import first_block
from inspector.tickets.decryption.search.data_slips import fixes_first_block
from inspector.tickets.decryption.search.pasted import SHORT_MASK, Pasted
from inspector.tickets.decryption.search.proof import NoPayload
from inspector.tickets.decryption.search.solution import Solution
from inspector.tickets.fields import BLOCK
from inspector.tickets.payload.kinds import recognise
from inspector.tickets.verdict import BlockState

DATA: Final = "encryptedData"
COLUMN: Final = 255
_NO_MASK: Final = re.compile(r"[^xX]")
_TEXT_REST: Final = re.compile(r"[A-Za-z0-9+/=_~.-]{24,}")
_TEXT_BYTES: Final = re.compile(rb"[A-Za-z0-9+/=_~.-]+")
LEAST_TEXT: Final = 3
"""Characters at the start of a last block that show it to be no noise throughout."""
MOST_OF_A_SLIP: Final = 2
"""Bytes of the first block that a wrong character of the iv changes."""
MOST_SALVAGED: Final = 2_000_000


@dataclass(frozen=True, slots=True)
class Partial:
    """What is readable of a ticket that opens in part."""

    findings: tuple[Finding, ...]
    plaintext: str = field(repr=False)
    payload: Any = field(repr=False)
    data: bytes = field(repr=False)
    blocks: tuple[BlockState, ...] = ()
    kind: str | None = None


def read_partly(
    solution: Solution, fields: dict[str, Pasted], problems: dict[str, Finding]
) -> Partial | None:
    """Return what can be read under a proven key, None without key or data.

    `fields` are the pasted fields by the role they play, `problems` what is wrong with them.
    """
    if solution.key is None or solution.data is None:
        return None
    characters = solution.data.text.rstrip("=")
    iv = solution.iv.data if solution.iv else None
    segments = cut_segments(characters, solution.key.data, iv, solution.skip)
    reader = _Reader(solution, segments, fields, problems)
    return reader.partial()


def corrupts_beginning(problem: NoPayload, *, other_ivs: bool) -> bool:
    """Return whether a text is no payload only because its first 16 bytes are corrupt.

    `other_ivs` says that it would be one under an iv a slip away.
    """
    head = first_block.first_characters(problem.text)
    rest = problem.text[len(head) :]
    is_noise = not (head.isascii() and head.isprintable())
    if _TEXT_REST.fullmatch(rest):
        return is_noise or (other_ivs and not _TEXT_BYTES.fullmatch(head.encode()))
    is_json = problem.position <= len(head) and '"' in rest and rest.rstrip()[-1:] in ("}", "]")
    return is_json and (is_noise or other_ivs)


class _Reader:
    """Reads segments once and keeps what the parts of the diagnosis share."""

    def __init__(
        self,
        solution: Solution,
        segments: list[Segment],
        fields: dict[str, Pasted],
        problems: dict[str, Finding],
    ) -> None:
        self._solution = solution
        self._segments = segments
        self._fields = fields
        self._problems = problems
        self._last = segments[-1]
        self._data = b"".join(segment.plain for segment in segments)
        self._states = [state for segment in segments for state in segment.states]
        self._judge_first_block()
        if self._has_short_mask():
            self._problems = {**problems, DATA: Finding("elided", Severity.ERROR, DATA)}

    def _has_short_mask(self) -> bool:
        """Return whether noise begins where a few letters in a row may mask what stood there."""
        pasted = self._fields.get(DATA)
        corrupt = {i for i, state in enumerate(self._states) if state is BlockState.CORRUPT}
        if pasted is None or not corrupt:
            return False
        masks = matches(pasted.compact, SHORT_MASK, _NO_MASK)
        blocks = (mask.start() * 6 // (8 * BLOCK) for mask in masks)
        return any(not corrupt.isdisjoint((block, block + 1)) for block in blocks)

    def _judge_first_block(self) -> None:
        """Judge the first block by what payloads begin with rather than by its characters."""
        head = self._data[:BLOCK]
        if self._solution.no_payload is not None:
            self._states[:1] = [BlockState.CORRUPT]
        elif self._states[:1] == [BlockState.READABLE]:
            if not first_block.may_begin(head) and head[:1] not in (b"{", b"["):
                self._states[0] = BlockState.CORRUPT
        elif self._solution.iv and not self._solution.skip and first_block.begins_literally(head):
            self._states[0] = BlockState.READABLE

    def partial(self) -> Partial:
        """Return everything that was found out."""
        text = self._text()
        parsed = complete(text)
        if parsed and loses_names(parsed[0]):
            parsed = None
        end_findings = self._end(text, parsed)
        findings = [*self._data_problems(), *self._damage(end_findings)]
        findings += [*end_findings, *self._beginning(findings + end_findings)]
        payload = parsed[0] if parsed else salvage(text) if len(text) < MOST_SALVAGED else None
        states = self._block_states(findings)
        kind = self._kind(payload, text, states)
        return Partial(tuple(findings), text, payload, self._data, states, kind)

    def _kind(self, payload: Any, text: str, states: tuple[BlockState, ...]) -> str | None:
        if states[:1] == (BlockState.MISSING,):
            return recognise(payload, missing_counts=False)
        if self._states[:1] != [BlockState.CORRUPT]:
            return recognise(payload)
        return kind_after_first_block(text[BLOCK:], payload)

    def _data_problems(self) -> list[Finding]:
        problem = self._problems.get(DATA)
        return [problem] if problem and problem.code in ("elided", "not_base64") else []

    # The text -----------------------------------------------------------------

    def _text(self) -> str:
        """Return the readable text; each unreadable byte is one U+FFFD."""
        pieces: list[str] = []
        at = 0
        for index, state in enumerate(self._states):
            if state is BlockState.CORRUPT and self._is_noise(index):
                pieces += [self._decoded(at, index * BLOCK), LOST * BLOCK]
                at = (index + 1) * BLOCK
        end = len(self._data) - self._padding()
        pieces.append(self._decoded(at, end) if at < end else "")
        return "".join(pieces)

    def _is_noise(self, index: int) -> bool:
        """Return whether a corrupt block is to be masked whole: noise, or a first block."""
        is_last = index == len(self._states) - 1
        block = self._data[index * BLOCK : (index + 1) * BLOCK]
        readable = sum(32 <= byte < 127 for byte in block)
        return not (is_last and block[:1].isascii() and self._ends_whole(index)) and (
            index == 0 or readable < BLOCK - 3
        )

    def _ends_whole(self, index: int) -> bool:
        """Return whether the JSON is complete within this last block, whatever follows."""
        if 0 in [i for i, s in enumerate(self._states) if s is BlockState.CORRUPT and i < index]:
            head = ""
        else:
            head = self._decoded(0, index * BLOCK)
        tail = self._decoded(index * BLOCK, len(self._data))
        parsed = complete(head + tail) if head else None
        return parsed is not None

    def _decoded(self, start: int, end: int) -> str:
        return self._data[start:end].decode("utf-8", "replace")

    def _padding(self) -> int:
        try:
            return padding_length(self._data)
        except BadPadding:
            return 0

    # What is wrong ------------------------------------------------------------

    def _end(self, text: str, parsed: tuple[Any, int] | None) -> list[Finding]:
        """Return what is wrong with the end: cut off, or padded badly."""
        if self._problems.get(DATA) and self._problems[DATA].code == "elided":
            return []
        corrupt_end = self._states[-1:] == [BlockState.CORRUPT]
        whole = parsed is not None and bool(text[parsed[1] :])
        if not self._padding() and (whole or (corrupt_end and self._is_text_then_noise())):
            return [Finding("padding_damaged", Severity.ERROR, DATA)]
        if self._last.rest >= 8 or self._odd_characters():
            return self._truncated("tail", within=True)
        if not self._padding() and not corrupt_end:
            return self._truncated("tail", within=False)
        return []

    def _is_text_then_noise(self) -> bool:
        """Return whether a payload that is text ends within the last block, noise after it."""
        head, last = self._data[:-BLOCK], self._data[-BLOCK:]
        if not _TEXT_BYTES.fullmatch(head) or BlockState.CORRUPT in self._states[:-1]:
            return False
        text = _TEXT_BYTES.match(last)
        length = text.end() if text else 0
        return length >= LEAST_TEXT or len(set(last[length:])) == 1

    def _odd_characters(self) -> bool:
        return self._last.rest >= 6 and len(self._segments) == 1 and not self._solution.skip

    def _truncated(self, where: str, *, within: bool) -> list[Finding]:
        """Return that data is missing at its `head` or `tail`, `within` a block or between two."""
        pasted = self._fields.get(DATA)
        characters = len(pasted.compact) if pasted else 0
        parameters = {"where": where, "within": within, "count": len(self._data)}
        findings = [Finding("data_truncated", Severity.ERROR, DATA, parameters)]
        if where == "tail" and characters == COLUMN:
            findings.append(
                Finding("column_limit", Severity.INFO, DATA, {"characters": characters})
            )
        code = "cut_at_start" if where == "head" else "cut_at_end"
        return [*findings, Finding(code, Severity.INFO, DATA)]

    def _damage(self, end_findings: list[Finding]) -> list[Finding]:
        """Return the finding of corrupt blocks after the first, when there are any."""
        if any(f.code == "elided" for f in self._data_problems()):
            return []
        corrupt = [i for i, s in enumerate(self._states) if s is BlockState.CORRUPT and i > 0]
        if any(f.code == "padding_damaged" for f in end_findings):
            corrupt = [index for index in corrupt if index < len(self._states) - 1]
        if len(self._segments) > 1 and not corrupt:
            corrupt = [len(self._segments[0].states)]
        return [damaged(corrupt)] if corrupt else []

    def _beginning(self, others: list[Finding]) -> list[Finding]:
        """Return why the first block is unreadable, if it is."""
        if self._states[:1] != [BlockState.CORRUPT]:
            return []
        if self._solution.skip:
            return self._truncated("head", within=True)
        if (problem := self._problems.get("iv")) is not None:
            return [problem]
        if "iv" not in self._fields and self._solution.iv is None:
            return []
        if self._states[1:2] == [BlockState.CORRUPT]:
            return []  # why the second one is corrupt is told of both
        return self._beginning_under_iv({finding.code for finding in others})

    def _beginning_under_iv(self, others: set[str]) -> list[Finding]:
        """Tell a corrupt first block from a wrong iv and from a head that is cut off."""
        if self._solution.key and self._solution.iv and fixes_first_block(self._solution):
            return [damaged([0])]
        fits = self._is_nearly_text() or fits_after_first_block(self._text()[BLOCK:])
        if not others and not fits:
            return self._truncated("head", within=False)
        return [Finding("iv_wrong", Severity.ERROR, "iv")]

    def _is_nearly_text(self) -> bool:
        """Return whether the first block is what a slip in the iv leaves; a cut leaves noise."""
        printable = sum(32 <= byte < 127 for byte in self._data[:BLOCK])
        return printable >= BLOCK - MOST_OF_A_SLIP

    def _block_states(self, findings: list[Finding]) -> tuple[BlockState, ...]:
        truncated = [f for f in findings if f.code == "data_truncated"]
        missing = [BlockState.MISSING] if truncated else []
        if truncated and truncated[0].parameters.get("where") == "head":
            return (*missing, *self._states)
        return (*self._states, *missing)


def damaged(corrupt: list[int]) -> Finding:
    """Return the finding that these blocks are noise, with the bytes they are."""
    first, last = corrupt[0] * BLOCK, (corrupt[-1] + 1) * BLOCK - 1
    parameters = {
        "count": len(corrupt),
        "first": first,
        "last": last,
        "blocks": numbers_of(corrupt),
    }
    return Finding("data_damaged", Severity.ERROR, DATA, parameters)
