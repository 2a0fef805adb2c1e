"""What the fields of records and the columns of tables are called, and what each name means."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

COLON: Final = re.compile("[:：]")  # what parts a name from its value in running text

# What a field is called, best name first; the names are compared in lower case, with _ for spaces,
# and their words parted or not.
FIELDS: Mapping[str, tuple[str, ...]] = {
    "record": (
        *("id", "uid", "guid", "article_id", "news_id", "编号", "編號"),
        *("新闻编号", "新聞編號", "文章编号", "文章編號"),
    ),
    "title": (
        *("title", "headline", "news_title", "article_title"),
        *("标题", "標題", "题目", "題目", "题名", "新闻标题", "新聞標題"),
        *("文章标题", "文章標題", "稿件标题", "主标题", "主標題", "正标题", "正標題"),
        *("main_title", "content_title", "web_title", "篇名", "文章名", "文章名称", "文章名稱"),
    ),
    "published": (
        *("published", "date", "published_at", "publish_time", "pubdate", "pub_date", "datetime"),
        *("publish_date", "published_date", "date_published", "datepublished", "time"),
        *("日期", "发布日期", "發布日期", "发布时间", "發布時間", "發佈日期", "發佈時間"),
        *("发表日期", "發表日期", "发表时间", "發表時間", "刊发日期", "刊發日期"),
        *("刊登日期", "见报日期", "新闻日期", "新聞日期", "新闻时间", "新聞時間", "出版日期"),
        *("时间", "時間", "pub_time", "created_at", "发稿时间", "發稿時間"),
        *("刊发时间", "刊發時間", "刊登时间", "刊登時間", "见报时间", "見報日期", "見報時間"),
        *("出版时间", "出版時間", "发文日期", "發文日期", "发布于", "發布於", "发稿日期"),
        *("新闻发布时间", "新聞發布時間", "release_time", "release_date", "publish_at"),
        *("date_publish", "post_date", "post_time", "posted_at", "news_date", "news_time"),
        *("issue_date", "web_publication_date", "display_time", "show_time", "date_time"),
        *("create_time", "created_time", "ctime"),
    ),
    "source": (
        *("source", "media", "site", "publisher", "outlet", "newspaper", "来源", "來源"),
        *("新闻来源", "新聞來源", "文章来源", "文章來源", "稿件来源", "信息来源"),
        *("媒体", "媒體", "媒体名称", "媒體名稱", "报纸", "報紙", "出处", "出處"),
        *("media_name", "稿源", "来源网站", "發布機構", "发布机构", "公众号", "公眾號"),
        *("source_name", "media_source", "news_source", "source_media", "newspaper_name"),
        *("publisher_name", "site_name", "媒体来源", "媒體來源", "来源媒体", "來源媒體"),
        *("发布媒体", "發布媒體", "新闻媒体", "新聞媒體", "报纸名称", "報紙名稱", "信源"),
        *("转载来源", "轉載來源", "网站名称", "網站名稱", "文献来源", "文獻來源"),
    ),
    "author": (
        *("author", "authors", "byline", "reporter", "writer", "作者", "记者", "記者"),
        *("文章作者", "新闻作者", "新聞作者", "撰稿人", "撰文", "author_name", "作者姓名"),
    ),
    "editor": ("editor", "editors", "编辑", "編輯", "责编", "責編", "责任编辑", "責任編輯"),
    "url": (
        *("url", "link", "href", "news_url", "article_url", "网址", "網址", "链接", "連結"),
        *("新闻链接", "新聞連結", "文章链接", "文章連結", "原文链接", "原文連結"),
        *("source_url", "链接地址", "連結地址", "web_url", "page_url", "permalink", "原文网址"),
    ),
    "text": (
        *("text", "content", "body", "article", "fulltext", "full_text"),
        *("article_text", "article_body", "articlebody", "news_text", "news_content"),
        *("正文", "内容", "內容", "全文", "文本", "文章", "新闻内容", "新聞內容", "新闻正文"),
        *("新聞正文", "文章内容", "文章內容", "文章正文", "正文内容", "正文內容", "稿件内容"),
        *("main_text", "article_content", "内文", "內文", "原文", "报道内容", "報導內容"),
        *("body_text", "content_text", "text_content", "content_html", "body_html"),
        *("报道正文", "报道全文", "文章全文", "新闻全文", "新聞全文", "原文内容", "原文內容"),
        *("paragraphs", "blocks"),
        # All that lists of what papers write hold of it.
        *("摘要", "内容摘要", "內容摘要", "新闻摘要", "新聞摘要", "文章摘要", "正文摘要"),
    ),
}
_LONGEST = 100  # characters; what is longer is no name
_PARTING = str.maketrans("_-", "  ")


@lru_cache(maxsize=1024)  # all records of a file have the same names
def _squeezed(name: str) -> str:
    """The name in lower case, its words together: publishTime, "Publish time" and 标题： too."""
    return "".join(name.strip(" :：*").lower().translate(_PARTING).split())


_RANKS: Mapping[tuple[str, str], int] = {
    (field, _squeezed(name)): place
    for field, names in FIELDS.items()
    for place, name in reversed(list(enumerate(names)))
}
_MEANING = {name: field for field, name in _RANKS}


def field_of(name: str) -> str:
    """The field that a record's own name for it means, empty where it means none."""
    return _MEANING.get(_squeezed(name), "") if len(name) <= _LONGEST else ""


def is_text(name: str, text_column: str) -> bool:
    """Whether a record's text is called so: as its user says, or as texts are."""
    return bool(name) and (name == text_column or field_of(name) == "text")


def rank(field: str, name: str) -> int:
    """How many better names a field has than this one of its own."""
    return _RANKS[field, _squeezed(name)]
