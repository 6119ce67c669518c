/* The report: what is in the page's data becomes tables, and figures (drawn by `figures`, see the package figure). */
(function () {
  'use strict';

  const data = JSON.parse(document.getElementById('data').textContent);
  const main = document.getElementById('main');
  const hidden = new Set();

  /** Non-numbers come as strings, because JSON has none. */
  const num = v => v === null || v === undefined || v === '' ? NaN : Number(v);

  const QUANTITIES = {
    gap: {name: 'gap', of: panel => panel.gapLabel, log: true},
    grad: {name: '‖∇f‖', of: () => '‖∇f‖∞', log: true},
    step: {name: 'step length', of: () => 'step length', log: true}
  };
  const ACROSS = {
    i: {name: 'iterations', label: 'iteration', unit: 'iterations'},
    nf: {name: 'evaluations', label: 'evaluations of f', unit: 'evaluations'},
    sec: {name: 'seconds', label: 'seconds', unit: 'seconds'}
  };
  const TAUS = {'1e-1': '10⁻¹', '1e-3': '10⁻³', '1e-5': '10⁻⁵', '1e-7': '10⁻⁷'};
  const view = {quantity: 'gap', across: 'i', logY: true, logX: false, cost: 'nf', tau: '1e-5', logT: true};
  const redraws = [];

  /** Figures have the shape of so many pixels across to their own number of pixels up. */
  const WIDTH = 420;

  /** An element with attributes and children; text is text, never markup. */
  function el(tag, attributes, ...children) {
    const node = document.createElement(tag);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (key.startsWith('on')) {
        node.addEventListener(key.slice(2), value);
      } else if (value !== null && value !== undefined && value !== false) {
        node.setAttribute(key, value);
      }
    }
    node.append(...children.flat().filter(child => child !== null && child !== undefined));
    return node;
  }

  function section(id, title, ...children) {
    const part = el('section', {id, 'aria-labelledby': id + '-title'}, el('h2', {id: id + '-title'}, title), ...children);
    main.append(part);
    document.getElementById('nav').append(el('a', {href: '#' + id}, title));
    return part;
  }

  /** The first of many, and how many there are more. */
  function some(descriptions) {
    const more = descriptions.length - 8;
    return descriptions.slice(0, 8).join('; ') + (more > 0 ? `; and ${more} more` : '');
  }

  /** A number in a table: six digits. */
  function show(value) {
    if (typeof value === 'string') {
      return value;
    }
    if (value === null || value === undefined || Number.isNaN(value)) {
      return '';
    }
    return String(Number(value.toPrecision(6))).replace('e-', 'e−').replace(/^-/, '−');
  }

  /** Buttons of which one is pressed. */
  function choice(legend, options, current, choose) {
    const buttons = Object.entries(options).map(([key, name]) => el('button', {
      type: 'button', 'aria-pressed': String(key === current), 'data-key': key,
      onclick: event => {
        buttons.forEach(b => b.setAttribute('aria-pressed', String(b === event.currentTarget)));
        choose(key);
        redraw();
      }
    }, name));
    return el('fieldset', {}, el('legend', {}, legend), buttons);
  }

  function toggle(name, key) {
    return el('button', {
      type: 'button', 'aria-pressed': String(view[key]), 'data-key': key,
      onclick: event => {
        view[key] = !view[key];
        event.currentTarget.setAttribute('aria-pressed', String(view[key]));
        redraw();
      }
    }, name);
  }

  /** Figures out of sight are drawn when they come into view: hundreds at once would keep the reader waiting. */
  const seen = new IntersectionObserver(entries => entries.forEach(entry => {
    if (entry.isIntersecting) {
      entry.target.inSight = true;
      if (entry.target.stale) {
        entry.target.draw();
      }
    } else {
      entry.target.inSight = false;
    }
  }), {rootMargin: '400px'});

  /** A place that draws itself, to a width and a height in pixels. Its text comes from `figures`, which escapes all names. */
  function figure(height, draw, attributes) {
    const holder = el('div', Object.assign({class: 'drawing', style: `aspect-ratio: ${WIDTH} / ${height}`}, attributes));
    holder.draw = () => {
      holder.stale = false;
      // As wide as it is shown, so that texts have one size whatever the screen's.
      const width = Math.max(300, Math.min(holder.clientWidth || WIDTH, 640));
      holder.innerHTML = draw(width, Math.round(width * height / WIDTH));
    };
    holder.stale = true;
    redraws.push(() => {
      holder.stale = true;
      if (holder.inSight) {
        holder.draw();
      }
    });
    seen.observe(holder);
    return holder;
  }

  function redraw() {
    redraws.forEach(draw => draw());
  }

  window.addEventListener('resize', redraw);
  window.addEventListener('beforeprint', () => document.querySelectorAll('.drawing').forEach(holder => holder.draw()));

  const visible = run => !hidden.has(run.solver);

  /* ---- comparison ---- */

  function comparison() {
    if (!data.comparison) {
      return;
    }
    const {sentences, heads, rows} = data.comparison;
    section('comparison', 'What is different', sentences.map(sentence => el('p', {class: 'name'}, sentence)),
      rows.length ? el('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'What is different'},
        el('table', {id: 'comparison-table'}, el('thead', {}, el('tr', {}, heads.map(head => el('th', {scope: 'col'}, head)))),
          el('tbody', {}, rows.map(row => el('tr', {}, row.map(cell => el('td', {class: 'name'}, cell))))))) : null);
  }

  /* ---- convergence ---- */

  function column(run, key) {
    return (run.trace[key] || []).map(num);
  }

  function series(panel) {
    return panel.runs.map(i => data.runs[i]).filter(visible).map(run => ({
      name: data.solvers[run.solver], slot: data.slots[run.solver], x: column(run, view.across), y: column(run, view.quantity),
      low: [], high: [], mark: run.mark
    }));
  }

  function drawPanel(panel, width, height) {
    const quantity = QUANTITIES[view.quantity];
    return figures.lines({
      width, height,
      title: `${quantity.of(panel)} against ${ACROSS[view.across].name}, ${panel.title}: ` + inWords(panel),
      x: ACROSS[view.across].label, logX: view.logX, y: quantity.of(panel), logY: view.logY, steps: false, together: true,
      series: series(panel)
    });
  }

  function inWords(panel) {
    return some(panel.runs.map(i => data.runs[i]).filter(visible)
      .map(run => `${data.solvers[run.solver]} ${run.status} at a ${run.point} after ${run.iterations} iterations`));
  }

  function legend() {
    const swatch = slot => {
      const holder = el('span', {});
      holder.innerHTML = `<svg aria-hidden="true" viewBox="0 0 26 10"><g class="s${slot % 8} d${Math.floor(slot / 8) % 3}"><path class="line" d="M0 5H26"/></g></svg>`;
      return holder.firstChild;
    };
    return el('fieldset', {class: 'legend'}, el('legend', {}, 'solvers'), data.solvers.map((name, solver) => el('button', {
      type: 'button', 'aria-pressed': 'true', 'data-solver': solver,
      onclick: event => {
        hidden.has(solver) ? hidden.delete(solver) : hidden.add(solver);
        event.currentTarget.setAttribute('aria-pressed', String(!hidden.has(solver)));
        redraw();
      }
    }, swatch(data.slots[solver]), el('span', {class: 'name'}, name))));
  }

  /** They stay in sight while the figures do. */
  function controls() {
    const bar = el('div', {class: 'controls', role: 'group', 'aria-label': 'What the plots show'},
      choice('up', {gap: 'gap', grad: '‖∇f‖', step: 'step length'}, view.quantity, key => { view.quantity = key; }),
      choice('across', {i: 'iterations', nf: 'evaluations', sec: 'seconds'}, view.across, key => { view.across = key; }),
      el('fieldset', {}, el('legend', {}, 'logarithmic'), toggle('up', 'logY'), toggle('across', 'logX')),
      legend());
    // What gets the focus must not come to lie beneath.
    new ResizeObserver(() => {
      const sticky = getComputedStyle(bar).position === 'sticky';
      document.documentElement.style.scrollPaddingTop = sticky ? `${bar.offsetHeight + 8}px` : '';
    }).observe(bar);
    return bar;
  }

  function convergence() {
    const panels = data.panels.map(panel => el('figure', {},
      el('h3', {class: 'name'}, panel.title),
      figure(280, (width, height) => drawPanel(panel, width, height), {'data-panel': panel.title}),
      el('figcaption', {}, panel.note)));
    return section('convergence', 'Convergence',
      el('p', {class: 'faint'}, 'Ends: ● converged to what was looked for, ○ to something else, ▲ out of budget, ◆ stalled, ✕ failed. ' +
        'Numbers that a logarithmic axis has no place for stand on the dotted line “≤ 0”. Of several random starts the median is shown, and the range while there are at most 8 lines.'),
      el('div', {class: 'panels'}, panels));
  }

  /* ---- landscapes ---- */

  function pathOf(run) {
    return {
      name: data.solvers[run.solver], slot: data.slots[run.solver], x: run.trace.x ? run.trace.x[0].map(num) : [],
      y: run.trace.x && run.trace.x[1] ? run.trace.x[1].map(num) : [], low: [], high: [], mark: run.mark
    };
  }

  /** f + gᵀs + ½ sᵀHs on the grid of the landscape. */
  function modelOf(land, model) {
    const values = [];
    for (let j = 0; j < land.rows; j++) {
      for (let i = 0; i < land.columns; i++) {
        const s = land.x[0] + i * (land.x[1] - land.x[0]) / (land.columns - 1) - model.x[0];
        const t = land.y[0] + j * (land.y[1] - land.y[0]) / (land.rows - 1) - model.x[1];
        values.push(model.f + model.g[0] * s + model.g[1] * t + (model.h[0] * s * s + 2 * model.h[1] * s * t + model.h[2] * t * t) / 2);
      }
    }
    return Object.assign({}, land, {values});
  }

  function drawLandscape(panel, model, width, height) {
    const runs = panel.runs.map(i => data.runs[i]).filter(visible);
    const land = Object.assign({}, panel.land, {values: panel.land.values.map(value => num(value) + panel.land.base)});
    return figures.landscape({
      width, height, title: `Contours of f with the paths of the solvers, ${panel.title}`,
      x: panel.variables[0], y: panel.variables[1], series: runs.map(pathOf)
    }, land, model ? modelOf(land, model) : null, panel.critical);
  }

  function drawCurve(panel, model, width, height) {
    const runs = panel.runs.map(i => data.runs[i]).filter(visible);
    const curve = {name: 'f', slot: 7, x: panel.curve.x, y: panel.curve.y.map(num), low: [], high: [], mark: ''};
    const paths = runs.map(run => Object.assign(pathOf(run), {y: (run.trace.f || []).map(num)}));
    const quadratic = model ? [{
      name: 'second-order model', slot: 15, x: panel.curve.x,
      y: panel.curve.x.map(x => model.f + model.g[0] * (x - model.x[0]) + model.h[0] * (x - model.x[0]) ** 2 / 2), low: [], high: [], mark: ''
    }] : [];
    return figures.lines({
      width, height, title: `f with the paths of the solvers, ${panel.title}`,
      x: panel.variables[0], logX: false, y: 'f', logY: false, steps: false, together: false, series: [curve].concat(quadratic, paths)
    });
  }

  function landscapes() {
    const shown = data.panels.filter(panel => panel.land || panel.curve);
    if (shown.length === 0) {
      return null;
    }
    return section('landscapes', 'Landscapes', el('div', {class: 'panels'}, shown.map(panel => {
      let model = null;
      const withModel = panel.runs.map(i => data.runs[i]).filter(run => run.model.x);
      const holder = figure(360, (...size) => (panel.land ? drawLandscape : drawCurve)(panel, model, ...size));
      const select = el('select', {
        onchange: event => {
          model = event.target.value === '' ? null : withModel[event.target.value].model;
          holder.draw();
        }
      }, el('option', {value: ''}, 'none'), withModel.map((run, k) => el('option', {value: k}, `at the end of ${data.solvers[run.solver]}`)));
      return el('figure', {}, el('h3', {class: 'name'}, panel.title), holder,
        withModel.length ? el('label', {}, 'second-order model ', select) : null,
        el('figcaption', {}, some(panel.critical.map(c => c.description))));
    })));
  }

  /* ---- profiles ---- */

  function shownSolvers() {
    return data.solvers.map((_, solver) => solver).filter(solver => !hidden.has(solver));
  }

  /** By instance the first run of each solver shown, of the instances that all of them were run on: not to have run is not to have failed. */
  function common() {
    const solvers = shownSolvers();
    const rows = new Map();
    data.runs.filter(visible).forEach(run => {
      const row = rows.get(run.instance) || new Map();
      if (!row.has(run.solver)) {
        row.set(run.solver, run);
      }
      rows.set(run.instance, row);
    });
    return [...rows.values()].filter(row => row.size === solvers.length).map(row => solvers.map(solver => row.get(solver)));
  }

  function costs() {
    const solvers = shownSolvers();
    const cost = run => run.solved ? num({i: run.iterations, nf: run.nf, sec: run.seconds}[view.cost]) : NaN;
    return {solvers: solvers.map(s => data.solvers[s]), slots: solvers.map(s => data.slots[s]), costs: common().map(row => row.map(cost))};
  }

  /** Evaluations of f in units of n + 1; not a number where the tolerance was not reached. */
  function dataProfiles() {
    const solvers = shownSolvers();
    const rows = common();
    return {
      solvers: solvers.map(s => data.solvers[s]), slots: solvers.map(s => data.slots[s]),
      units: solvers.map((_, k) => rows.map(row => num(row[k].reached[view.tau]) / (row[k].dimension + 1))),
      instances: rows.length
    };
  }

  function winTable(holder) {
    const object = costs();
    holder.replaceChildren(el('table', {},
      el('thead', {}, el('tr', {}, el('th', {}, 'wins of ↓ over →'), object.solvers.map(name => el('th', {class: 'n name', scope: 'col'}, name)))),
      el('tbody', {}, object.solvers.map((name, a) => el('tr', {}, el('th', {class: 'name', scope: 'row'}, name),
        object.solvers.map((_, b) => el('td', {class: 'n'}, a === b ? '' : String(figures.wins(object, a, b)))))))));
  }

  function profiles() {
    if (!data.profiles) {
      return null;
    }
    const sentence = el('p', {id: 'profile-sentence'});
    const wins = el('div', {class: 'scroll', id: 'wins'});
    const words = () => {
      sentence.textContent = figures.sentence(costs(), ACROSS[view.cost].unit);
      winTable(wins);
    };
    redraws.push(words);
    const part = section('profiles', 'Profiles',
      el('div', {class: 'filters'},
        choice('cost', {nf: 'evaluations', i: 'iterations', sec: 'seconds'}, view.cost, key => { view.cost = key; }),
        choice('τ of the data profile', TAUS, view.tau, key => { view.tau = key; })),
      sentence,
      el('div', {class: 'panels'},
        el('figure', {}, el('h3', {}, 'Performance profile (Dolan and Moré)'), figure(280, (width, height) => figures.profiles({
          width, height, title: 'Performance profile: ' + figures.sentence(costs(), ACROSS[view.cost].unit),
          x: `${ACROSS[view.cost].unit} over the fewest of any solver`, logX: true, y: 'share of instances solved', logY: false, steps: true, together: false, series: []
        }, costs()), {id: 'performance-profile'}), el('figcaption', {}, data.profiles.verified)),
        el('figure', {}, el('h3', {}, 'Data profile (Moré and Wild)'), figure(280, (width, height) => figures.dataProfiles({
          width, height, title: `Data profile: share of instances reached within evaluations of f, τ = ${TAUS[view.tau]}`,
          x: 'evaluations of f in units of n + 1', logX: true, y: `share of instances, τ = ${TAUS[view.tau]}`, logY: false, steps: true, together: false, series: []
        }, dataProfiles()), {id: 'data-profile'}), el('figcaption', {}, 'Reached: f within τ·(f at the start − best) of the best.'))),
      el('h3', {}, 'Who beats whom'), wins);
    words();
    return part;
  }

  /* ---- tables ---- */

  const COLUMNS = [
    ['run', run => run.id, false], ['status', run => run.status, false], ['reason', run => run.reason, false], ['point', run => run.point, false],
    ['value', run => num(run.value), true], ['gap', run => num(run.gap), true], ['‖∇f‖∞', run => num(run.grad), true],
    ['iterations', run => run.iterations, true], ['f', run => run.nf, true], ['∇f', run => run.ng, true], ['∇²f', run => run.nh, true], ['∇²f·v', run => run.nhv, true],
    ['order', run => num(run.order), true], ['seconds', run => num(run.seconds), true], ['checks', run => run.checks, false]
  ];

  const STATUS_CLASS = run => run.mark === 'GOOD' ? 'good' : run.mark === 'FAILED' ? 'bad' : 'doubt';

  function runsTable() {
    let sorted = -1;
    let direction = 1;
    const body = el('tbody', {});
    const count = el('span', {class: 'faint', 'aria-live': 'polite'});
    const filter = el('input', {type: 'search', placeholder: 'part of a name', 'aria-label': 'Show only runs whose name has', oninput: fill});
    const statuses = [...new Set(data.runs.map(run => run.status))];
    const points = [...new Set(data.runs.map(run => run.point))];
    const status = el('select', {'aria-label': 'Show only this status', onchange: fill}, el('option', {value: ''}, 'every status'), statuses.map(s => el('option', {}, s)));
    const point = el('select', {'aria-label': 'Show only this kind of point', onchange: fill}, el('option', {value: ''}, 'every point'), points.map(s => el('option', {}, s)));
    const heads = COLUMNS.map(([name, , numeric], k) => el('th', {class: numeric ? 'n' : null, scope: 'col'}, el('button', {
      type: 'button',
      onclick: () => {
        direction = sorted === k ? -direction : 1;
        sorted = k;
        heads.forEach((head, other) => other === k
          ? head.setAttribute('aria-sort', direction > 0 ? 'ascending' : 'descending') : head.removeAttribute('aria-sort'));
        fill();
      }
    }, name)));

    function compare(a, b) {
      const numeric = COLUMNS[sorted][2];
      const x = COLUMNS[sorted][1](a);
      const y = COLUMNS[sorted][1](b);
      if (numeric && (Number.isNaN(x) || Number.isNaN(y))) {
        return Number.isNaN(x) - Number.isNaN(y);
      }
      return direction * (numeric ? x - y : String(x).localeCompare(String(y), 'en', {numeric: true}));
    }

    function fill() {
      const words = filter.value.toLowerCase();
      const rows = data.runs.filter(run => run.id.toLowerCase().includes(words) &&
        (status.value === '' || run.status === status.value) && (point.value === '' || run.point === point.value));
      if (sorted >= 0) {
        rows.sort(compare);
      }
      count.textContent = `${rows.length} of ${data.runs.length} runs`;
      body.replaceChildren(...rows.map(run => el('tr', {}, COLUMNS.map(([name, value, numeric]) => el('td', {
        class: [numeric ? 'n' : '', name === 'status' ? STATUS_CLASS(run) : '', name === 'checks' && run.failed ? 'bad' : ''].join(' ').trim() || null
      }, name === 'run' ? el('a', {href: '#run-' + encodeURIComponent(run.id), class: 'name', onclick: () => open(run)}, run.id) : show(value(run)))))));
    }

    section('runs', 'Runs', el('div', {class: 'filters'}, filter, status, point, count),
      el('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Table of runs'}, el('table', {id: 'runs-table'}, el('thead', {}, el('tr', {}, heads)), body)));
    fill();
  }

  function checks() {
    if (data.checks.length === 0) {
      return;
    }
    const failed = data.checks.filter(check => !check.passed);
    const row = check => el('tr', {}, el('td', {class: check.passed ? 'good' : 'bad'}, check.passed ? 'passed' : 'failed'),
      el('td', {class: 'name'}, check.place), el('td', {}, check.check), el('td', {class: 'name'}, check.run), el('td', {class: 'wrap'}, check.message));
    const table = rows => el('div', {class: 'scroll'}, el('table', {}, el('thead', {}, el('tr', {}, ['', 'place', 'check', 'run', 'measured and wanted'].map(h => el('th', {scope: 'col'}, h)))), el('tbody', {}, rows.map(row))));
    section('checks', 'Checks', el('p', {}, `${data.checks.length - failed.length} of ${data.checks.length} checks passed.`),
      failed.length ? table(failed) : null,
      el('details', {}, el('summary', {}, 'all checks'), el('div', {}, table(data.checks))));
  }

  /** The part of a run is made when it is opened. */
  function open(run) {
    const part = document.getElementById('run-' + run.id);
    part.open = true;
    part.scrollIntoView();
  }

  function openAddressed() {
    data.runs.filter(run => location.hash === '#run-' + encodeURIComponent(run.id)).forEach(open);
  }

  function trace(run) {
    const heads = [['iteration', 'i'], ['f evaluated', 'nf'], ['f', 'f'], ['gap', 'gap'], ['‖∇f‖∞', 'grad'], ['step length', 'step'], ['seconds', 'sec']].filter(([, key]) => run.trace[key]);
    const n = (run.trace.i || []).length;
    const rows = [...Array(n).keys()].filter(k => n <= 40 || k < 20 || k >= n - 20);
    return el('div', {class: 'scroll'}, el('table', {}, el('thead', {}, el('tr', {}, heads.map(([name]) => el('th', {class: 'n', scope: 'col'}, name)))),
      el('tbody', {}, rows.flatMap((k, at) => (at > 0 && k > rows[at - 1] + 1 ? [el('tr', {}, heads.map(() => el('td', {class: 'n'}, '…')))] : [])
        .concat(el('tr', {}, heads.map(([, key]) => el('td', {class: 'n'}, show(run.trace[key][k])))))))));
  }

  function parts() {
    section('details', 'Run by run', data.runs.map(run => {
      const content = el('div', {});
      return el('details', {
        id: 'run-' + run.id,
        ontoggle: event => {
          if (event.currentTarget.open && !content.hasChildNodes()) {
            content.append(el('p', {}, run.words), el('p', {class: 'name'}, run.final),
              el('pre', {}, [run.names, run.began].concat(run.outlines.map(key => data.configs[key])).filter(Boolean).join('\n')), trace(run));
          }
        }
      }, el('summary', {}, el('span', {class: 'name'}, run.id), ' ', el('span', {class: STATUS_CLASS(run)}, run.status), ', ', run.point), content);
    }));
  }

  function provenance() {
    const {heads, rows} = data.provenance;
    section('provenance', 'Provenance', el('div', {class: 'scroll'}, el('table', {},
      heads.length ? el('thead', {}, el('tr', {}, el('th', {}), heads.map(head => el('th', {scope: 'col', class: 'name'}, head)))) : null,
      el('tbody', {}, rows.map(([name, ...values]) =>
        el('tr', {}, el('th', {scope: 'row'}, name), values.map(value => el('td', {class: 'wrap'}, value))))))));
  }

  document.getElementById('summary').textContent = data.summary;
  const verdict = document.getElementById('verdict');
  verdict.textContent = data.verdict;
  verdict.className = data.exit === 0 ? 'good' : 'bad';
  document.getElementById('theme').addEventListener('click', () => {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
  });
  comparison();
  const plots = el('div', {}, controls());
  main.append(plots);
  [convergence(), landscapes(), profiles()].filter(part => part).forEach(part => plots.append(part));
  checks();
  runsTable();
  parts();
  provenance();
  window.addEventListener('hashchange', openAddressed);
  openAddressed();
})();
