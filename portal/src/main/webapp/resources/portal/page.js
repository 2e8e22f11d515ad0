// The only script of ordinary pages: buttons that print the page. Without it they are not shown.
document.documentElement.classList.add("scripted");
document.addEventListener("click", (event) => {
  if (event.target instanceof Element && event.target.closest("[data-print]")) {
    window.print();
  }
});
