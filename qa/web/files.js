// Files and folders that are dropped or chosen: what Gradio's own field cannot take.
(() => {
  const FIELDS = ":is(#files, #folder) input[type=file], input[webkitdirectory]";

  // Gradio's drop takes no folders, and forgets in which folders chosen files lay: so each file is
  // called by its whole path, and handed to Gradio's own field.
  const called = (file, path) =>
    new File([file], path, { type: file.type, lastModified: file.lastModified });

  const isHidden = (path) => path.split("/").some((part) => part.startsWith("."));

  const packed = (files) => {
    const all = new DataTransfer();
    for (const file of files) all.items.add(file);
    return all.files;
  };

  const largest = () => Number(document.querySelector("#head .brand").dataset.largest) * 1024 * 1024;
  const isTooLarge = (file) => file.size > largest();

  // Gradio refuses all that is chosen where one file is too large: the others are sent.
  let tell = () => {};

  const leftOut = (files) => {
    if (!files.length) return "";
    const told = document.createElement("p");
    told.className = "note";
    told.setAttribute("role", "status");
    told.innerHTML = '<span data-says="left_out"></span> <bdi></bdi>'; // kept.js has the words
    told.lastChild.textContent = files.map((file) => file.name).join("、");
    return told.outerHTML;
  };

  const onLeftOut = (listener) => {
    tell = listener;
  };

  // What was chosen; of a folder, by its paths and without what is hidden.
  const chosen = (field) => {
    const files = [...field.files];
    if (!files.some((file) => file.webkitRelativePath)) return files;
    const named = files.map((file) => called(file, file.webkitRelativePath));
    return named.filter((file) => !isHidden(file.name));
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
      const isFolder = entries.some((entry) => entry && entry.isDirectory);
      tell("");
      if (!isFolder && ![...event.dataTransfer.files].some(isTooLarge)) return; // Gradio's to take
      event.preventDefault();
      event.stopImmediatePropagation();
      event.target.dispatchEvent(new DragEvent("dragleave", { bubbles: true }));
      Promise.all(entries.filter(Boolean).map(filesOf)).then((found) => {
        const field = document.querySelector(FIELDS);
        field.files = packed(found.flat().filter((file) => !isHidden(file.name)));
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
    (event) => {
      const { target } = event;
      if (!(target instanceof Element) || !target.matches(FIELDS)) return;
      const files = chosen(target);
      const sent = files.filter((file) => !isTooLarge(file));
      tell(leftOut(files.filter(isTooLarge)));
      target.files = packed(sent);
      if (files.length && !sent.length) event.stopImmediatePropagation();
    },
    true,
  );

  window.chuchu = { ...window.chuchu, onLeftOut };
})();
