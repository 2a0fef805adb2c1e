// The reader: a dialog over the page, and the way back to where it was opened.
(() => {
  const reader = () => document.querySelector("#reader");
  const isShown = () => Boolean(reader()?.hasAttribute("data-shown"));
  let opener = null;
  let behind = [];

  const toPassage = () => {
    const here = reader().querySelector(".here");
    const sheet = reader().querySelector(".sheet");
    if (here) here.scrollIntoView({ block: "center" });
    else if (sheet) sheet.scrollTop = 0;
  };

  // All that stands behind the reader, for the keyboard and for who listens; messages stay.
  const others = () => {
    const found = [];
    for (let here = reader(); here !== document.body; here = here.parentElement) {
      const beside = [...here.parentElement.children].filter((each) => each !== here);
      found.push(...beside.filter((each) => !each.matches("script, .toast-wrap, #said-aloud")));
    }
    return found.filter((each) => !each.inert);
  };

  const read = () => {
    if (!isShown()) {
      behind = others();
      for (const each of behind) each.inert = true;
      if (!window.history.state?.isReading) window.history.pushState({ isReading: true }, "");
    }
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
    for (const each of behind) each.inert = false;
    behind = [];
    document.body.style.overflow = "";
    if (opener && opener.isConnected) opener.focus();
    opener = null;
  };

  // The way back that a phone has closes what lies over the page, and leaves it only then.
  const close = () => {
    stopReading();
    if (window.history.state?.isReading) window.history.back();
  };

  window.addEventListener("popstate", () => {
    if (isShown()) stopReading();
  });

  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    const button = event.target.closest("button");
    const inside = event.target.closest("#reader");
    if (!button) {
      if (inside && !event.target.closest(".sheet")) close();
      return;
    }
    if (!inside && ("open" in button.dataset || "timeline" in button.dataset)) opener = button;
    if ("close" in button.dataset || (inside && "within" in button.dataset)) close();
    if ("here" in button.dataset) toPassage();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isShown()) close();
  });

  window.chuchu = { ...window.chuchu, isReading: isShown, read };
})();
