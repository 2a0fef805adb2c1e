"""What somebody said, and who: the quotations of a passage with their speakers."""

import re
from collections.abc import Iterator, Sequence

from corpus.surnames import SURNAME
from qa.short.candidate import Candidate
from qa.short.nearness import Nearness
from qa.short.sayers import asked_sayer, is_sayer
from qa.text.clauses import SENTENCE_ENDS, clause_start

_VERB = (
    r"(?:表示|指出|强调|认为|坦言|直言|透露|宣布|回应|解释|呼吁|警告|补充|感慨|感叹|声称|宣称|写道|介绍(?!信)|告诉[^,。“]{2,14}"
    r"|提到|谈到|承认|回忆|批评|质疑|反问|追问|回答|答复|评价|提醒|建议|称(?![为号赞之])|(?<!有)说(?![明法服]))"
)
_HOW = r"(?:道|了|过|称|说(?![明法服]))?"  # 介绍说, 回应称
_CLAUSE = r"(?:^|(?<=[,。;:!?\n”」\s]))[^,。;:!?\n“”「」]"
_PRONOUN = r"(?:(?<=[,。;:!?\n”」\s])|^)[他她]"  # who that is, is told elsewhere
# Group 1 what is before the verb, group 2 the verb with what introduces a quotation.
_BEFORE = re.compile(rf"({_CLAUSE}{{2,60}}?|{_PRONOUN})({_VERB}{_HOW})[,:]? ?")
# Who calls something what is quoted right behind: 称赞大使是“搭桥人”. The subject may stand in the
# clause before: 副部长致辞,称赞….
_CALLS = re.compile(
    rf"({_CLAUSE}{{2,40}}?)(?:,[^,。;:!?\n“”「」]{{0,6}}?)?"
    r"(?:称赞|盛赞|大赞|赞扬|赞誉|夸赞|夸奖|形容|评价|比喻|称|赞|夸)[^,。;:!?\n“”「」]{1,20}"
    r"(?<=[是为像如作成])$"
)
_QUOTED = re.compile(r"“[^“”]{4,}”?|「[^「」]{4,}」?")
# Interviews give each speech behind its speaker alone: 乔叙:我认为…. Labels are no speakers.
_LABELS = "时间 地点 来源 标题 如下 编辑 责编 主编 作者 摄影 记者 日期 电话 其中 包括 消息 提问"
_INTERVIEWED = re.compile(
    r"(?:(?<=[\n。!?”])|^)[ \u3000]*([\u4e00-\u9fff· ]{2,24}"
    rf"{''.join(f'(?<!{label})' for label in _LABELS.split())}):(?=[^“「\n。]{{6}})"
)
# Behind a quotation its speaker ends the sentence, or another quotation goes on.
_BEHIND = re.compile(
    rf",?([^,。;:!?\n“”「」]{{2,30}}?)(?:对[^,。“]{{2,20}}|如是|这样"
    rf"|向[^,。]{{2,10}})?(?:{_VERB}{_HOW})(?=[。!\n]|$|[,:] ?[“「])"
)
_NOT_SPEAKER = re.compile(
    r"^(?:[^,。;:]{2,10}?(?:[0-9]{1,2}月)?[0-9]{1,2}日[电讯] ?(?:\([^()]{2,24}\))? ?"
    r"|另(?=据)|报道(?=$)|消息(?=$)|图片?来[自源]:?|对此|同时|此外|另外|随后|而|但|并|还|也|据|其中|不过|目前|近日|日前|最后|当天|[0-9]+日|昨[日天]|今[日天]"
    r"|[赛会事课]后|赛前|席间|当场|在[^,]{2,20}?[时上中后]|对于?[^,]{1,16}?)+"
)
_SPEAKER_END = re.compile(
    r"(?:[0-9]{1,2}月)?[0-9]{1,2}日|(?:昨|今|当)[日天晚]|纷纷|随后|近日|日前|曾|也|还|则|更?大声|进一步|明确|公开|再次"
    r"|多次|均|都|就|对|在|向|于|从|接受|通过|赛[后前]|(?<![员协学商工大])会[后上]|[事课]后|席间|当[场庭]|致辞|发言(?!人)|受访"
    r"|此前|最后|同时|并|高兴|激动|笑着|表?示"
    r"|代表(?=[省市县区州校]|公司|集团|学校|大会|全体|中[方国])"
)
_WHO = re.compile(
    r"(?:谁|哪[一几]?[位名个些]?[^,。;?说]{0,12}?)(?:[^,。;?]{0,12}?)(?:说(?!了?什么|明|服)|表示|称|指出|强调"
    r"|认为|夸|坦言|讲过)|出自|(?:who|which [a-z ]{1,40}?) (?:has |had |was it that )?(?:said"
    r"|says|claimed|stated|remarked|called|praised)|according to whom|whose words"
)
_WHAT_SAID = re.compile(r"什么(?!人)|怎么|如何|啥|怎样")
_SENTENCES = re.compile(r"[。!?,]")
_ENDS, _END = re.compile(r"[。!?]"), re.compile(f"[{SENTENCE_ENDS}]")
# Somebody else whom a sentence begins with, by a title or by what such do: 局长林小满出席。
_SOMEBODY = re.compile(
    rf"[。!?](?:[^,。!?]{{1,16}}[长记任席理员授师])?{SURNAME}[\u4e00-\u9fff]{{1,2}}"
    r"(?:与会|出席|参[加会]|主持|陪同|到场|在场|则|也|[和、,])"
)
_VERB_ENDS = re.compile(rf"{_VERB}{_HOW}[,:]? ?$")
_GAP = 2  # characters between a verb of saying and the quotation that it leads to
_NEAR = 150  # characters from who spoke to a pronoun that means them, …
_FEW = 2  # … and sentences
_LONG = 12  # what is quoted without a speaker is no shorter: a term in marks is no speech
_QUOTES, _LED_BY = 0.25, 0.15
_TOPIC = 0.2  # what the words of a question are worth in the sentence that quotes
_Speech = tuple[int, int, tuple[int, int] | None, float]  # start, end, speaker, how sure


