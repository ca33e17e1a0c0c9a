"""Tickets of which more than the truth was told once, each kind drawn fresh, with what is true."""

from __future__ import annotations

import json
import string
from collections.abc import Callable
from dataclasses import replace
from random import Random

from inspector.tickets import Outcome, Ticket, Verdict
from inspector.tickets.damage import Sealed
from inspector.tickets.decryption import base64_text
from inspector.tickets.decryption.cipher import seal
from tests.tickets.decryption.notations import NOTATIONS
from tests.tickets.payloads import ID, text_of, watermark, word
from tests.tickets.payloads import KINDS as PAYLOADS

Check = Callable[[Verdict], bool]
Case = tuple[Ticket, Check]
Kind = Callable[[Random], Case]

BASE64 = string.ascii_uppercase + string.ascii_lowercase + string.digits + "+/"
ORDINARY = (
    "openid", "unionid", "nickname", "userId", "user_id", "uid", "id", "Mobile", "mobilePhone",
    "phone", "tel", "Code", "code", "node", "game", "name", "Name", "title", "type", "status",
    "state", "data", "result", "list", "items", "page", "size", "total", "count", "value", "key",
    "token", "ticket", "orderNo", "orderId", "order_no", "outTradeNo", "goods", "goodsId", "sku",
    "price", "amount", "money", "time", "date", "createTime", "timestamp", "version", "scene",
    "query", "path", "url", "link", "image", "avatar", "avatarurl", "gender", "sex", "city",
    "province", "country", "language", "email", "Email", "mail", "address", "remark", "content",
    "message", "msg", "errcode", "errmsg", "success", "flag", "level", "score", "rank", "step",
    "steps", "group", "groupId", "roomId", "room", "chatType", "openGid", "opengid2", "OpenId",
    "unionId2", "CorpId", "corpId", "userID", "mode", "note", "desc", "label", "event",
    "eventType", "kind", "source", "target", "from", "to", "lang", "lon", "lat", "width",
    "height", "color", "files", "file", "hash", "sign", "nonce",
)  # fmt: skip


def is_shown_as_it_was(text: str) -> Check:
    """Return a check that the whole text is shown, and nothing is said to be wrong or changed."""

    def check(verdict: Verdict) -> bool:
        shown = (verdict.outcome, verdict.cause, verdict.plaintext)
        return shown == (Outcome.OPENED, None, text) and not verdict.repairs

    return check


def odd_characters_first(random: Random) -> Case:
    """A DEL, a C1 control or an invisible character within the first 16 bytes."""
    odd = random.choice(("\x7f", "\x80", "\x9f", "\x85", "\ufeff", "\u200b", "\u202e", "\u0300"))
    name = random.choice(("nickName", "name", "openGId", "title", "a"))
    value = odd + word(random, random.randint(0, 20))
    payload = {name: value, "gender": 1}
    if random.random() < 0.7:
        payload["watermark"] = watermark(random)
    text = text_of(payload)
    return Sealed.fresh(text, random).ticket, is_shown_as_it_was(text)


def ordinary_names(random: Random) -> Case:
    """An undamaged payload of one's own, whose first name may be near to a known one."""
    name = random.choice(ORDINARY)
    value: object = random.choice((word(random, 12), random.randint(0, 10**6), ["a"], {"b": 1}))
    payload = {name: value}
    for _ in range(random.randint(0, 3)):
        payload[random.choice(ORDINARY)] = word(random, random.randint(0, 9))
    if random.random() < 0.7:
        payload["watermark"] = watermark(random)
    text = text_of(payload)
    return Sealed.fresh(text, random).ticket, is_shown_as_it_was(text)


def other_writing(random: Random) -> Case:
    """JSON of any script and layout, which little looks like a usual payload."""
    letters = random.choice(
        ("שלוםעברית", "ภาษาไทยกขค", "العربية", "ελληνικά", "русский", "中文字", "🍎🎈")
    )
    payload = {"t": word(random, random.randint(5, 60), letters)}
    text = json.dumps(payload, ensure_ascii=False, indent=random.choice((None, 2, 8)))
    return Sealed.fresh(text, random).ticket, is_shown_as_it_was(text)


def plain_text(random: Random) -> Case:
    """A text in the letters of base64, which is no activityId."""
    text = word(random, random.randint(40, 200), random.choice((BASE64, ID, "abcdef+/")))
    if random.random() < 0.4:
        text = word(random, random.randint(11, 15), string.digits) + "_" + text

    def check(verdict: Verdict) -> bool:
        return (verdict.plaintext, verdict.cause) == (text, "not_json") and not verdict.repairs

    return Sealed.fresh(text, random).ticket, check


