/* What the tests look at a page with: every function returns what is wrong, or what can be seen, as plain data. */
window.eyes = (function () {
  'use strict';

  const all = (selector, root) => [...(root || document).querySelectorAll(selector)];

  /** When what has been set off by now is done and drawn. */
  const frame = () => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));

  /** From figure to figure, as a reader would, so that every one comes into view and is drawn as it should be by now. */
  async function scrollThrough() {
    for (const holder of all('.drawing')) {
      for (let waited = 0; holder.stale && waited < 50; waited++) {
        holder.scrollIntoView();
        await frame();
      }
    }
    scrollTo(0, 0);
    await frame();
  }

  /** Figures that show nothing, by their number. */
  function empty() {
    return all('.drawing').map((holder, k) => [holder.querySelectorAll('svg > g .line, svg svg .line').length, k])
      .filter(([lines]) => lines === 0).map(([, k]) => k);
  }

  /** Pairs of texts of one figure that touch, and texts that stick out of theirs. */
  function overlaps(figures) {
    const found = [];
    const slack = 0.5;
    all(figures || '.drawing').forEach((holder, k) => {
      const border = holder.getBoundingClientRect();
      const texts = all('text', holder).map(text => ({words: text.textContent, box: text.getBoundingClientRect()}));
      texts.forEach(({words, box}, i) => {
        if (box.left < border.left - slack || box.right > border.right + slack || box.top < border.top - slack || box.bottom > border.bottom + slack) {
          found.push(`figure ${k}: “${words}” sticks out`);
        }
        texts.slice(i + 1).filter(other => box.left + slack < other.box.right && other.box.left + slack < box.right &&
          box.top + slack < other.box.bottom && other.box.top + slack < box.bottom)
          .forEach(other => found.push(`figure ${k}: “${words}” over “${other.words}”`));
      });
    });
    return found;
  }

  /** The same of some of the plots of convergence, one of so many, under every combination of their toggles. */
  async function overlapsOfAllViews(oneOf) {
    const found = new Set();
    // Where no figure is in sight, none is drawn but those that are looked at.
    scrollTo(0, document.documentElement.scrollHeight);
    await frame();
    await frame();
    const some = `#convergence figure:nth-child(${oneOf}n+1) .drawing`;
    const keys = choice => all(`.controls fieldset:nth-of-type(${choice}) button`);
    for (const quantity of keys(1)) {
      for (const across of keys(2)) {
        for (let k = 0; k < 4; k++) {
          quantity.click();
          across.click();
          keys(3)[k % 2].click();
          all(some).forEach(holder => holder.draw());
          overlaps(some).forEach(words => found.add(`${quantity.textContent} against ${across.textContent}, ${words}`));
        }
      }
    }
    return [...found];
  }

  function parse(color) {
    const parts = color.match(/[\d.]+/g).map(Number);
    return {rgb: parts.slice(0, 3), alpha: parts.length > 3 ? parts[3] : 1};
  }

  const luminance = rgb => rgb.map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, k) => sum + c * [0.2126, 0.7152, 0.0722][k], 0);

  /** What is behind an element: the first ground among its ancestors. */
  function ground(element) {
    for (let at = element; at; at = at.parentElement) {
      const color = parse(getComputedStyle(at).backgroundColor);
      if (color.alpha > 0) {
        return color.rgb;
      }
    }
    return [255, 255, 255];
  }

  /** How a colour stands out from what is behind the element, from 1 to 21 (WCAG 2.2). */
  function contrast(element, color) {
    let alpha = color.alpha;
    for (let at = element; at; at = at.parentElement) {
      alpha *= Number(getComputedStyle(at).opacity);
    }
    const behind = ground(element);
    const seen = luminance(color.rgb.map((c, k) => alpha * c + (1 - alpha) * behind[k]));
    const back = luminance(behind);
    return (Math.max(seen, back) + 0.05) / (Math.min(seen, back) + 0.05);
  }

  /** Texts that stand out by less than 4.5, lines of figures by less than 3: WCAG 2.2, 1.4.3 and 1.4.11. */
  function pale() {
    const found = new Set();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (node.data.trim() === '' || element.closest('script, noscript, option, title') || !element.checkVisibility()) {
        continue;
      }
      const style = getComputedStyle(element);
      const value = contrast(element, parse(element.closest('svg') ? style.fill : style.color));
      if (value < 4.5) {
        found.add(`“${node.data.trim().slice(0, 30)}” in ${element.tagName} ${element.getAttribute('class')}: ${value.toFixed(2)}`);
      }
    }
    all('input').map(input => contrast(input, parse(getComputedStyle(input, '::placeholder').color)))
      .filter(value => value < 4.5).forEach(value => found.add(`placeholder: ${value.toFixed(2)}`));
    all('.drawing .line').forEach(line => {
      const value = contrast(line.closest('.drawing'), parse(getComputedStyle(line).stroke));
      if (value < 3) {
        found.add(`line ${line.parentElement.getAttribute('class')}: ${value.toFixed(2)}`);
      }
    });
    return [...found];
  }

  /** Figures without a text alternative, other drawings that are not hidden from those who listen, controls without a name. */
  function mute() {
    const figures = all('.drawing > svg').filter(svg => svg.getAttribute('role') !== 'img' || (svg.getAttribute('aria-label') || '').length < 10);
    const ornaments = all('svg').filter(svg => !svg.closest('.drawing') && !svg.closest('[aria-hidden="true"]'));
    const controls = all('button, select, input, a').filter(control =>
      !(control.getAttribute('aria-label') || control.textContent.trim()) || control.tagName === 'SELECT' && !control.labels.length && !control.getAttribute('aria-label'));
    return [...figures, ...ornaments, ...controls].map(element => element.outerHTML.slice(0, 200));
  }

  /** Parts that are wider than what holds them: of the page itself, and of others named by a selector. */
  function wide(others) {
    return [document.documentElement, ...all(others || 'html')].filter(part => part.scrollWidth > part.clientWidth)
      .map(part => `${part.tagName} ${part.id}: ${part.scrollWidth} in ${part.clientWidth}`);
  }

  /** Everything that a key can reach. */
  const stops = () => all('a[href], button, select, input, summary, [tabindex="0"]').filter(element => element.checkVisibility());

  /** The number of the stop that has the focus, or why it cannot be seen there; −1 for none. */
  function focus() {
    const element = document.activeElement;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    // What the browser scrolls into view it leaves cut off at a side as long as a part is to be seen.
    const hit = document.elementFromPoint((Math.max(0, box.left) + Math.min(innerWidth, box.right)) / 2, box.top + Math.min(box.height, 12) / 2);
    if (element !== document.body && (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2)) {
      return `no outline around ${element.outerHTML.slice(0, 100)}`;
    }
    if (element !== document.body && !(element.contains(hit) || hit && hit.contains(element))) {
      return `${hit ? hit.outerHTML.slice(0, 60) : 'nothing'} is seen in place of ${element.outerHTML.slice(0, 100)}`;
    }
    return stops().indexOf(element);
  }

  /** A column of a table as it stands. */
  const column = (table, k) => all(`${table} tbody tr`).map(row => row.cells[k].textContent);

  /** Whose lines a figure has. */
  const names = figure => all(`${figure} g[data-name]`).map(group => group.dataset.name);

  /** How many solvers ran, panel by panel. */
  function solversOfPanels() {
    const data = JSON.parse(document.getElementById('data').textContent);
    return data.panels.map(panel => new Set(panel.runs.map(run => data.runs[run].solver)).size);
  }

  /** How many lines are drawn, panel by panel. */
  const linesOfPanels = () => all('#convergence .drawing').map(holder => holder.querySelectorAll('.line').length);

  /** Chooses in the first of the lists that has such an option. */
  function choose(lists, value) {
    const list = all(lists).find(one => [...one.options].some(option => option.value === value));
    list.value = value;
    list.dispatchEvent(new Event('change'));
  }

  return {frame, scrollThrough, names, solversOfPanels, linesOfPanels, choose, empty, overlaps, overlapsOfAllViews, pale, mute, wide, stops, focus, column};
})();
