// What was asked before, as this browser keeps it, and when by its own clock.
(() => {
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

  window.chuchu = { ...window.chuchu, history, keep, timed };
})();
