"""Asking within one article: how it is found and chosen, and that it is, until it is let go."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import gradio as gr

from corpus.listing import Listed
from qa.library import Library
from qa.messages.catalogue import Texts, texts
from qa.messages.headings import given_day, listed_name, named
from qa.question import Language
from qa.web.card import button
from qa.web.errors import Told, one_sentence
from qa.web.labels import Component, Labels
from qa.web.marks import isolated
from qa.web.wiring import PRIVATE

_MOST: Final = 8  # articles to choose from
_ON_CLICK: Final = """
element.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (button && 'within' in button.dataset) trigger('within', { id: button.dataset.within });
});
"""
ASK_TAB: Final = "ask"  # the tab's id
_TO_QUESTION: Final = "() => window.chuchu.ask()"


@dataclass(frozen=True)
class Within:
    """The article that a visitor's questions are narrowed to.

    Attributes:
        library: Where it is.
        article: Its id; empty for none.
        shown: Where it is named, or some are offered.
        find: Where words are typed to find it.
    """

    library: Library
    article: gr.State
    shown: gr.HTML
    find: Component

    def wire(
        self,
        offering: Sequence[Component],
        asked: Sequence[Component],
        tabs: gr.Tabs,
        language: gr.State,
        labels: Labels,
    ) -> None:
        """Has an article chosen wherever a button in our HTML says so, and asks for a question.

        Args:
            offering: Where such buttons are.
            asked: The events after which an answer is shown.
            tabs: The page's tabs, of which the first asks.
            language: The visitor's.
            labels: What follows it.
        """
        chosen = [self.article, self.shown, tabs]
        for place in (self.shown, *offering):
            done = place.within(self.choose, language, chosen, **PRIVATE)
            done.success(None, js=_TO_QUESTION, **PRIVATE)
        self.find.submit(self.offer, [self.find, self.article, language], self.shown, **PRIVATE)
        labels.draws(self.told, inputs=[self.article, language], outputs=self.shown, **PRIVATE)
        for each in asked:
            each.success(self.still, [self.article, language], self.shown, **PRIVATE)

    def choose(self, language: Language, event: gr.EventData) -> tuple[str, str, object]:
        """The article whose button was clicked; none where it is called by nothing.

        Raises:
            gr.Error: It is gone.
        """
        article, shown = str(event.id), texts(language)
        with one_sentence(shown):
            if article and self.library.article(article) is None:
                raise Told(shown["gone"])
        return article, self.told(article, language), gr.update(selected=ASK_TAB)

    def offer(self, words: str, article: str, language: Language) -> str:
        """The articles in which words stand, to choose from; without words, the one chosen."""
        shown = texts(language)
        with one_sentence(shown):
            if not words.strip():
                return self.told(article, language)
            page = self.library.page(words, limit=_MOST)
            offered = choices_html(page.articles, page.total, shown)
            return self.told(article, language) + offered

    def told(self, article: str, language: Language) -> str:
        """That questions are narrowed to an article, and how to let it go; else nothing.

        One that was removed since stays chosen, and is said to be gone: it may be put back.
        """
        shown = texts(language)
        if not article:
            return ""
        with one_sentence(shown):
            found = self.library.article(article)
            title = named(found.heading, shown) if found else shown["gone"]
            return chosen_html(title, shown)

    def still(self, article: str, language: Language) -> Any:  # noqa: ANN401  gradio's own
        """The same after an answer; what is offered stays where questions are not narrowed."""
        return self.told(article, language) if article else gr.skip()


def build_within() -> tuple[gr.State, gr.HTML]:
    """Where the article is kept, and where it is named; inside a `gr.Tab`."""
    shown = gr.HTML(apply_default_css=False, elem_id="within", js_on_load=_ON_CLICK)
    return gr.State(""), shown


def chosen_html(title: str, shown: Texts) -> str:
    """The title of the one article that is asked, and a button that lets it go."""
    return (
        f'<p class="within" role="status"><span>{shown["within_told"]}</span>'
        f" <b>{isolated(title)}</b>"
        f"{button('within', '', shown['within_drop'])}</p>"
    )


def choices_html(articles: Sequence[Listed], total: int, shown: Texts) -> str:
    """The articles to choose from, and how many more there are; a sentence where there is none."""
    if not articles:
        return f'<p class="note" role="status">{shown["found_none"]}</p>'
    lines = "".join(
        f"<li>{button('within', each.id, isolated(listed_name(each, shown)), 'link')} "
        f'<span class="note">{isolated(_origin(each))}</span></li>'
        for each in articles
    )
    more = total - len(articles)
    rest = f'<p class="note">{shown["within_more"].format(n=more)}</p>' if more > 0 else ""
    return f'<div class="offered" role="status"><ul>{lines}</ul>{rest}</div>'


def _origin(article: Listed) -> str:
    return " · ".join(part for part in (article.source, given_day(article)) if part)