def last_character_of_the_iv(random: Random) -> Case:
    """The last character of the iv mistyped: it carries two bits, and nothing decides them."""
    sealed = Sealed.fresh(text_of(random.choice(list(PAYLOADS.values()))(random)), random)
    iv = sealed.ticket.iv or ""
    slip = iv[:21] + random.choice(BASE64.replace(iv[21], "")) + "=="

    def check(verdict: Verdict) -> bool:
        if verdict.plaintext == sealed.plaintext or verdict.outcome is not Outcome.OPENED:
            return True
        codes = {finding.code for finding in verdict.findings}
        used = any(repair.field == "iv" for repair in verdict.repairs)
        proposed = [proposal.fields.get("iv") for proposal in verdict.proposals]
        return "iv_undecided" in codes and not used and sealed.ticket.iv in proposed

    canonical = slip[21] in "AQgw"  # then nothing shows that it was mistyped
    return replace(sealed.ticket, iv=iv if canonical else slip), check


def odd_id(random: Random) -> Case:
    """A first id that begins as no id was seen to: a slip in the iv, or a new form."""
    kind = random.choice(("group_share", "group_enter", "user_info"))
    text = text_of(PAYLOADS[kind](random))
    start = text.index(':"') + 2
    text = text[:start] + random.choice("uvWX7s-") + text[start + 1 :]

    def check(verdict: Verdict) -> bool:
        codes = [finding.code for finding in verdict.findings]
        return is_shown_as_it_was(text)(verdict) and "id_unproved" in codes

    return Sealed.fresh(text, random).ticket, check


def wrong_key_of_a_long_payload(random: Random) -> Case:
    """Many blocks, none of which the key can make readable but by chance."""
    text = text_of({"list": [word(random, 40) for _ in range(random.randint(20, 60))]})
    sealed = Sealed.fresh(text, random)
    other = Sealed.fresh("", random).ticket.session_key

    def check(verdict: Verdict) -> bool:
        return (verdict.outcome, verdict.cause) == (Outcome.NOT_OPENED, "session_key_wrong")

    return replace(sealed.ticket, session_key=other), check


def padded(text: str, count: int) -> bytes:
    """Return a text with so many bytes of padding, or as few more as make whole blocks."""
    data = text.encode()
    count += -(len(data) + count) % 16
    return data + bytes([count]) * count


def padded_to_32(random: Random) -> Case:
    """Padding of up to 32 bytes, as other messages of the platform have it."""
    text = text_of(random.choice(list(PAYLOADS.values()))(random))
    sealed = Sealed.fresh(text, random)
    data = seal(sealed.key, sealed.iv, padded(text, 17))[:-16]
    wrong_iv = random.random() < 0.5

    def check(verdict: Verdict) -> bool:
        told = "long_padding" in [finding.code for finding in verdict.findings]
        if not wrong_iv:
            return is_shown_as_it_was(text)(verdict) and told
        shown = (verdict.plaintext or "").endswith(text.encode()[16:].decode("utf-8", "replace"))
        return (verdict.cause, shown) == ("iv_wrong", True)

    ticket = sealed.with_data(data)
    return replace(ticket, iv=Sealed.fresh("", random).ticket.iv) if wrong_iv else ticket, check


def baidu(random: Random) -> Case:
    """A ticket of Baidu, padded to whole 32 bytes."""
    key, iv = random.randbytes(24), random.randbytes(16)
    text = json.dumps({"openid": word(random, random.randint(5, 40)), "nickname": "x"}).encode()
    body = random.randbytes(16) + len(text).to_bytes(4, "big") + text + word(random, 32).encode()
    filling = 32 - len(body) % 32
    data = seal(key, iv, body + bytes([filling]) * filling)[:-16]
    ticket = Ticket(*(base64_text.encode(each) for each in (key, iv, data)))

    def check(verdict: Verdict) -> bool:
        return (verdict.outcome, verdict.cause) == (Outcome.NOT_OPENED, "other_scheme")

    return ticket, check


def _list_payload(random: Random) -> tuple[str | None, list[object], dict[str, object]]:
    """Return name and elements of a list, and what stands beside it; no name for a bare list."""
    count = random.randint(3, 12)
    mark: dict[str, object] = {"watermark": watermark(random)}
    name = random.choice(("dataList", "stepInfoList", "KVDataList", None))
    if name == "dataList":
        order = random.choice((("dataType", "value"), ("value", "dataType")))
        values = [(n, random.randint(0, 10**6)) for n in range(1, count)]
        items: list[object] = [dict(zip(order, each, strict=True)) for each in values]
    elif name == "stepInfoList":
        items = [
            {"timestamp": 1_445_866_601 + 86_400 * n, "step": random.randint(0, 30_000)}
            for n in range(count)
        ]
    else:
        items = [{"key": word(random, 6), "value": word(random, 30)} for _ in range(count)]
    return name, items, mark if name else {}


