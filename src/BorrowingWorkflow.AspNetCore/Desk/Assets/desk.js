// The desk works without this. It adds keys, and marks a whole page of requests at once.
(() => {
  "use strict";
  const typing = (target) => target.closest("input, select, textarea, [contenteditable]") !== null;
  const items = () => [...document.querySelectorAll(".list a, .rows a.row")];

  const move = (step) => {
    const all = items();
    if (all.length === 0) return;
    const at = all.indexOf(document.activeElement);
    const from = at >= 0 ? at : all.findIndex((item) => item.hasAttribute("aria-current"));
    all[Math.min(all.length - 1, Math.max(0, from + step))].focus();
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return;
    switch (event.key) {
      case "/": document.getElementById("search")?.focus(); break;
      case "j": move(1); break;
      case "k": move(-1); break;
      case "n": document.querySelector('[data-key="n"]')?.click(); return;
      case "?": document.querySelector(".keys")?.scrollIntoView(); return;
      default: return;
    }
    event.preventDefault();
  });

  document.querySelectorAll("[data-check-all]").forEach((all) => {
    all.hidden = false;
    const boxes = () => document.querySelectorAll(`input[name="${all.dataset.checkAll}"]`);
    all.querySelector("input").addEventListener("change", (event) => boxes().forEach((box) => { box.checked = event.target.checked; }));
  });

  // On a small screen the list comes first, and what narrows it is opened by hand.
  if (matchMedia("(max-width: 60rem)").matches) document.querySelectorAll("details.facets").forEach((facets) => { facets.open = false; });

  // A form that was sent is not sent again by an impatient second click.
  document.addEventListener("submit", (event) => {
    if (event.target.dataset.sent) { event.preventDefault(); return; }
    if (event.target.method === "post") event.target.dataset.sent = "1";
  });
  addEventListener("pageshow", () => document.querySelectorAll("[data-sent]").forEach((form) => { delete form.dataset.sent; }));
})();
