"""The values for a person whom a passage names, and for a passage with all of them."""

from dataclasses import dataclass

from qa.answer import Person

Span = tuple[int, int]  # the first character, and the one behind the last


@dataclass(frozen=True, slots=True)
class Mention:
    """A person's name in a text, with the title and the part that the text gives.

    Attributes:
        name: As it stands in the text, in its own script.
        title: As it stands before or behind the name, as long as it goes; a title that several
            names share stands with each. May be empty.
        roles: The parts played, of 出席 主持 会见 讲话 陪同 参加 其他, in this order; none for
            somebody who is only mentioned.
        start: Offset of the name in the text.
        end: Offset behind the name.
        title_start: Offset of the title; equal to ``start`` where there is none.
        title_end: Offset behind the title; equal to ``start`` where there is none.
        acts: What the person does, finer than the roles, as `qa.text.roles` names it.
        group: The number of the list of persons it stands in; one list does the same things.
        sentence: The span of the sentence.
        is_object: Whether the acts are done to the person: whoever is met, invited, appointed.
    """

    name: str
    title: str
    roles: tuple[str, ...]
    start: int
    end: int
    title_start: int
    title_end: int
    acts: tuple[str, ...] = ()
    group: int = 0
    sentence: Span = (0, 0)
    is_object: bool = False


@dataclass(frozen=True, slots=True)
class PassagePeople:
    """A passage with the people it names.

    Attributes:
        passage_id: The passage.
        article_id: Its article.
        key: The key of its text.
        people: As `PeopleReader.people` gives them.
    """

    passage_id: str
    article_id: str
    key: str
    people: tuple[Mention, ...]

    def name_of(self, mention: Mention) -> str:
        """The key of a name in it."""
        return self.key[mention.start : mention.end]

    def title_of(self, mention: Mention) -> str:
        """The key of the title beside a name in it; empty where there is none."""
        return self.key[mention.title_start : mention.title_end]


def as_person(passage_id: str, mention: Mention) -> Person:
    """Somebody whom a passage names, as an answer."""
    return Person(
        mention.name, mention.title, mention.roles, passage_id, mention.start, mention.end
    )


def last_part(name: str) -> str:
    """What follows the last dot of a foreign name: all of it where it has none."""
    return name[name.rfind("·") + 1 :]
