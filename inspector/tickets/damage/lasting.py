"""Damage that cannot be undone: all there is to do is to say exactly what happened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Final
from uuid import UUID

from inspector.tickets.damage.sealed import Sealed
from inspector.tickets.decryption import base64_text
from inspector.tickets.decryption.cipher import seal
from inspector.tickets.fields import BLOCK
from inspector.tickets.ticket import Ticket
from inspector.tickets.verdict import Outcome


def other_key(sealed: Sealed, random: Random) -> Ticket:
    """The session key of another login."""
    return replace(sealed.ticket, session_key=base64_text.encode(random.randbytes(16)))


def other_iv(sealed: Sealed, random: Random) -> Ticket:
    """The iv of another call."""
    return replace(sealed.ticket, iv=base64_text.encode(random.randbytes(16)))


def key_as_iv(sealed: Sealed, _: Random) -> Ticket:
    """The key pasted as iv too."""
    return replace(sealed.ticket, iv=sealed.ticket.session_key)


def corrupt_block(sealed: Sealed, random: Random) -> Ticket:
    """One wrong character in the data, after the first block."""
    text = sealed.ticket.encrypted_data or ""
    first, last = 22, max(23, (len(sealed.data) - BLOCK) * 4 // 3)
    place = random.randrange(first, min(last, len(text.rstrip("=")) - 1))
    other = random.choice([c for c in "ABCabc0123+/" if c != text[place]])
    return replace(sealed.ticket, encrypted_data=text[:place] + other + text[place + 1 :])


def noise_block(sealed: Sealed, random: Random) -> Ticket:
    """A whole block in the middle overwritten."""
    blocks = len(sealed.data) // BLOCK
    at = random.randrange(1, max(2, blocks - 1)) * BLOCK
    data = sealed.data[:at] + random.randbytes(BLOCK) + sealed.data[at + BLOCK :]
    return sealed.with_data(data)


def cut_on_block(sealed: Sealed, random: Random) -> Ticket:
    """Some blocks cut off the end."""
    blocks = len(sealed.data) // BLOCK
    return sealed.with_data(sealed.data[: random.randint(2, max(2, blocks - 1)) * BLOCK])


def cut_within_block(sealed: Sealed, random: Random) -> Ticket:
    """Characters cut off the end, so that no whole block ends it."""
    text = (sealed.ticket.encrypted_data or "").rstrip("=")
    places = [at for at in range(44, len(text) - 1) if at * 3 // 4 % BLOCK or at % 4 == 1]
    return replace(sealed.ticket, encrypted_data=text[: random.choice(places)])


def head_cut_on_block(sealed: Sealed, random: Random) -> Ticket:
    """Some blocks cut off the beginning."""
    blocks = len(sealed.data) // BLOCK
    return sealed.with_data(sealed.data[random.randint(1, max(1, blocks - 3)) * BLOCK :])


def head_cut_within_block(sealed: Sealed, random: Random) -> Ticket:
    """Characters cut off the beginning, so that no whole block begins it."""
    text = sealed.ticket.encrypted_data or ""
    most = max(2, len(text) - 70)
    places = [at for at in range(1, most) if at % 64]
    return replace(sealed.ticket, encrypted_data=text[random.choice(places) :])


def column_255(sealed: Sealed, _: Random) -> Ticket:
    """A database column of 255 characters."""
    return replace(sealed.ticket, encrypted_data=(sealed.ticket.encrypted_data or "")[:255])


def elided_data(sealed: Sealed, random: Random) -> Ticket:
    """The middle of the data replaced by a console's ellipsis."""
    text = sealed.ticket.encrypted_data or ""
    mark = random.choice(("…", "..."))
    return replace(sealed.ticket, encrypted_data=text[:50] + mark + text[-40:])


def elided_key(sealed: Sealed, _: Random) -> Ticket:
    """The middle of the key replaced by an ellipsis."""
    key = sealed.ticket.session_key or ""
    return replace(sealed.ticket, session_key=key[:6] + "…" + key[-6:])


def elided_iv(sealed: Sealed, _: Random) -> Ticket:
    """The middle of the iv replaced by an ellipsis."""
    iv = sealed.ticket.iv or ""
    return replace(sealed.ticket, iv=iv[:6] + "…" + iv[-6:])


def bad_padding(sealed: Sealed, random: Random) -> Ticket:
    """Padded with zeros, or with random bytes, instead of the number of bytes."""
    text = sealed.plaintext.encode("utf-8")
    filling = BLOCK - len(text) % BLOCK
    noise = bytes(filling) if random.random() < 0.5 else random.randbytes(filling - 1) + b"\xff"
    return sealed.with_data(seal(sealed.key, sealed.iv, text + noise)[:-BLOCK])


def lost_key(sealed: Sealed, _: Random) -> Ticket:
    """No session key."""
    return replace(sealed.ticket, session_key=None)


def lost_iv(sealed: Sealed, _: Random) -> Ticket:
    """No iv."""
    return replace(sealed.ticket, iv=None)


def lost_data(sealed: Sealed, _: Random) -> Ticket:
    """No data."""
    return replace(sealed.ticket, encrypted_data="")


