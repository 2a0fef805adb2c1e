"""Gradio's own words for `words.js`, which puts them into the page's language."""

import json
from typing import Final

from qa.messages.catalogue import Texts
from qa.messages.gradio import GRADIO
from qa.web.uploads import LARGEST

# name: how Gradio says it, in whatever languages it can; {gaps} hold anything.
_SAID: Final[dict[str, tuple[str, ...]]] = {
    "gradio_drop": ("Drop File Here", "将文件拖放到此处", "拖放檔案至此處"),
    "gradio_or": ("or", "或"),
    "gradio_choose": ("Click to Upload", "点击上传", "點擊上傳"),
    "gradio_choose_or_drop": ("Click to upload or drop files", "File upload"),
    "gradio_choose_more": ("common.upload", "Upload"),
    "gradio_clear": ("Clear", "清除"),
    "gradio_remove": ("Remove this file",),
    "gradio_sending": ("Uploading",),
    "gradio_sending_files": ("Uploading {number} files...", "Uploading {number} file..."),
    "gradio_tabs": ("More tabs",),
    "gradio_number": ("number input for {label}",),
    "gradio_slider": ("range slider for {label}",),
    "gradio_reset": ("Reset to default value",),
    "gradio_too_large": ("File(s) exceed the maximum allowed size of {size}: {names}",),
    "gradio_lost": ("Connection to the server was lost. Attempting reconnection...",),
}


def gradio_words(shown: Texts) -> str:
    """JSON: lists of all that may stand on the page, each with what is to stand there instead.

    What is put there in one language may stand there when another is chosen. Gradio writes the
    size of the largest file as "256.0 Mb"; the page has it as people do.
    """
    size = f"{LARGEST} MB"
    said = [
        [[*_SAID[name], *ours], shown[name].replace("{size}", size)]
        for name, ours in GRADIO.items()
    ]
    return json.dumps(said, ensure_ascii=False)
