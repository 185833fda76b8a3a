/* Filters the stories that are all on the browse page. Without it the page is a list, and each value leads to its own page. */
(function () {
  'use strict';
  var list = document.getElementById('res'), facets = document.getElementById('facets');
  if (!list || !facets || !window.sitegen) return;
  var query = document.getElementById('q'), sort = document.getElementById('sort'), chips = document.getElementById('chips');
  var count = document.getElementById('count'), empty = document.getElementById('empty'), folded = window.sitegen.folded, decoded = window.sitegen.decoded;
  var options = [], headings = [], labels = {}, chosen = {};

  function all(selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  }

  /* A link to a value's own page becomes a box to tick. */
  function tickable(item, facet, title) {
    var link = item.querySelector('a'), label = document.createElement('label'), box = document.createElement('input');
    var words = document.createElement('span'), value = item.getAttribute('data-value');
    box.type = 'checkbox';
    words.textContent = link.textContent;
    label.appendChild(box);
    label.appendChild(words);
    item.replaceChild(label, link);
    labels[facet + '/' + value] = link.textContent;
    box.addEventListener('change', function () { choose(facet, value, box.checked); change(true); });
    return { box: box, facet: facet, value: value, key: facet + '/' + value, title: title, label: link.textContent,
      item: item, number: item.querySelector('.n'), bar: item.querySelector('.fb') };
  }

  all('details', facets).forEach(function (details) {
    var facet = details.getAttribute('data-facet'), summary = details.querySelector('summary'), title = summary.textContent;
    details.querySelector('ul').setAttribute('aria-label', title);
    headings.push({ facet: facet, title: title, summary: summary });
    all('li', details).forEach(function (item) { options.push(tickable(item, facet, title)); });
    if (window.matchMedia('(max-width:999px)').matches) details.open = false;
  });
  all('[data-script]').forEach(function (part) { part.hidden = false; });
  document.getElementById('plain').hidden = true;
  facets.setAttribute('role', 'group');
  facets.setAttribute('aria-label', 'Filter the stories');

  var rows = all('li[data-values]', list).map(function (item, order) {
    var values = {}, said = [item.textContent];
    item.getAttribute('data-values').split(' ').forEach(function (key) { values[key] = true; said.push(labels[key] || ''); });
    return { item: item, order: order, values: values, words: folded(said.join(' ')),
      title: folded(item.querySelector('h3').textContent) };
  });

  function choose(facet, value, on) {
    var of = chosen[facet] = (chosen[facet] || []).filter(function (each) { return each !== value; });
    if (on) of.push(value);
    if (!of.length) delete chosen[facet];
  }

  function wanted() { return folded(query.value).split(/[\s,]+/).filter(Boolean); }

  /* One of the values chosen in each facet, and every word; a facet's own numbers leave its choices out. */
  function fits(row, words, apart) {
    return words.every(function (word) { return row.words.indexOf(word) >= 0; }) && Object.keys(chosen).every(function (facet) {
      return facet === apart || chosen[facet].some(function (value) { return row.values[facet + '/' + value]; });
    });
  }

  function number(row, key) {
    var found = row.item.getAttribute('data-' + key);
    return found ? Number(found) : -1;
  }

  function sorted() {
    var key = sort.value;
    return rows.slice().sort(function (a, b) {
      var first = key === 'title' ? a.title.localeCompare(b.title) : key ? number(b, key) - number(a, key) : 0;
      return first || a.order - b.order;
    });
  }

  /* A chip that is gone leaves the focus on the one that takes its place, or on the words. */
  function chip(words, spoken, act) {
    var place = chips.children.length, item = document.createElement('li'), button = document.createElement('button'), before = document.createElement('span');
    before.className = 'vh';
    before.textContent = spoken;
    button.type = 'button';
    button.appendChild(before);
    button.appendChild(document.createTextNode(words));
    button.className = spoken ? '' : 'clear';
    button.addEventListener('click', function () {
      act();
      (all('button', chips)[place] || all('button', chips)[0] || query).focus();
    });
    item.appendChild(button);
    chips.appendChild(item);
  }

  function drawChips() {
    chips.textContent = '';
    if (query.value.trim()) chip('Search: ' + query.value.trim(), 'Remove ', function () { query.value = ''; change(true); });
    options.forEach(function (option) {
      if (!option.box.checked) return;
      chip(option.title + ': ' + option.label, 'Remove filter ', function () {
        choose(option.facet, option.value, false); change(true);
      });
    });
    chips.hidden = !chips.children.length;
    if (chips.children.length > 1) chip('Clear all', '', clear);
  }

  function drawOptions(words) {
    var fitting = {};
    options.forEach(function (option) {
      option.box.checked = (chosen[option.facet] || []).indexOf(option.value) >= 0;
      var within = fitting[option.facet] = fitting[option.facet] || rows.filter(function (row) { return fits(row, words, option.facet); });
      var left = within.filter(function (row) { return row.values[option.key]; }).length;
      option.number.textContent = left;
      option.bar.style.setProperty('--n', (left / rows.length).toFixed(3));
      option.item.className = left || option.box.checked ? 'opt' : 'opt zero';
    });
  }

  function drawHeadings() {
    headings.forEach(function (heading) {
      var on = (chosen[heading.facet] || []).length;
      heading.summary.textContent = heading.title + (on ? ' (' + on + ' on)' : '');
    });
  }

  function draw() {
    var words = wanted(), shown = 0;
    sorted().forEach(function (row) {
      row.item.hidden = !fits(row, words);
      if (!row.item.hidden) shown += 1;
      list.appendChild(row.item);
    });
    drawOptions(words);
    drawHeadings();
    drawChips();
    count.innerHTML = '<b class="num">' + shown + '</b> of ' + rows.length + (rows.length === 1 ? ' story' : ' stories');
    empty.hidden = shown > 0;
    list.hidden = !shown;
  }

  function clear() {
    chosen = {};
    query.value = '';
    change(true);
    query.focus();
  }

  /* The selection is kept in the address: it can be passed on, and Back takes the last choice back. */
  function written() {
    var parts = Object.keys(chosen).map(function (facet) { return encodeURIComponent(facet) + '=' + chosen[facet].map(encodeURIComponent).join(','); });
    if (query.value.trim()) parts.push('q=' + encodeURIComponent(query.value.trim()));
    if (sort.value) parts.push('sort=' + sort.value);
    return parts.join('&');
  }

  function change(step) {
    draw();
    if (written() !== location.hash.slice(1)) window.sitegen.keep(written(), step);
  }

  /* The parts of the address that are a selection; null where it is a place on this page. */
  function selection() {
    var parts = location.hash.slice(1).split('&').filter(Boolean).map(function (part) {
      var at = part.indexOf('=');
      return { name: decoded(part.slice(0, Math.max(at, 0))), value: part.slice(at + 1) };
    });
    return parts.every(function (part) { return part.name; }) ? parts : null;
  }

  function read() {
    var parts = selection();
    if (!parts) return;
    chosen = {};
    query.value = sort.value = '';
    parts.forEach(function (part) {
      if (part.name === 'q') query.value = decoded(part.value);
      else if (part.name === 'sort') sort.value = part.value;
      else part.value.split(',').map(decoded).forEach(function (value) {
        if (labels[part.name + '/' + value]) choose(part.name, value, true);
      });
    });
    sort.selectedIndex = Math.max(sort.selectedIndex, 0);
    draw();
  }

  query.addEventListener('input', function () { change(false); });
  sort.addEventListener('change', function () { change(true); });
  document.getElementById('clear').addEventListener('click', clear);
  window.addEventListener('popstate', read);
  draw();
  read();
})();
