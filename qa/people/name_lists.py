"""The lists of people in passages who could answer a question, each with what speaks for it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from qa.people.kin import is_only_owner
from qa.people.mention import Mention, PassagePeople, last_part
from qa.people.offices import by_office, holds_another, those_of_kind
from qa.people.pinyin import is_romanised
from qa.people.who_question import WhoQuestion
from qa.people.wording import Wording
from qa.text.clauses import CLAUSE_END
from qa.text.roles import ATTENDING

# What a list of names earns; chosen by hand, checked on both halves of labelled questions.
_ACT, _NEXT_ACT, _NEAR_ACT = 3.0, 0.75, 1.2
_COUNT, _KIND, _WORDS, _NEAR_WORDS, _RANK, _SEVERAL = 1.5, 1.0, 3.0, 1.5, 0.5, 0.3
# What the words right behind a list earn, where the act asked after has ranks: 获得亚军.
_RANK_WORDS = 1.5
_RANKED = frozenset({"夺冠", "获奖"})
_REPORTER = re.compile("记者|通讯员|reporter|journalist")  # they tell of it
_BYLINE = re.compile("(?:作者|编辑|责编|摄影|校对|文字?|供稿)[:/]$|日电 ?\\($")
_WHOSE = re.compile(r"谁家?的|哪[位个名]的|\bwhose\b")
_OWN_NAME = 3  # characters of a surname from abroad that is nobody else's by chance
_AROUND = 40  # characters before a list that tell what it lists
_BEFORE = 100  # characters before a sentence that tell what it tells of
# Acts that a text may use for the act asked after.
_NEAR: dict[str, tuple[str, ...]] = {
    "出席": ("陪同", "主持"),
    "参加": ("陪同", "率领", "访问"),
    "讲话": ("表示",),
    "表示": ("讲话",),
    "陪同": ("参加", "出席"),
    "迎接": ("会见",),
    "会见": ("迎接",),
    "领取": ("获奖",),
    "获奖": ("领取", "夺冠"),
    "夺冠": ("获奖",),
    "宣读": ("通报",),
    "率领": ("陪同", "访问"),
}


@dataclass(frozen=True, slots=True)
class NameList:
    """The people of one list who could be the answer, with what speaks for them."""

    source: PassagePeople
    people: tuple[Mention, ...]
    acts: frozenset[str]  # of those asked after, or near them
    score: float
    is_kind: bool  # whether they are of the kind asked after

    @property
    def names(self) -> frozenset[str]:
        """The names, in Simplified characters."""
        return frozenset(map(self.source.name_of, self.people))

    @classmethod
    def of_one(cls, source: PassagePeople, mention: Mention) -> Self:
        """A list of one person for whom nothing speaks but the name."""
        return cls(source, (mention,), frozenset(), 0.0, is_kind=False)


def name_lists(asked: WhoQuestion, source: PassagePeople, rank: int) -> Iterator[NameList]:
    """The lists of one passage, in order, without those whom the question names itself.

    Args:
        asked: What the question asks.
        source: The passage.
        rank: Its place among the passages found, 0 for the best.
    """
    groups: dict[int, list[Mention]] = {}
    for mention in source.people:
        groups.setdefault(mention.group, []).append(mention)
    for group in groups.values():
        people = tuple(
            mention
            for mention in group
            if not _is_left_out(asked, source, mention)
            and not holds_another(asked, source, mention)
        )
        if people:
            of_kind = those_of_kind(asked, source, people)
            score, acts = _score(asked, source, people)
            score += _KIND * bool(of_kind) - _RANK * rank
            yield NameList(source, of_kind or people, acts, score, bool(of_kind))


def is_reporter(question_key: str, source: PassagePeople, mention: Mention) -> bool:
    """Whether somebody only tells of what happened, and the question is after nobody who does."""
    title = source.title_of(mention)
    if not _REPORTER.search(title) and not _BYLINE.search(
        source.key, max(0, mention.start - 4), mention.start
    ):
        return False
    return not _REPORTER.search(question_key) and not (title and title in question_key)


def _is_left_out(asked: WhoQuestion, source: PassagePeople, mention: Mention) -> bool:
    """Whether the question names the person, by name or (除了县委书记) by title; or a reporter.

    Or somebody who only tells whose kin another is.
    """
    name, title = source.name_of(mention), source.title_of(mention)
    if is_reporter(asked.key, source, mention) or (
        is_only_owner(source, mention) and not _WHOSE.search(asked.key)
    ):
        return True
    if name in asked.key or _is_called(name, asked.key):
        return True
    if any(is_romanised(name, known) for known in asked.romanised):
        return True
    if asked.wording.is_named(name):
        return True
    if asked.side == "object" and not mention.is_object and title and title in asked.key:
        return True  # 行政长官与谁会面: that is the officer's title
    return bool(title) and any(_ends_alike(title, out) for out in asked.left_out)


def _is_called(name: str, question_key: str) -> bool:
    """Whether a question calls somebody from abroad by the last part of the name alone."""
    last = last_part(name)
    if last == name or len(last) < _OWN_NAME:
        return False
    return bool(re.search(rf"(?<![·•・‧∙-]){re.escape(last)}", question_key))


def _ends_alike(title: str, out: str) -> bool:
    """Whether a title and what is left out end with the same office: a deputy's is another."""
    if len(out) < 2:
        return False
    deputy = title[: -len(out)].endswith("副") if title.endswith(out) else False
    return (title.endswith(out) and not deputy) or out.endswith(title)


