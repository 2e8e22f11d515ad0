// The only script of ordinary pages: buttons that print the page, and forms that are sent once. Without it the former are
// not shown, and the server takes care of the latter.
document.documentElement.classList.add("scripted");
document.addEventListener("click", (event) => {
  if (event.target instanceof Element && event.target.closest("[data-print]")) {
    window.print();
  }
});

// What is wrong is said by the page, in its language, on top and beside the field; not by the browser in a bubble. Only
// what the browser would not send (half a date) it has to complain of itself.
for (const form of document.querySelectorAll("form[method=post]")) {
  form.noValidate = true;
}

// The second half of a double click must not send the form again: its answer would replace the one under way.
const DOUBLE_CLICK = 1_000;
const sent = new WeakMap();
document.addEventListener("submit", (event) => {
  const form = event.target;
  const unreadable = [...form.elements].find((field) => field.validity?.badInput);
  if (unreadable) {
    event.preventDefault();
    unreadable.reportValidity();
  } else if (form.method === "post") {
    if (event.timeStamp - (sent.get(form) ?? -DOUBLE_CLICK) < DOUBLE_CLICK) {
      event.preventDefault();
    } else {
      sent.set(form, event.timeStamp);
    }
  }
});
