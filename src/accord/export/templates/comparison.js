"use strict";
(() => {
  const form = document.getElementById("filters");
  const rows = [...document.querySelectorAll("#comparison tbody")];
  const fold = (words) => words.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/[‘’]/g, "'").replace(/\s+/g, " ").toLowerCase();
  const has = (list, word) => !word || list.split(" ").includes(word);
  const text = new Map(rows.map((row) => [row, fold(row.textContent)]));

  function filter() {
    const is = Object.fromEntries(new FormData(form));
    const words = fold(is.words.trim());
    for (const row of rows) {
      const { relation, acts, parties } = row.dataset;
      row.hidden = !(
        (!is.topic || row.closest(".topic").dataset.topic === is.topic) &&
        (!is.relation || relation === is.relation) &&
        has(acts, is.act) && has(parties, is.party) &&
        (!is.differences || !row.classList.contains("same")) &&
        (!words || text.get(row).includes(words))
      );
    }
    for (const topic of document.querySelectorAll("#comparison .topic")) topic.hidden = !topic.querySelector("tbody:not([hidden])");
    const shown = rows.filter((row) => !row.hidden).length;
    form.elements.shown.value = shown === rows.length ? `${shown} rows` : `${shown} of ${rows.length} rows`;
    document.getElementById("nothing").hidden = shown > 0;
  }

  /* A link to a row that the filters hide shows all rows again. */
  function reveal(hash) {
    const target = document.getElementById(hash.slice(1));
    if (!target || !target.matches("tbody[hidden]")) return;
    form.reset();
    filter();
    target.scrollIntoView();
  }

  function citation(quote) {
    const account = document.querySelectorAll(".masthead .account")[quote.closest("td").dataset.account];
    const [, start, end] = quote.hash.match(/-(\d+)-(\d+)$/);
    const words = quote.textContent.replace(/\s+/g, " ");
    return `“${words}” (${account.dataset.citation}, characters ${start}–${end})`;
  }

  async function copy(button) {
    const words = citation(button.closest("blockquote").querySelector(".quote"));
    try {
      await navigator.clipboard.writeText(words);
      button.textContent = "copied";
    } catch {
      button.textContent = "could not copy";
    }
    setTimeout(() => { button.textContent = "copy"; }, 2000);
  }

  for (const reading of document.querySelectorAll("#comparison .reading")) {
    const item = document.createElement("li");
    item.className = "tool";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "copy";
    button.title = "Copy the quotation with its source";
    button.addEventListener("click", () => copy(button));
    item.append(button);
    reading.append(item);
  }
  if (!form) return;
  form.hidden = false;
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { filter(); }));
  addEventListener("hashchange", () => reveal(location.hash));
  addEventListener("click", (event) => reveal(event.target.closest("a[href^='#row-']")?.hash ?? ""));
  filter();
})();
