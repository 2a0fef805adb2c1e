// Questions one after another: Gradio takes none while one is being answered, and two that are
// answered at once forget one another.
(() => {
  const questionBox = () => document.querySelector("#question textarea, #question input");
  const held = () => questionBox()?.value ?? "";

  const errors = () => [...document.querySelectorAll(".toast-body.error")];

  const tellsOfLoss = ({ textContent }) =>
    textContent.includes(document.querySelector("#head .brand")?.dataset.gradio_lost);

  // What was wrong with a question before is mended, or past; that the server is away is neither.
  const forgetErrors = () => {
    for (const toast of errors())
      if (!tellsOfLoss(toast)) toast.querySelector("[data-testid=toast-close]").click();
  };

  // Each is a question, how it is asked again where it was asked before, and what begins it.
  let asked = null;
  let waiting = [];
  let due = null; // what was typed and has its turn, until Gradio has taken it
  let draft = ""; // what stood in the box when a question from before took its place

  // Whether its turn is now; else it waits, unless it was just asked.
  const line = (next) => {
    forgetErrors();
    const last = waiting.at(-1) ?? asked;
    const isSame = last?.question === next.question && last.again === next.again;
    if (last && !isSame) waiting.push(next);
    asked ??= next;
    return !last;
  };

  // A question that is chosen, and not typed, leaves what stands in the box.
  const choose = (question, again, ask) => {
    const begin = (box) => {
      draft = box;
      ask();
    };
    if (line({ question, again, begin })) begin(held());
  };

  // Whoever asks nothing is shown where to ask.
  const submit = (event) => {
    const box = questionBox();
    if (!box || due !== null) return;
    const question = box.value;
    const begin = () => {
      due = question;
      document.querySelector("#ask").click();
    };
    if (!question.trim()) box.focus();
    else if (line({ question, again: "", begin })) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  // What Gradio is to ask when it would ask what stands in the box.
  const asking = (typed) => {
    const question = due ?? typed;
    due = null;
    return question;
  };

  const next = (put) => {
    draft = "";
    asked = waiting.shift() ?? null;
    if (asked) setTimeout(asked.begin, 0, put ?? held());
    return put;
  };

  const TOLD = 200; // milliseconds until it is shown why a question failed

  // A server that is away would fail all that wait: they stay until the page is loaded anew.
  const goOn = () => errors().some(tellsOfLoss) || next();

  // What the box is to hold once a question has failed: what it had taken the place of. Nothing where
  // it stays as it is: a question that was typed or took no place, and what was typed meanwhile.
  const failed = (now) => {
    const put = now === asked?.question && draft ? draft : undefined;
    setTimeout(goOn, TOLD);
    return put;
  };

  // The same once it is answered, where it goes; what an empty library was asked has failed.
  const answered = (now) => {
    if (document.querySelector("#examples .empty")) return failed(now);
    return next(now === asked?.question ? draft : undefined);
  };

  // Whether the answer is to be read already, though Gradio is not done with it.
  const isShown = () => {
    const newest = document.querySelector("#answers .turn");
    return newest?.dataset.question === asked?.question.trim() && !newest?.querySelector(".provisional");
  };

  // What has been asked and is not answered yet, in the order in which it was.
  const unanswered = () => [isShown() ? null : asked, ...waiting].filter(Boolean);

  // What is typed and not asked, or may be mended, wherever it is at the moment.
  const drafted = () => {
    if (held() !== asked?.question) return held();
    return draft || (isShown() ? "" : held());
  };

  window.chuchu = { ...window.chuchu, answered, asking, choose, drafted, failed, questionBox, submit, unanswered };
})();
