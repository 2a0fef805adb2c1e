"""What and which: names beside the question's words, where they can be told surely; else none."""

import re
from collections.abc import Iterator

from qa.short.candidate import Candidate
from qa.short.countries import COUNTRY
from qa.short.listed import BETWEEN_ITEMS
from qa.short.nearness import Nearness

_NAME_ASKED = re.compile(
    r"叫(?:什么|啥|做)|(?:名字|名称|代号|书名|片名|剧名|歌名|主题|品牌)(?:是|叫|为)?(?:什么|啥)?(?=[?。]?$|是什么|叫什么)"
    r"|什么(?:名字|名称|主题)"
    r"|取名|命名为|(?:is|was|are) .{0,40}(?:called|named|nicknamed)|what (?:is"
    r"|was) the (?:name|title|theme)"
)
_WORK_ASKED = re.compile(
    r"(?:哪|什么)(?:[一几]?[本部首篇档款支]|些)?(?:书|电影|影片|电视剧|剧|歌曲?|小说|节目|游戏|纪录片|论文|杂志|报告|文件|条例|办法|法律|规定"
    r"|协定|协议(?!书)|方案|规划|计划|备忘录|纲要|公约|条约|宣言|声明|倡议书?|白皮书|章程|法案|合同|指南|细则|政策)"
    r"|(?:which|what) (?:book|film|movie|song|novel|series|show|report|law|agreement|treaty|plan"
    r"|memorandum|document|declaration)"
)
_MARKED = re.compile(r"《[^《》\n]{1,40}》|“[^“”\n,。]{2,20}”|「[^「」\n,。]{2,20}」")
_TITLED = re.compile(r"《[^《》\n]{1,60}》")
_CALLED = re.compile(
    r"(?:名为|名叫|叫做|暂名|暂定名|取名(?:为|叫)?|定名为|命名为|被?称为|称作|确认为|确定为|昵称|代号|主题[为是:]|名字[叫是])"
    r"(“[^“”]{1,20}”|《[^《》]{1,30}》|[^,。;:!?\n“《]{2,24}?)(?=[,。;:!?\n的]|$)"
)
_ORGANISATION = r"[\u4e00-\u9fffa-z0-9·&]"
# What is asked for, and how names of it end.
_HEADS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(asked), ending)
    for asked, ending in (
        (
            r"哪[一几]?[家个些]*(?:[^,。?]{0,4})?(?:机构|单位)|(?:which|what) institut\w+",
            r"(?:公司|集团|股份|银行|证券|科技|控股|保险|研究院|研究所|研究中心|大学|学院|医院|中心|厂"
            r"|协会|学会|局|委员会|基金会|委)",
        ),
        (
            r"哪[一几]?[家个些]*(?:[^,。?]{0,4})?(?:公司|企业|车企|厂商|平台)|(?:which"
            r"|what) (?:\w+ )?(?:company|firm|automaker)",
            r"(?:公司|集团|股份|银行|证券|汽车|科技|控股|保险|研究院|协会|局|委员会|基金会)",
        ),
        (
            r"哪[一几]?[所家间个]*(?:大学|高校|学校|院校|学院|中学)"
            r"|(?:which|what) (?:university|college|school)",
            r"(?:大学|学院|中学|小学|学校)",
        ),
        (
            r"哪[一几]?[支个]*(?:[^,。?]{0,4})?(?:球队|队伍|队)|(?:which|what) team",
            r"(?:队|俱乐部)",
        ),
        (r"哪[一]?个?国家?|(?:which|what) country", rf"(?:{COUNTRY})"),
        (
            r"哪[一几]?[个座]?城市|(?:which|what) city",
            r"(?:市|[京津沪渝]|上海|广州|深圳|香港|澳门|台北|杭州|成都|武汉|西安|南京|苏州|重庆|天津|北京|东京|首尔|纽约|巴黎|伦敦)",
        ),
        (r"哪[一几]?[家个]*医院|(?:which|what) hospital", r"医院"),
        (r"哪[一几]?[家个]*(?:银行)|(?:which|what) bank", r"银行"),
        (r"哪[一几]?[个家]*(?:部门|法院|机关)", r"(?:局|厅|部|委|法院|检察院|办公室|委员会)"),
    )
)
# Where the name of an organisation cannot reach over, going left from its end.
_BORDER = re.compile(
    r"(?:.*)(?:[,。;:、!?\n“”《》()\s]|被|由|与|和|的|了|是|对|为|向|从|已|将|把|在|给|及|让|等|入|到|自|于|受|至"
    r"|宣布|任命|卸任|现任|历任|担任|包括|(?<![数证依根])据)",
    re.DOTALL,
)
# What names a kind alone, no member of it.
_GENERIC = re.compile(
    r"(?:[\u4e00-\u9fff]{0,2}有限|制作|发行|上市|子|母|分|总|本|该|这家|一家|[一两三]所|某)"
)
# Of a title, a body does nothing itself: 县委|书记.
_TITLE_BEHIND = re.compile(r"副?(?:书记|主任|秘书长)|常委|委员(?!会)")
_COUNTRIES = re.compile(COUNTRY)
# Where several are asked after, a list of them answers: A、B和C.
_SEVERAL = re.compile(
    r"哪些|哪几|(?:which|what) (?:\w+ )?(?:companies|firms|universities|institut\w+s|teams"
    r"|countries|cities)"
)
_FITS, _HEADED, _MARK, _CALL = 0.4, 0.3, 0.2, 0.3


