"""What stands where characters were left out or masked: by a console, a log, a careful person."""

from __future__ import annotations

from typing import Final

_WORD: Final = r"""(?:
      mask|redact|filter|scrub|hidden|hide|omit|remov|delet|secret|sensitive|truncat|snip
    | censor|conceal|confidential|obfuscat|saniti[sz]|private
    | 省略|脱敏|隐藏|打码|屏蔽|过滤|删|遮|略|敏感|保密|隐私|马赛克|掩码
)"""
"""How a word begins that says that something was left out."""
MASKED: Final = (
    "(?:masked|redacted|censored|obfuscated|saniti[sz]ed|filtered|removed|hidden|omitted)"
)
"""Words that say so by themselves, in small letters."""
_TEMPLATE: Final = rf"""(?:
      [$%\#]?\{{{{1,3}}[%\s]{{0,2}}                                # `${{` `{{%`
      (?:[A-Za-z]{{1,12}}[_ .|-]{{1,3}}){{0,4}}                     # `session_key_`
      (?:{MASKED}|mask)[%\s]{{0,2}}\}}{{1,3}}                     # `masked}}`
    | <%[=\s]{{0,3}}{MASKED}\s?%>                                 # `<%= masked %>`
    | %{MASKED}%                                                 # `%masked%`
    | \*{{1,2}}{MASKED}\*{{1,2}}                                  # `**redacted**`
)"""
_FIRST: Final = (
    r"(?=[…⋯‥.．。\\*＊∗✱﹡●•∙·・⚫■█▇▆▓▒░◼○◯□◆★×✕✖\#＃﹟$%{<\[(（【〈《＜［?？~\-"
    "已被此中这敏省脱隐打屏过删保马xX])"
)
"""How any of it begins. Most places of a text are none, and are told so at one look."""
ELIDED: Final = rf"""{_FIRST}(?:
      …+|⋯+|‥+                                    # `…`
    | [.．。]{{3,}}                               # `...` `。。。`
    | (?:[*●•∙■█×][ ]){{3,40}}[*●•∙■█×]           # `* * * *`
    | {_TEMPLATE}
    | \*{{3,}}|(?:\\{{1,8}}\*){{2,}}              # `****` `\*\*`
    | [＊∗✱﹡●•∙·・⚫■█▇▆▓▒░◼○◯□◆★×✕✖]{{2,}}       # `●●●●` `███` `××`
    | \#{{3,}}|[＃﹟]{{2,}}                        # `####` `＃＃`
    | \?{{4,}}|？{{3,}}|~{{4,}}                    # `????` `~~~~`
    | (?<![xX])[xX]{{3,40}}(?:-[xX]{{3,40}}){{1,8}}  # `xxxx-xxxx`
    | [<\[(（【〈＜［](?:…{{1,4}}|\.{{3,9}})[>\])）】〉＞］]  # `[…]` `(...)`
    | (?:[<\[(]{{1,3}}|[（【〈《＜［])             # a word in brackets: <masked>, （省略）
      [^<>\[\]()（）【】〈〉《》＜＞［］\r\n"'=:]{{0,12}}
      {_WORD}
      [^<>\[\]()（）【】〈〉《》＜＞［］\r\n"'=:]{{0,24}}
      (?:[>\])]{{1,3}}|[）】〉》＞］])
    | -{{2,8}}[ ]?                                # `--`
      (?:snip|cut|mask|redact|filter|hidden|omitt|remov)\w{{0,4}}[ ]?-{{2,8}}  # `snip--`
    | (?<![<\[(（【〈＜［])(?:已|被|此处|中间|这里|敏感信息){{0,2}}     # `已脱敏` `此处省略`
      (?:省略|脱敏|隐藏|打码|屏蔽|过滤|删除|保密|隐私|马赛克)
)"""
"""For VERBOSE patterns that ignore case; nothing of it is base64."""
LETTERS: Final = r"""(?:
      [xX]{3,400}={0,2}                  # `xxxx` `XXXXXXXXXXXXXXXXXXXXXX==`
    | [xX]{3,400}(?:(?:…{1,2}|[ _-])[xX]{3,400}){1,8}  # `xxx…xxx` `xxxx-xxxx`
)"""
"""Letters of base64 that are a mask where they are all of a value; for VERBOSE patterns."""
_FIELD: Final = r"(?:session[ _-]?key|encrypt(?:ed)?[ _-]?data|iv|key|data)"
PLACEHOLDER: Final = rf"""(?:
    (?i:                                                         # any case
      [$%\#]?\{{{{1,3}}[\s.$]{{0,2}}[a-z_][\w.]{{0,40}}\s?\}}{{1,3}}   # `${{res.iv}}` `{{iv}}`
    | <{{1,2}}[ ]?(?:[a-z]{{1,12}}[ _-]){{0,4}}{_FIELD}
      (?:[ _-][a-z]{{1,12}}){{0,3}}[ ]?>{{1,2}}                   # so <your_session_key>, <iv>
    | your[ _-]?[a-z][a-z _-]{{2,40}}                             # `your_session_key` `your key`
    | (?:[a-z]{{1,12}}[ _-]){{1,5}}here                            # `session-key-here`
    )
    | [<\[【（(]?(?:你|您|换成|替换|填写|填入|请填)[\w \u4e00-\u9fff]{{1,24}}[>\]】）)]? # `你的key`
)"""
"""What says what is to be filled in, where it is all of a value; for VERBOSE patterns."""
WORDS: Final = rf"""(?:
      _{{0,3}}(?i:{MASKED})_{{0,3}}     # `REDACTED` `__MASKED__`
    | (?i:{_TEMPLATE})
    | {PLACEHOLDER}
    | _{{4,400}}|…{{1,4}}|\.{{3,9}}|。{{3,9}}  # `________` `……`
)"""
"""What else is a mask where it is all of a value, and mostly of an example; likewise."""
ALL_MASK: Final = rf"(?:(?i:{ELIDED})|{LETTERS}|{WORDS})"
"""A mask that is all of a value; likewise."""
