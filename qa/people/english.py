"""The offices that English questions ask after, as Chinese titles tell them."""

import re
from collections.abc import Iterator
from functools import lru_cache

from index.translation import translate
from qa.people.lexicon import is_head
from qa.question_rules import ENGLISH_PERSON

_LEAST = 0.5  # what a meaning must be worth
_LONGEST = 3  # words of an office

# What leads to an office: which mayor; who is the mayor, or Lanhe's mayor, or deputy mayor; who was
# elected mayor; who became mayor; who will follow as mayor.
_IS = r"(?:is|was|are|were|be|been)"
_GIVEN = (
    r"(?:(?:re-?)?(?:appointed|elected|named|made|chosen|nominated)|removed|dismissed|sacked|fired)"
)
_LEAD = (
    r"\b(?:(?:which|what) (?:of (?:the|these) )?"
    rf"|who (?:will )?{_IS} (?:currently |now )?"
    r"(?:the |(?:[\w-]+ ){0,3}?[\w-]+['’]s? |(?=(?:deputy|vice|acting)\b))"
    rf"|{_IS} {_GIVEN} (?:as |from )?(?:the )?"
    r"|(?:became|becomes?|as) (?:the )?)"
)
_INSIDE = (
    r"(?!(?:did|does|do|has|have|had|will|would|is|was|are|were|by|of|in|at|for|with|who|that|whom"
    r"|to|the) )[\w'’-]+ "
)
_OFFICE = re.compile(rf"{_LEAD}(?P<phrase>(?:{_INSIDE}){{0,6}}?(?P<office>{ENGLISH_PERSON}))")
_MANY = ("s", "men", "women", "people")
# Who is told by no office: any title is an official's.
_ANYBODY = re.compile(r"(?:official|leader|person|people|member|guest|delegate|star|executive)s?$")

_DEPUTY = re.compile(r"\b(?:deputy|vice|assistant)[ -]")
_ACTING = re.compile(r"\b(?:acting|interim|caretaker)[ -]")
_FORMER = re.compile(r"\b(?:former|ex|previous|past)[ -]")
_RANKS = re.compile("|".join(rank.pattern for rank in (_DEPUTY, _ACTING, _FORMER)))
# What is another office than its last word says.
_WORDINGS = (
    (re.compile(r"\bparty (?:secretary|chief)\b"), ("书记",)),
    (re.compile(r"\bsecretary[ -]general\b"), ("秘书长",)),
    (re.compile(r"\bsecretary of state\b"), ("国务卿",)),
    (re.compile(r"\bambassador (?:to|in) china\b"), ("驻华大使",)),
)

# Whoever is at the head of what ends so, where English says director or president of all.
_CHIEF = re.compile(r"(?:director|head|chief|president|mayor|governor|dean|principal)s?$")
_CHAIR = re.compile(r"chair(?:man|men|woman|women|person)$")
_CHIEFS = dict(
    pair.split("=")
    for pair in (
        "bureau=局长 administration=局长,署长 agency=局长,署长,社长 ministry=部长"
        " department=部长,厅长,局长,主任 office=主任 committee=主任,主席,委员长"
        " commission=主任,主席 center=主任 centre=主任 institute=所长,院长 academy=院长"
        " college=院长,校长 university=校长 school=校长 hospital=院长 court=院长"
        " procuratorate=检察长 bank=行长 library=馆长 museum=馆长 gallery=馆长"
        " station=站长,台长,所长 association=会长,理事长,主席 society=会长,理事长"
        " federation=主席,会长 union=主席 foundation=理事长,会长,主席"
        " company=总裁,董事长,总经理 group=总裁,董事长,总经理,组长 corporation=总裁,董事长"
        " firm=总裁,董事长 factory=厂长 plant=厂长 team=组长,队长 county=县长 city=市长"
        " town=镇长 township=乡长,镇长 province=省长 district=区长 village=村主任,村长"
        " film=导演 movie=导演 drama=导演"
    ).split()
)
_HEADS = re.compile(r"\bwho (?:heads|leads|runs|headed|led|ran|manages) (?P<body>[^,?.;]+)")
_CHAIRS = re.compile(r"(?<=\bwho )chairs(?= (?:the )?(?P<body>[^,?.;]+))")
_HOLDS = re.compile(r"\bwho (?:is|was) (?:currently |now )?the [^,?]+,")
_BODY = re.compile(r" (?:of|at|for) (?:the )?(?P<body>[^,?.;]+)")
_END_OF_BODY = re.compile(
    r" (?:of|in|at|on|for|to|from|with|by|who|that|which|during|after|before|when|and|is|was|were"
    r"|did|will|has) "
)


