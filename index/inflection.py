"""The plain forms of English words, and their American spellings: what a dictionary has them by."""

import re
from collections.abc import Iterable, Iterator, Sequence

_ENDINGS = tuple(
    pair.split("=") for pair in "ies=y ied=y sses=ss ing= ing=e ed= ed=e es= s=".split()
)
# Of words that the dictionary does not know otherwise: forest is no form of for.
_MOST = tuple(pair.split("=") for pair in "iest=y est= est=e".split())
_DOUBLED = re.compile(r"(?<=[a-z]{2})([bdgklmnprt])\1(?:ed|ing|est)$")  # topped: top
_SHORTEST_STEM = 3
# British spellings, where the dictionary has the American ones; and those of words that it does not
# know otherwise, whatever stands behind them: honoured, criticising, travelled.
_SPELLINGS = tuple(
    pair.split("=") for pair in "our=or ence=ense ise=ize isation=ization tre=ter ogue=og".split()
)
_AMERICAN = tuple(
    (re.compile(british), american)
    for british, american in (
        (r"our(?=[a-z]*$)", "or"),
        (r"is(?=(?:e|ed|es|ing|er|ers|ation|ations)$)", "iz"),
        (r"ys(?=(?:e|ed|es|ing)$)", "yz"),
        (r"(?<=[bt])re(?=s?$)", "er"),
        (r"mme(?=s?$)", "m"),
        (r"ll(?=(?:ed|ing|er|ers|or|ors|ery)$)", "l"),
        (r"ould(?=(?:y|s|ed|ing)?$)", "old"),
        (r"c(?=(?:e|es)$)", "s"),
        (r"ium$", "um"),
    )
)
_IRREGULAR = dict(
    pair.split("=")
    for pair in (
        "gave=give given=give won=win made=make took=take taken=take held=hold met=meet said=say"
        " told=tell led=lead left=leave went=go gone=go saw=see seen=see spoke=speak spoken=speak"
        " wrote=write written=write began=begin begun=begin became=become brought=bring"
        " built=build bought=buy came=come chose=choose chosen=choose drew=draw drawn=draw"
        " drove=drive driven=drive fell=fall fallen=fall felt=feel found=find fought=fight"
        " flew=fly got=get grew=grow grown=grow heard=hear kept=keep knew=know known=know"
        " laid=lay lost=lose paid=pay ran=run rose=rise risen=rise sang=sing sold=sell sent=send"
        " shown=show stood=stand stole=steal stolen=steal struck=strike taught=teach threw=throw"
        " thrown=throw wore=wear worn=wear men=man women=woman children=child feet=foot"
        " teeth=tooth mice=mouse wives=wife best=good better=good worst=bad worse=bad dying=die"
        " lying=lie tried=try"
        " sat=sit dug=dig ate=eat eaten=eat fled=flee slept=sleep wept=weep swam=swim"
        " shrank=shrink arose=arise sought=seek caught=catch thought=think meant=mean bore=bear"
        " beaten=beat broke=break broken=break bred=breed dealt=deal drank=drink fed=feed"
        " forgot=forget froze=freeze frozen=freeze hid=hide hidden=hide hung=hang lent=lend"
        " lit=light rode=ride ridden=ride rang=ring shook=shake shaken=shake shot=shoot sank=sink"
        " sunk=sink spent=spend spun=spin stuck=stick swept=sweep swore=swear sworn=swear"
        " tore=tear torn=tear woke=wake withdrew=withdraw withdrawn=withdraw oversaw=oversee"
        " undertook=undertake undertaken=undertake wolves=wolf knives=knife lives=life leaves=leaf"
        " calves=calf halves=half shelves=shelf thieves=thief geese=goose fishermen=fisherman"
    ).split()
)


def spellings(text: str) -> Iterator[str]:
    """The word, and how Americans spell its last letters."""
    yield text
    for british, american in _SPELLINGS:
        if text.endswith(british):
            yield text.removesuffix(british) + american


def in_american(text: str) -> str:
    """The word as Americans may spell it, wherever they differ; it may be no word."""
    for british, american in _AMERICAN:
        text = british.sub(american, text)
    return text


def rarer_forms(text: str) -> Iterator[str]:
    """What a word that nothing is known of may be: in American spelling, or a superlative of."""
    american = in_american(text)
    if american != text:
        yield american
    yield from _without(text, _MOST)


def plain_forms(text: str) -> Iterator[str]:
    """What the word may be a form of; most of them are no words."""
    if text in _IRREGULAR:
        yield _IRREGULAR[text]
    yield from _without(text, _ENDINGS)
    if _DOUBLED.search(text):
        yield _DOUBLED.sub(r"\1", text)


def _without(text: str, endings: Iterable[Sequence[str]]) -> Iterator[str]:
    for ending, instead in endings:
        if text.endswith(ending) and len(text) - len(ending) >= _SHORTEST_STEM:
            yield text.removesuffix(ending) + instead
