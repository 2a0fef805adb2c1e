// What Gradio cannot: copying, the history, where the keyboard goes on, and what is said.
(() => {
  const copy = async (text) => {
    if (navigator.clipboard && window.isSecureContext) {
      const isCopied = await navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      );
      if (isCopied) return true;
    }
    const before = document.activeElement;
    const box = document.createElement("textarea"); // pages of other hosts have no clipboard
    box.value = text;
    document.body.append(box);
    box.select();
    const isCopied = document.execCommand("copy");
    box.remove();
    if (before) before.focus({ preventScroll: true });
    return isCopied;
  };

  const save = (button) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([button.dataset.save], { type: "text/plain" }));
    link.download = button.dataset.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  const say = (button, isCopied) => {
    const done = isCopied ? "copied" : "uncopied";
    const words = document.querySelector("#head .brand").dataset[done];
    button.dataset.done = words;
    button.classList.add(done);
    speak(words);
    setTimeout(() => button.classList.remove(done), isCopied ? 1500 : 5000);
  };

  const goTo = (button) => {
    const turn = button.closest(".turn");
    const wanted = button.dataset.goto;
    for (const card of turn.querySelectorAll(".card")) {
      if (card.dataset.passage !== wanted) continue;
      card.focus({ preventScroll: true });
      card.scrollIntoView({ block: "center" });
    }
  };

  // The history as the window that asked last has kept it: Gradio reads it only when a page opens.
  const HISTORY = "chuchu-history-now";

  const stored = (known) => {
    try {
      return JSON.parse(localStorage.getItem(HISTORY)) ?? known;
    } catch {
      return known;
    }
  };

  const named = ({ asked, question }) => `${asked} ${question}`;
  let base = []; // what this window last knew: what is new since then, another window has kept

  const history = (known) => {
    base = stored(known);
    return base;
  };

  const keep = (mine) => {
    const known = new Set([...base, ...mine].map(named));
    const others = stored([]).filter((each) => !known.has(named(each)));
    const all = others.length
      ? [...mine, ...others].sort((one, other) => (one.asked < other.asked ? 1 : -1))
      : mine;
    localStorage.setItem(HISTORY, JSON.stringify(all));
    base = all;
  };

  // A time by this browser's clock, with how far that is from UTC; what is no time as it is.
  const byTheClock = (utc) => {
    const when = new Date(utc);
    if (Number.isNaN(when.getTime())) return utc;
    const ahead = -when.getTimezoneOffset(); // minutes
    const here = new Date(when.getTime() + ahead * 60_000).toISOString().slice(0, 19);
    const two = (number) => String(number).padStart(2, "0");
    const away = Math.abs(ahead);
    return `${here}${ahead < 0 ? "-" : "+"}${two(Math.floor(away / 60))}:${two(away % 60)}`;
  };

  const timed = (kept) => (kept ?? []).map((each) => ({ ...each, local: byTheClock(each.asked) }));

  const CHOICE = "input[role=combobox]";

  const questionBox = () => document.querySelector("#question textarea, #question input");

  // Puts the cursor into the question box; whether that is there to be seen.
  const ask = () => {
    const box = questionBox();
    if (!box || !box.offsetParent || window.chuchu.isReading()) return false;
    box.focus();
    return true;
  };

  // What was wrong with a question before is mended, or past; that the server is away is neither.
  const forgetErrors = () => {
    const lost = document.querySelector("#head .brand")?.dataset.gradio_lost;
    for (const toast of document.querySelectorAll(".toast-body.error"))
      if (!toast.textContent.includes(lost)) toast.querySelector("[data-testid=toast-close]").click();
  };

  // Gradio takes no question while one is being answered: those asked meanwhile wait for their turn.
  let asked = null;
  let waiting = [];
  let due = null; // the one whose turn it is, until Gradio has taken it
  let draft = ""; // what stood in the box when a question from before took its place

  const begin = (question) => {
    forgetErrors();
    if (asked === null) asked = question;
    else if (question !== (waiting.at(-1) ?? asked)) waiting.push(question);
  };

  // Whoever asks nothing is shown where to ask.
  const submit = (event) => {
    const box = questionBox();
    if (!box || due !== null) return;
    const isFree = asked === null;
    if (box.value.trim()) begin(box.value);
    else box.focus();
    if (isFree && box.value.trim()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  // What Gradio is to ask when it would ask what stands in the box.
  const asking = (typed) => {
    const question = due ?? typed;
    due = null;
    return question;
  };

  const askNext = () => {
    if (!waiting.length) return;
    [due, ...waiting] = waiting;
    asked = due;
    setTimeout(() => document.querySelector("#ask").click(), 0);
  };

  // What the box is to hold once a question is answered, and nothing where that stays as it is: a
  // failed question, what was typed meanwhile, and what an empty library was asked.
  const answered = (now) => {
    const isDone = now === asked && !document.querySelector("#examples .empty");
    const put = draft;
    asked = null;
    draft = "";
    askNext();
    return isDone ? put : undefined;
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
      if (button.id === "ask") submit(event);
      if (button.matches("#past [data-ask]")) setTimeout(fold, 0);
      if ("ask" in button.dataset) {
        forgetErrors();
        if (asked === null) draft = questionBox()?.value ?? "";
        asked ??= button.dataset.ask;
      }
      if ("save" in button.dataset) save(button);
      if ("goto" in button.dataset) goTo(button);
      if ("copy" in button.dataset) copy(button.dataset.copy).then((isCopied) => say(button, isCopied));
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
      if (isEnter && event.target === questionBox()) submit(event);
      if (isTyping(event.target)) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") moveCard(event);
      if (event.key === "/" && !event.ctrlKey && !event.metaKey && ask()) event.preventDefault();
    },
    true,
  );

  window.chuchu = { ...window.chuchu, answered, ask, asking, history, keep, timed };
})();