def find_things(question_key: str, key: str, near: Nearness) -> Iterator[Candidate]:
    """Names that may answer, by start; none where the question asks for no name or kind of name."""
    seen = set[int]()
    for start, end, sure in sorted(_names(question_key, key)):
        words = key[start:end]
        if start in seen or words.strip("“”「」《》") in question_key:
            continue
        seen.add(start)
        yield Candidate(start, end, "name", near.at(start, end) + sure, words)


def _names(question_key: str, key: str) -> Iterator[tuple[int, int, float]]:
    if _WORK_ASKED.search(question_key):
        yield from ((*match.span(), _FITS) for match in _TITLED.finditer(key))
        return
    if _NAME_ASKED.search(question_key):
        yield from ((*match.span(1), _CALL + _MARK) for match in _CALLED.finditer(key))
        yield from ((*match.span(), _MARK) for match in _MARKED.finditer(key))
        return
    for asked, ending in _HEADS:
        if asked.search(question_key):
            names = _ended(key, ending)
            yield from _lists(key, names) if _SEVERAL.search(question_key) else names
            return


def _lists(key: str, names: Iterator[tuple[int, int, float]]) -> Iterator[tuple[int, int, float]]:
    """Names that are listed, as one."""
    listed: tuple[int, int, float] | None = None
    for start, end, sure in names:
        if listed and BETWEEN_ITEMS.fullmatch(key, listed[1], start):
            listed = (listed[0], end, sure)
            continue
        if listed:
            yield listed
        listed = (start, end, sure)
    if listed:
        yield listed


def _ended(key: str, ending: str) -> Iterator[tuple[int, int, float]]:
    """Runs of characters that end as asked, from the nearest border to their left."""
    for match in re.finditer(ending, key):
        if len(match[0]) > 1 and _COUNTRIES.fullmatch(match[0]):
            yield *match.span(), _HEADED
            continue
        border = _BORDER.match(key[max(0, match.start() - 24) : match.start()])
        start = max(0, match.start() - 24) + (border.end() if border else 0)
        if re.match(_ORGANISATION, key[match.end() : match.end() + 1]) and match[0] == "队":
            continue
        if _TITLE_BEHIND.match(key, match.end()):
            continue
        if match.start() - start >= 2 and not _GENERIC.match(key, start, match.end()):
            yield start, match.end(), _HEADED
