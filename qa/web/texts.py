"""Every text of the web page, in Simplified and Traditional Chinese and in English."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from qa.question import Language
from qa.web.texts_ask import ASK
from qa.web.texts_errors import ERRORS
from qa.web.texts_gradio import GRADIO
from qa.web.texts_library import LIBRARY
from qa.web.texts_quality import QUALITY
from qa.web.texts_reasons import REASONS

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
    # Ask
    "question": ("问题", "問題", "Question"),
    "question_hint": (
        "例如：谁出席了会议？",
        "例如：誰出席了會議？",
        "e.g. Who attended the meeting?",
    ),
    "ask": ("提问", "提問", "Ask"),
    "clear": ("清空对话", "清空對話", "Clear"),
    "filters": (
        "筛选：来源、日期、文章、段数、顺序",
        "篩選：來源、日期、文章、段數、順序",
        "Filters: source, dates, article, length, order",
    ),
    "source": ("来源", "來源", "Source"),
    "all_sources": ("全部来源", "全部來源", "All sources"),
    "since": ("从（日期）", "從（日期）", "Since (date)"),
    "until": ("到（日期）", "到（日期）", "Until (date)"),
    "k": ("显示几段", "顯示幾段", "Passages shown"),
    "examples": ("可以这样问", "可以這樣問", "You could ask"),
    "keys": (
        "键盘：按 / 到问题框，Enter 提问，↑ ↓ 在段落之间移动，Esc 关闭文章",
        "鍵盤：按 / 到問題框，Enter 提問，↑ ↓ 在段落之間移動，Esc 關閉文章",
        "Keyboard: / goes to the question, Enter asks, ↑ ↓ move between passages, Esc closes",
    ),
    "example_who": ("谁出席了会议？", "誰出席了會議？", "Who attended the meeting?"),
    "example_title": (
        "“{title}”是怎么回事？",
        "「{title}」是怎麼回事？",
        "What is “{title}” about?",
    ),
    "empty_title": ("文章库还是空的", "文章庫還是空的", "The library is empty"),
    "empty_cure": (
        "请到“文章库”一栏添加文章：文本、网页、PDF、Word、JSONL 或压缩包都可以。",
        "請到「文章庫」一欄加入文章：文字檔、網頁、PDF、Word、JSONL 或壓縮檔都可以。",
        "Add articles under “Library”: text, web pages, PDF, Word, JSONL, or archives of these.",
    ),
    "answer": ("回答", "回答", "Answer"),
    "answer_people": ("文章提到的人", "文章提到的人", "People the articles name"),
    "answer_quote": ("文章的原话", "文章的原話", "In the article’s words"),
    "answer_short": ("文章的说法", "文章的說法", "What the articles say"),
    "short_also": (
        "另有 {n} 篇文章也这样说。",
        "另有 {n} 篇文章也這樣說。",
        "Other articles that say the same: {n}.",
    ),
    "short_disputed": ("各篇说法不一", "各篇說法不一", "articles disagree"),
    "short_against": ("别的文章说：", "別的文章說：", "Others say:"),
    "short_other": ("也可能是：", "也可能是：", "Or perhaps:"),
    "unanswered": ("文章里没有说", "文章裡沒有說", "The articles do not say"),
    "unsure": (
        "不确定文章里有没有说",
        "不確定文章裡有沒有說",
        "Not sure that the articles say it",
    ),
    "unsure_found": (
        "找到了这些，但不一定是答案：",
        "找到了這些，但不一定是答案：",
        "This was found, but may be no answer:",
    ),
    "unsure_said": ("不确定：{said}", "不確定：{said}", "Not sure: {said}"),
    "unanswered_why": (
        "下面只是最接近的段落，不是答案。",
        "下面只是最接近的段落，不是答案。",
        "Below are the nearest passages only; they are not an answer.",
    ),
    "queued": (
        "排队：第 {place} 位，共 {all} 位",
        "排隊：第 {place} 位，共 {all} 位",
        "Waiting: number {place} of {all}",
    ),
    "working": ("正在处理……", "正在處理……", "Working…"),
    "nothing_found": (
        "没有文章符合筛选条件",
        "沒有文章符合篩選條件",
        "No article fits the filters",
    ),
    "words_only": (
        "文章还在编码，这次只按字词查找，没有按意思查找。",
        "文章還在編碼，這次只按字詞查找，沒有按意思查找。",
        "Articles are still being encoded: found by words only, not yet by meaning.",
    ),
    "certainty": ("答案在文章里的可能", "答案在文章裡的可能", "Chance that the articles say it"),
    "sure": ("很大", "很大", "very high"),
    "likely": ("较大", "較大", "high"),
    "maybe": ("中等", "中等", "medium"),
    "doubtful": ("较小", "較小", "low"),
    "unlikely": ("很小", "很小", "very low"),
    "role_出席": ("出席", "出席", "attended"),
    "role_主持": ("主持", "主持", "chaired"),
    "role_会见": ("会见", "會見", "met"),
    "role_讲话": ("讲话", "講話", "spoke"),
    "role_陪同": ("陪同", "陪同", "accompanied"),
    "role_参加": ("参加", "參加", "took part"),
    "passages": ("段落", "段落", "Passages"),
    "nearest": ("最接近的段落", "最接近的段落", "Nearest passages"),
    "legend": ("标记", "標記", "Marks"),
    "kind_sentence": ("最相关的一句", "最相關的一句", "best sentence"),
    "kind_match": ("问题里的词", "問題裡的詞", "words of the question"),
    "kind_person": ("人物", "人物", "person"),
    "kind_date": ("时间", "時間", "date"),
    "kind_number": ("数字", "數字", "number"),
    "kind_place": ("地点", "地點", "place"),
    "kind_reason": ("原因", "原因", "reason"),
    "kind_quote": ("引语", "引語", "quotation"),
    "kind_name": ("名称", "名稱", "name"),
    "kind_words": ("答案", "答案", "answer"),
    "open": ("读全文", "讀全文", "Read the article"),
    "copy_plain": ("复制引文", "複製引文", "Copy quotation"),
    "copy_plain_named": ("复制引文", "複製引文", "Copy quotation"),
    "copy_markdown_named": ("复制 Markdown 引文", "複製 Markdown 引文", "Copy Markdown quotation"),
    "copy_gbt_named": ("复制 GB/T 7714 引文", "複製 GB/T 7714 引文", "Copy GB/T 7714 citation"),
    "copied": ("已复制", "已複製", "Copied"),
    "uncopied": (
        "没能复制：浏览器不让用剪贴板",
        "沒能複製：瀏覽器不讓用剪貼簿",
        "Not copied: the browser refuses the clipboard",
    ),
    "copy_markdown": ("Markdown", "Markdown", "Markdown"),
    "copy_gbt": ("GB/T 7714", "GB/T 7714", "GB/T 7714"),
    "why": ("为什么找到它", "為什麼找到它", "Why it was found"),
    "why_rank": (
        "第 {rank} 位，得分 {score}",
        "第 {rank} 位，得分 {score}",
        "rank {rank}, score {score}",
    ),
    "why_words": ("对上的词：{words}", "對上的詞：{words}", "matched words: {words}"),
    "why_meaning": (
        "没有对上的词：按意思找到",
        "沒有對上的詞：按意思找到",
        "no matched words: found by meaning",
    ),
    "reprints": ("另有 {n} 家转载", "另有 {n} 家轉載", "Also carried by {n} more"),
    "untitled": ("（无标题）", "（無標題）", "(untitled)"),
    "no_source": ("来源不详", "來源不詳", "source unknown"),
    "no_date": ("日期不详", "日期不詳", "date unknown"),
    # Events, follow-ups, timeline
    "others": ("其他符合的事件", "其他符合的事件", "Other events that fit"),
    "carried": ("接着上文：{event}", "接著上文：{event}", "Following on: {event}"),
    "elsewhere": (
        "最相关的段落不在这件事的文章里。",
        "最相關的段落不在這件事的文章裡。",
        "The best passage stands in another article than this event's.",
    ),
    "by_article": ("文章日期", "文章日期", "date of the article"),
    "timeline": ("时间线", "時間線", "Timeline"),
    "timeline_empty": (
        "没有日期完整的内容。",
        "沒有日期完整的內容。",
        "Nothing that is told has a full date.",
    ),
    "timeline_undated": (
        "另有 {n} 处日期不详，未列入。",
        "另有 {n} 處日期不詳，未列入。",
        "{n} more without a full date are left out.",
    ),
    # Reader
    "article": ("文章", "文章", "Article"),
    "close": ("关闭", "關閉", "Close"),
    "to_passage": ("回到所引段落", "回到所引段落", "To the passage"),
    "author": ("作者", "作者", "By"),
    "editor": ("编辑", "編輯", "Editor"),
    "original": ("原文链接", "原文連結", "Original"),
    "file": ("文件", "檔案", "File"),
    "gone": (
        "这篇文章已经不在库里了。",
        "這篇文章已經不在庫裡了。",
        "This article is no longer in the library.",
    ),
    # Status
    "refresh": ("刷新", "重新整理", "Refresh"),
    "library_name": ("文章库", "文章庫", "Library"),
    "space": ("占用空间", "佔用空間", "Space"),
    "space_of": (
        "数据库 {database}，缓存 {cache}",
        "資料庫 {database}，快取 {cache}",
        "database {database}, cache {cache}",
    ),
    "articles_held": ("文章", "文章", "Articles"),
    "passages_held": ("段落", "段落", "Passages"),
    "encoded_held": ("已编码段落", "已編碼段落", "Encoded passages"),
    "all_encoded": ("全部可以按意思查找", "全部可以按意思查找", "all findable by meaning"),
    "partly_encoded": (
        "其余的暂时只能按字词查找",
        "其餘的暫時只能按字詞查找",
        "the others are findable by words only",
    ),
    "encoder": ("编码器", "編碼器", "Encoder"),
    "tokenizer": ("分词器", "分詞器", "Tokenizer"),
    "sources_held": ("来源", "來源", "Sources"),
    "sources_more": ("另有 {n} 个来源", "另有 {n} 個來源", "{n} more sources"),
    "failures": ("读不了的文件", "讀不了的檔案", "Files that could not be read"),
    "no_failures": ("没有。", "沒有。", "None."),
    "dismiss": ("忽略", "忽略", "Dismiss"),
    "dismiss_all": ("全部忽略", "全部忽略", "Dismiss all"),
    "timings": ("回答用时", "回答用時", "How long answers take"),
    "no_timings": (
        "服务启动以来还没有人提问。",
        "服務啟動以來還沒有人提問。",
        "Nobody has asked since the server started.",
    ),
    "timings_of": (
        "最近 {n} 个问题：一半在 {median} 秒以内，最慢 {most} 秒。",
        "最近 {n} 個問題：一半在 {median} 秒以內，最慢 {most} 秒。",
        "The last {n} questions: half within {median} s, the slowest {most} s.",
    ),
    "answered_in": ("用时", "用時", "Answered in"),
    "questions_asked": ("问题", "問題", "Questions"),
    "log": ("最近的日志", "最近的日誌", "End of the log"),
    "no_log": ("还没有日志。", "還沒有日誌。", "The log is empty."),
    "versions": ("版本", "版本", "Versions"),
    **ASK,
    **GRADIO,
    **LIBRARY,
    **QUALITY,
    # Errors
    **{english: (*chinese, english) for english, chinese in ERRORS.items()},
    **{english: (*chinese, english) for english, chinese in REASONS.items()},
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
