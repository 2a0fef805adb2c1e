"""What people click and tick in our HTML, as scripts; the words in quotes are gradio events too."""

from typing import Final

# What is clicked in answers, examples and the reader.
ON_CLICK: Final = """
element.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (!button || !element.contains(button)) return;
  if (button.dataset.open) trigger('open', {
    id: button.dataset.open,
    article: button.closest('[data-article]')?.dataset.article ?? '',
  });
  if (button.dataset.turn) trigger('turn', { offset: button.dataset.turn });
  if (button.dataset.timeline) trigger('timeline', {
    question: button.dataset.timeline,
    filters: button.dataset.filters,
  });
  if (button.dataset.drop) {
    const { question } = button.closest('.turn').dataset;
    window.chuchu.choose(question, 'alone', () => trigger('drop', { question }));
  }
  if (button.dataset.within) trigger('within', { id: button.dataset.within });
  if (button.dataset.judge) {
    const said = {
      verdict: button.dataset.judge,
      passage: button.dataset.judged,
      question: button.closest('.turn').dataset.question,
    };
    window.chuchu.judge(() => trigger('judge', said));
  }
  if (button.dataset.ask) {
    const { ask: question, again = '' } = button.dataset;
    window.chuchu.choose(question, again, () => trigger('example', { question, again }));
  }
});
"""
# The answers from before the page was loaded anew: `kept.js` has them.
ON_EARLIER: Final = f"""{ON_CLICK}
props.value = window.chuchu.earlier();
element.addEventListener('click', (event) => {{
  if (event.target.closest('[data-forget-earlier]')) props.value = '';
}});
"""
# Gradio changes the table in place: a box stays where it is while other articles move there. So
# what is ticked is kept by the articles' ids, for as long as they are shown; no other is removed.
ON_LIST: Final = """
let ticked = new Set();
const boxes = () => [...element.querySelectorAll('tbody input')];
const count = () => {
  const remove = element.querySelector('[data-remove]');
  if (!remove) return;
  const number = String(ticked.size || '');
  const told = remove.querySelector('b');
  if (told.textContent === number && remove.disabled === !number) return;
  told.textContent = number;
  remove.disabled = !number;
};
const show = () => {
  const shown = boxes();
  ticked = new Set(shown.map((box) => box.value).filter((id) => ticked.has(id)));
  for (const box of shown) box.checked = ticked.has(box.value);
  const all = element.querySelector('[data-all]');
  if (all) all.checked = shown.length > 0 && ticked.size === shown.length;
  count();
};
const tick = (box) => (box.checked ? ticked.add(box.value) : ticked.delete(box.value));
const tickAll = (all) => {
  ticked = new Set(all.checked ? boxes().map((box) => box.value) : []);
};
new MutationObserver(show).observe(element, {
  attributeFilter: ['value', 'disabled'], childList: true, subtree: true,
});
element.addEventListener('change', ({ target }) => {
  if (target.matches('[data-page]')) trigger('turn', { page: target.value });
  if (target.matches('[data-all]')) tickAll(target);
  if (target.matches('tbody input')) tick(target);
  show();
});
element.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (!button || !element.contains(button)) return;
  if (button.dataset.open) trigger('open', { id: button.dataset.open });
  if (button.dataset.sort) trigger('sort', { order: button.dataset.sort });
  if (button.dataset.turn) trigger('turn', { offset: button.dataset.turn });
  if ('remove' in button.dataset) trigger('take', { ids: [...ticked] });
});
"""
ON_REMOVED: Final = """
element.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (!button || !element.contains(button)) return;
  if (button.dataset.undo) trigger('undo', { batch: button.dataset.undo });
  const sure = element.querySelector('[data-sure]')?.dataset.sure;
  if (button.dataset.drop && window.confirm(sure)) trigger('drop', { batch: button.dataset.drop });
});
"""
ON_STATUS: Final = """
element.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-dismiss]');
  if (button) trigger('dismiss', { named: button.dataset.dismiss });
});
"""
