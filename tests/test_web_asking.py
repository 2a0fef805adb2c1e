"""The Ask tab without a browser: what is narrowed, ticked, opened and dropped."""

import datetime
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from types import SimpleNamespace

import gradio as gr
import pytest

from corpus.article import Filters
from qa.answer import Answer, Carried
from qa.conversations.conversation import Conversation
from qa.library import Library
from qa.messages.catalogue import texts
from qa.web.again import again_json, again_of
from qa.web.asking import Asking
from qa.web.asking_again import asker_again
from qa.web.filtered import filters_json
from qa.web.labels import day_field
from qa.web.opening import clearer
from qa.web.reading import opener
from qa.web.slate import Slate
from qa.web.thread import thread_html
from qa.web.ticks import Ticks
from qa.web.timings import Timings
from qa.web.turns import Turns
from qa.web.within import Within
from tests.shelves import open_library, write

EN = texts("en")
QUESTION = "谁致辞？"
PARK = "柳塘公园开园\n\n柳塘日报讯 4月9日，柳塘公园开园，\n园长欧阳霁致辞。"


def event(**given: object) -> gr.EventData:
    return SimpleNamespace(**given)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library") as opened:
        opened.add([write(tmp_path / "park.txt", PARK)])
        yield opened


@pytest.fixture
def asking(library: Library) -> Asking:
    return Asking(library, Timings(), Turns(), judging=True)


@pytest.fixture
def answer(library: Library) -> Answer:
    return library.ask(QUESTION, 1)


def verdicts(html: str) -> list[str]:
    return re.findall(r'"(right|wrong|none)"\]', unescape(html))


def test_an_article_that_was_removed_is_told_and_can_be_let_go(library: Library) -> None:
    within = Within(library, gr.State(""), gr.HTML(), gr.Textbox())
    article = next(library.articles()).id
    assert "柳塘公园开园" in within.told(article, "en")
    library.withdraw([article])
    for told in (within.told(article, "en"), within.still(article, "en")):
        assert EN["gone"] in told
        assert EN["within_drop"] in told
    assert within.told("", "en") == ""
    with pytest.raises(gr.Error, match="no longer in the library"):
        within.choose("en", event(id=article))


def test_only_what_stands_is_ticked(asking: Asking, answer: Answer) -> None:
    passage = answer.evidence[0].passage.id
    ticks: Ticks = ()
    shown = []
    for verdict, of in (("right", passage), ("none", ""), ("wrong", passage)):
        said = event(verdict=verdict, passage=of, question=QUESTION)
        ticks, html = asking.judge((answer,), "en", said, ticks)
        shown.append(verdicts(html))
    assert shown == [["right"], ["none"], ["none", "wrong"]]
    for judgement in asking.library.judgements():
        asking.library.forget(judgement)
    assert verdicts(asking.ticked(ticks, "en")[1]) == []


def test_a_server_begun_anew_opens_what_is_still_there(library: Library, answer: Answer) -> None:
    passage = answer.evidence[0].passage
    read = opener(library)
    shown = read((), None, "en", event(id=passage.id, article=passage.article_id))
    assert "here" in shown
    assert "欧阳霁" in shown
    with pytest.raises(gr.Error, match="started anew"):
        read((), None, "en", event(id=passage.id))
    library.withdraw([passage.article_id])
    assert EN["gone"] in read((), None, "en", event(id="p", article=passage.article_id))


def test_yesterday_is_the_day_before_a_question_is_asked(asking: Asking, tmp_path: Path) -> None:
    today = datetime.date.today()
    texts_of = {0: "松岛县昨日开会，县长陆青禾致辞。", 900: "桑塘县昨日开会，县长桑若谷致辞。"}
    for ago, text in texts_of.items():
        day = (today - datetime.timedelta(days=ago)).isoformat()
        record = {"text": text, "title": "开会", "published": day}
        asking.library.add([write(tmp_path / f"{ago}.jsonl", json.dumps(record))])
    given = ("昨天以后谁致辞？", *FIELDS[1:], (), Conversation(), "en")
    *_, (_, (answer,), *_) = asking.ask(*given)
    assert [each.name for each in answer.people] == ["陆青禾"]
    _, timeline = asking.timeline("en", event(question="昨天以后的会议"))
    assert {moment.first for moment in timeline.moments} == {today - datetime.timedelta(days=1)}


def test_a_timeline_needs_no_memory_of_its_question(asking: Asking) -> None:
    html, timeline = asking.timeline("en", event(question=QUESTION))
    assert timeline.question == QUESTION
    assert EN["gone"] not in html


def test_a_timeline_keeps_to_the_filters_of_its_answer(asking: Asking) -> None:
    late = Filters(since=datetime.date(2024, 4, 10))
    said = event(question=QUESTION, filters=filters_json(late))
    _, timeline = asking.timeline("en", said)
    assert (timeline.filters, timeline.found) == (late, False)


