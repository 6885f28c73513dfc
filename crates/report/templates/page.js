// Shows one language at a time; without this script all of them are shown, one after another.
(function () {
  var editions = document.querySelectorAll("article[data-edition]");
  var links = document.querySelectorAll("a[data-language]");
  // Browsers write letters other than Latin ones as `%E7%BB%8F` there.
  function decoded(text) { try { return decodeURIComponent(text); } catch (error) { return text; } }
  function language() {
    var wanted = location.hash.slice(1).split("-")[0];
    for (var i = 0; i < editions.length; i++) if (editions[i].id === wanted) return wanted;
    return document.documentElement.lang;
  }
  // A section that is folded, and every fold around a place, opens for a link to it.
  function unfold(target) {
    var own = target.querySelector(":scope > details");
    if (own && own.parentNode.firstElementChild === own) own.open = true;
    for (var at = target.closest("details"); at; at = at.parentNode.closest("details")) at.open = true;
  }
  function show() {
    var wanted = language(), i;
    document.documentElement.lang = wanted;
    for (i = 0; i < editions.length; i++) {
      editions[i].hidden = editions[i].id !== wanted;
      if (!editions[i].hidden) document.title = editions[i].dataset.title;
    }
    for (i = 0; i < links.length; i++) {
      if (links[i].dataset.language === wanted) links[i].setAttribute("aria-current", "true");
      else links[i].removeAttribute("aria-current");
    }
    var target = document.getElementById(decoded(location.hash.slice(1)));
    if (target && target.id !== wanted) {
      unfold(target);
      target.scrollIntoView();
    }
  }
  for (var i = 0; i < links.length; i++) {
    links[i].addEventListener("click", function (event) {
      var part = location.hash.slice(1).split("-").slice(1).join("-");
      event.preventDefault();
      location.hash = this.dataset.language + (part ? "-" + part : "");
    });
  }
  addEventListener("hashchange", show);
  // Paper has no folds.
  var closed = [];
  addEventListener("beforeprint", function () {
    closed = Array.prototype.slice.call(document.querySelectorAll("details:not([open])"));
    closed.forEach(function (fold) { fold.open = true; });
  });
  addEventListener("afterprint", function () { closed.forEach(function (fold) { fold.open = false; }); });
  show();
})();
// Cases found again in every table and figure; truth tables sorted and filtered; solutions by cutoff; paths shown.
(function () {
  function each(root, selector, work) { Array.prototype.forEach.call(root.querySelectorAll(selector), work); }
  var book = document.getElementById("paths");
  book = book && JSON.parse(book.textContent);
  function casesOf(element) { return JSON.parse(element.getAttribute("data-cases")); }
  function light(article, cases) {
    each(article, "[data-cases]", function (element) {
      var lit = casesOf(element).some(function (name) { return cases.indexOf(name) >= 0; });
      element.classList.toggle("lit", lit);
    });
  }
  // Names of cases in cells become marks of their own.
  function mark(cell, known) {
    var words = cell.firstChild;
    if (!words || words.nodeType !== 3) return;
    var parts = words.nodeValue.split(/(, |、)/);
    if (!parts.some(function (part) { return known[part.trim()]; })) return;
    parts.forEach(function (part) {
      var name = part.trim(), span;
      if (!known[name]) return cell.insertBefore(document.createTextNode(part), words);
      span = document.createElement("span");
      span.className = "case";
      span.tabIndex = 0;
      span.setAttribute("data-cases", JSON.stringify([name]));
      span.textContent = name;
      cell.insertBefore(span, words);
    });
    cell.removeChild(words);
  }
  function value(row, column) {
    var text = row.cells[column].textContent.trim(), number = parseFloat(text);
    return isNaN(number) ? text : number;
  }
  function sortable(table) {
    var body = table.tBodies[0], heads = table.tHead.rows[table.tHead.rows.length - 1].cells;
    Array.prototype.forEach.call(heads, function (head, column) {
      var sorter = button("");
      while (head.firstChild) sorter.appendChild(head.firstChild);
      head.appendChild(sorter);
      sorter.addEventListener("click", function () {
        var down = head.getAttribute("aria-sort") === "ascending";
        Array.prototype.forEach.call(heads, function (other) { other.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        Array.prototype.slice.call(body.rows).sort(function (a, b) {
          var x = value(a, column), y = value(b, column);
          var order = typeof x === typeof y ? (x < y ? -1 : x > y ? 1 : 0) : typeof x === "number" ? -1 : 1;
          return down ? -order : order;
        }).forEach(function (row) { body.appendChild(row); });
      });
    });
  }
  function filterable(table, label) {
    var input = document.createElement("input");
    input.type = "search";
    input.className = "filter";
    input.placeholder = label;
    input.setAttribute("aria-label", label);
    input.addEventListener("input", function () {
      var wanted = input.value.trim().toLowerCase();
      Array.prototype.forEach.call(table.tBodies[0].rows, function (row) {
        row.hidden = wanted !== "" && row.textContent.toLowerCase().indexOf(wanted) < 0;
      });
    });
    var frame = table.parentNode;
    frame.parentNode.insertBefore(input, frame);
  }
  function button(words) {
    var made = document.createElement("button");
    made.type = "button";
    made.textContent = words;
    return made;
  }
  // One row of a table of cutoffs at a time; all of them were computed by the run.
  function slidable(table, words) {
    var rows = Array.prototype.slice.call(table.tBodies[0].rows), frame = table.parentNode;
    var own = rows.findIndex(function (row) { return row.querySelector(".strong"); });
    var box = document.createElement("div"), label = document.createElement("label");
    var input = document.createElement("input"), output = document.createElement("output");
    var every = button(words.every);
    box.className = "slider";
    label.textContent = words.cutoff;
    label.htmlFor = output.htmlFor = input.id = frame.parentNode.id + "-slider";
    input.type = "range";
    input.min = 0;
    input.max = rows.length - 1;
    input.value = Math.max(own, 0);
    function show() {
      var all = every.getAttribute("aria-pressed") === "true", cells = rows[input.value].cells;
      rows.forEach(function (row, at) {
        row.classList.toggle("away", !all && at !== +input.value);
        row.classList.toggle("at", all && at === +input.value);
      });
      output.textContent = cells[0].textContent;
      input.setAttribute("aria-valuetext", cells[0].textContent + ": " + cells[2].textContent);
    }
    every.setAttribute("aria-pressed", "false");
    every.addEventListener("click", function () {
      every.setAttribute("aria-pressed", String(every.getAttribute("aria-pressed") !== "true"));
      show();
    });
    input.addEventListener("input", show);
    [label, input, output, every].forEach(function (part) { box.appendChild(part); });
    frame.parentNode.insertBefore(box, frame);
    show();
  }
  // Names of paths become buttons that show their fit and cases beneath the table.
  function showable(article, known, pin) {
    var card = article.querySelector("template").content.firstElementChild.cloneNode(true), open = null;
    var places = card.querySelectorAll("dd"), live = document.createElement("div");
    live.setAttribute("aria-live", "polite");
    function close() {
      if (!open) return;
      open.setAttribute("aria-expanded", "false");
      open = null;
      live.textContent = "";
      pin([]);
    }
    function show(link, number) {
      var path = book.paths[number - 1], cases = path.cases.map(function (at) { return book.cases[at]; });
      var frame = link.closest(".table");
      close();
      open = link;
      link.setAttribute("aria-expanded", "true");
      frame.insertBefore(live, frame.querySelector(".scroll").nextSibling);
      var term = card.querySelector("strong");
      term.textContent = "";
      path.term.split(/(?<=[*])/).forEach(function (part) { term.append(part, document.createElement("wbr")); });
      path.fit.forEach(function (value, at) { places[at].textContent = value; });
      places[path.fit.length].textContent = (cases.join(", ") || "–") + (path.more ? " + " + path.more : "");
      mark(places[path.fit.length], known);
      live.appendChild(card);
      pin(cases);
    }
    each(article, "[data-path]", function (name) {
      function toggle() {
        if (open === name) close();
        else show(name, +name.dataset.path);
      }
      name.className = "term";
      name.tabIndex = 0;
      // Long terms break over lines, which a button cannot.
      name.setAttribute("role", "button");
      name.setAttribute("aria-expanded", "false");
      name.addEventListener("click", toggle);
      name.addEventListener("keydown", function (event) {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        toggle();
      });
    });
    function leave() {
      var was = open;
      close();
      if (was) was.focus();
    }
    card.querySelector("button").addEventListener("click", leave);
    article.addEventListener("keydown", function (event) { if (event.key === "Escape") leave(); });
  }
  each(document, "article[data-edition]", function (article) {
    var known = {}, pinned = [];
    each(article, "[data-cases]", function (element) { casesOf(element).forEach(function (name) { known[name] = true; }); });
    each(article, ".kind-truth-table td, .kind-configurations td", function (cell) { mark(cell, known); });
    each(article, "table.kind-truth-table", function (table) { sortable(table); filterable(table, article.dataset.filter); });
    each(article, "table.kind-thresholds", function (table) { slidable(table, article.dataset); });
    if (book) showable(article, known, function (cases) {
      pinned = cases;
      light(article, pinned);
    });
    ["mouseover", "focusin"].forEach(function (event) {
      article.addEventListener(event, function (e) {
        var over = e.target.closest ? e.target.closest("[data-cases]") : null;
        light(article, over ? casesOf(over) : pinned);
      });
    });
    ["mouseleave", "focusout"].forEach(function (event) {
      article.addEventListener(event, function () { light(article, pinned); });
    });
  });
})();
// Tables are copied as rich text and saved as CSV, figures saved as SVG and PNG.
(function () {
  var colours = ["blue", "orange", "green", "pink", "yellow", "sky", "typical", "deviant"];
  function save(name, blob) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  }
  // What a screen reader alone reads stays behind, and signs become letters again.
  function plain(cell) {
    var copy = cell.cloneNode(true);
    copy.querySelectorAll(".unseen").forEach(function (one) {
      if (one.closest(".sign")) one.className = ""; else one.remove();
    });
    copy.querySelectorAll("svg").forEach(function (one) { one.remove(); });
    copy.querySelectorAll("small").forEach(function (one) { one.textContent = " " + one.textContent.trim(); });
    return copy.textContent.replace(/\s+/g, " ").trim();
  }
  function escaped(text) { return text.replace(/&/g, "&amp;").replace(/</g, "&lt;"); }
  // Three rules, as journals print tables.
  function rich(table) {
    var rows = Array.prototype.slice.call(table.rows), heads = table.tHead.rows.length;
    return "<p>" + escaped(plain(table.caption)) + "</p><table style='border-collapse:collapse'>" + rows.map(function (row, at) {
      return "<tr>" + Array.prototype.map.call(row.cells, function (cell, column) {
        var style = "padding:2pt 6pt;text-align:" + getComputedStyle(cell).textAlign;
        if (at === 0) style += ";border-top:1.5pt solid";
        if (at === heads - 1) style += ";border-bottom:.75pt solid";
        if (at === rows.length - 1) style += ";border-bottom:1.5pt solid";
        if (cell.querySelector(".sign.core")) style += ";font-size:15pt";
        return "<td colspan='" + cell.colSpan + "' style='" + style + "'>" + escaped(plain(cell)) + "</td>";
      }).join("") + "</tr>";
    }).join("") + "</table>";
  }
  function lines(table, cell, between) {
    return Array.prototype.map.call(table.rows, function (row) {
      return Array.prototype.map.call(row.cells, function (one) {
        return cell(plain(one)) + new Array(one.colSpan).join(between);
      }).join(between);
    }).join("\r\n");
  }
  // Words that a spreadsheet would compute are marked as words.
  function quoted(text) {
    if (text !== "" && !isNaN(text)) return text;
    return '"' + (/^\s*[=+\-@]/.test(text) ? "'" : "") + text.replace(/"/g, '""') + '"';
  }
  function copy(table) {
    function put(event) {
      event.clipboardData.setData("text/html", rich(table));
      event.clipboardData.setData("text/plain", lines(table, String, "\t"));
      event.preventDefault();
    }
    document.addEventListener("copy", put);
    document.execCommand("copy");
    document.removeEventListener("copy", put);
  }
  function drawing(figure) {
    var svg = figure.querySelector("svg").cloneNode(true), style = document.createElementNS(svg.namespaceURI, "style");
    var shown = getComputedStyle(figure.querySelector("svg"));
    style.textContent = colours.map(function (name) {
      var one = figure.querySelector("svg ." + name);
      return one ? "." + name + "{color:" + getComputedStyle(one).color + "}" : "";
    }).join("");
    svg.insertBefore(style, svg.firstChild);
    svg.setAttribute("font-family", shown.fontFamily);
    svg.setAttribute("style", "color:" + shown.color + ";background:" + getComputedStyle(document.body).backgroundColor);
    var box = svg.viewBox.baseVal;
    svg.setAttribute("height", box.height);
    return { text: new XMLSerializer().serializeToString(svg), width: box.width, height: box.height };
  }
  function picture(figure, name) {
    var drawn = drawing(figure), image = new Image(), canvas = document.createElement("canvas");
    image.onload = function () {
      canvas.width = drawn.width * 3;
      canvas.height = drawn.height * 3;
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob(function (blob) { save(name, blob); });
    };
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(drawn.text);
  }
  function tools(place, before, choices) {
    var row = document.createElement("div");
    row.className = "take";
    choices.forEach(function (choice) {
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = choice[0];
      button.addEventListener("click", function () { choice[1](button); });
      row.appendChild(button);
    });
    place.insertBefore(row, before);
  }
  function name(place, ending) { return place.id.split("-").slice(2).join("-") + "." + place.id.split("-")[0] + ending; }
  document.querySelectorAll("article[data-edition]").forEach(function (article) {
    article.querySelectorAll(".table").forEach(function (place) {
      var table = place.querySelector("table");
      tools(place, place.querySelector(".scroll").nextSibling, [
        [article.dataset.copy, function (button) { copy(table); button.textContent = article.dataset.copied; }],
        ["CSV", function () { save(name(place, ".csv"), new Blob(["\ufeff" + lines(table, quoted, ",")], { type: "text/csv" })); }],
      ]);
    });
    article.querySelectorAll("figure").forEach(function (place) {
      tools(place, null, [
        ["SVG", function () { save(name(place, ".svg"), new Blob([drawing(place).text], { type: "image/svg+xml" })); }],
        ["PNG", function () { picture(place, name(place, ".png")); }],
      ]);
    });
  });
})();
