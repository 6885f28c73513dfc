// Shows one language at a time; without this script all of them are shown, one after another.
(function () {
  var editions = document.querySelectorAll("article[data-edition]");
  var links = document.querySelectorAll("a[data-language]");
  function language() {
    var wanted = location.hash.slice(1).split("-")[0];
    for (var i = 0; i < editions.length; i++) if (editions[i].id === wanted) return wanted;
    return document.documentElement.lang;
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
    var target = document.getElementById(location.hash.slice(1));
    if (target && target.id !== wanted) target.scrollIntoView();
  }
  for (var i = 0; i < links.length; i++) {
    links[i].addEventListener("click", function (event) {
      var part = location.hash.slice(1).split("-").slice(1).join("-");
      event.preventDefault();
      location.hash = this.dataset.language + (part ? "-" + part : "");
    });
  }
  addEventListener("hashchange", show);
  show();
})();