def test_a_question_is_put_back_as_it_was_asked(library: Library) -> None:
    before = library.ask(QUESTION)
    conversation = Conversation().after(before)
    asked = library.ask("他说了什么？", source="柳塘日报", conversation=conversation)
    choose = asker_again(library, lambda article, _: article)
    said = event(question=asked.question, again=again_json(again_of(asked)))
    question, source, since, until, article, named, leant = choose("en", said)
    assert (question, source, since, until) == ("他说了什么？", "柳塘日报", "", "")
    assert (article, named) == ("", "")
    once_more = library.ask(question, source=source, conversation=leant)
    assert again_of(once_more) == again_of(asked)
    assert replace(once_more, carried=None) == replace(asked, carried=None)
    library.withdraw([before.evidence[0].heading.article_id])
    assert choose("en", said)[-1] == Conversation()


def test_a_question_that_was_never_asked_leaves_the_filters_as_they_are(library: Library) -> None:
    choose = asker_again(library, lambda article, _: article)
    assert choose("en", event(question="谁？"))[1:] == (gr.skip(),) * 6


FIELDS = ("", "", "", "", "", 5, False)


def test_nothing_is_dropped_that_is_not_known(asking: Asking, answer: Answer) -> None:
    for thread in ((), (answer,)):
        with pytest.raises(gr.Error, match="started anew"):
            list(asking.drop(event(question=QUESTION), *FIELDS, thread, Conversation(), "en"))


def test_what_is_dropped_is_the_follow_up_whose_button_was_clicked(
    asking: Asking, answer: Answer
) -> None:
    carried = Carried(answer.evidence[0].heading, (), elsewhere=False)
    follow_up = replace(answer, question="他说了什么？", carried=carried)
    later = replace(answer, question="谁来了？")
    given = (*FIELDS, (later, follow_up, answer), Conversation(), "en")
    *_, (_, thread, *_) = asking.drop(event(question="他说了什么？"), *given)
    assert [each.question for each in thread] == ["他说了什么？", "谁来了？", QUESTION]
    assert thread[0].carried is None


def asked_after(answer: Answer, slate: Slate) -> tuple[object, ...]:
    """The fields of a question after an answer."""
    return ("他说了什么？", *FIELDS[1:], (answer,), Conversation().after(answer), "en", slate)


def test_what_is_cleared_while_a_question_is_answered_does_not_come_back(
    asking: Asking, answer: Answer
) -> None:
    slate = Slate()
    coming = asking.ask(*asked_after(answer, slate))
    *cleared, clean = clearer(asking.library)(slate, "en")
    html, thread, conversation, *_ = next(coming)
    assert (cleared[:3], clean.is_wiped) == (["", (), Conversation()], False)
    assert ([each.question for each in thread], html.count('class="turn"')) == (["他说了什么？"], 1)
    assert conversation == Conversation().after(thread[0])


def test_an_answer_that_came_as_all_was_cleared_stands_alone(
    asking: Asking, answer: Answer
) -> None:
    slate = Slate()
    *_, (_, thread, *_, drawn) = asking.ask(*asked_after(answer, slate))
    clearer(asking.library)(slate, "en")
    html, alone, conversation, *_ = asking.settle(drawn, thread, False, "en")
    assert (alone, html.count('class="turn"')) == (thread[:1], 1)
    assert conversation == Conversation().after(thread[0])
    html, alone, _, offered, _ = asking.settle(drawn, (), False, "en")
    assert (html, alone) == ("", ())
    assert EN["examples"] in offered


def test_an_answer_that_came_as_the_language_or_the_order_changed_is_drawn_anew(
    asking: Asking, answer: Answer
) -> None:
    *_, (_, thread, *_, drawn) = asking.ask(*asked_after(answer, Slate()))
    assert asking.settle(drawn, thread, False, "en") == (gr.skip(),) * 5
    html, *rest = asking.settle(drawn, thread, False, "zh-Hans")
    assert texts("zh-Hans")["certainty"] in html
    assert rest == [gr.skip(), gr.skip(), "", gr.skip()]
    assert asking.settle(drawn, thread, True, "en")[0].count('class="turn"') == 2


def test_what_was_asked_of_articles_that_are_gone_stands_no_longer(
    asking: Asking, answer: Answer
) -> None:
    asking.library.withdraw([answer.evidence[0].heading.article_id])
    given = (QUESTION, *FIELDS[1:], (answer,), Conversation().after(answer), "en")
    html, thread, conversation, offered, *_ = next(asking.ask(*given))
    assert EN["empty_title"] in offered
    assert (html, thread, conversation) == ("", (), Conversation())


def test_only_the_newest_follow_up_can_be_dropped(answer: Answer) -> None:
    carried = Carried(answer.evidence[0].heading, (), elsewhere=False)
    follow_up = replace(answer, carried=carried)
    html = thread_html((follow_up, follow_up), EN)
    assert html.count('class="carried"') == 2
    assert html.count("data-drop") == 1
    assert html.index("data-drop") < html.rindex('class="carried"')
    assert EN["carried_match"] in html


def test_half_a_date_is_cleared() -> None:
    assert "validity.valid" in str(day_field(words="Since", elem_id="since").js_on_load)