def asks_speaker(question_key: str) -> bool:
    """Whether a question asks who said something, not what was said."""
    return bool(_WHO.search(question_key)) and not _WHAT_SAID.search(question_key)


def find_speech(question_key: str, key: str, near: Nearness) -> Iterator[Candidate]:
    """What is quoted, or said without marks, by start; where a speaker is asked after, speakers.

    Where it is asked what somebody said who speaks, and nothing else, nobody else's words.
    """
    wanted = asks_speaker(question_key)
    taken = 0
    for start, end, speaker, sure in _of_sayer(question_key, key, _speeches(key)):
        if start < taken:
            continue
        taken = end
        first = min(start, speaker[0]) if speaker else start
        sentence = clause_start(key, first, SENTENCE_ENDS)
        score = near.at(first, end) + sure + _TOPIC * near.held(sentence, end)
        if not wanted:
            yield Candidate(start, end, "quote", score, key[start:end], speaker=speaker)
        elif speaker:
            yield Candidate(*speaker, "person", score, key[slice(*speaker)])


def _of_sayer(question_key: str, key: str, speeches: Sequence[_Speech]) -> Sequence[_Speech]:
    """The speeches; where the one alone who is asked after gives some, these, and nobody's."""
    sayer = asked_sayer(question_key)
    if not sayer:
        return speeches
    its = [each for each in speeches if each[2] and is_sayer(sayer.name, key[slice(*each[2])])]
    return [each for each in speeches if not each[2] or each in its] if its else speeches


def _speeches(key: str) -> list[_Speech]:
    """The speeches of a key, by start: quotations, then what is said without marks."""
    quoted = list(_quotations(key))
    plain = [
        each
        for each in (*_unmarked(key), *_interviewed(key))
        if not any(start < each[1] and each[0] < end for start, end, _, _ in quoted)
    ]
    return sorted(quoted + plain, key=lambda each: each[:2])


def _quotations(key: str) -> Iterator[_Speech]:
    """What stands in marks and is said: behind a verb of saying, before one, or whole sentences."""
    for quoted in _QUOTED.finditer(key):
        start, end = quoted.span()
        introduced, speaker = _introduction(key, start)
        if not introduced:
            speaker = _speaker_behind(key, end)
            introduced = speaker is not None
        if introduced or (end - start >= _LONG and _SENTENCES.search(quoted[0])):
            yield start, end, speaker, _QUOTES + (_LED_BY if introduced else 0.0)


def _unmarked(key: str) -> Iterator[_Speech]:
    last: tuple[int, int] | None = None
    for said in _BEFORE.finditer(key):
        start = said.end()
        end = _sentence_end(key, start)
        is_pronoun = len(said[1]) == 1
        speaker = _meant(key, last, said.start()) if is_pronoun else _trimmed(key, *said.span(1))
        known = speaker or is_pronoun
        if known and end - start >= 4 and key[start - 1] in ",: 示称说出为调露道":
            yield start, end, speaker, _LED_BY
        last = speaker or last


def _meant(key: str, last: tuple[int, int] | None, pronoun: int) -> tuple[int, int] | None:
    """Whom 他说 means: who spoke last, where that is near, in the same line, and nobody between."""
    if last is None or pronoun - last[1] > _NEAR:
        return None
    between = key[last[1] : pronoun]
    far = "\n" in between or len(_ENDS.findall(between)) > _FEW
    return None if far or _SOMEBODY.search(between) else last


def _interviewed(key: str) -> Iterator[_Speech]:
    for said in _INTERVIEWED.finditer(key):
        if speaker := _trimmed(key, *said.span(1)):
            yield said.end(), _sentence_end(key, said.end()), speaker, _LED_BY


def _introduction(key: str, quote: int) -> tuple[bool, tuple[int, int] | None]:
    """Whether a verb of saying leads to a quotation, and who speaks where that is said."""
    line = key.rfind("\n", 0, quote) + 1
    last: tuple[int, int] | None = None
    for match in _BEFORE.finditer(key, max(line, quote - 90 - _NEAR), quote):
        speaker = None if len(match[1]) == 1 else _trimmed(key, *match.span(1))
        if quote - match.end() <= _GAP:
            return True, speaker or _meant(key, last, match.start())
        last = speaker or last
    if calls := _CALLS.search(key[:quote], max(line, quote - 90)):
        return True, _trimmed(key, *calls.span(1))
    return bool(_VERB_ENDS.search(key, max(line, quote - 10), quote)), None


def _speaker_behind(key: str, end: int) -> tuple[int, int] | None:
    match = _BEHIND.match(key, end)
    return _trimmed(key, *match.span(1)) if match else None


def _trimmed(key: str, start: int, end: int) -> tuple[int, int] | None:
    """A speaker without the words of time, place and manner around; None where none is left."""
    opening = _NOT_SPEAKER.match(key[start:end])
    start += opening.end() if opening else 0
    tail = _SPEAKER_END.search(key, start + 2, end)
    end = tail.start() if tail else end
    return (start, end) if 2 <= end - start <= 40 else None


def _sentence_end(key: str, start: int) -> int:
    match = _END.search(key, start)
    return match.end() if match and match[0] != "\n" else match.start() if match else len(key)
