"""Chinese in UTF-8 among bytes of another encoding, which may fit that encoding by chance."""

import re

from corpus.reader.common_characters import COMMON

MIXED = "is UTF-8 in some parts and not in others; save each part as UTF-8 and join them again"
# Six Chinese characters in UTF-8: other encodings write such bytes for nothing that people read.
_RUN = re.compile(rb"(?:[\xe2-\xef][\x80-\xbf]{2}){6,}")
_ENOUGH = 0.4  # the share of common characters that Chinese text reaches


def has_utf8(data: bytes) -> bool:
    """Whether some of the bytes are Chinese in UTF-8, several characters one behind the other."""
    for run in _RUN.finditer(data):
        text = run.group().decode("utf-8", "ignore")
        if sum(c in COMMON for c in text) >= _ENOUGH * len(text) > 0:
            return True
    return False