def english_kinds(key: str) -> tuple[tuple[tuple[str, ...], ...], bool]:
    """The office that an English question asks after, if any, and whether it is asked of one.

    The office as the words that a title may hold, the likelier first.

    Args:
        key: The question's key.
    """
    match = _OFFICE.search(key)
    if match:
        titles = _titles(match["phrase"], key[match.end() :])
        kinds = () if _ANYBODY.match(match["office"]) else tuple(dict.fromkeys(titles))
        return ((kinds,) if kinds else ()), not match["office"].endswith(_MANY)
    match = _HEADS.search(key)
    kinds = _chiefs_of(match["body"]) if match else ()
    return ((kinds,) if kinds else ()), False


def asked_of_office(key: str) -> str:
    """An English question's key without what only tells more of the office that it asks after.

    Who is the mayor of Lanhe, host of the games: not who hosted them. And whoever chairs a body is
    at its head; whoever chairs a meeting does something.
    """
    held = _HOLDS.search(key)
    if held and english_kinds(key)[0]:
        return key[: held.end()]
    return _CHAIRS.sub(lambda match: "heads" if _is_body(match["body"]) else match[0], key)


def _is_body(phrase: str) -> bool:
    """Whether the last word of a phrase, before its additions, is a body that somebody heads."""
    words = _END_OF_BODY.split(f"{phrase} ")[0].split()
    return bool(words) and words[-1] in _CHIEFS


def _titles(phrase: str, rest: str) -> Iterator[str]:
    """The titles that an office may have, by its name and what follows, with its rank."""
    fronts: tuple[str, ...] = ("",)
    if _FORMER.search(phrase):
        fronts = ("前", "原")
    elif _DEPUTY.search(phrase):
        fronts = ("副",)
    elif _ACTING.search(phrase):
        fronts = ("代理", "代", "")
    plain = _plain_titles(_RANKS.sub("", phrase), rest)
    return (f"{front}{title}" for title in plain for front in fronts)


def _plain_titles(phrase: str, rest: str) -> Iterator[str]:
    known = next((titles for each, titles in _WORDINGS if each.search(f"{phrase}{rest}")), ())
    words = phrase.split()
    body = _BODY.match(rest)
    chiefs = _chiefs_of(body["body"] if body else " ".join(words[:-1]))
    if known or (chiefs and _CHIEF.fullmatch(words[-1])):
        yield from known or chiefs
        return
    for size in range(min(_LONGEST, len(words)), 0, -1):
        yield from _meant(" ".join(words[-size:]))
    if _CHAIR.fullmatch(words[-1]):
        yield from chiefs


def _chiefs_of(body: str) -> tuple[str, ...]:
    """Who is at the head of a body, by its last word that tells: water bureau, 局长."""
    words = re.findall(r"[a-z]+", _END_OF_BODY.split(f"{body} ")[0])
    last = next((word for word in reversed(words) if word in _CHIEFS), "")
    return tuple(_CHIEFS[last].split(",")) if last else ()


@lru_cache(maxsize=256)
def _meant(office: str) -> tuple[str, ...]:
    """The titles that an office's name means, as one word of the dictionary."""
    terms = translate(office)
    forms = terms[0].forms if len(terms) == 1 else ()
    return tuple(form for form, worth in forms if worth >= _LEAST and is_head(form))
