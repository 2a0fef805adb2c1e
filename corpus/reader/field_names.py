"""What the fields of records and the columns of tables are called, and what each name means."""

import re
from collections.abc import Mapping

# What a field is called, best name first; the names are compared in lower case, with _ for spaces.
FIELDS: Mapping[str, tuple[str, ...]] = {
    "record": (
        *("id", "uid", "guid", "article_id", "news_id", "编号", "編號"),
        *("新闻编号", "新聞編號", "文章编号", "文章編號"),
    ),
    "title": (
        *(
            "title",
            "headline",
            "news_title",
            "article_title",
            "标题",
            "標題",
            "题目",
            "題目",
            "题名",
        ),
        *("新闻标题", "新聞標題", "文章标题", "文章標題", "稿件标题"),
    ),
    "published": (
        *("published", "date", "published_at", "publish_time", "pubdate", "pub_date", "datetime"),
        *("publish_date", "published_date", "date_published", "datepublished", "time"),
        *("日期", "发布日期", "發布日期", "发布时间", "發布時間", "發佈日期", "發佈時間"),
        *(
            "发表日期",
            "發表日期",
            "发表时间",
            "發表時間",
            "刊发日期",
            "刊發日期",
            "刊登日期",
            "见报日期",
        ),
        *("新闻日期", "新聞日期", "新闻时间", "新聞時間", "出版日期", "时间", "時間"),
        *("pub_time", "created_at", "发稿时间", "發稿時間"),
    ),
    "source": (
        *("source", "media", "site", "publisher", "outlet", "newspaper", "来源", "來源"),
        *("新闻来源", "新聞來源", "文章来源", "文章來源", "稿件来源", "信息来源"),
        *("媒体", "媒體", "媒体名称", "媒體名稱", "报纸", "報紙", "出处", "出處"),
        *("media_name", "稿源", "来源网站", "發布機構", "发布机构", "公众号", "公眾號"),
    ),
    "author": (
        *("author", "authors", "byline", "reporter", "writer", "作者", "记者", "記者"),
        *("文章作者", "新闻作者", "新聞作者", "撰稿人", "撰文"),
    ),
    "editor": ("editor", "editors", "编辑", "編輯", "责编", "責編", "责任编辑", "責任編輯"),
    "url": (
        *("url", "link", "href", "news_url", "article_url", "网址", "網址", "链接", "連結"),
        *("新闻链接", "新聞連結", "文章链接", "文章連結", "原文链接", "原文連結"),
        *("source_url", "链接地址", "連結地址"),
    ),
    "text": (
        *("text", "content", "body", "article", "fulltext", "full_text"),
        *("article_text", "article_body", "articlebody", "news_text", "news_content"),
        *("正文", "内容", "內容", "全文", "文本", "文章", "新闻内容", "新聞內容", "新闻正文"),
        *("新聞正文", "文章内容", "文章內容", "文章正文", "正文内容", "正文內容", "稿件内容"),
        *("main_text", "article_content", "内文", "內文", "原文", "报道内容", "報導內容"),
    ),
}
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_MEANING = {name: field for field, names in FIELDS.items() for name in names}


def field_of(name: str) -> str:
    """The field that a record's own name for it means, empty where it means none."""
    return _MEANING.get(_known(name), "")


def _known(name: str) -> str:
    """The name as it is known, its words parted or not: publishTime, headLine."""
    plain = _plain(name)
    return plain if plain in _MEANING else plain.replace("_", "")


def _plain(name: str) -> str:
    """The name in lower case, its words parted by _: publishTime, "Publish time" and 标题： too."""
    parted = _HUMP.sub("_", name.strip(" :："))
    return "_".join(parted.lower().split())


def rank(field: str, name: str) -> int:
    """How many better names a field has than this one of its own."""
    return FIELDS[field].index(_known(name))
