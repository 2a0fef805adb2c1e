"""Who said what: the verbs that lead to it, and whose it is; invented people."""

import pytest

from index.fold import fold
from qa.question import read_question
from qa.short import Candidate, find_answers


def said(question: str, text: str) -> list[tuple[str, str]]:
    """What is said, best first, with its speaker; empty for none."""
    found = find_answers(read_question(question), text, fold(text), None)
    return [(text[each.start : each.end], _speaker(text, each)) for each in found]


def _speaker(text: str, candidate: Candidate) -> str:
    return text[slice(*candidate.speaker)] if candidate.speaker else ""


@pytest.mark.parametrize(
    "verb",
    "说 介绍说 回应称 解释称 坦言称 补充说 透露说 强调说 提醒说 提醒 建议 答复称 表示".split(),
)
def test_verbs_of_saying(verb: str) -> None:
    plain = f"会上，县长陆青禾{verb}，大桥是全县的大事。散会了。"
    assert said("陆青禾怎么说大桥？", plain) == [("大桥是全县的大事。", "县长陆青禾")]
    marked = f"会上，县长陆青禾{verb}：“大桥是全县的大事。”散会了。"
    assert said("陆青禾怎么说大桥？", marked) == [("“大桥是全县的大事。”", "县长陆青禾")]


@pytest.mark.parametrize(
    ("text", "quotation", "speaker"),
    [
        ("县长陆青禾称赞大桥是“全县的骄傲”。", "“全县的骄傲”", "县长陆青禾"),
        ("县长陆青禾致辞，称赞大桥是“全县的骄傲”。", "“全县的骄傲”", "县长陆青禾"),
        ("县长陆青禾把话说完，形容大桥像“长虹卧波”。", "“长虹卧波”", "县长陆青禾把话说完"),
        ("縣長陸青禾稱讚大橋是「全縣的驕傲」。", "「全縣的驕傲」", "縣長陸青禾"),
    ],
)
def test_what_somebody_calls_something(text: str, quotation: str, speaker: str) -> None:
    assert said("陆青禾怎么评价大桥？", text)[0] == (quotation, speaker)


def test_the_speaker_of_the_next_sentence_did_not_say_it() -> None:
    text = "“群众看病不出镇，这是承诺。”卜凡表示，设备都已到位。"
    assert said("谁说群众看病不出镇？", text) == [("卜凡", "")]
    assert ("“群众看病不出镇，这是承诺。”", "") in said("承诺是怎么说的？", text)


@pytest.mark.parametrize(
    "text",
    [
        "“群众看病不出镇。”卜凡说。",
        "“群众看病不出镇”，卜凡说",
        "“群众看病不出镇”，卜凡说，“这是承诺。”",
    ],
)
def test_a_speaker_behind_ends_the_sentence_or_goes_on(text: str) -> None:
    assert said("谁说群众看病不出镇？", text)[0][0] == "卜凡"


@pytest.mark.parametrize("when", ["赛后", "会后", "当场", "席间"])
def test_when_somebody_spoke_is_no_part_of_the_speaker(when: str) -> None:
    assert said("卜凡怎么说？", f"教练卜凡{when}表示，球队体能下降。")[0][1] == "教练卜凡"
    assert said("卜凡怎么说？", f"{when}教练卜凡表示，球队体能下降。")[0][1] == "教练卜凡"


def test_an_interview_gives_each_speech_behind_its_speaker() -> None:
    text = "记者提问。\n县交通局局长 乔叙：我认为大桥是全县的大事。\n时间：五月三日上午九点整。"
    assert said("乔叙怎么说大桥？", text)[0] == ("我认为大桥是全县的大事。", "县交通局局长 乔叙")
    assert len(said("乔叙怎么说大桥？", text)) == 1


def test_who_he_is_is_told_elsewhere() -> None:
    assert said("乔叙怎么说大桥？", "关于大桥，他表示大桥是全县的大事。") == [
        ("大桥是全县的大事。", "")
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("县长陆青禾表示，大桥将通车。她说，票价暂时不变。", "县长陆青禾"),
        ("陆青禾代表县委、县政府向来宾表示欢迎。她说，票价暂时不变。", "陆青禾"),
        ("陆青禾表示感谢。她说：“票价暂时不变。”", "陆青禾"),
        ("县长陆青禾表示，大桥将通车。会议开到很晚。来宾很多。他说，票价暂时不变。", ""),
        ("县长陆青禾表示，大桥将通车。\n他说，票价暂时不变。", ""),
        ("县长陆青禾表示，大桥将通车。局长林小满出席。她说，票价暂时不变。", ""),
        ("县长陆青禾表示，大桥将通车。林小满参加。她说，票价暂时不变。", ""),
        ("县长陆青禾表示，大桥将通车。工程和监理都已完成。她说，票价暂时不变。", "县长陆青禾"),
    ],
)
def test_a_pronoun_means_who_spoke_right_before(text: str, speaker: str) -> None:
    told = dict(said("票价怎么说？", text))
    assert next(who for words, who in told.items() if "票价" in words) == speaker


TWO = "县长陆青禾表示，大桥明年通车。局长林小满指出，票价不变。"


@pytest.mark.parametrize(
    ("question", "quotations"),
    [
        ("林小满说了什么？", ["票价不变。"]),
        ("局长林小满是怎么说的？", ["票价不变。"]),
        ("陆青禾指出了哪些内容？", ["大桥明年通车。"]),
        ("What did Lu Qinghe say?", ["大桥明年通车。"]),
        ("严知夏说了什么？", ["大桥明年通车。", "票价不变。"]),  # nobody of that name speaks
        ("陆县长说了什么？", ["大桥明年通车。"]),
        ("陆青禾县长说了什么？", ["大桥明年通车。"]),
        ("林小满在发布会上说了什么？", ["票价不变。"]),
        ("林小满在通车仪式上说了什么？", ["票价不变。"]),
        ("会上说了什么？", ["大桥明年通车。", "票价不变。"]),
        ("What did Macron say?", ["大桥明年通车。", "票价不变。"]),
        ("陆青禾对大桥说了什么？", ["大桥明年通车。", "票价不变。"]),  # a subject is named
    ],
)
def test_whose_words_alone_are_asked_after(question: str, quotations: list[str]) -> None:
    assert sorted(words for words, _ in said(question, TWO)) == sorted(quotations)


@pytest.mark.parametrize(
    "before", ["青岚网白水7月28日电 (记者 何晓 林望) ", "青岚社白水7月28日电 ", "青岚网7月28日讯 "]
)
def test_a_dateline_is_no_speaker(before: str) -> None:
    text = f"{before}港务局副局长陆青禾28日表示，大桥是全县的大事。"
    assert said("陆青禾怎么说大桥？", text)[0] == ("大桥是全县的大事。", "港务局副局长陆青禾")


@pytest.mark.parametrize("report", ["报道", "另据报道", "消息"])
def test_a_report_is_no_speaker(report: str) -> None:
    text = f"{report}称，县长陆青禾表示，大桥是全县的大事。"
    assert said("大桥怎么样？他说了什么？", text) == [("大桥是全县的大事。", "县长陆青禾")]
