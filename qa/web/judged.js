// What this visitor says of answers: sent one after the other, and ticked as it is kept.
(() => {
  // Answers are drawn anew whenever something is asked, sorted or translated; what this visitor
  // said of them, and is kept, stands in #ticks.
  const tick = () => {
    const kept = document.querySelector("#ticks [data-ticks]");
    const said = new Set((kept ? JSON.parse(kept.dataset.ticks) : []).map((of) => of.join("\n")));
    for (const button of document.querySelectorAll("#answers [data-judge]")) {
      const turn = button.closest(".turn");
      const of = [turn.dataset.question, button.dataset.judged, button.dataset.judge];
      const pressed = String(said.has(of.join("\n")));
      if (button.getAttribute("aria-pressed") !== pressed) button.ariaPressed = pressed;
    }
  };

  // Each judgement adds to what was said before it, and the last word on an answer counts; and what
  // is sent while Gradio closes its connection after another event is never told of (6.31). So the
  // next one is sent once the one before is kept, or nothing has been heard of it for long.
  const PATIENCE = 10_000; // milliseconds
  const unsent = [];
  let busyUntil = 0;

  const send = () => {
    if (performance.now() < busyUntil || !unsent.length) return;
    busyUntil = performance.now() + PATIENCE;
    unsent.shift()();
  };

  const judge = (sending) => {
    unsent.push(sending);
    send();
  };

  const judged = () => {
    busyUntil = 0;
    setTimeout(send, 0); // Gradio has not put this one away yet
  };

  window.chuchu = { ...window.chuchu, judge, judged, tick };
})();