def _score(
    asked: WhoQuestion, source: PassagePeople, people: tuple[Mention, ...]
) -> tuple[float, frozenset[str]]:
    """What speaks for a list, and the asked acts that it tells of."""
    first = people[0]
    acts = _alike(first.acts)
    wanted = _alike(asked.acts)
    direct = [act for act in wanted if act in acts]
    near = [act for want in asked.acts for act in _NEAR.get(want, ()) if act in first.acts]
    score = sum(_ACT if act == wanted[0] else _NEXT_ACT for act in direct)
    if not direct:
        score += _NEAR_ACT if near else -_NEAR_ACT * (bool(wanted) + (not acts))
    score += _COUNT * (asked.count == len(people)) if asked.count else _SEVERAL * (len(people) > 1)
    score += _WORDS * _shared_words(asked.wording, source.key, first.sentence)
    score += _NEAR_WORDS * _words_at(asked.wording, source, people)
    score += by_office(asked, source, people)
    if _RANKED.intersection(asked.acts):
        score += _RANK_WORDS * _words_behind(asked.wording, source, people)
    if first.is_object and not asked.side and not direct:
        score -= _NEAR_ACT
    return score + _side(asked, first), frozenset(direct or near)


def _alike(acts: Iterable[str]) -> tuple[str, ...]:
    """The acts, with 出席 and 参加 as one: texts use either for the same people."""
    return tuple(dict.fromkeys("出席" if act in ATTENDING else act for act in acts))


def _words_at(wording: Wording, source: PassagePeople, people: Sequence[Mention]) -> float:
    """The share of the question's words that stand right before the list."""
    start = min(people[0].start, people[0].title_start)
    floor = max((m.end for m in source.people if m.end <= start), default=0)
    return wording.share(source.key[max(floor, start - _AROUND, people[0].sentence[0]) : start])


def _words_behind(wording: Wording, source: PassagePeople, people: Sequence[Mention]) -> float:
    """The share of the question's words that stand behind the list, in its clause."""
    end = people[-1].end
    following = min((m.start for m in source.people if m.start > end), default=len(source.key))
    return wording.share(CLAUSE_END.split(source.key[end:following])[0])


def _side(asked: WhoQuestion, mention: Mention) -> float:
    if not asked.side or "会见" not in asked.acts:
        return 0.0
    return 1.0 if mention.is_object == (asked.side == "object") else -1.0


def _shared_words(wording: Wording, key: str, sentence: tuple[int, int]) -> float:
    """The share of the question's words that stand in the sentence or, at half, near before it."""
    return wording.share(key[slice(*sentence)], key[max(0, sentence[0] - _BEFORE) : sentence[0]])
