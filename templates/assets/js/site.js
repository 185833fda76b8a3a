/* A classic, deferred script that works from a file. Everything here is an extra: pages are complete without it. */
(function () {
  'use strict';
  var root = document.documentElement;

  function each(selector, act) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), act);
  }

  /* Browsers may forbid storage, and do on some files: the choice then lasts as long as the page. */
  function stored() {
    try { return localStorage.getItem('theme'); } catch (error) { return root.getAttribute('data-theme'); }
  }

  function show(choice) {
    var fixed = choice === 'light' || choice === 'dark';
    if (fixed) root.setAttribute('data-theme', choice); else root.removeAttribute('data-theme');
    each('[data-theme-set]', function (button) {
      button.setAttribute('aria-pressed', String(button.getAttribute('data-theme-set') === (fixed ? choice : 'auto')));
    });
  }

  function choose(button) {
    var choice = button.getAttribute('data-theme-set');
    try { localStorage.setItem('theme', choice); } catch (error) { /* shown all the same */ }
    show(choice);
  }

  function copy(button) {
    var status = document.getElementById(button.getAttribute('aria-controls'));
    function done() { if (status) status.textContent = 'Link copied'; }
    function ask() { window.prompt('Copy this link', location.href); }
    if (navigator.clipboard && navigator.clipboard.writeText) navigator.clipboard.writeText(location.href).then(done, ask);
    else ask();
  }

  var acts = {
    'data-theme-set': choose,
    'data-print': function () { window.print(); },
    'data-copy': copy
  };

  document.addEventListener('click', function (event) {
    var button = event.target.closest && event.target.closest('button');
    if (!button) return;
    Object.keys(acts).forEach(function (name) { if (button.hasAttribute(name)) acts[name](button); });
  });

  var LETTERS = { 'ß': 'ss', 'æ': 'ae', 'œ': 'oe', 'ø': 'o', 'ł': 'l', 'đ': 'd', 'ð': 'd', 'þ': 'th', 'ı': 'i', 'ħ': 'h' };

  /* Words without accents, apostrophes and capitals, as they are typed; letters as addresses fold them. */
  function folded(words) {
    return words.toLowerCase().normalize('NFKD').replace(/[\u0300-\u036f'\u2018\u2019\u02bc\u2032`\u00b4]/g, '')
      .replace(/[ßæœøłđðþıħ]/g, function (letter) { return LETTERS[letter]; });
  }

  function decoded(text) { try { return decodeURIComponent(text); } catch (error) { return text; } }

  /* Puts a selection into the address; a browser that does not let us keeps the old one. */
  function keep(selection, step) {
    var to = selection ? '#' + selection : location.pathname + location.search;
    try { history[step ? 'pushState' : 'replaceState'](null, '', to); } catch (error) { /* it is shown all the same */ }
  }

  window.sitegen = { folded: folded, decoded: decoded, keep: keep };

  /* Leaves of a list only the entries that hold every word of what is typed. It is kept in the address, to be passed on. */
  function narrow(input) {
    var list = document.getElementById(input.getAttribute('data-narrow')), status = document.getElementById('found');
    if (!list || !status) return;
    input.parentNode.parentNode.hidden = false;
    var groups = Array.prototype.slice.call(list.children).map(function (part) {
      return { part: part, entries: Array.prototype.slice.call(part.querySelectorAll('li')).map(function (entry) {
        return { entry: entry, words: folded(entry.textContent) };
      }) };
    });
    function show() {
      var wanted = folded(input.value).split(/[\s,]+/).filter(Boolean), count = 0;
      groups.forEach(function (group) {
        var left = group.entries.filter(function (each) {
          var fits = wanted.every(function (word) { return each.words.indexOf(word) >= 0; });
          each.entry.hidden = !fits;
          return fits;
        }).length;
        group.part.hidden = !left;
        count += left;
      });
      status.textContent = !wanted.length ? '' : !count ? 'Nothing here has all of these words. Try fewer, or only the start of one.'
        : count === 1 ? 'One entry' : count + ' entries';
    }
    input.addEventListener('input', function () {
      show();
      keep(input.value && 'q=' + encodeURIComponent(input.value), false);
    });
    if (location.hash.indexOf('#q=') === 0) input.value = decoded(location.hash.slice(3));
    show();
  }

  /* Marks the part of the page that is being read in the list of its headings. */
  function follow(nav) {
    if (!('IntersectionObserver' in window)) return;
    var links = Array.prototype.slice.call(nav.querySelectorAll('a[href^="#"]')), seen = {};
    var watch = new IntersectionObserver(function (entries) {
      entries.forEach(function (entry) { seen[entry.target.id] = entry.isIntersecting; });
      var here = links.filter(function (link) { return seen[decodeURIComponent(link.hash.slice(1))]; })[0];
      if (!here) return;
      links.forEach(function (link) {
        if (link === here) link.setAttribute('aria-current', 'true'); else link.removeAttribute('aria-current');
      });
    }, { rootMargin: '0px 0px -60% 0px' });
    links.forEach(function (link) {
      var heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (heading) watch.observe(heading);
    });
  }

  show(stored());
  each('[data-spy]', follow);
  each('[data-narrow]', narrow);
})();
