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
})();
