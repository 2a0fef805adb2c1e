// What Gradio cannot: the reader, copying, and the keyboard.
(() => {
  const reader = () => document.querySelector("#reader");
  let opener = null;

  const toPassage = () => {
    const here = reader().querySelector(".here");
    const sheet = reader().querySelector(".sheet");
    if (here) here.scrollIntoView({ block: "center" });
    else if (sheet) sheet.scrollTop = 0;
  };

  const read = () => {
    reader().toggleAttribute("data-shown", true);
    document.body.style.overflow = "hidden";
    requestAnimationFrame(() => {
      toPassage();
      const close = reader().querySelector("[data-close]");
      if (close) close.focus({ preventScroll: true });
    });
  };

  const stopReading = () => {
    reader().toggleAttribute("data-shown", false);
    document.body.style.overflow = "";
    if (opener && opener.isConnected) opener.focus();
    opener = null;
  };

  const copy = async (text) => {
    if (navigator.clipboard && window.isSecureContext) {
      await navigator.clipboard.writeText(text);
      return;
    }
    const box = document.createElement("textarea"); // pages of other hosts have no clipboard
    box.value = text;
    document.body.append(box);
    box.select();
    document.execCommand("copy");
    box.remove();
  };

  const save = (button) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([button.dataset.save], { type: "text/plain" }));
    link.download = button.dataset.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  const say = (button) => {
    button.classList.add("copied");
    setTimeout(() => button.classList.remove("copied"), 1500);
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

  // Judgements under way, the oldest first: each says in its turn whether it was kept.
  const judging = [];

  // What was said since the page was opened, by question and card: answers are drawn anew whenever
  // something is asked, sorted or translated.
  const verdicts = new Map();

  const judgedOf = (element) => {
    const turn = element.closest(".turn");
    const card = element.closest(".card");
    return JSON.stringify([turn && turn.dataset.question, card ? card.dataset.passage : ""]);
  };

  const press = () => {
    for (const button of document.querySelectorAll("#answers [data-judge]")) {
      const pressed = String(verdicts.get(judgedOf(button)) === button.dataset.judge);
      if (button.getAttribute("aria-pressed") !== pressed) button.ariaPressed = pressed;
    }
  };

  const judged = (kept) => {
    const { of, verdict } = judging.shift() ?? {};
    if (of && kept) verdicts.set(of, verdict);
    press();
  };

  // The history as the window that asked last has kept it: Gradio reads it only when a page opens.
  const HISTORY = "chuchu-history-now";

  const keep = (history) => localStorage.setItem(HISTORY, JSON.stringify(history));

  const history = (known) => {
    try {
      return JSON.parse(localStorage.getItem(HISTORY)) ?? known;
    } catch {
      return known;
    }
  };

  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    const button = event.target.closest("button");
    if (!button) {
      if (event.target.closest("#reader") && !event.target.closest(".sheet")) stopReading();
      return;
    }
    if ("open" in button.dataset) opener = button;
    if ("close" in button.dataset) stopReading();
    if ("within" in button.dataset && button.closest("#reader")) stopReading();
    if ("here" in button.dataset) toPassage();
    if ("save" in button.dataset) save(button);
    if ("judge" in button.dataset) {
      judging.push({ of: judgedOf(button), verdict: button.dataset.judge });
    }
    if ("goto" in button.dataset) goTo(button);
    if ("copy" in button.dataset) copy(button.dataset.copy).then(() => say(button));
  });

  // Puts the cursor into the question box; whether that is there to be seen.
  const ask = () => {
    const box = document.querySelector("#question textarea, #question input");
    if (!box || !box.offsetParent) return false;
    box.focus();
    return true;
  };

  const isTyping = (element) =>
    element instanceof Element && element.closest("input, textarea, select, [contenteditable]");

  const moveCard = (event) => {
    const card = event.target.closest && event.target.closest(".card");
    if (!card || event.target !== card) return;
    const cards = [...document.querySelectorAll("#answers details[open] .card")];
    const next = cards[cards.indexOf(card) + (event.key === "ArrowDown" ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  };

  // Gradio's drop takes no folders, and forgets in which folders chosen files lay: so each file is
  // called by its whole path, and handed to Gradio's own field.
  const called = (file, path) =>
    new File([file], path, { type: file.type, lastModified: file.lastModified });

  const isHidden = (path) => path.split("/").some((part) => part.startsWith("."));

  const packed = (files) => {
    const all = new DataTransfer();
    for (const file of files) if (!isHidden(file.name)) all.items.add(file);
    return all.files;
  };

  const promised = (begin) => new Promise((done, fail) => begin(done, fail));

  const filesOf = async (entry) => {
    if (entry.isFile) {
      const file = await promised((done, fail) => entry.file(done, fail));
      return [called(file, entry.fullPath.slice(1))];
    }
    const reader = entry.createReader();
    const found = [];
    for (;;) {
      const some = await promised((done, fail) => reader.readEntries(done, fail));
      if (!some.length) return found; // browsers give a hundred at a time
      for (const each of some) found.push(...(await filesOf(each)));
    }
  };

  document.addEventListener(
    "drop",
    (event) => {
      const area = event.target instanceof Element && event.target.closest("#files, #writing");
      if (!area || !event.dataTransfer) return;
      const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry());
      if (!entries.some((entry) => entry && entry.isDirectory)) return; // Gradio takes files
      event.preventDefault();
      event.stopImmediatePropagation();
      event.target.dispatchEvent(new DragEvent("dragleave", { bubbles: true }));
      Promise.all(entries.filter(Boolean).map(filesOf)).then((found) => {
        const field = document.querySelector("#files input[type=file], #folder input[type=file]");
        field.files = packed(found.flat());
        if (field.files.length) field.dispatchEvent(new Event("change", { bubbles: true }));
      });
    },
    true,
  );

  document.addEventListener("dragover", (event) => {
    // without this a browser would show what is dropped beside the field, and leave the page
    if (event.target instanceof Element && event.target.closest("#writing")) event.preventDefault();
  });

  document.addEventListener(
    "change",
    ({ target }) => {
      if (!(target instanceof HTMLInputElement) || !target.webkitdirectory) return;
      const files = [...target.files];
      if (!files.some((file) => file.webkitRelativePath)) return;
      target.files = packed(files.map((file) => called(file, file.webkitRelativePath)));
    },
    true,
  );

  const PLACE = /queue: *(\d+)\/(\d*)/;

  const sayPlace = () => {
    const words = document.querySelector("#head .brand");
    if (!words) return;
    for (const shown of document.querySelectorAll(".progress-text")) {
      const place = PLACE.exec(shown.textContent);
      const said = place
        ? words.dataset.queued.replace("{place}", place[1]).replace("{all}", place[2])
        : words.dataset.working;
      if (shown.dataset.said !== said) shown.dataset.said = said;
    }
  };

  // Times are kept in UTC; only the browser knows where it is.
  const localise = () => {
    for (const time of document.querySelectorAll("time.local:not([data-utc])")) {
      const when = new Date(time.dateTime);
      time.dataset.utc = time.textContent;
      if (Number.isNaN(when.getTime())) continue;
      const style = { dateStyle: "medium", timeStyle: "short" };
      time.textContent = when.toLocaleString(document.documentElement.lang || undefined, style);
    }
  };

  new MutationObserver(() => {
    sayPlace();
    localise();
    press();
  }).observe(document, {
    childList: true,
    subtree: true,
    characterData: true,
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && reader().hasAttribute("data-shown")) stopReading();
    if (isTyping(event.target)) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") moveCard(event);
    if (event.key === "/" && !event.ctrlKey && !event.metaKey && ask()) event.preventDefault();
  });

  window.chuchu = { ask, history, judged, keep, read };
})();
