// Files and folders that are dropped or chosen: what Gradio's own field cannot take.
(() => {
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
})();
