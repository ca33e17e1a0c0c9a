"""What may stand between a name and its value: separators, quotes, tags, wrappers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from inspector.long_texts import has_any
from inspector.tickets.capture.scanning.unescaping import SPACE
from inspector.tickets.elision import ELIDED

QUOTE = r"""(?:
      [\\^`]{0,31}+["']                               # `"` `\"` `^'`
    | `
    | (?>(?:%(?:25)*5[Cc]){0,31})%(?:25)*2[27]        # `%22` `%2527` `%5C%22`
    | &(?:amp;)*(?:quot|apos|\#34|\#39|\#x22|\#x27);  # `&quot;` `&amp;#39;`
    | \\{1,31}+(?:u00|x)2[27]                         # `\u0022` `\\x27`
    | \$\(\[char\]3[49]\)                             # `$([char]34)`
    | [“”„‘’＂＇「」『』]                             # `“`
)"""
_DIGIT_SIGN = r"""(?:
      [+/=-]
    | %(?:25)*(?:2[BbFf]|3[Dd])                          # `%2B` `%252F`
    | \\{1,31}+(?:/|(?:u00|x)(?:2[BbFf]|3[Dd]))           # `\/` `\u002b`
    | &(?:amp;)*\#(?:43|47|61|x2[BbFf]|x3[Dd]);          # `&#43;` `&amp;#x2F;`
)"""
_LETTER: Final = "[A-Za-z0-9+/_-]"
_WHOLE: Final = rf"""
    (?={_LETTER}{{22}})(?>(?:{_LETTER}{{64}}){{0,9}})
    (?:{_LETTER}{{22}}|{_LETTER}{{43}})?(?!{_LETTER})
"""
"""Whole blocks in URL-safe base64: dashes at their head are letters of it."""
_SIGN = rf"""(?:
      ={{1,5}}>|:=|={{1,3}}|:{{1,2}}|：|＝      # `=>` `===>` `:=` `==` `::` `：`
    | [-~]{{1,5}}>|>{{2,9}}|→|⇒               # `->` `-->` `~>` `>>>>`
    | (?!{_WHOLE})(?:-{{3,10}}|(?<![=:：＝])-{{2}})[:：]?  # `-----:` `--`
    | —{{1,4}}[:：]?                          # `——`
    | <-|\b[Aa]s[ ]\w{{1,20}}[ ]?=           # `<-` `As String =`
    | 是|为|為|\b(?:is|was)\b(?!{_DIGIT_SIGN})  # `是` `is`
    | %(?:25)*3[AaDd](?:\+(?=%))?             # `%3A` `%253D` `%3A+`
    | \\{{1,31}}+u003[adAD]                   # `\u003a`
    | &(?:amp;)*(?:\#58|\#61|\#x3[AaDd]);     # `&#58;` `&amp;#x3D;`
)"""
_CLOSING = rf"""(?>(?:
      {QUOTE}
    | [)\]*_）】~]      # `)` `*`
    | %(?:25)*5[Dd]     # `%5D`
    | [ ]{{2,40}}         # `   `, which puts values one below the other
    | {SPACE}
){{0,8}})"""
_NOUN = rf"""
    (?:[ ]?的?(?:值|字段|参数|變量|变量|内容|數值|数值|串){_CLOSING})?  # ` 值` `的值」`
"""
_REMARK = rf"""
    {_NOUN}
    (?:\s?[(（\[【][^()（）\[\]【】\n]{{0,40}}[)）\]】]\s?)?  # ` (base64) ` `【必填】`
