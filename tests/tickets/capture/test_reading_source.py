"""Source text of any language: what a declaration gives is found, though it opens nothing."""

from __future__ import annotations

import pytest

from inspector.tickets import judge, read
from tests.tickets.capture.capture_forms import mint

DECLARED = {
    "C": 'const char* session_key = "{k}"; const char *iv = "{i}"; char encryptedData[] = "{d}";',
    "C++": 'std::string_view session_key = "{k}"; const auto& iv = "{i}"; '
    'std::string encryptedData("{d}");',
    "C#": 'var sessionKey = @"{k}"; var iv = "{i}"; string encryptedData = $"{d}";',
    "Dart": "final sessionKey = '{k}'; final iv = '{i}'; const encryptedData = '{d}';",
    "Elixir": '%{{session_key: "{k}", iv: "{i}", encrypted_data: "{d}"}}',
    "Erlang": 'SessionKey = <<"{k}">>, Iv = <<"{i}">>, EncryptedData = <<"{d}">>.',
    "Go": 'sessionKey := "{k}"\niv := "{i}"\nencryptedData := `{d}`',
    "Groovy": "def sessionKey = '{k}'\ndef iv = '{i}'\ndef encryptedData = '''{d}'''",
    "Java": 'String sessionKey = "{k}";\nString iv = "{i}";\nString encryptedData = "{d}";',
    "Kotlin": 'val sessionKey: String = "{k}"\nval iv: String? = "{i}"\n'
    'val encryptedData = """{d}"""',
    "Lua": 'local session_key = "{k}"\nlocal iv = "{i}"\nlocal encryptedData = [[{d}]]',
    "make": "SESSION_KEY := {k}\nIV ?= {i}\nENCRYPTED_DATA = {d}",
    "nginx": 'set $session_key "{k}"; set $iv "{i}"; set $encryptedData "{d}";',
    "Objective-C": 'NSString *sessionKey = @"{k}";\nNSString *iv = @"{i}";\n'
    'NSString *encryptedData = @"{d}";',
    "OCaml": 'let session_key = "{k}" in let iv = "{i}" in let encrypted_data = {{|{d}|}}',
    "Perl": "my $session_key = '{k}';\nmy $iv = q({i});\nmy $encryptedData = \"{d}\";",
    "PHP": "$encryptedData = <<<EOT\n{d}\nEOT;\n$iv = '{i}';\n$sessionKey = '{k}';",
    "PHP nowdoc": "$encryptedData = <<<'EOT'\n{d}\nEOT;\n$iv = '{i}';\n$sessionKey = '{k}';",
    "Python": 'session_key: str = "{k}"\niv: bytes = b"{i}"\nencrypted_data: str = r"{d}"',
    "R": 'session_key <- "{k}"\niv <- "{i}"\nencryptedData <- "{d}"',
    "Ruby": "encrypted_data = <<~DATA.strip\n  {d}\nDATA\niv = %q({i})\nsession_key = %Q[{k}]",
    "Rust": 'let session_key: &str = "{k}"; let iv: &\'static str = "{i}"; '
    'let encrypted_data: Option<&str> = Some("{d}");',
    "Rust bytes": 'const IV: &[u8] = b"{i}"; let session_key = String::from("{k}"); '
    'let encrypted_data = "{d}".to_string();',
    "shell": "cat > encryptedData <<EOF\n{d}\nEOF\nexport iv='{i}' session_key='{k}'",
    "Swift": 'let sessionKey = "{k}", iv: String = "{i}"\nlet encryptedData = "{d}"',
    "TypeScript": "const session_key: string | null = '{k}'; let iv!: string = '{i}'; "
    "const encryptedData: Readonly<string> = `{d}`;",
    "Visual Basic": 'Dim sessionKey As String = "{k}"\nDim iv As String = "{i}"\n'
    'Dim encryptedData As String = "{d}"',
    "Zig": 'const session_key: []const u8 = "{k}"; const iv: []const u8 = "{i}"; '
    'const encrypted_data = "{d}";',
}


@pytest.mark.parametrize("language", DECLARED)
def test_what_a_declaration_gives_is_found(language: str) -> None:
    for _ in range(3):
        m = mint()
        for key, cause in ((m.key, None), (mint().key, "session_key_wrong")):
            (ticket,) = read(DECLARED[language].format(k=key, i=m.iv, d=m.data)).tickets
            assert (ticket.session_key, ticket.iv, ticket.encrypted_data) == (key, m.iv, m.data)
            assert judge(ticket).cause == cause


@pytest.mark.parametrize(
    "text",
    [
        "iv >> 3; key >>> 16; data << 2; h ^= iv >>> 13; cout >> iv >> key;",
        'var k="{i}",iv=e(16),d=f("{d}");',
        "// iv\n// session_key\n// encryptedData\nconst k = derive(iv);",
        '{{"kty":"RSA","n":"{d}","e":"AQAB","d":"{d}","k":"{k}"}}',
        '<path d="M0 0h24v24H0z"/><path d="{d}"/>',
        "const d = rows.map(k => k.value); iv = d[0]; k = d[1]",
    ],
)
def test_names_of_one_letter_and_shifts_make_no_ticket(text: str) -> None:
    m, other, third = mint(), mint(), mint()
    assert read(text.format(k=m.key, i=other.iv, d=third.data)).tickets == ()
