// Shows how far a large file has come while it is sent, and lets it be stopped; without this script the form is sent as any
// other. What was told is told every tenth part, so that a screen reader can follow.
(() => {
  "use strict";

  const MIB = 1_048_576;
  const TOLD_EVERY = 10;

  for (const form of document.querySelectorAll("form[data-upload]")) {
    const file = form.querySelector("input[type=file]");
    const send = form.querySelector("button[type=submit]");
    const box = form.querySelector(".sending");
    const status = box.querySelector("[role=status]");
    const bar = box.querySelector("progress");
    const stop = box.querySelector("button");
    const words = box.dataset;
    let sending;

    const tell = (text, under) => {
      box.hidden = false;
      bar.hidden = !under;
      stop.hidden = !under;
      send.disabled = under;
      file.disabled = under;
      status.textContent = text;
    };

    const ended = (text) => {
      sending = undefined;
      tell(text, false);
    };

    // Where to go now stands in the answer; who is no longer signed in gets another, and signs in.
    const answered = (request) => {
      let next;
      try {
        next = JSON.parse(request.responseText).next;
      } catch {
        next = undefined;
      }
      if (typeof next === "string" && next.startsWith("/")) {
        location.assign(next);
      } else {
        location.reload();
      }
    };

    const progressed = (event) => {
      if (!event.lengthComputable) {
        return;
      }
      const percent = Math.floor((100 * event.loaded) / event.total);
      bar.value = percent;
      const told = percent - (percent % TOLD_EVERY);
      const text = percent === 100 ? words.arrived : words.sent.replace("{0}", String(told));
      if (status.textContent !== text) {
        status.textContent = text;
      }
    };

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      event.stopPropagation();
      if (sending) {
        return;
      }
      const chosen = file.files[0];
      if (!chosen || chosen.size === 0) {
        ended(words.none);
        file.focus();
        return;
      }
      if (chosen.size > Number(form.dataset.upload) * MIB) {
        ended(words.large);
        file.focus();
        return;
      }
      const content = new FormData(form);
      const request = new XMLHttpRequest();
      request.open("POST", form.action);
      request.setRequestHeader("Accept", "application/json");
      request.upload.addEventListener("progress", progressed);
      request.addEventListener("load", () => answered(request));
      request.addEventListener("error", () => ended(words.broken));
      request.addEventListener("abort", () => ended(words.stopped));
      sending = request;
      bar.value = 0;
      tell(words.sent.replace("{0}", "0"), true);
      request.send(content);
    });

    stop.addEventListener("click", () => {
      sending?.abort();
      send.focus();
    });
  }
})();