"""
_TYPE = r"""(?:
    (?:\s+&(?:'\w{1,12}\s)?|\s*)                           # ` &'static `
    (?:\*|\[\]|const\s|mut\s){0,4}                        # `[]const `
    [A-Za-z_\[](?:[\w<>\[\]?.]|(?<=<)&){0,30}              # `string` `Option<&str>` `[u8]`
    (?:\s?\|\s?[A-Za-z_]\w{0,20}){0,3}\s{0,4}=(?!=)       # ` | null =`
)?"""
_TAG = r"""
    </?[A-Za-z][\w:.-]{0,20}(?:\s[^<>]{0,200})?/?>  # `<td class="iv">` `</td>`
"""
_WRAPPER = rf"""(?:
      \r?\n[ \t]{{0,9}}(?:>{{1,9}}[ \t]{{1,9}}){{1,4}}  # `⏎>> `
    | {SPACE}
    | {_TAG}
    | <(?=[A-Za-z0-9+/_-]{{16}})                  # `<r7BXXKkLb8qrSNn0`
    | \{{{{1,2}}(?=["'`][A-Za-z0-9+/_-]{{16}})    # `{{"r7BXXKkLb8qrSNn0`
    | (?:string|str)\(\d{{1,9}}\)                 # `string(24)`
    | \([\w.\[\]*]{{1,40}}\)[ ]\(len=\d{{1,9}}(?:[ ]cap=\d{{1,9}})?\)  # `(string) (len=24)`
    | string[ ](?=')                              # `string '`, as xdebug shows it
    | s:\d{{1,9}}:                                # `s:24:`
    | <<[<~-]?["']?[A-Z]\w{{1,20}}["']?[.\w]{{0,20}}(?=\s*\n)  # `<<<EOT⏎` `<<~SQL.strip⏎`
    | <<(?=["'])|\{{\|                           # `<<"` `{{|`
    | %[qQ]?[(\[{{]                              # `%q(`
    | [>|][-+1-9]{{0,2}}(?:[ \t]{{1,9}}\#[^\n]{{0,80}})?(?=\s*\n)  # `|⏎` `>-⏎` `|2 # a⏎`
    | (?:new\s)?[A-Za-z_$&][\w.$:]{{0,60}}        # `Buffer.from` `new Key`
      (?!(?i:{ELIDED}))[(\[]                      # `(`
    | [(\[*【《]                                  # `(` `*` `【`
    | <!\[CDATA\[                                 # `<![CDATA[`
    | %(?:25)*5[Bb]                               # `%5B`
    | [bBuUrRfFNL@$](?=["'])                      # `b"` `@"`
)"""
_LINE_END = r"""(?:
      \r?\n
    | (?:\\{1,31}+r)?\\{1,31}+n  # `\r\n` `\\n`
)"""


@dataclass(frozen=True)
class Separator:
    """One way in which a value may follow its name."""

    text: str
    """The pattern's text, without what opens the value."""
    whole_only: bool = False
    """True when nothing but a whole value is believed after it."""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Matches from the end of the name; its group `quote` is what opens the value.

        Compiled when it is first asked for: these are the largest patterns of all.
        """
        return re.compile(rf"{self.text}(?P<quote>(?>{QUOTE}{{0,3}}))", re.VERBOSE)


EXPLICIT: Final = Separator(rf"{_CLOSING}{_REMARK}[?!]?{_SIGN}{{1,2}}{_TYPE}(?>{_WRAPPER}{{0,40}})")
"""`name: value`, `"name" => string(24) "value"`, `name%22%3A%22value`, `name-----:value`."""
ADJACENT: Final = Separator(r"(?=[\"“])")
"""`name"value"`, as the console's object preview is copied."""
PAIR: Final = Separator(rf"{QUOTE}{{1,2}}\s*,\s*(?>{_WRAPPER}{{0,6}})(?={QUOTE})")
"""`"name", "value"`, as in `append("iv", "…")` and lists of two."""
COUNTED: Final = Separator(rf"""
    {QUOTE}
    (?:
        ;s:\d{{1,9}}:                              # `;s:24:`
      | \s{{0,9}}\n\s{{0,40}}\d{{1,9}}\)\s{{0,9}}  # `⏎4) `
    )
    (?={QUOTE})
""")
"""`s:2:"iv";s:24:"…"` of PHP's serialize, and the numbered replies of a Redis console."""
NAMED_VALUE: Final = Separator(rf"""
    {QUOTE}\s*,\s*                                                  # `", `
    (?:
        {QUOTE}?\w+{QUOTE}?\s*[:=]\s*                               # `"type": `
        {QUOTE}?[^,{{}}"']{{0,40}}{QUOTE}?,\s*                      # `"text", `
    )?
    {QUOTE}?(?:value|val|v|text|content|Value){QUOTE}?\s*[:=]\s*    # `"value": ` `v=`
""")
"""`{"name": "iv", "value": "…"}`, as HAR and API clients keep parameters."""
ATTRIBUTE: Final = Separator(rf"""
    {QUOTE}[^<>]{{0,200}}?                               # `"` `" type="hidden" `
    \b(?:value|content|val|data-\w{{1,20}})\s*=\s*       # `value=` `data-iv = `
    (?={QUOTE})
""")
"""`name="iv" value="…"`."""
TAGS: Final = Separator(rf"""
    (?=[^<>]{{0,260}}+[<>])
    (?:
        {QUOTE}?[^<>\n"']{{0,120}}(?:{QUOTE}[^<>\n]{{0,120}})?     # `" class="of-iv"`
        (?<!\]\])>                                                  # `>`, but not `]]>`
      | \s*(?=</)                                                   # ` </key>`
    )
    \s*(?>(?:{_TAG}\s*){{0,6}})                                     # `</td> <td>`
    (?:<!\[CDATA\[\s*)?                                             # `<![CDATA[`
""")
"""`<iv>…`, `<td>iv</td><td>…`, `<key>iv</key><string>…`."""
ESCAPED_TAGS: Final = Separator(r"""
    (?:&(?:amp;)*gt;|\\{1,31}+u003[eE]|%(?:25)*3[Ee])  # `&gt;` `\u003e` `%3E`
    (?:&lt;!\[CDATA\[)?                                # `&lt;![CDATA[`
""")
"""`&lt;iv&gt;…`, the same inside another text."""
MULTIPART: Final = Separator(rf"""
    \\{{0,31}}+"[^\n\\"]{{0,100}}{_LINE_END}           # `"⏎` `\"\r\n`
    (?:(?i:content)-[^\n\\]{{0,100}}{_LINE_END}){{0,3}}  # `Content-Type: text/plain⏎`
    {_LINE_END}                                        # `⏎`
""")
"""A part of a multipart form, such as `------WebKitFormBoundary…`: header, empty line, value."""
BLANK: Final = Separator(
    rf"""
    {_CLOSING}
    {_NOUN}
    (?:
        \s{{0,9}}(?:(?:>{{1,9}}|//|\#)[ \t]{{1,9}}){{1,4}}  # `⏎> ` `⏎// `
      | \s{{0,40}}(?:[|│┃,，/]\s{{1,40}}|[|│┃,，]\s{{0,40}})?  # ` ` ` | ` `，` ` / `
      | (?:{SPACE}){{1,9}}                 # `%20` `\n\t`
    )
    (?>{_WRAPPER}{{0,3}})                  # `new Key(`
    """,
    whole_only=True,
)
"""`--iv …`, a table cell beside another, the value on the next line."""


SIGNED: Final = Separator(rf"{_CLOSING}{_REMARK}[?!]?{_SIGN}{{1,2}}{_TYPE}(?>{SPACE}{{0,9}})")
"""The same as `EXPLICIT` without anything around the value: it may be no base64."""
NEARBY: Final = Separator(
    r"""
    [ \t]{0,9}(?:[,;，；|/>~]{1,3}[ \t]{1,9}(?!["']))?                   # ` | ` `; ` ` >> ` ` ~> `
    (?>(?:(?![A-Za-z0-9+/_-]{21})[\w .:：，。、()（）!！?？…~'’-]){0,60})  # ` that I get is `
    (?:[ \t]{0,9}\n\s{0,9})?                                           # `⏎`
    [【「“‘"'(（<]{0,2}                                                   # `【`
    (?=[A-Za-z0-9+/_-]{21})
    """,
    whole_only=True,
)
"""Words between a name and its value, as people write them."""


def separators_for(text: str) -> tuple[Separator, ...]:
    """Return the gaps that can occur in a text, in the order in which they are tried."""
    tagged, listed = has_any(text, "<"), has_any(text, ",")
    chosen = (
        (EXPLICIT, True),
        (ADJACENT, True),
        (PAIR, listed),
        (COUNTED, has_any(text, ";s:", ")")),
        (NAMED_VALUE, listed),
        (ATTRIBUTE, tagged),
        (TAGS, tagged),
        (ESCAPED_TAGS, has_any(text, "&gt;", "u003e", "u003E", "%3e", "%3E")),
        (MULTIPART, has_any(text, "form-data")),
        (BLANK, True),
        (NEARBY, True),
    )
    return tuple(separator for separator, possible in chosen if possible)
