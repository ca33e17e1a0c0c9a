"""Tickets of which more than the truth was told once, each kind drawn fresh, with what is true."""

from __future__ import annotations

import json
import string
from collections.abc import Callable
from dataclasses import replace
from random import Random

from inspector.tickets import Outcome, Ticket, Verdict
from inspector.tickets.damage import Sealed
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
    )
}
