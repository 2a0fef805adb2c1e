"""How the page looks and what little script it has, as `launch` takes them."""

from pathlib import Path
from typing import Any, Final

import gradio as gr
from starlette.middleware import Middleware

from qa.web.policy import Policy

_HERE: Final = Path(__file__).parent
_SANS: Final = (
    "system-ui",
    "-apple-system",
    "PingFang SC",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "sans-serif",
)
_MONO: Final = ("ui-monospace", "SFMono-Regular", "Consolas", "monospace")
_LARGEST_UPLOAD: Final = "256mb"


def launch_options() -> dict[str, Any]:
    """What `Blocks.launch` is given besides its address: only this machine's fonts are used."""
    return {
        "theme": _theme(),
        "css": (_HERE / "page.css").read_text(encoding="utf-8"),
        "head": f"<script>{(_HERE / 'page.js').read_text(encoding='utf-8')}</script>",
        "favicon_path": _HERE / "icon.svg",
        "app_kwargs": {"middleware": [Middleware(Policy)]},
        "max_file_size": _LARGEST_UPLOAD,
        "footer_links": [],
        "ssr_mode": False,
        "share": False,
        "quiet": True,
        "show_error": True,
        "enable_monitoring": False,
    }


def _theme() -> gr.themes.Base:
    return gr.themes.Base(
        primary_hue=gr.themes.colors.red,
        secondary_hue=gr.themes.colors.amber,
        neutral_hue=gr.themes.colors.stone,
        font=_SANS,
        font_mono=_MONO,
        radius_size=gr.themes.sizes.radius_sm,
    )
