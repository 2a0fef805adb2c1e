// What people take along: quotations that are copied, lists that are saved.
(() => {
  const write = async (text) => {
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

  const say = (button, isCopied, speak) => {
    const done = isCopied ? "copied" : "uncopied";
    const words = document.querySelector("#head .brand").dataset[done];
    button.dataset.done = words;
    button.classList.add(done);
    speak(words);
    setTimeout(() => button.classList.remove(done), isCopied ? 1500 : 5000);
  };

  // What the button copies, and that it is copied, or not: shown and spoken.
  const copy = async (button, speak) => say(button, await write(button.dataset.copy), speak);

  const save = (button) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([button.dataset.save], { type: "text/plain" }));
    link.download = button.dataset.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  window.chuchu = { ...window.chuchu, copy, save };
})();