def damaged_list(random: Random) -> Case:
    """A list in part: what is shown of it is whole elements, each value with its own name."""
    name, items, mark = _list_payload(random)
    sealed = Sealed.fresh(text_of({name: items} | mark if name else items), random)
    ticket = sealed.ticket
    data = bytearray(sealed.data)
    how = random.choice(("iv", "middle", "head", "tail"))
    if how == "iv":
        ticket = replace(ticket, iv=Sealed.fresh("", random).ticket.iv)
    elif how == "middle":
        data[random.randrange(16, len(data) - 32) // 16 * 16] ^= 255
        ticket = sealed.with_data(bytes(data))
    else:
        cut = random.randrange(1, len(data) // 16 - 3) * 16
        ticket = sealed.with_data(bytes(data[cut:] if how == "head" else data[:-cut]))

    def check(verdict: Verdict) -> bool:
        shown = verdict.payload
        is_named = isinstance(shown, dict) and bool(name)
        elements = shown.get(name) if is_named else shown
        beside = set(shown) <= {name, "watermark"} if is_named else True
        if how == "middle":  # one character of the next block is another one
            return beside
        whole = elements is None or all(each in items for each in elements)
        return whole and beside and (not is_named or _is_part(shown.get("watermark"), mark))

    return ticket, check


def _is_part(shown: object, mark: dict[str, object]) -> bool:
    whole = mark.get("watermark")
    if not isinstance(shown, dict) or not isinstance(whole, dict):
        return shown is None
    return shown.items() <= whole.items()


MASKS = (
    "***", "****************", "●●●●", "<masked>", "[REDACTED]", "（省略）", "####", "\\*\\*\\*",
    "xxxx…xxxx", "<redacted>", "[已隐藏]", "••••••", "██████", "(omitted)",
)  # fmt: skip


def masked_field(random: Random) -> Case:
    """Somebody masked a part of a field, or all of it."""
    sealed = Sealed.fresh(text_of(PAYLOADS["user_info"](random)), random)
    field = random.choice(("session_key", "iv", "encryptedData"))
    mask = random.choice(MASKS)
    value = sealed.ticket.field(field) or ""
    left, right = random.choice(((6, 6), (4, 0), (0, 4), (0, 0)))
    if field == "encryptedData":
        left, right = len(value) // 2, len(value) // 4
    masked = value[:left] + mask + (value[-right:] if right else "")

    def check(verdict: Verdict) -> bool:
        return verdict.cause == "elided"

    return sealed.ticket.with_field(field, masked), check


def other_notation(random: Random) -> Case:
    """Key, iv and data as their languages print bytes."""
    text = text_of(random.choice(list(PAYLOADS.values()))(random))
    sealed = Sealed.fresh(text, random)
    notations = [*NOTATIONS.values(), base64_text.encode]
    parts = (sealed.key, sealed.iv, sealed.data)
    key, iv, data = (random.choice(notations)(part) for part in parts)

    def check(verdict: Verdict) -> bool:
        whole = (verdict.outcome, verdict.cause, verdict.plaintext) == (Outcome.OPENED, None, text)
        return whole and verdict.fields["session_key"] == sealed.ticket.session_key

    return Ticket(key, iv, data), check


def ascii_iv(random: Random) -> Case:
    """An iv that is 16 characters, used as they stand."""
    iv = word(random, 16, random.choice(("0123456789abcdef", ID, string.digits)))
    text = text_of({"orderNo": word(random, 9, string.digits), "goods": word(random, 12)})
    sealed = Sealed(random.randbytes(16), iv.encode(), text)

    def check(verdict: Verdict) -> bool:
        return (verdict.outcome, verdict.cause, verdict.plaintext) == (Outcome.OPENED, None, text)

    return replace(sealed.ticket, iv=iv), check


KINDS: dict[str, Kind] = {
    each.__name__: each
    for each in (
        odd_characters_first,
        ordinary_names,
        other_writing,
        plain_text,
        last_character_of_the_iv,
        odd_id,
        wrong_key_of_a_long_payload,
        padded_to_32,
        baidu,
        damaged_list,
        masked_field,
        other_notation,
        ascii_iv,
    )
}
