// Follows the newest page: shows it in a frame, keeps the reader's place, and marks what has changed.
"use strict";

const byId = (id) => document.getElementById(id);
const chinese = () => (byId("report").querySelector("iframe:not(.next)")?.contentWindow.location.hash || "").startsWith("#zh")
  || (!byId("report").firstChild && navigator.language.startsWith("zh"));
const BLOCKS = "h1, h2, h3, p, li, td, th, dd, figcaption, text";
let shown = 0;
let last = null;
// The texts of the page before the last save, by block.
let base = { save: 0, texts: new Map(), sections: new Set() };

function words() {
  const language = chinese() ? "zh" : "en";
  document.documentElement.lang = language;
  for (const one of document.querySelectorAll("[data-en]")) one.textContent = one.dataset[language];
  const groups = last?.changes[language] ?? Object.values(last?.changes ?? {})[0] ?? [];
  const list = groups.map((group) => {
    const [heading, lines] = [document.createElement("h2"), document.createElement("ul")];
    heading.textContent = group.heading;
    lines.append(...group.lines.map((line) => Object.assign(document.createElement("li"), { textContent: line })));
    return [heading, lines];
  });
  byId("changes").querySelector("div").replaceChildren(...list.flat());
  byId("changes").hidden = list.length === 0;
}

// The blocks of a page by the section they are in and their place there.
function blocks(page) {
  const found = new Map();
  for (const section of page.querySelectorAll("section[id]")) {
    const counts = {};
    for (const block of section.querySelectorAll(BLOCKS)) {
      const place = counts[block.localName] = (counts[block.localName] ?? 0) + 1;
      found.set(`${section.id} ${block.localName} ${place}`, block);
    }
  }
  return found;
}

// A page without robustness checks and the whole one after it are both compared with the page before the save.
function mark(before, after, save) {
  if (base.save !== save) {
    const texts = new Map([...blocks(before)].map(([place, block]) => [place, block.textContent]));
    base = { save, texts, sections: new Set([...before.querySelectorAll("section[id]")].map((section) => section.id)) };
  }
  for (const [place, block] of blocks(after)) {
    if (base.sections.has(place.split(" ")[0]) && base.texts.get(place) !== block.textContent) {
      block.dataset.changed = "";
      block.style.outline = "2px solid #d60";
      block.style.outlineOffset = "1px";
    }
  }
}

// The reader's place: the last section that begins above the middle of the window, and how far into it.
function place(view) {
  const middle = view.innerHeight / 2;
  const above = [...view.document.querySelectorAll("section[id]")].filter((one) => {
    const box = one.getBoundingClientRect();
    return box.height > 0 && box.top <= middle;
  });
  const section = above.at(-1);
  return section ? { id: section.id, top: section.getBoundingClientRect().top } : { y: view.scrollY };
}

function restore(view, was) {
  const section = was.id && view.document.getElementById(was.id);
  const top = section ? view.scrollY + section.getBoundingClientRect().top - was.top : was.y ?? 0;
  view.scrollTo({ top, behavior: "instant" });
}

function turn({ version, save }, hash) {
  const frames = byId("report");
  for (const waiting of frames.querySelectorAll(".next")) waiting.remove();
  const [old, next] = [frames.querySelector("iframe"), document.createElement("iframe")];
  next.className = "next";
  next.title = "Report";
  next.src = `report?${version}${old ? old.contentWindow.location.hash : hash}`;
  next.addEventListener("load", () => {
    if (old) {
      const [before, after] = [old.contentDocument, next.contentDocument];
      const open = new Set([...before.querySelectorAll("details")].flatMap((one, at) => (one.open ? [at] : [])));
      after.querySelectorAll("details").forEach((one, at) => { one.open = open.has(at) || one.open; });
      mark(before, after, save);
    }
    // The browser itself scrolls to the language of the address, a moment later.
    setTimeout(() => {
      // A newer page may have come.
      if (!next.isConnected) return;
      if (old) restore(next.contentWindow, place(old.contentWindow));
      next.className = "";
      old?.remove();
      next.contentWindow.addEventListener("hashchange", words);
      document.title = next.contentDocument.title;
      document.body.dataset.version = version;
      words();
    });
  });
  frames.append(next);
}

const events = new EventSource("events");
events.addEventListener("message", (event) => {
  last = JSON.parse(event.data);
  byId("waiting").hidden = last.version > 0 || last.problem !== null;
  byId("provisional").hidden = !last.provisional || last.problem !== null;
  byId("problem").hidden = last.problem === null;
  byId("problem").querySelector("pre").textContent = last.problem ?? "";
  if (last.version !== shown) {
    shown = last.version;
    turn(last, location.hash);
  };
  words();
});
events.addEventListener("error", () => {
  byId("ended").hidden = false;
});
events.addEventListener("open", () => {
  byId("ended").hidden = true;
});
words();
