"""What is cut as furniture, and what only looks like it."""

import itertools

import pytest

from corpus.cleaning.clean import clean
from corpus.cleaning.furniture import find_furniture

BODY = "会议今天在云河市举行。大家听取了春耕工作的汇报。"

TAILS = [
    "责任编辑：吉正",
    "（责任编辑：吉正）",
    "(责任编辑：吉正 AB123)",
    "【责任编辑：吉 正】",
    "责任编辑 吉正",
    "流程编辑：u077",
    "编辑/吉正",
    "责编:吉正 | 审校:高晓禾 | 审核:陈一苇 | 监制:吴小满",
    "编辑 吉正二审 高晓禾三审 陈一苇",
    "校对 高晓禾",
    "返回搜狐，查看更多责任编辑：",
    "来源：临江晚报",
    "（来源：临江晚报）",
    "【来源：“云河”微信公众号】",
    "来 源：云河发布",
    "稿件来源：云河发布",
    "来源：云河网 2024-03-10",
    "原标题：云河春耕会议举行",
    "（原标题：云河春耕会议举行）",
    "阅读原文",
    "点击查看更多",
    "阅读 1234",
    "浏览量：5.6万 点赞 12",
    "分享让更多人看到",
    "微信扫一扫分享本页",
    "版权声明：本网所有内容，未经授权不得转载。",
    "云河网版权作品，未经授权不得转载。",
    "未经授权，不得转载。",
    "转载请注明出处。",
    "如有侵权，请联系我们删除。",
]
HEADS = [
    "原标题：",
    "【来源：云河发布】",
    "来源：云河发布 ",
    "2023-08-16 10:13 来源：云河网 ",
    "發布時間：2024/03/10 12:30\u3000來源：藍海時報\n",
    "云河在线 > 新闻 > 本地 2023-08-16 18:24:57 ，正文：",
]
KEPT = [
    "他说，广告 × 数量等于收入。",
    "街上的广告 牌子很大。",
    "尺寸是广告 3 × 4 米。",
    "她是杂志的责任编辑：从业三十年，编过百余本书。",
    "这家公司因侵权被起诉，法院认定其未经授权转载文章，判赔一万元。",
    "短视频播放量超过百万，阅读量和619条讨论让话题升温。",
    "他点击查看了那条链接，钱就没了。",
    "能量的来源：太阳。科学家这样解释。",
    "微信扫一扫就能借到雨伞，市民都说方便。",
    "这部片子的原标题：《春天》，后来改了名。大家都喜欢。",
    "该案二审 开庭，法官当庭宣判。",
]


@pytest.mark.parametrize("tail", TAILS)
def test_tails_are_cut(tail: str) -> None:
    assert clean(BODY + tail).text == BODY


@pytest.mark.parametrize("tail", TAILS)
def test_lines_at_the_end_are_cut(tail: str) -> None:
    assert clean(f"{BODY}\n{BODY}\n{tail}\n").text == f"{BODY}\n{BODY}"


@pytest.mark.parametrize("head", HEADS)
def test_heads_are_cut(head: str) -> None:
    assert clean(head + BODY).text == BODY


@pytest.mark.parametrize("text", KEPT)
def test_what_a_reader_would_miss_stays(text: str) -> None:
    assert clean(text).text == text
    assert clean(BODY + text + BODY).text == BODY + text + BODY


@pytest.mark.parametrize("tail", TAILS[:8])
def test_credits_inside_an_article_stay(tail: str) -> None:
    assert clean(f"{BODY}{tail}。{BODY}").text == f"{BODY}{tail}。{BODY}"


def test_advertisements_are_cut_wherever_they_stand() -> None:
    assert clean(f"{BODY}广告 饺子机多少钱? × {BODY}").text == f"{BODY} {BODY}"


def test_an_advertisement_behind_a_caption_is_cut() -> None:
    assert clean(f"林一舟摄广告 新服刚开！ ×8月6日，{BODY}").text == f"林一舟摄8月6日，{BODY}"


def test_a_line_of_date_and_source_under_the_title_is_cut() -> None:
    text = f"春耕会议举行\n2023年08月16日 10:13 来源：云河网 作者：林一舟 阅读：12\n{BODY}"
    assert clean(text).text == f"春耕会议举行\n{BODY}"


def test_the_sign_between_title_and_body_stays() -> None:
    text = f"春耕会议举行本文转自【云河发布】；{BODY}"
    assert clean(text).text == f"春耕会议举行；{BODY}"


@pytest.mark.parametrize(
    "line",
    [
        "图片来源：云河网",
        "资金来源：市级财政资金",
        "资金来源：云河市财政局",
        "市民主要收入来源：工资",
        "数据来源：云河统计局",
    ],
)
def test_the_source_of_something_else_stays(line: str) -> None:
    assert clean(BODY + line).text == BODY + line
    assert clean(f"{BODY}\n{line}").text == f"{BODY}\n{line}"


