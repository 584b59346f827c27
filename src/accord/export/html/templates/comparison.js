filtering(
  [...document.querySelectorAll("#comparison tbody")],
  (row, is) => {
    const { relation, acts, parties } = row.dataset;
    return (!is.topic || row.closest(".topic").dataset.topic === is.topic) &&
      (!is.relation || relation === is.relation) &&
      has(acts, is.act) && has(parties, is.party) &&
      (!is.differences || !row.classList.contains("same"));
  },
  () => {
    for (const topic of document.querySelectorAll("#comparison .topic")) topic.hidden = !topic.querySelector("tbody:not([hidden])");
  },
);
