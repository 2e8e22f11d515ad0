// Warns before the session ends, keeps it while someone types, and keeps what was typed in a form in the browser's tab,
// so that an ended session loses nothing. Passwords and files are never kept.
(() => {
  "use strict";

  const facts = document.getElementById("session");
  if (!facts) {
    return;
  }
  const MINUTE = 60_000;
  const WARN_BEFORE = 5 * MINUTE;
  const PING_WHILE_TYPING = 5 * MINUTE;
  const LOOK_EVERY = 5_000;
  const DRAFT = "draft ";
  const INTERRUPTED = "interrupted";
  const context = facts.dataset.context ?? "";
  const here = location.pathname.slice(context.length) + location.search;

  // --- what was typed -----------------------------------------------------------------------------------------------

  const keepable = (field) =>
    field.name && !["hidden", "password", "file", "submit", "button", "reset", "image"].includes(field.type);

  const postedForms = () => [...document.querySelectorAll("form[method=post]")].filter((form) => form.id !== "signOut");

  const draftOf = (form) => DRAFT + facts.dataset.reader + " " + here + " " + form.id;

  function valuesOf(form) {
    return [...form.elements].filter(keepable).map((field) => {
      if (field.type === "checkbox" || field.type === "radio") {
        return [field.name, field.value, field.checked];
      }
      return field.multiple ? [field.name, [...field.selectedOptions].map((option) => option.value)] : [field.name, field.value];
    });
  }

  function keep(form) {
    sessionStorage.setItem(draftOf(form), JSON.stringify(valuesOf(form)));
  }

  function putBack(form, values) {
    const fields = [...form.elements].filter(keepable);
    for (const [name, value, checked] of values) {
      for (const field of fields.filter((each) => each.name === name)) {
        if (checked !== undefined) {
          if (field.value === value) {
            field.checked = checked;
          }
        } else if (field.multiple) {
          [...field.options].forEach((option) => (option.selected = value.includes(option.value)));
        } else {
          field.value = value;
        }
      }
    }
  }

  function restore() {
    const resumed = location.hash === "#resumed" || sessionStorage.getItem(INTERRUPTED) === here;
    let restored = false;
    for (const form of postedForms()) {
      const draft = sessionStorage.getItem(draftOf(form));
      sessionStorage.removeItem(draftOf(form));
      if (resumed && draft) {
        putBack(form, JSON.parse(draft));
        keep(form);
        restored = true;
      }
    }
    if (resumed) {
      sessionStorage.removeItem(INTERRUPTED);
      if (location.hash) {
        history.replaceState(history.state, "", location.pathname + location.search);
      }
    }
    if (restored) {
      const told = document.getElementById("session-restored");
      document.querySelector("main h1")?.after(told);
      told.hidden = false;
    }
  }

  function forgetOthers() {
    const own = DRAFT + facts.dataset.reader + " ";
    Object.keys(sessionStorage)
      .filter((key) => key.startsWith(DRAFT) && !key.startsWith(own))
      .forEach((key) => sessionStorage.removeItem(key));
  }

  // --- the session --------------------------------------------------------------------------------------------------

  const minutes = Number(facts.dataset.minutes);
  if (!minutes) {
    // Signing in: remember to which page the way leads back.
    const next = new URLSearchParams(location.search).get("next");
    if (here.startsWith("/access/sign-in.xhtml") && next) {
      sessionStorage.setItem(INTERRUPTED, next);
    }
    return;
  }

  const soon = document.getElementById("session-soon");
  const ended = document.getElementById("session-ended");
  const CONTACT = "contact";
  let pinging = false;

  // Shared by the tabs of one browser: work in one keeps the session of all.
  const contact = () => Number(localStorage.getItem(CONTACT));
  const contacted = () => localStorage.setItem(CONTACT, String(Date.now()));
  const idle = () => Date.now() - contact();

  async function ping() {
    if (pinging) {
      return;
    }
    pinging = true;
    try {
      const answer = await fetch(context + "/session/ping", { method: "POST", cache: "no-store" });
      if (answer.status === 204) {
        contacted();
        soon.close();
      } else if (answer.status === 401) {
        end();
      }
    } catch {
      // No network just now: the next look tries again, and the session's end is found out then.
    } finally {
      pinging = false;
    }
  }

  function end() {
    soon.close();
    postedForms().forEach(keep);
    document.getElementById("session-again").href =
      context + "/access/sign-in.xhtml?next=" + encodeURIComponent(here);
    if (!ended.open) {
      ended.showModal();
    }
  }

  function look() {
    if (idle() >= minutes * MINUTE) {
      ping();
    } else if (idle() >= minutes * MINUTE - WARN_BEFORE) {
      if (!soon.open && !ended.open) {
        soon.showModal();
      }
    } else if (soon.open) {
      soon.close();
    }
  }

  forgetOthers();
  restore();
  contacted();
  document.addEventListener("input", (event) => {
    const form = event.target.form;
    if (form && postedForms().includes(form)) {
      keep(form);
      if (idle() > PING_WHILE_TYPING) {
        ping();
      }
    }
  });
  document.getElementById("signOut")?.addEventListener("submit", () => sessionStorage.clear());
  document.getElementById("session-stay").addEventListener("click", ping);
  ended.addEventListener("cancel", (event) => event.preventDefault());
  setInterval(look, LOOK_EVERY);
})();
