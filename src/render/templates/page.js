"use strict";
// Sorts and filters tables, opens figures to what they are made of, switches language and theme. Every text goes into the
// page as text.
(() => {
  const explanations = JSON.parse(document.getElementById("explanations").textContent);
  const root = document.documentElement;
  const dialog = document.getElementById("why");
  const body = document.getElementById("why-body");
  const close = document.getElementById("why-close");

  const element = (name, text) => {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    return made;
  };

  // Sentences with depths as lists in lists.
  const tree = (sentences) => {
    const list = element("ul");
    const open = [[0, list]];
    for (const [depth, words] of sentences) {
      while (open.length > 1 && open[open.length - 1][0] >= depth) open.pop();
      const item = element("li", words);
      let parent = open[open.length - 1][1];
      if (parent.tagName === "LI") {
        if (parent.lastElementChild?.tagName !== "UL") parent.append(element("ul"));
        parent = parent.lastElementChild;
      }
      parent.append(item);
      open.push([depth, item]);
    }
    return list;
  };

  // A budget line: its first sentence, and on opening what stands behind it.
  const line = (of, index, gives) => {
    const [head, ...rest] = of.lines[index];
    const details = element("details");
    details.append(element("summary", gives === null || gives === undefined ? head[1] : `${gives}\u2003\u2190 ${head[1]}`));
    details.addEventListener("toggle", () => {
      if (details.open && details.childElementCount === 1) details.append(tree(rest));
    });
    return details;
  };

  const explain = (button) => {
    const language = button.closest("article").lang;
    const of = explanations[language];
    dialog.lang = language;
    close.textContent = of.close;
    body.replaceChildren();
    if (button.dataset.figure !== undefined) {
      const figure = of.figures[Number(button.dataset.figure)];
      document.getElementById("why-title").textContent = figure.title;
      const value = element("p", button.textContent);
      value.className = "value";
      body.append(value);
      for (const sentence of figure.sentences) body.append(element("p", sentence));
      for (const [index, gives] of figure.lines) body.append(line(of, index, gives));
      if (figure.lines.length === 1) body.lastElementChild.open = true;
    } else {
      const [head, ...rest] = of.lines[Number(button.dataset.line)];
      document.getElementById("why-title").textContent = head[1];
      body.append(tree(rest));
    }
    dialog.showModal();
    dialog.scrollTop = 0;
  };

  const value = (row, column, figures) => {
    const cell = row.cells[column];
    if (!figures) return cell.textContent.trim();
    return cell.dataset.value === undefined ? null : Number(cell.dataset.value);
  };

  // Rows without a figure stay last, whichever way a column is sorted.
  const sort = (button) => {
    const head = button.closest("th");
    const table = head.closest("table");
    const ascending = head.getAttribute("aria-sort") !== "ascending";
    for (const other of table.tHead.rows[0].cells) other.setAttribute("aria-sort", "none");
    head.setAttribute("aria-sort", ascending ? "ascending" : "descending");
    const [column, figures] = [head.cellIndex, head.classList.contains("figure")];
    const words = new Intl.Collator(button.closest("article").lang, { numeric: true });
    const rows = [...table.tBodies[0].rows].map((row) => [value(row, column, figures), row]);
    rows.sort(([one], [other]) => {
      if (one === null || other === null) return (one === null) - (other === null);
      const order = figures ? one - other : words.compare(one, other);
      return ascending ? order : -order;
    });
    table.tBodies[0].append(...rows.map(([, row]) => row));
  };

  const filter = (input) => {
    const section = input.closest("section");
    const wanted = input.value.trim().toLocaleLowerCase();
    const rows = [...section.querySelector("tbody").rows];
    for (const row of rows) row.hidden = !row.textContent.replace(/\s+/gu, " ").toLocaleLowerCase().includes(wanted);
    const shown = rows.filter((row) => !row.hidden).length;
    const output = section.querySelector("output");
    output.textContent = wanted ? output.dataset.count.replace("%1", shown).replace("%2", rows.length) : "";
  };

  const speak = (language) => {
    for (const article of document.querySelectorAll("article")) {
      article.hidden = article.lang !== language;
      if (!article.hidden) {
        root.lang = language;
        document.title = article.dataset.title;
        article.querySelector(`[data-language="${language}"]`).focus();
      }
    }
  };

  const theme = () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  };

  // An address leads to its place in its language; a figure opens there.
  const go = () => {
    const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const article = place?.closest("article");
    if (!article) return;
    if (article.hidden) speak(article.lang);
    place.scrollIntoView({ block: "center" });
    const button = place.querySelector(":scope > .open");
    if (button && !dialog.open) explain(button);
  };

  document.addEventListener("click", (event) => {
    // The address that is there already is no change of it.
    if (event.target.closest(".why")?.getAttribute("href") === location.hash) go();
    const button = event.target.closest("button");
    if (!button) return;
    if (button.classList.contains("open")) explain(button);
    else if (button.classList.contains("sort")) sort(button);
    else if (button.dataset.language) speak(button.dataset.language);
    else if (button.dataset.theme !== undefined) theme();
    else if (button === close) dialog.close();
  });
  document.addEventListener("input", (event) => {
    if (event.target.matches("[data-filter]")) filter(event.target);
  });
  addEventListener("hashchange", go);
  go();
  // A click beside the dialog closes it.
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
})();