@pytest.mark.parametrize(
    ("end", "credit"),
    [
        ("大家安全出行", "来源：云河晚报"),
        ("编辑部林一舟摄", "来源：云河"),
        ("END", "来源：云河"),
    ],
)
def test_a_source_behind_a_lost_full_stop_is_cut(end: str, credit: str) -> None:
    assert clean(BODY + end + credit).text == BODY + end


@pytest.mark.parametrize("between", ["", "云河日报\n", "来源：云河日报\n"])
def test_a_date_alone_is_cut_under_the_title_and_as_a_signature(between: str) -> None:
    kept = "" if "：" in between else between
    under = f"春耕会议举行\n{between}2023年8月16日\n{BODY}\n{BODY}"
    assert clean(under).text == f"春耕会议举行\n{kept}{BODY}\n{BODY}"
    signed = f"春耕会议举行\n2023-08-16 10:13\n{BODY}\n云河市政府\n2023年8月15日"
    assert clean(signed).text == f"春耕会议举行\n{BODY}\n云河市政府"


def test_a_signature_of_the_day_under_the_title_is_cut_with_it() -> None:
    text = f"春耕会议举行\n2023年8月16日\n{BODY}\n{BODY}\n云河市政府\n2023年8月16日"
    assert clean(text).text == f"春耕会议举行\n{BODY}\n{BODY}\n云河市政府"


@pytest.mark.parametrize("time", ["", " 10:13"])
def test_the_dates_of_a_chronicle_stay(time: str) -> None:
    text = f"云桥大事记\n2020年3月9日{time}\n云桥开工。\n2024年5月1日{time}\n云桥通车。"
    assert clean(text).text == text


def test_a_date_alone_inside_a_text_stays() -> None:
    text = f"云桥大事记\n建设历程如下：\n2020年3月9日\n{BODY}"
    assert clean(text).text == text


def test_marks_come_in_order_and_do_not_overlap() -> None:
    marks = find_furniture(f"原标题：{BODY}广告 新服刚开！ ×{BODY}来源：临江晚报 责任编辑：吉正")
    assert [mark.kind for mark in marks] == ["title", "ad", "source", "editor"]
    assert all(a.end <= b.start for a, b in itertools.pairwise(marks))


def test_nothing_is_no_furniture() -> None:
    assert find_furniture("") == ()


@pytest.mark.parametrize(
    "line",
    ["===", "＝＝＝", "═══", "———", "───", "━━━", "***", "＊＊＊", "___", "~~~", "###", "---"],
)
def test_a_line_of_signs_is_cut_wherever_it_stands(line: str) -> None:
    assert clean(f"{BODY}\n{line}\n{BODY}").text == f"{BODY}\n{BODY}"


LABELS = [
    "首页 > 新闻 > 民生 > 正文",
    "当前位置：首页 > 要闻",
    "2024-06-18 09:26 来源：云河网 字号：大 中 小 分享到：微信 微博",
    "扫一扫，手机看新闻 上一篇：云河高温预警 下一篇：端午假期迎客",
    "责任编辑：吉正 相关阅读：云河地价再创新高 | 免责声明",
    "打印 关闭 返回顶部",
    "2024-03-02 08:30\u3000来源：青岚新闻网\u3000作者：毛宁\u3000编辑：阿兰\u3000字号：大 中 小",
    "首頁 | 訂閱 | 登入",
    "首頁 > 新聞 > 地方",
    "加入LINE好友",
    "延伸閱讀：雲河大橋的百年故事",
    "相關新聞：雲河大橋通車",
    "| 网站导航 |",
]


@pytest.mark.parametrize("line", LABELS)
def test_lines_of_labels_are_cut_at_either_end(line: str) -> None:
    assert clean(f"{line}\n{BODY}\n{BODY}").text == f"{BODY}\n{BODY}"
    assert clean(f"{BODY}\n{BODY}\n{line}").text == f"{BODY}\n{BODY}"


@pytest.mark.parametrize(
    "line",
    [
        "收藏",
        "大中小",
        "订阅",
        "登录",
        "加入LINE好友的有三百人",
        "首页改版了",
        "上一篇报道说得不全",
        "相关阅读写作课程",
    ],
)
def test_words_that_are_labels_elsewhere_stay(line: str) -> None:
    assert line in clean(f"{BODY}\n{line}\n{BODY}").text


def test_an_editor_among_labels_is_told() -> None:
    foot = "责任编辑：吉正 相关阅读：云河地价再创新高 | 免责声明"
    found = {mark.kind: mark.text.strip() for mark in find_furniture(f"{BODY}\n{foot}")}
    assert found["editor"] == "责任编辑：吉正"


@pytest.mark.parametrize(
    "told",
    [
        "云河集团11月3日发布声明：任何单位和个人未经授权使用商标，均构成侵权，将追究责任。",
        "最高法终审：维持原判",
        "责任编辑 吉正获奖",
    ],
)
def test_what_is_told_of_notices_and_editors_stays(told: str) -> None:
    assert clean(f"{BODY}\n{told}").text == f"{BODY}\n{told}"
