// What stood on the page before it was loaded anew: kept for this tab alone, until it is closed.
(() => {
  const KEPT = "chuchu-before";
  const FEWER = [30, 10, 3, 0]; // answers that are kept, where a browser has no room for more
  const OF_THE_SERVER = ".judge, [data-drop]"; // it no longer knows what it would be told of

  const read = () => {
    try {
      return JSON.parse(sessionStorage.getItem(KEPT)) ?? {};
    } catch {
      return {};
    }
  };

  const before = read();
  let isBack = false; // what was kept stands on the page again
  let wasAnswered = false;

  const box = () => document.querySelector("#question textarea, #question input");
  const words = () => document.querySelector("#head .brand")?.dataset;

  const says = (name, attributes = "") =>
    `<button type="button" class="minor" data-says="${name}" ${attributes}></button>`;

  // An answer to be read, and its question to be asked again.
  const plain = (turn) => {
    const copy = turn.cloneNode(true);
    for (const each of copy.querySelectorAll(OF_THE_SERVER)) each.remove();
    const above = copy.querySelector(":scope > p[data-says]") ?? copy.firstChild;
    if (!copy.querySelector("button[data-says]")) above.insertAdjacentHTML("afterend", says("ask_again"));
    const again = copy.querySelector("button[data-says]");
    again.dataset.ask = copy.dataset.question;
    again.dataset.again = copy.dataset.again;
    return copy.outerHTML;
  };

  // A question that this leaves without an answer, and without its turn: to be asked again, too.
  const unanswered = ({ question, again }) => {
    const turn = document.createElement("details");
    turn.className = "turn unanswered";
    turn.open = true;
    turn.dataset.question = question.trim();
    turn.dataset.again = again;
    const summary = "<summary><h2 class='asked'><bdi></bdi></h2></summary>";
    turn.innerHTML = `${summary}<p class="note" data-says="left_asking"></p>`;
    turn.querySelector("bdi").textContent = question;
    return turn;
  };

  // Since when Gradio says that the connection is lost. Whoever leaves cuts it, too, a moment
  // before; Gradio itself loads the page anew no sooner than two seconds after.
  let lostAt = null;

  const notice = () => {
    const toasts = [...document.querySelectorAll("[data-testid=toast-text]")];
    const isTold = toasts.some((each) => each.textContent.includes(words()?.gradio_lost));
    lostAt = isTold ? (lostAt ?? Date.now()) : null;
  };

  // Whether articles are being added: that stops when the page is left.
  const isAdding = () => {
    const stop = document.querySelector("#stop");
    return Boolean(stop) && getComputedStyle(stop).display !== "none";
  };

  const isLost = () => lostAt !== null && Date.now() - lostAt > 1000;

  const keep = () => {
    if (!isBack) return;
    const turns = [...document.querySelectorAll(":is(#answers, #earlier) .turn")];
    const draft = window.chuchu.drafted();
    const left = window.chuchu.unanswered().filter(({ question }) => question !== draft);
    const whole = turns.filter((turn) => !turn.querySelector(".provisional"));
    const all = [...left.reverse().map(unanswered), ...whole].map(plain);
    for (const most of FEWER) {
      const seen = { isLost: isLost(), isStopped: isAdding() };
      const kept = { ...seen, draft, turns: all.slice(0, most) };
      try {
        sessionStorage.setItem(KEPT, JSON.stringify(kept));
        return;
      } catch {} // no room
    }
  };

  // The answers from before, and why they are here; nothing where there is nothing to tell.
  const earlier = () => {
    const { turns = [], draft, isLost } = before;
    if (!turns.length && !(isLost && draft)) return "";
    const why = `<p class="note" role="status" data-says="${isLost ? "reconnected" : "reloaded"}"></p>`;
    return `<div class="before">${why}${says("clear", "data-forget-earlier")}</div>${turns.join("")}`;
  };

  // That adding was stopped by this, where it was.
  const stopped = () =>
    before.isStopped ? '<p class="note" role="status" data-says="left_adding"></p>' : "";

  const bringBack = () => {
    if (isBack || !box() || !words()) return;
    isBack = true;
    if (!before.draft || box().value) return;
    box().value = before.draft;
    box().dispatchEvent(new Event("input", { bubbles: true }));
  };

  const speak = () => {
    for (const each of document.querySelectorAll(":is(#earlier, #left-adding, #left-out) [data-says]")) {
      const said = words()?.[each.dataset.says] ?? "";
      if (each.textContent !== said) each.textContent = said;
    }
  };

  // What has been asked again since is answered above.
  const forgetAnswered = () => {
    for (const left of document.querySelectorAll("#earlier .unanswered")) {
      const answers = [...document.querySelectorAll("#answers .turn:not(:has(.provisional))")];
      if (answers.some(({ dataset }) => dataset.question === left.dataset.question)) left.remove();
    }
  };

  // The first new answer is the one to read.
  const fold = () => {
    const isAnswered = Boolean(document.querySelector("#answers .turn"));
    if (isAnswered && !wasAnswered)
      for (const each of document.querySelectorAll("#earlier .turn[open]:not(.unanswered)")) each.open = false;
    wasAnswered = isAnswered;
  };

  new MutationObserver(() => {
    bringBack();
    speak();
    forgetAnswered();
    fold();
    notice();
  }).observe(document, {
    attributeFilter: ["data-reloaded"],
    characterData: true,
    childList: true,
    subtree: true,
  });

  window.addEventListener("pagehide", keep);
  window.addEventListener("beforeunload", (event) => {
    if (isAdding() && !isLost()) event.preventDefault(); // the browser asks whether to leave
  });

  window.chuchu = { ...window.chuchu, earlier, stopped };
})();
