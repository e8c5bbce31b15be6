"use strict";
// Sorts and filters tables, opens figures to what they are made of, switches language and theme. Every text goes into the
// page as text.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  // Lines that are shown before somebody asks for all.
  const FIRST = 200;
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

  // A figure as the language writes it.
  const figure = (plain, language) => {
    const [group, decimal, from] = data.marks[language];
    const [, sign, whole, fraction] = /^([-+]?)([^.]*)(?:\.(.*))?$/u.exec(plain);
    const grouped = whole.length < from ? whole : whole.replace(/\B(?=(?:\d{3})+$)/gu, group);
    return sign + grouped + (fraction === undefined ? "" : decimal + fraction);
  };

  // A value as it is: words by their number, a figure with or without what it opens to, or text.
  const plain = (of, language) => {
    if (Array.isArray(of)) return of[0];
    if (typeof of !== "number") return of;
    const words = data.words[of];
    return typeof words === "string" ? words : words[data.languages.indexOf(language)];
  };

  // The sentences of a form, each with its depth.
  const told = (form, values, language) =>
    data.forms[form][data.languages.indexOf(language)].map((text) => {
      const [depth, ...pieces] = data.texts[text];
      const words = pieces.map((piece) => {
        if (typeof piece === "string") return piece;
        return piece < 0 ? figure(plain(values[-1 - piece], language), language) : plain(values[piece], language);
      });
      return [depth, words.join("")];
    });

  const toldLine = (index, language) => {
    const [cells, form, ...own] = data.lines[index];
    return told(form, [...cells, ...own], language);
  };

  // Lines with what each gives: a number is the line that what follows begins with.
  const listed = (list) => {
    const found = [];
    let at = 0;
    for (const item of data.lists[list]) {
      if (typeof item === "number") at = item;
      else found.push([at++, item]);
    }
    return found;
  };

  // A budget line: its first sentence, and on opening what stands behind it.
  const line = (language, index, gives) => {
    const [head, ...rest] = toldLine(index, language);
    const details = element("details");
    const given = gives?.replace(/^[^ ]+/u, (money) => figure(money, language));
    details.append(element("summary", given === undefined ? head[1] : `${given}\u2003\u2190 ${head[1]}`));
    details.addEventListener("toggle", () => {
      if (details.open && details.childElementCount === 1) details.append(tree(rest));
    });
    return details;
  };

  const explain = (button) => {
    const language = button.closest("article").lang;
    dialog.lang = language;
    close.textContent = data.close[language];
    body.replaceChildren();
    if (button.dataset.figure !== undefined) {
      const [form, list, ...values] = data.figures[Number(button.dataset.figure)];
      const [[, title], ...sentences] = told(form, values, language);
      document.getElementById("why-title").textContent = title;
      const value = element("p", button.textContent);
      value.className = "value";
      body.append(value);
      for (const [, sentence] of sentences) body.append(element("p", sentence));
      const lines = listed(list);
      let shown = 0;
      const more = element("button");
      more.type = "button";
      more.className = "tool";
      const show = () => {
        const next = lines.slice(shown, shown + FIRST);
        shown += next.length;
        more.before(...next.map(([index, gives]) => line(language, index, gives)));
        more.textContent = data.more[language].replace("%1", figure(String(lines.length - shown), language));
        more.hidden = shown === lines.length;
      };
      more.addEventListener("click", show);
      body.append(more);
      show();
      if (lines.length === 1) body.querySelector("details").open = true;
    } else {
      const [head, ...rest] = toldLine(Number(button.dataset.line), language);
      document.getElementById("why-title").textContent = head[1];
      body.append(tree(rest));
    }
    dialog.showModal();
    dialog.scrollTop = 0;
  };

  // The row of a budget line.
  const made = (index, heads, language, unknown) => {
    const row = element("tr");
    data.lines[index][0].forEach((of, column) => {
      const words = plain(of, language);
      if (!heads[column]) {
        const cell = element(column === 0 ? "th" : "td", words);
        if (column === 0) cell.scope = "row";
        row.append(cell);
        return;
      }
      const [cell, button] = [element("td"), element("button")];
      cell.className = "figure";
      button.type = "button";
      button.className = "open";
      if (Array.isArray(of)) button.dataset.figure = of[1];
      else button.dataset.line = index;
      if (words === null) {
        const [dash, spoken] = [element("span", "\u2013"), element("span", unknown)];
        dash.ariaHidden = "true";
        spoken.className = "spoken";
        button.append(dash, spoken);
      } else {
        cell.dataset.value = words;
        button.textContent = figure(words, language);
      }
      cell.append(button);
      row.append(cell);
    });
    return row;
  };

  // Makes the rows of the budget lines of a table: the first ones, or those that are left.
  const fill = (table, all) => {
    const rows = table.tBodies[0];
    const heads = [...table.tHead.rows[0].cells].map((head) => head.classList.contains("figure"));
    const language = table.closest("article").lang;
    const until = all ? data.lines.length : Math.max(rows.rows.length, Math.min(FIRST, data.lines.length));
    const some = document.createDocumentFragment();
    for (let index = rows.rows.length; index < until; index += 1) {
      some.append(made(index, heads, language, table.dataset.unknown));
    }
    rows.append(some);
    const button = table.closest("section").querySelector("[data-all]");
    button.hidden = until === data.lines.length;
    const words = button.dataset.all.replace("%1", figure(String(data.lines.length), language));
    button.textContent = words.replace("%2", figure(String(until), language));
  };
  const fillAll = (table) => {
    if (table.dataset.made !== undefined) fill(table, true);
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
    fillAll(table);
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
    fillAll(section.querySelector("table"));
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
        for (const table of article.querySelectorAll("table[data-made]")) fill(table, false);
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
    else if (button.dataset.all !== undefined) fillAll(button.closest("section").querySelector("table"));
    else if (button.dataset.theme !== undefined) theme();
    else if (button === close) dialog.close();
  });
  document.addEventListener("input", (event) => {
    if (event.target.matches("[data-filter]")) filter(event.target);
  });
  for (const table of document.querySelectorAll("article:not([hidden]) table[data-made]")) fill(table, false);
  addEventListener("hashchange", go);
  go();
  // A click beside the dialog closes it.
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
})();
