const form = document.getElementById("filters");
const fold = (words) => words.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/[‘’]/g, "'").replace(/\s+/g, " ").toLowerCase();
const has = (list, word) => !word || list.split("|").includes(word);

/* The filters: what is set is asked of every row, and how many have it is said. */
function filtering(rows, matches, shown) {
  if (!form) return;
  const text = new Map(rows.map((row) => [row, fold(row.textContent)]));

  function filter() {
    const is = Object.fromEntries(new FormData(form));
    const words = fold(is.words.trim());
    for (const row of rows) row.hidden = !(matches(row, is) && (!words || text.get(row).includes(words)));
    const left = rows.filter((row) => !row.hidden);
    const { shown: output } = form.elements;
    output.value = `${left.length === rows.length ? "" : `${left.length} of `}${rows.length} ${output.dataset.of}`;
    document.getElementById("nothing").hidden = left.length > 0;
    shown(left);
  }

  /* A link to a row that the filters hide shows all rows again. */
  function reveal(hash) {
    const target = document.getElementById(hash.slice(1));
    if (!target?.hidden || !rows.includes(target)) return;
    form.reset();
    filter();
    target.scrollIntoView();
  }

  form.hidden = false;
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { filter(); }));
  addEventListener("hashchange", () => reveal(location.hash));
  addEventListener("click", (event) => reveal(event.target.closest("a[href^='#row-']")?.hash ?? ""));
  filter();
}

function citation(quote) {
  const sources = document.querySelectorAll("[data-citation]");
  const source = sources[quote.closest("[data-account]")?.dataset.account ?? 0];
  const [, start, end] = quote.hash.match(/-(\d+)-(\d+)$/);
  const words = quote.textContent.replace(/\s+/g, " ");
  return `“${words}” (${source.dataset.citation}, characters ${start}–${end})`;
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

for (const reading of document.querySelectorAll("blockquote .reading")) {
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
