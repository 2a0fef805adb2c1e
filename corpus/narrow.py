"""Full-width letters, figures and spaces as the narrow ones, which patterns are written in."""

_WIDE = (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), 0xFF0D, 0xFF0F)
_NARROW = str.maketrans({code: code - 0xFEE0 for code in _WIDE} | {"\u3000": " ", "\xa0": " "})


def narrow(text: str) -> str:
    """The text with narrow letters, figures, spaces, hyphens and slashes; as long as before."""
    return text.translate(_NARROW)
