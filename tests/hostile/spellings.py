"""Addresses that run a script, hide what they hold, or lead elsewhere unseen, as they have been spelt to get past."""

from __future__ import annotations

_SCHEMES = ("javascript:pwned=1", "vbscript:pwned=1", "data:text/html,<script>pwned=1</script>", "blob:null/1",
            "view-source:x", "livescript:pwned=1", "jar:x!/y", "filesystem:x", "intent:x", "ms-word:ofe|u|x",
            "ws:evil.example", "about:blank", "chrome:x", "file:///etc/passwd", "gopher:x", "resource:x",
            "search-ms:query=x", "ssh:x", "steam:x", "x-javascript:pwned=1", "feed:javascript:pwned=1")  # fmt: skip

RUNNING = (
    *_SCHEMES,
    *(scheme.upper() for scheme in _SCHEMES),
    "JaVaScRiPt:pwned=1", "java\tscript:pwned=1", "java\nscript:pwned=1", "java\r\nscript:pwned=1",
    "\x01javascript:pwned=1", "\x1fjavascript:pwned=1", " javascript:pwned=1", "\u00a0javascript:pwned=1",
    "java\x00script:pwned=1", "javascript\t:pwned=1", "javascript :pwned=1", "java\u00adscript:pwned=1",
    "java\u200bscript:pwned=1", "\ufeffjavascript:pwned=1", "\u202ejavascript:pwned=1", "\u2028javascript:pwned=1",
    "&#106;avascript:pwned=1", "&#x6A;avascript:pwned=1", "&#0000106avascript:pwned=1", "javascript&colon;pwned=1",
    "java&Tab;script:pwned=1", "java&NewLine;script:pwned=1", "&#1;javascript:pwned=1", "&#14;javascript:pwned=1",
    "java&#9;script:pwned=1", "&amp;#106;avascript:pwned=1", "&nbsp;javascript:pwned=1", "javascript&#58;pwned=1",
    "javascript&#x3A;pwned=1", "&bsol;&bsol;evil.example", "&sol;&sol;evil.example",
    "%6aavascript:pwned=1", "javascript%3Apwned=1", "%0ajavascript:pwned=1", "%00javascript:pwned=1",
    "java%0ascript:pwned=1", "%2561javascript:pwned=1", "\\javascript:pwned=1", "java\\script:pwned=1",
    "\\6aavascript:pwned=1", "\\u006aavascript:pwned=1", "javascript://%0apwned=1", "javascript://evil.example/%0apwned",
    "javascript:\"<svg onload=pwned=1>", "data:;base64,PHNjcmlwdD5wd25lZD0xPC9zY3JpcHQ+", "data:image/svg+xml,<svg>",
    "url(javascript:pwned=1)", "\uff4aavascript:pwned=1", "javascript\uff1apwned=1", "\u212aavascript:pwned=1",
    "javas\u017fcript:pwned=1",
)  # fmt: skip
"""Each of these is a problem, or a way to a file that is not there."""

ELSEWHERE = (
    "//evil.example", "\\\\evil.example", "/\\evil.example", "\\/evil.example", "///evil.example", "/\t/evil.example",
    "\t//evil.example", "https:evil.example", "https:/evil.example", "https:\\\\evil.example", "http:///evil.example",
    "https:\t//evil.example", "%2f%2fevil.example", "/%2fevil.example", "%5c%5cevil.example", "/%5cevil.example",
    "..//evil.example", "./\\evil.example", "../../../../evil.example", "https://user@evil.example:99999/",
    "\u3000//evil.example", "//evil.example\u3002com", "C:\\evil.example", "c:/evil", "c|/evil", "file:evil",
    "\\\\?\\C:\\evil", "\\\\.\\pipe\\evil", "//evil.example@SSL/x", "..%2f..%2f..%2fetc/passwd", "..\\..\\..\\etc",
    "%2e%2e/%2e%2e/%2e%2e/etc/passwd", "..%252f..%252fetc", "/../../etc/passwd", "....//....//etc", "..;/..;/etc",
    "hall.jpg\x00.md", "hall.jpg%00.md", "/dev/zero", "/proc/self/environ", "~/.ssh/id_rsa", "~root/x", "$HOME/x",
    "../private/consents.yaml", "/../private/consents.yaml", "../../private/consents.yaml", "..%2fsite.yaml",
    "../site.yaml", "CON", "aux.md", "nul:", "com1.jpg:stream", "hall.jpg::$DATA", "hall.jpg.", "hall.jpg ",
    "?", "?javascript:pwned=1", "#\"><script>", "x\"onmouseover=\"pwned=1", "x'onmouseover='pwned=1", "x><script>",
    "https://www.example.org/\"onmouseover=\"pwned=1", "https://www.example.org/'><script>pwned=1</script>",
    "https://www.example.org/\u202egpj.exe", "https://[::1/", "https://[", "http://\x7f", "mailto:a@b?body=<script>",
    "mailto:\"onmouseover=pwned=1\"@x", "tel:+1;x=\"onload=\"", "x" * 9_000, "a/" * 900, "\ud7ff", "🏫", "é", "e\u0301",
)  # fmt: skip
"""Each of these is a problem, or a link that leads where it says, and no picture."""
