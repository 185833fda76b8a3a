/* A classic, deferred script that works from a file. Everything here is an extra: pages are complete without it. */
(() => {
'use strict';
const root = document.documentElement, site = window.sitegen = {};
const letters = { 'ß': 'ss', 'æ': 'ae', 'œ': 'oe', 'ø': 'o', 'ł': 'l', 'đ': 'd', 'ð': 'd', 'þ': 'th', 'ı': 'i', 'ħ': 'h', 'ς': 'σ' };

/* Words without accents, apostrophes and capitals, as they are typed; letters as addresses fold them. */
site.folded = words => words.normalize('NFKD').toLowerCase().replace(/[\u0300-\u036f'\u2018\u2019\u02bc\u2032\u0060\u00b4]/g, '')
  .replace(/[ßæœøłđðþıħς]/g, letter => letters[letter]).normalize();

/* Puts a selection into the address; a browser that does not let us keeps the old one. */
site.keep = (selection, step) => {
  try { history[step ? 'pushState' : 'replaceState'](null, '', '#' + selection); } catch { /* it is shown all the same */ }
};

/* What the address says behind `#`: names and values; null where it is a place on this page. */
site.kept = () => /^$|=/.test(location.hash) ? new URLSearchParams(location.hash.slice(1)) : null;

/* An element, as `tag.class`, and what is in it: nodes and words. */
site.node = (name, ...inside) => {
  const [tag, style] = name.split('.'), made = document.createElement(tag);
  if (style) made.className = style;
  made.append(...inside.filter(Boolean));
  return made;
};

site.part = id => document.getElementById(id);
site.all = (selector, within = document) => [...within.querySelectorAll(selector)];

site.link = (href, ...inside) => Object.assign(site.node('a', ...inside), { href });
site.button = (name, onclick, ...inside) => Object.assign(site.node('button' + name, ...inside), { type: 'button', onclick });

const each = (selector, act) => site.all(selector).forEach(act);

/* The colours of the page: `_scheme.js` has set those that were chosen before, as far as the browser keeps them. */
function coloured() {
  each('[data-theme-set]', one => one.ariaPressed = one.dataset.themeSet === (root.dataset.theme || 'auto'));
}

function colour({ dataset: { themeSet } }) {
  try { localStorage.setItem('theme', themeSet); } catch { /* shown all the same */ }
  if (themeSet === 'auto') delete root.dataset.theme; else root.dataset.theme = themeSet;
  coloured();
}

/* Selects the words, so that they can be copied where a browser does not let us. */
function copy({ dataset }) {
  const part = site.part(dataset.copy), told = site.part('copied');
  getSelection().selectAllChildren(part);
  told.textContent = 'Selected: now copy it';
  navigator.clipboard?.writeText(part.textContent).then(() => told.textContent = 'Copied', () => 0);
}

function paper({ dataset }) {
  root.classList.toggle('one', dataset.print);
  print();
}

const acts = { themeSet: colour, print: paper, copy };

addEventListener('click', ({ target }) => {
  const button = target.closest('button');
  for (const name in button && acts) if (name in button.dataset) acts[name](button);
});

/* The search box of every page leads to the page of results. */
each('[data-search]', form => form.addEventListener('submit', event => {
  event.preventDefault();
  location = form.dataset.search + '#q=' + encodeURIComponent(form.elements.q.value.trim());
}));

/* Marks the part of the page that is being read in the list of its headings. */
function follow(nav) {
  const links = site.all('a[href^="#"]', nav), target = link => site.part(decodeURIComponent(link.hash.slice(1))), seen = new Map();
  const watch = new IntersectionObserver(entries => {
    entries.forEach(entry => seen.set(entry.target, entry.isIntersecting));
    const here = links.find(link => seen.get(target(link)));
    if (here) links.forEach(link => { link.ariaCurrent = link === here ? 'true' : null; });
  }, { rootMargin: '0px 0px -60% 0px' });
  links.map(target).filter(Boolean).forEach(heading => watch.observe(heading));
}

coloured();
each('[data-spy]', follow);
})();
