// What Gradio cannot: where the keyboard goes on, and what is said.
(() => {
  const goTo = (button) => {
    const turn = button.closest(".turn");
    const wanted = button.dataset.goto;
    for (const card of turn.querySelectorAll(".card")) {
      if (card.dataset.passage !== wanted) continue;
      card.focus({ preventScroll: true });
      card.scrollIntoView({ block: "center" });
    }
  };

  const CHOICE = "input[role=combobox]";

  // Puts the cursor into the question box; whether that is there to be seen.
  const ask = () => {
    const box = window.chuchu.questionBox();
    if (!box || !box.offsetParent || window.chuchu.isReading()) return false;
    box.focus();
    return true;
  };

  // What is drawn anew loses the keyboard's place: where that goes on instead.
  let place = null;

  const ON = [
    ["[data-ask]", "#answers .turn > summary"],
    ["[data-drop]", "#answers .turn > summary"],
    ["[data-turn]", "#articles .turns button:enabled"],
    ["[data-sort]", "#articles [aria-sort] button"],
    ["[data-page]", "#articles [data-page]"],
    ["[data-remove]", "#removed button"],
    ["#removed button", "#articles button:enabled"],
    ["#clear", "#question :is(textarea, input)"],
  ];

  const remember = (element) => {
    const found = ON.find(([selector]) => element.matches(selector));
    const label = element.textContent;
    place = found ? { element, label, to: found[1] } : null;
  };

  const goOn = () => {
    const isThere = place?.element.isConnected && place.element.offsetParent;
    if (!place || isThere || document.activeElement !== document.body) return;
    const found = [...document.querySelectorAll(place.to)];
    const same = found.find((each) => place.label && each.textContent === place.label) ?? found[0];
    if (!same) return;
    place.element = same; // which may be drawn anew as well
    same.focus({ preventScroll: true });
  };

  // Screen readers pass over what is new together with the place it stands in: one place stays.
  const aloud = document.createElement("div");
  aloud.id = "said-aloud";
  aloud.setAttribute("role", "status");
  let told = "";

  // What is said twice is heard once, unless something else stood there in between.
  const speak = (words) => {
    aloud.textContent = "";
    setTimeout(() => {
      aloud.textContent = words;
    }, 50);
  };

  const SEEN = 120; // pixels of what is said: with less, nobody notices that there is an answer

  // Where much stands above it, as at twice the size, an answer comes where nobody looks.
  const show = (turn, said) => {
    const { top } = turn.getBoundingClientRect();
    const isSeen = top >= 0 && said.getBoundingClientRect().top + SEEN <= window.innerHeight;
    if (!isSeen) turn.scrollIntoView({ block: "start" });
  };

  const tell = () => {
    if (!aloud.isConnected && document.body) document.body.append(aloud);
    const turns = document.querySelectorAll("#answers .turn");
    const said = turns.length ? turns[0].querySelector(".said") : null;
    const now = said ? `${turns.length} ${turns[0].dataset.question}` : "";
    if (now === told || (turns.length && !said)) return;
    told = now;
    if (said) show(turns[0], said);
    aloud.textContent = said ? said.innerText.replace(/\s+/g, " ").slice(0, 400) : "";
  };

  // The history stands between the question and its answer: folded once a question is chosen.
  const fold = () => document.querySelector("#history > button.open")?.click();

  document.addEventListener(
    "click",
    (event) => {
      const button = event.target instanceof Element && event.target.closest("button");
      if (!button) return;
      remember(button);
      setTimeout(tellFolds, 0);
      if (button.id === "ask") window.chuchu.submit(event);
      if (button.matches("#past [data-ask]")) setTimeout(fold, 0);
      if ("save" in button.dataset) window.chuchu.save(button);
      if ("goto" in button.dataset) goTo(button);
      if ("copy" in button.dataset) window.chuchu.copy(button, speak);
    },
    true,
  );

  document.addEventListener("change", ({ target }) => remember(target), true);

  // What is typed takes the place of the choice that stands there, and is not added to it.
  document.addEventListener("focusin", ({ target }) => {
    if (target.matches(CHOICE)) setTimeout(() => target.select(), 0);
  });

  // Gradio narrows its list at each key, before that has written anything; and at none of what an
  // input method, a voice or the clipboard writes.
  document.addEventListener("input", ({ target }) => {
    const written = new KeyboardEvent("keydown", { key: "Unidentified", bubbles: true });
    if (target.matches(CHOICE)) target.dispatchEvent(written);
  });

  const isTyping = (element) =>
    element instanceof Element && element.closest("input, textarea, select, [contenteditable]");

  const moveCard = (event) => {
    const card = event.target.closest && event.target.closest(".card");
    if (!card || event.target !== card) return;
    const cards = [...document.querySelectorAll(":is(#answers, #earlier) details[open] .card")];
    const to = cards[cards.indexOf(card) + (event.key === "ArrowDown" ? 1 : -1)];
    if (!to) return;
    event.preventDefault();
    to.focus({ preventScroll: true });
    to.scrollIntoView({ block: "nearest" });
  };

  const PLACE = /queue: *(\d+)\/(\d*)/;

  const sayPlace = () => {
    const words = document.querySelector("#head .brand");
    if (!words) return;
    for (const shown of document.querySelectorAll(".progress-text")) {
      const queued = PLACE.exec(shown.textContent);
      const said = queued
        ? words.dataset.queued.replace("{place}", queued[1]).replace("{all}", queued[2])
        : words.dataset.working;
      if (shown.dataset.said !== said) shown.dataset.said = said;
    }
  };

  // Gradio's folds are buttons that do not say whether they are open.
  const tellFolds = () => {
    for (const fold of document.querySelectorAll("button.label-wrap")) {
      const isOpen = String(fold.classList.contains("open"));
      if (fold.ariaExpanded !== isOpen) fold.ariaExpanded = isOpen;
    }
  };

  // Times are kept in UTC; only the browser knows where it is, and which language is spoken now.
  const localise = () => {
    const lang = document.documentElement.lang;
    for (const time of document.querySelectorAll("time.local")) {
      if (time.dataset.lang === lang) continue;
      const when = new Date(time.dateTime);
      time.dataset.lang = lang;
      if (Number.isNaN(when.getTime())) continue;
      const style = { dateStyle: "medium", timeStyle: "short" };
      time.textContent = when.toLocaleString(lang || undefined, style);
    }
  };

  new MutationObserver(() => {
    sayPlace();
    localise();
    tellFolds();
    window.chuchu.tick();
    goOn();
    tell();
  }).observe(document, {
    attributeFilter: ["lang"],
    childList: true,
    subtree: true,
    characterData: true,
  });

  document.addEventListener(
    "keydown",
    (event) => {
      const isEnter = event.key === "Enter" && !event.shiftKey && !event.isComposing;
      if (isEnter && event.target === window.chuchu.questionBox()) window.chuchu.submit(event);
      if (isTyping(event.target)) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") moveCard(event);
      if (event.key === "/" && !event.ctrlKey && !event.metaKey && ask()) event.preventDefault();
    },
    true,
  );

  window.chuchu = { ...window.chuchu, ask };
})();
