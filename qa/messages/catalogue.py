"""Every text of the web page, in Simplified and Traditional Chinese and in English."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from qa.messages.answer import ANSWER
from qa.messages.ask import ASK
from qa.messages.errors import ERRORS
from qa.messages.gradio import GRADIO
from qa.messages.library import LIBRARY
from qa.messages.quality import QUALITY
from qa.messages.reasons import REASONS
from qa.messages.status import STATUS
from qa.question import Language

Texts = Mapping[str, str]

LANGUAGES: Final[tuple[tuple[str, Language], ...]] = (
    ("简体中文", "zh-Hans"),
    ("繁體中文", "zh-Hant"),
    ("English", "en"),
)

# name: (Simplified, Traditional, English); {braces} are filled in by whoever shows the text.
_CATALOGUE: Final[dict[str, tuple[str, str, str]]] = {
    "tagline": (
        "问新闻，看出处：每个字都出自文章原文。",
        "問新聞，看出處：每個字都出自文章原文。",
        "Ask the news, see where it is said: every word stands in an article.",
    ),
    "language": ("界面语言", "介面語言", "Language"),
    "tab_ask": ("提问", "提問", "Ask"),
    "tab_library": ("文章库", "文章庫", "Library"),
    "tab_quality": ("质量", "品質", "Quality"),
    "tab_status": ("状态", "狀態", "Status"),
    # Articles
    "article": ("文章", "文章", "Article"),
    "file": ("文件", "檔案", "File"),
    "untitled": ("（无标题）", "（無標題）", "(untitled)"),
    "no_source": ("来源不详", "來源不詳", "source unknown"),
    "no_date": ("日期不详", "日期不詳", "date unknown"),
    # Between words
    "full_stop": ("。", "。", "."),
    "colon": ("：", "：", ": "),
    # Errors
    "error": ("错误", "錯誤", "Error"),
    "sign_in": (
        "请重新载入本页，再登录一次。",
        "請重新載入本頁，再登入一次。",
        "Reload this page to sign in again.",
    ),
    "failure": (
        "出错了（编号 {reference}），详情在日志里。",
        "出錯了（編號 {reference}），詳情在日誌裡。",
        "Something went wrong (reference {reference}); the log has the rest.",
    ),
    **ANSWER,
    **ASK,
    **GRADIO,
    **LIBRARY,
    **QUALITY,
    **STATUS,
    **{english: (*chinese, english) for english, chinese in ERRORS.items()},
    **{english: (*chinese, english) for english, chinese in REASONS.items()},
}
_COLUMN: Final[dict[Language, int]] = {"zh-Hans": 0, "zh-Hant": 1, "en": 2}


@cache
def texts(language: Language) -> Texts:
    """All texts of the page in one language, by name."""
    column = _COLUMN[language]
    return MappingProxyType({name: row[column] for name, row in _CATALOGUE.items()})


def known_language(value: object) -> Language | None:
    """The language that a stored value names, or None."""
    return next((language for _, language in LANGUAGES if language == value), None)
