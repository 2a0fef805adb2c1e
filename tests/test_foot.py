"""Buttons and other news below articles that were copied from pages."""

import pytest

from corpus.article import RawArticle
from corpus.cleaning.clean import clean, make_article

BODY = "会议今天在云河市举行。大家听取了春耕工作的汇报，并参观了三处水利工程和一处育秧中心。"
NEWS = "云河新大桥今日合龙通车\n青原县发现战国时期古墓"


@pytest.mark.parametrize(
    "foot",
    [
        "打印\n关闭",
        "分享到：\n微信\n微博\n收藏",
        "【打印本页】 【关闭窗口】",
        "扫一扫\n[打印] [收藏] [关闭]",
        "大\n中\n小\n列印",
        f"相关新闻\n{NEWS}",
        f"【延伸閱讀】\n\n{NEWS}",
        f"相关阅读：\n1. {NEWS}\n（2024-03-01）",
        "推荐阅读\n· 云桥通车 (2024-03-01)",
        "相关链接\n云桥通车 2024-03-01\n古墓出土 2024-03-02",
        f"往期推荐\n{NEWS}\n点个在看你最好看",
        "平台声明：该文观点仅代表作者本人，云河号仅提供信息存储空间服务。",
        f"热门新闻 >>\n{NEWS}\n打印\n关闭",
        "Related stories\nNew pier opens in Haizhou\nTomb is found near Qingyuan",
    ],
)
def test_what_stands_below_an_article_is_cut(foot: str) -> None:
    assert clean(f"春耕会议举行\n{BODY}\n{foot}\n").text == f"春耕会议举行\n{BODY}"


@pytest.mark.parametrize(
    "line", ["字号：大 中 小\n打印", "【字体：大 中 小】 打印本页 关闭窗口", "小字号"]
)
def test_buttons_under_the_title_are_cut(line: str) -> None:
    assert clean(f"春耕会议举行\n{line}\n{BODY}").text == f"春耕会议举行\n{BODY}"


def test_a_menu_above_the_title_is_cut_and_none_without_a_front_page() -> None:
    menu = "云河网首页 新闻 财经 体育\n"
    assert clean(f"{menu}春耕会议举行\n{BODY}").text == f"春耕会议举行\n{BODY}"
    assert clean(f"新闻 财经 体育\n{BODY}").text == f"新闻 财经 体育\n{BODY}"


def test_the_editor_above_buttons_is_told() -> None:
    article = make_article(RawArticle(f"{BODY}\n责任编辑：吉正\n打印\n关闭\n相关新闻\n{NEWS}", "a"))
    assert (article.text, article.editor) == (BODY, "吉正")


@pytest.mark.parametrize(
    "end",
    [
        "打印",
        "下载最多的应用：\n微信\n微博",
        f"相关链接\n{NEWS}",
        f"相关新闻\n{NEWS}\n记者将继续关注。",
        "推荐阅读\n《春天》\n《渡口》",
        "热门推荐\n第一名 云河市湿地公园管理处\n第二名 青原县水利局防汛办公室",
        "推荐阅读\n《云河湿地鸟类图鉴》云河出版社",
        "更多内容\n更多内容请收看云河电视台晚间节目",
        "延伸阅读\n云河湿地保护的三个阶段与成就\n第一阶段是自然恢复时期",
        "办理步骤：\n注册\n打印\n关闭窗口",
        "Read more\nbooks and fewer phones is what he said",
        f"相关新闻发布会\n{NEWS}",
        "延伸阅读\n湿地是常年积水的地带。全市有湿地两万亩。",
    ],
)
def test_what_may_be_the_articles_own_stays(end: str) -> None:
    assert clean(f"{BODY}\n{end}").text == f"{BODY}\n{end}"


def test_a_list_of_headlines_alone_stays() -> None:
    text = f"今日要闻\n相关新闻\n{NEWS}"
    assert clean(text).text == text
