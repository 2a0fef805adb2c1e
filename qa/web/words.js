// What Gradio says by itself, put into the page's language: names, hints and messages.
(() => {
  const NAMED = ["aria-label", "title"];
  const WORDED = "[aria-dropeffect], [data-testid=toast-text]";

  const escaped = (words) => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

  // "size of {size}" as a pattern in which the gaps hold anything.
  const pattern = (words) => {
    const parts = words.split(/\{(\w+)\}/).map((part, at) => (at % 2 ? `(?<${part}>.+)` : escaped(part)));
    return new RegExp(`^${parts.join("")}$`, "s");
  };

  const filled = (words, gaps = {}) => words.replace(/\{(\w+)\}/g, (_, name) => gaps[name] ?? "");

  let given = "";
  let rules = [];
  let known = new Map();

  // The rules in the page's language, which is to be seen in its head.
  const learn = () => {
    const now = document.querySelector("#head .brand")?.dataset.gradio ?? "";
    if (now === given) return;
    given = now;
    known = new Map();
    rules = JSON.parse(now || "[]").map(([forms, words]) => [forms.map(pattern), words]);
  };

  const translated = (said) => {
    for (const [forms, words] of rules) {
      const found = forms.map((form) => form.exec(said)).find(Boolean);
      if (found) return filled(words, found.groups);
    }
    return said;
  };

  const inOurs = (said) => {
    if (!known.has(said)) known.set(said, translated(said));
    return known.get(said);
  };

  const name = (element) => {
    for (const attribute of NAMED) {
      const said = element.getAttribute(attribute);
      if (said && inOurs(said) !== said) element.setAttribute(attribute, inOurs(said));
    }
  };

  const word = (place) => {
    const all = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    while (all.nextNode()) {
      const { data } = all.currentNode;
      const [, before, said, after] = /^([\s-]*)(.*?)([\s-]*)$/s.exec(data); // "- or -"
      const now = `${before}${inOurs(said)}${after}`;
      if (said && now !== data) all.currentNode.data = now;
    }
  };

  // What articles and visitors say stands in HTML of ours, names of files in cells: they stay.
  const speak = () => {
    learn();
    for (const each of document.querySelectorAll(":is([aria-label], [title]):not(td)"))
      if (!each.closest(".html-container")) name(each);
    for (const each of document.querySelectorAll(WORDED)) word(each);
  };

  new MutationObserver(speak).observe(document, {
    attributeFilter: [...NAMED, "data-gradio"],
    characterData: true,
    childList: true,
    subtree: true,
  });
})();