def short_key(sealed: Sealed, random: Random) -> Ticket:
    """Half of the key."""
    return replace(
        sealed.ticket, session_key=(sealed.ticket.session_key or "")[: random.randint(4, 16)]
    )


def short_iv(sealed: Sealed, random: Random) -> Ticket:
    """Half of the iv."""
    return replace(sealed.ticket, iv=(sealed.ticket.iv or "")[: random.randint(4, 16)])


def share_ticket(sealed: Sealed, random: Random) -> Ticket:
    """The platform's handle where the data belongs."""
    return replace(sealed.ticket, encrypted_data=str(UUID(int=random.getrandbits(128), version=4)))


def cloud_id(sealed: Sealed, random: Random) -> Ticket:
    """A cloudID where the data belongs."""
    return replace(sealed.ticket, encrypted_data="70_" + _word(random, 59))


def login_code(sealed: Sealed, random: Random) -> Ticket:
    """The code of wx.login where the session key belongs."""
    return replace(sealed.ticket, session_key="0" + str(random.randint(0, 9)) + _word(random, 30))


def other_app(sealed: Sealed, random: Random) -> Ticket:
    """Another mini program expected than the one that the data belongs to."""
    return replace(sealed.ticket, app_id=f"wx{random.getrandbits(64):016x}")


def plain_words(sealed: Sealed, _: Random) -> Ticket:
    """A text that is no JSON, sealed as it should be."""
    return replace(sealed, plaintext="the session of this user is over, log in again").ticket


def of_baidu(sealed: Sealed, random: Random) -> Ticket:
    """Baidu's scheme: AES-192, random bytes and a length before the text, the app key after."""
    key, text = random.randbytes(24), sealed.plaintext.encode("utf-8")
    body = (
        random.randbytes(16)
        + len(text).to_bytes(4, "big")
        + text
        + b"4fecoAqgCIUtzIyA4FAPgoyrc4oUc25c"
    )
    return replace(
        sealed.with_data(seal(key, sealed.iv, body)), session_key=base64_text.encode(key)
    )


def of_alipay(sealed: Sealed, _: Random) -> Ticket:
    """Alipay's scheme: an iv of zeros that is not given."""
    text = '{"code":"10000","msg":"Success","mobile":"13800000000"}'
    return replace(replace(sealed, iv=bytes(BLOCK), plaintext=text).ticket, iv=None)


def _word(random: Random, length: int) -> str:
    return "".join(random.choice("abcdefghijkmnpqrstuvwxyzABCDEFGH23456789") for _ in range(length))


Row = tuple[str, Callable[[Sealed, Random], Ticket], Outcome, str | None]
LASTING: Final[tuple[Row, ...]] = (
    ("other_key", other_key, Outcome.NOT_OPENED, "session_key_wrong"),
    ("other_iv", other_iv, Outcome.PARTLY, "iv_wrong"),
    ("key_as_iv", key_as_iv, Outcome.PARTLY, "iv_wrong"),
    ("corrupt_block", corrupt_block, Outcome.PARTLY, "data_damaged"),
    ("noise_block", noise_block, Outcome.PARTLY, "data_damaged"),
    ("cut_on_block", cut_on_block, Outcome.PARTLY, "data_truncated"),
    ("cut_within_block", cut_within_block, Outcome.PARTLY, "data_truncated"),
    ("head_cut_on_block", head_cut_on_block, Outcome.PARTLY, "data_truncated"),
    ("head_cut_within_block", head_cut_within_block, Outcome.PARTLY, "data_truncated"),
    ("column_255", column_255, Outcome.PARTLY, "data_truncated"),
    ("elided_data", elided_data, Outcome.PARTLY, "elided"),
    ("elided_key", elided_key, Outcome.NOT_OPENED, "elided"),
    ("elided_iv", elided_iv, Outcome.PARTLY, "elided"),
    ("bad_padding", bad_padding, Outcome.PARTLY, "padding_damaged"),
    ("lost_key", lost_key, Outcome.INCOMPLETE, "session_key_missing"),
    ("lost_iv", lost_iv, Outcome.INCOMPLETE, "iv_missing"),
    ("lost_data", lost_data, Outcome.INCOMPLETE, "encrypted_data_missing"),
    ("short_key", short_key, Outcome.NOT_OPENED, "session_key_length"),
    ("short_iv", short_iv, Outcome.PARTLY, "iv_length"),
    ("share_ticket", share_ticket, Outcome.NOT_OPENED, "share_ticket_handle"),
    ("cloud_id", cloud_id, Outcome.NOT_OPENED, "cloud_id"),
    ("login_code", login_code, Outcome.NOT_OPENED, "login_code"),
    ("other_app", other_app, Outcome.OPENED, "app_id_mismatch"),
    ("plain_words", plain_words, Outcome.PARTLY, "not_json"),
    ("of_baidu", of_baidu, Outcome.NOT_OPENED, "other_scheme"),
    ("of_alipay", of_alipay, Outcome.NOT_OPENED, "other_scheme"),
)
"""Every lasting damage with the outcome and the cause that it deserves."""
