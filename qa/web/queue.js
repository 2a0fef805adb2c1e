// Questions one after another: Gradio takes none while one is being answered.
(() => {
  const questionBox = () => document.querySelector("#question textarea, #question input");

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

  // A question that is chosen, and not typed, leaves what stands in the box.
  const choose = (question) => {
    forgetErrors();
    if (asked === null) draft = questionBox()?.value ?? "";
    asked ??= question;
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

  window.chuchu = { ...window.chuchu, answered, asking, choose, questionBox, submit };
})();
