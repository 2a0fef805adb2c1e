"""Names in a row that do one thing together, and what they do."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.split import sentences
from qa.people.appointed import appointed_title
from qa.people.lexicon import is_head
from qa.people.lines import heading_acts, is_bare
from qa.people.mention import Span
from qa.people.titles import title_before, title_behind
from qa.text.names import PERSON, Word
from qa.text.roles import main_acts

_AND = re.compile(
    r"(?:\([^()]{0,20}\))?(?:同志|先生|女士|小姐|教授|博士|等人?|一行)?\s*"
    r"(?P<mark>[、,]?\s*(?:和|与|及|以及|暨|还有|同|并与|并同)?|\s*)\s*"
)
_ASIDE = re.compile(r"\([^()]{0,20}\)")
# A verb right before a list, which makes it the object: 会见了, 特邀, 任命.
_OBJECT_VERB = re.compile(
    r"(?:(会见|会晤|接见|拜会|见到|见|约见)|(邀请|特邀|邀|请来|请到|迎来)"
    r"|(任命|选举|推举|聘请|聘任|聘|推选|增选)"
    r"|(授予|表彰|祝贺|颁给|授给)"
    r"|(免去|罢免|撤换)"
    r"|(看望|慰问|欢迎|感谢|陪同|悼念|采访|致电|迎接|追授|纪念|批评|支持|跟随|对阵|击败|战胜))"
    r"(?:了|过|到)?(?:[^,。;:、]{0,14}的)?:?$"
)
_OBJECT_ACTS = ("会见", "出席", "任命", "获奖", "免职", None)
_BY_OTHERS = frozenset({"任命", "免职"})  # acts that whoever they are done to does no more of
_GIVEN_OFFICE = re.compile(r"为[^,。;]{2,30}[、,]")
_LISTING = re.compile(r"(?:有|包括|包含|还有|分别为|分别是|为|是|系|:|如下)$")
_HOSTS = re.compile(r"主持人?(?:分别)?(?:是|为|由|:)$")
_PARTNER = re.compile(r"(?:与|和|同|跟|携|携手|偕)(?:[^,。;:、]{0,14}的)?$")
_GOES_ON = re.compile(r"(?:等[^,、;。]{0,8})?(?:[,、;]|和|及|以及)")
_SPEAKING = "表示"
_REPORTER = re.compile(r"(?:记者|通讯员|特约撰稿人|责编|责任编辑|评论员|作者|供稿人?)$")
_CREDIT = re.compile(r"\s*(?:摄|供图|图/|/图|/文|\))|\s+(?:文|图)\b")
_AIMED_AT = re.compile(r"(?<![针面])(?:对|向|给|为|替|把|将)$")
_NEW_SUBJECT = frozenset({"n", "r", "LOC", "ORG", "m", "nz", "s"})


@dataclass(frozen=True, slots=True)
class TitledName:
    """A name as it stands in a key, with the span of its title and the list it belongs to."""

    start: int
    end: int
    title: Span
    place: int  # the word's place
    shared: bool = False  # whether the title stands with an earlier name of the list

    @property
    def behind(self) -> int:
        """Where name and title end, with the bracket that closes a title behind the name."""
        bracketed = not self.shared and self.title[0] == self.end + 1
        return max(self.end, self.title[1] + bracketed)

    @property
    def before(self) -> int:
        """Where name and title begin; a shared title does not count."""
        return self.start if self.shared else min(self.start, self.title[0])


@dataclass(frozen=True, slots=True)
class Group:
    """Names in a row, the sentence they stand in, and the acts that they do together."""

    names: tuple[TitledName, ...]
    sentence: Span
    acts: tuple[str, ...]
    is_object: bool = False


def groups(text: str, key: str, words: Sequence[Word]) -> tuple[Group, ...]:
    """The lists of names in a key, by start; a single name is a list of one."""
    found: list[Group] = []
    named = _all_named(key, words)
    for span in sentences(text):
        inside = [name for name in named if span[0] <= name.start < span[1]]
        rows = [_with_shared_titles(key, row) for row in _rows(key, inside)]
        acting = _acting(key, words, span, rows)
        found.extend(_with_heading(key, _with_office(key, group)) for group in acting)
    return tuple(found)


def _with_office(key: str, group: Group) -> Group:
    """The group; names without any title have the office that they are given."""
    names = group.names
    if any(name.title[0] < name.title[1] for name in names):
        return group
    office = appointed_title(key, group.sentence[0], names[0].start, names[-1].end)
    if office is None:
        return group
    given = tuple(replace(name, title=office, shared=True) for name in names)
    return replace(group, names=given)


def _with_heading(key: str, group: Group) -> Group:
    """The group; of a line without any verb, it did what the line that heads it says."""
    if group.acts or not is_bare(key, group.sentence):
        return group
    return replace(group, acts=heading_acts(key, group.names[0].before))


def _all_named(key: str, words: Sequence[Word]) -> list[TitledName]:
    named = []
    for place, word in enumerate(words):
        if word.tag == PERSON:
            title = title_before(key, words, place) or title_behind(key, words, place)
            named.append(TitledName(word.start, word.end, title or (word.start, word.start), place))
    return named


def _rows(key: str, named: Sequence[TitledName]) -> Iterator[list[TitledName]]:
    row: list[TitledName] = []
    for name in named:
        if row and not _joined(key, row[-1], name):
            yield row
            row = []
        row.append(name)
    if row:
        yield row


def _joined(key: str, left: TitledName, right: TitledName) -> bool:
    """Whether two names stand in one list: only 、 or 和 between, or a comma before a title."""
    match = _AND.fullmatch(key, left.behind, right.before) if right.before >= left.behind else None
    if not match:
        return False
    mark = match["mark"].strip()
    if mark in {"与", "同"}:
        return False  # the other side: it does the same, but is asked after by itself
    has_title = right.title[1] > right.title[0]
    if not mark:
        if _REPORTER.search(key[slice(*left.title)]) and not has_title:
            return key[left.end : right.start].isspace()
        return has_title and right.title[1] <= right.start and left.title[1] <= left.start
    return mark != "," or has_title


def _with_shared_titles(key: str, row: Sequence[TitledName]) -> tuple[TitledName, ...]:
    """A name without a title takes that before it in the list: 副市长张三、李四."""
    titled: list[TitledName] = []
    for name in row:
        if name.title[0] == name.title[1] and titled and _may_share(key, titled[-1], name):
            name = replace(name, title=titled[-1].title, shared=True)  # noqa: PLW2901
        titled.append(name)
    return _with_title_behind_all(key, titled)


def _may_share(key: str, left: TitledName, right: TitledName) -> bool:
    mark = _ASIDE.sub("", key[left.behind : right.start]).strip()
    before = left.title[0] < left.title[1] <= left.start
    return before and mark in {"", "、", "和", "及", "以及", "、和"}


_TITLE_OF_ALL = re.compile(
    r"等?(?:[0-9]{1,2}|[二两三四五六七八九十]{1,2})[位名]([^,。、;:!?\s]{1,8})"
)


def _with_title_behind_all(key: str, row: Sequence[TitledName]) -> tuple[TitledName, ...]:
    """The title that stands once behind a list without any: 张三、李四2位作家."""
    if any(name.title[0] < name.title[1] for name in row):
        return tuple(row)
    match = _TITLE_OF_ALL.match(key, row[-1].end)
    if not match:
        return tuple(row)
    for end in range(match.end(1), match.start(1) + 1, -1):
        if is_head(key[match.start(1) : end]):
            title = (match.start(1), end)
            return tuple(replace(name, title=title, shared=True) for name in row)
    return tuple(row)


def _acting(
    key: str, words: Sequence[Word], sentence: Span, rows: Sequence[tuple[TitledName, ...]]
) -> list[Group]:
    """The rows of one sentence with their acts; bylines and names in brackets have none."""
    idle = [row for row in rows if _is_aside(key, row)]
    taking_part = [row for row in rows if row not in idle]
    acting: list[Group] = []
    leads: list[str] = []
    edge = sentence[0]
    for number, row in enumerate(taking_part):
        last = number + 1 == len(taking_part)
        following = sentence[1] if last else taking_part[number + 1][0].before
        leads.append(key[edge : row[0].before].strip())
        led, is_object = _led(leads[-1], key[edge : row[0].start])
        if acting and _is_next_appointed(acting[-1], leads[-1], key[row[-1].end :]):
            led, is_object = acting[-1].acts, True
        edge = max(name.behind for name in row)
        told = main_acts(_predicate(key, words, edge, following))
        if is_object and _BY_OTHERS.intersection(led):
            told = tuple(act for act in told if act not in _BY_OTHERS)
        speaks = (_SPEAKING,) if key.startswith(":", edge) else ()  # 发言人某某: …
        acts = tuple(dict.fromkeys((*led, *told, *speaks)))
        acting.append(Group(row, sentence, acts, is_object=is_object))
    asides = [Group(row, sentence, ()) for row in idle]
    found = [*_with_acts_of_next(acting, [*leads, ""]), *asides]
    return sorted(found, key=lambda group: group.names[0].start)


def _is_next_appointed(before: Group, lead: str, behind: str) -> bool:
    """Whether a list is appointed with the one before: 任命甲为局长、乙为校长."""
    appointed = before.is_object and "任命" in before.acts
    return appointed and bool(_GIVEN_OFFICE.fullmatch(lead)) and behind.startswith("为")


def _with_acts_of_next(acting: list[Group], leads: Sequence[str]) -> list[Group]:
    """The groups; partners (甲与乙签署), and lists that go on, do what the next group does."""
    for number in range(len(acting) - 2, -1, -1):
        this, following = acting[number], acting[number + 1]
        lead = leads[number + 1]
        goes_on = not this.acts and bool(_GOES_ON.match(lead)) and not following.is_object
        aimed_at = bool(_AIMED_AT.search(lead)) and not _HOSTS.search(lead)
        if not (_PARTNER.search(lead) or goes_on or aimed_at):
            continue
        if aimed_at:
            acting[number + 1] = replace(following, acts=(), is_object=True)
        shared = [act for act in following.acts if act != "率领" or goes_on]
        acts = tuple(dict.fromkeys((*this.acts, *shared)))
        acting[number] = replace(this, acts=acts)
    return acting


def _is_aside(key: str, row: Sequence[TitledName]) -> bool:
    """Whether these are the reporters, or names in brackets: they take no part."""
    if any(_REPORTER.search(key[slice(*name.title)]) for name in row):
        return True
    if _CREDIT.match(key, row[-1].end):
        return True
    return key[row[0].before - 1 : row[0].before] == "("


def _led(lead: str, with_title: str) -> tuple[tuple[str, ...], bool]:
    """The acts that the words before a list give it, and whether they are done to it.

    Args:
        lead: What stands before the list and its first title.
        with_title: The same with the title: 参与笔会的书画家: lists, and 书画家 is a title.
    """
    match = _OBJECT_VERB.search(lead)
    if match:
        act = _OBJECT_ACTS[(match.lastindex or 1) - 1]
        return ((act,) if act else ()), True
    if _HOSTS.search(lead):
        return ("主持",), False
    listing = next((part for part in (lead, with_title) if _LISTING.search(part)), "")
    return main_acts(re.split(r"[,;]", listing)[-1]), False


def _predicate(key: str, words: Sequence[Word], start: int, end: int) -> str:
    """What is said behind a list, up to ``end`` or to the clause that has another subject."""
    for this, following in itertools.pairwise(words):
        if this.start <= start or this.start >= end or key[this.start] not in ",;":
            continue
        so_far = key[start : this.start]
        if key[this.start] == ";" and so_far:
            return so_far
        if following.tag in _NEW_SUBJECT and main_acts(so_far):
            return so_far
    return key[start:end]
