"""How the page looks and what little script it has, as `launch` takes them."""

from pathlib import Path
from typing import Any, Final

import gradio as gr
from starlette.middleware import Middleware

from qa.messages.catalogue import LANGUAGES, texts
from qa.web.gate import Gate
from qa.web.policy import Policy
from qa.web.uploads import LARGEST

_HERE: Final = Path(__file__).parent
_CINNABAR: Final = gr.themes.Color(
    name="cinnabar",
    c50="#fdf3f1",
    c100="#fae3df",
    c200="#f4c6bf",
    c300="#ea9e94",
    c400="#ef8a80",
    c500="#a8281f",
    c600="#a8281f",
    c700="#8c1f17",
    c800="#6f1812",
    c900="#53120e",
    c950="#2a0b08",
)
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
_SCRIPTS: Final = (
    "files.js",
    "reader.js",
    "words.js",
    "kept.js",
    "judged.js",
    "past.js",
    "queue.js",
    "taking.js",
    "page.js",
)  # the last calls the others


def launch_options(auth: str = "", *, only_local: bool = False) -> dict[str, Any]:
    """What `Blocks.launch` is given besides its address: only this machine's fonts are used.

    Args:
        auth: ``NAME:PASSWORD`` that visitors and programs are asked for; nothing asks none.
        only_local: Answer only who asks for this machine by its own name.
    """
    name, _, password = auth.partition(":")
    gate = Middleware(Gate, auth, only_local=only_local)
    return {
        "auth": (name, password) if auth else None,
        "theme": _theme(),
        "css": (_HERE / "page.css").read_text(encoding="utf-8") + _error_headings(),
        "head": "".join(map(_script, _SCRIPTS)),
        "favicon_path": _HERE / "icon.svg",
        "app_kwargs": {"middleware": [Middleware(Policy), gate]},
        "max_file_size": f"{LARGEST}mb",
        "mcp_server": True,
        "run_history": False,  # Gradio would keep every call in the browser, unasked
        "footer_links": [],
        "ssr_mode": False,
        "share": False,
        "quiet": True,
        "show_error": True,
        "enable_monitoring": False,
    }


def _script(name: str) -> str:
    return f"<script>{(_HERE / name).read_text(encoding='utf-8')}</script>"


def _error_headings() -> str:
    """The heading of errors in the page's language, as CSS: Gradio has it in English alone."""
    rule = '.toast-title.error:lang({})::before {{ content: "{}"; }}\n'
    return "".join(rule.format(each, texts(each)["error"]) for _, each in LANGUAGES)


def _theme() -> gr.themes.Base:
    theme = gr.themes.Base(
        primary_hue=_CINNABAR,
        secondary_hue=_CINNABAR,
        neutral_hue=gr.themes.colors.stone,
        font=_SANS,
        font_mono=_MONO,
        radius_size=gr.themes.sizes.radius_sm,
    )
    return theme.set(
        body_background_fill="#faf8f4",
        body_background_fill_dark="#171614",
        body_text_color="#1d1b18",
        body_text_color_dark="#ece7df",
        # 4.5 to 1 on all of the theme's own greys
        block_title_text_color="#57514a",
        block_title_text_color_dark="#c2bab0",
        block_label_text_color="#57514a",
        block_label_text_color_dark="#c2bab0",
        body_text_color_subdued="#57514a",
        body_text_color_subdued_dark="#c2bab0",
        input_placeholder_color="#6b645b",
        input_placeholder_color_dark="#b0a89c",
        block_background_fill_dark="#211f1c",
    )
