"""Pages that ask nothing of anybody: a policy that allows their own script and style alone."""

import base64
import hashlib
import json
import re
from typing import Final

#: Where a page wants its policy.
POLICY: Final = "<!--policy-->"
_BLOCKS: Final = re.compile(
    r"<(script|style)(?P<kind>[^>]*)>(?P<content>(?:[^<]++|<(?!/\1>))*+)</\1>"
)


def sealed(html: str) -> str:
    """Return *html* with its policy in the place of POLICY: the hash of each script and style.

    Nothing else may run, and nothing may be asked of the network.
    """
    hashes: dict[str, list[str]] = {"script": [], "style": []}
    for block in _BLOCKS.finditer(html):
        if "application/json" not in block["kind"]:
            digest = hashlib.sha256(block["content"].encode()).digest()
            hashes[block[1]].append(f"'sha256-{base64.b64encode(digest).decode()}'")
    policy = "; ".join(
        [
            "default-src 'none'",
            *(f"{name}-src {' '.join(found)}" for name, found in hashes.items() if found),
            "font-src data:",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return html.replace(POLICY, meta, 1)


def script_json(value: object) -> str:
    r"""Return *value* as JSON that is safe inside a script element.

    >>> script_json({"name": "</script>"})
    '{"name":"\\u003c/script\\u003e"}'
    """
    return safe_json(compact(value))


def compact(value: object) -> str:
    """Return *value* as JSON without a needless sign."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def safe_json(told: str) -> str:
    """Return the JSON *told* so that it is safe inside a script element."""
    for sign in "<>&\u2028\u2029":
        told = told.replace(sign, f"\\u{ord(sign):04x}")
    return told
