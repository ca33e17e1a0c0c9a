"""What stands where characters were left out or masked: by a console, a log, a careful person."""

from __future__ import annotations

from typing import Final

ELIDED: Final = r"""(?:
      …+|⋯+|‥+                                    # `…`
    | [.．。]{3,}                                 # `...` `。。。`
    | \*{3,}|(?:\\{1,8}\*){2,}                    # `****` `\*\*`
    | [＊∗✱﹡●•∙·・⚫■█▇▆▓▒░◼○◯□◆★×✕✖]{2,}         # `●●●●` `███` `××`
    | \#{3,}|[＃﹟]{2,}                            # `####` `＃＃`
    | [<\[(（【〈＜［](?:…{1,4}|\.{3,9})[>\])）】〉＞］]  # `[…]` `(...)`
    | \{\{\s?(?:mask|redact|hidden|secret|sensitive)\w{0,8}\s?\}\}  # `{{masked}}`
    | [<\[(（【〈＜［]                             # a word in brackets: <masked>, （省略）
      [^<>\[\]()（）【】〈〉＜＞［］\r\n"'=:]{0,12}
      (?:mask|redact|filter|scrub|hidden|hide|omit|remov|delet|secret|sensitive|truncat|snip
        |省略|脱敏|隐藏|打码|屏蔽|过滤|删|遮|略|敏感)
      [^<>\[\]()（）【】〈〉＜＞［］\r\n"'=:]{0,24}
      [>\])）】〉＞］]
    | -{2,8}[ ]?(?:snip|cut|mask|redact|filter|hidden|omitt|remov)\w{0,4}[ ]?-{2,8}  # `--snip--`
    | (?<![<\[(（【〈＜［])已(?:省略|脱敏|隐藏|打码|屏蔽|过滤|删除)  # `已脱敏`
)"""
"""For VERBOSE patterns that ignore case; nothing of it is base64."""
LETTERS: Final = r"[xX]{3,400}={0,2}  # `xxxx` `XXXXXXXXXXXXXXXXXXXXXX==`"
"""Letters of base64 that are a mask where they are all of a value; for VERBOSE patterns."""
