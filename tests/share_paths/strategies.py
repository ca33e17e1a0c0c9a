"""Share paths for property tests: any text at all, and what people write."""

from __future__ import annotations

from hypothesis import strategies as st

from inspector.share_paths import Options, Parameter, SharePath
from inspector.share_paths.encoding import join_surrogates

ALL_OPTIONS = Options(app_id="wx0123456789abcdef", base_url="https://example.com/mp/")
HOSTILE = (
    "", " ", "%", "%%", "%2", "%41", "%E4%BD", "%ed%a0%80", "a%20b", "+", "a+b", "&", "=", "?", "#",
    "a=b&c=d", "?x=1", "#wechat-redirect", "/", "//", ".html", "'", '"', "`", "'x'", '"x"', "\\",
    "\\u0027", "${x}", "{", "}", '{"a":1}', "[]", "<b>", "\0", "\r\n", "\u2028", "\u200b", "\ufeff",
    "\u202e", "e\u0301", "😀", "👩\u200d👧", "群聊", "\ud800", "\udfff", "~", "!", "*", "()", "-_.",
    "scene", "q", "cq", "scancode_time", "pathName", "path", "query", "appid", "env_version",
    "__proto__", "constructor", "--compile-condition", "pagePath:'x'", "https://example.com/?a=1",
    "weixin://dl/business/?t=x", "#小程序://a/b/c", "javascript:alert(1)",
)  # fmt: skip

anything = st.text(st.characters(codec=None), max_size=24).map(join_surrogates)
texts = st.one_of(
    anything, st.sampled_from(HOSTILE), st.lists(st.sampled_from(HOSTILE)).map("".join)
)
joined_texts = texts.map(join_surrogates)
parameters = st.builds(Parameter, joined_texts, joined_texts, st.booleans())
pages = st.one_of(
    st.just("pages/index/index"),
    joined_texts,
    st.lists(st.from_regex(r"[a-z][a-zA-Z0-9_-]{0,8}", fullmatch=True), min_size=1).map("/".join),
)
share_paths = st.builds(SharePath, pages, st.lists(parameters, max_size=5))


def enabled_part(share_path: SharePath) -> SharePath:
    """What a rendered form can hold."""
    return SharePath(share_path.page, share_path.enabled)
