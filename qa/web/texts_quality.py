"""The texts of the Quality tab, in Simplified and Traditional Chinese and in English."""

from typing import Final

QUALITY: Final[dict[str, tuple[str, str, str]]] = {}
