const notes = [...document.querySelectorAll(".notes > [data-number]")];
const texts = [...document.querySelectorAll(".text [data-numbers]")];
const numbers = (text) => text.dataset.numbers.split(" ");
/* Each note with its words; the sign of what was not read is no number. */
const together = new Map(notes.map((note) => [note.dataset.number, [note]]));
for (const text of texts) for (const n of numbers(text)) together.get(n)?.push(text);

/* Beside the text, each note stands at the line where its words begin, or under the note before it. */
function align() {
  const places = [];
  for (const list of document.querySelectorAll("ol.notes")) {
    const top = list.getBoundingClientRect().top;
    let below = 0;
    for (const note of list.children) {
      if (note.hidden) continue;
      const words = document.getElementById(note.dataset.place).parentElement;
      const drop = Math.max(0, words.getClientRects()[0].top - top - below);
      below += drop + note.offsetHeight;
      places.push([note, drop]);
    }
  }
  for (const [note, drop] of places) note.style.setProperty("--drop", `${drop}px`);
}

let waiting = 0;
function alignSoon() {
  cancelAnimationFrame(waiting);
  waiting = requestAnimationFrame(align);
}

/* What the filters leave out keeps its words and loses its colour. */
filtering(
  [...document.querySelectorAll("#register [data-number]")],
  (row, is) => {
    const { act, parties, subjects } = row.dataset;
    return (!is.act || act === is.act) && has(parties, is.party) && has(subjects, is.subject) &&
      (!is.binding || row.classList.contains("binding"));
  },
  (rows) => {
    const left = new Set(rows.map((row) => row.dataset.number));
    for (const note of notes) note.hidden = !left.has(note.dataset.number);
    for (const text of texts) {
      const its = numbers(text).filter((n) => together.has(n));
      text.classList.toggle("off", its.length > 0 && !its.some((n) => left.has(n)));
    }
    for (const section of document.querySelectorAll("#register tbody")) section.hidden = !section.querySelector("[data-number]:not([hidden])");
    align();
  },
);

/* A note and its words show that they belong together. */
let lit = [];
function light(event) {
  for (const element of lit) element.classList.remove("lit");
  const at = event.target.closest?.("[data-number], [data-numbers]");
  const its = !at || event.type === "focusout" || event.type === "pointerleave" ? [] : at.dataset.number ? [at.dataset.number] : numbers(at);
  lit = its.flatMap((n) => together.get(n) ?? []);
  for (const element of lit) element.classList.add("lit");
}

const text = document.querySelector(".text");
for (const type of ["pointerover", "pointerleave", "focusin", "focusout"]) text.addEventListener(type, light);
text.addEventListener("toggle", alignSoon, true);
addEventListener("resize", alignSoon);
align();

const explain = document.getElementById("explain");
explain?.addEventListener("click", () => {
  const open = explain.getAttribute("aria-pressed") !== "true";
  explain.setAttribute("aria-pressed", open);
  for (const details of document.querySelectorAll(".notes details")) details.open = open;
});
