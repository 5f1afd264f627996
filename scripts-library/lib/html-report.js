/**
 * Reports as one HTML file with charts and tables, which asks for nothing from elsewhere and runs no text of others.
 *
 * const html = load('lib/html-report.js');
 * const share = html.chart({title: 'Modules', labels: ['imp003', 'imp005'], series: [{name: 'devices', values: [7, 2]}]});
 * files.write('report.html', html.page({title: 'My fleet', facts: {Account: me.name}, sections: [share]}));
 *
 * chart({title, note, of, labels, series: [{name, values}], stacked, table}): bars, and below them a table with the same
 *   numbers, whose first column is called as `of` says; or the table {columns, rows}, which has more
 * table({title, note, columns, rows}): rows are arrays; null is shown as a dash
 * page({title, facts, numbers, sections, madeAt}): the text of the file; facts and numbers are {name: text}
 * escape(text): for those who write HTML of their own
 *
 * A section with wide: true takes the whole width.
 */
(function htmlReport() {
  const ENTITIES = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;'};
  const NO_REQUESTS = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:";

  /** Of texts and attributes in quotes. What turns the direction of text, or is none, is shown as a sign. */
  function escape(value) {
    return String(value)
      .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
      .replace(/[&<>"']/g, (character) => ENTITIES[character]);
  }

  /** JSON that no browser takes for the end of a script, nor an old one for the end of a line. */
  function json(value) {
    return JSON.stringify(value).replace(
      /[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  }

  function text(value) {
    if (value === null || value === undefined) {
      return '–';
    }
    return typeof value === 'number' ? value.toLocaleString('en-US', {maximumFractionDigits: 1}) : value;
  }

  function rowsOf({title, columns, rows}) {
    if (rows.length === 0) {
      return '<p class="none">none</p>';
    }
    const style = columns
      .map((_, index) => (rows.some((cells) => typeof cells[index] === 'number') ? ' class="number"' : ''));
    const heads = columns.map((column, index) => `<th scope="col"${style[index]}>${escape(column)}</th>`);
    const lines = rows.map(([head, ...cells]) => {
      const written = cells.map((cell, index) => `<td${style[index + 1]}>${escape(text(cell))}</td>`);
      return `<tr><th scope="row">${escape(text(head))}</th>${written.join('')}</tr>`;
    });
    return `<div class="scroll" tabindex="0" role="region" aria-label="${escape(title)}, table"><table>
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${lines.join('\n')}
</tbody></table></div>`;
  }

  function section(facts, content) {
    const {title, note, wide} = facts;
    const noted = note ? `\n<p class="note">${escape(note)}</p>` : '';
    return `<section${wide ? ' class="wide"' : ''}><h2>${escape(title)}</h2>${noted}\n${content}\n</section>`;
  }

  function table(facts) {
    return {html: section(facts, rowsOf(facts))};
  }

  /** Below its canvas, which programs that read aloud cannot see, stand the same numbers. */
  function chart({labels, series, stacked = false, ...facts}) {
    const columns = [facts.of ?? '', ...series.map(({name}) => name)];
    const rows = labels.map((label, index) => [label, ...series.map(({values}) => values[index])]);
    const numbers = rowsOf({title: facts.title, columns, rows, ...facts.table});
    if (labels.length === 0) {
      return {html: section(facts, numbers)};
    }
    const described = escape(`${facts.title}: bar chart of the numbers in the table`);
    const height = 2 + labels.length * 1.7;
    const canvas = `<div class="chart" style="height:${height.toFixed(1)}rem">`
      + `<canvas role="img" aria-label="${described}"></canvas></div>`;
    return {html: section(facts, `${canvas}\n${numbers}`), chart: {labels, series, stacked}};
  }

  function definitions(facts, style) {
    const parts = Object.entries(facts)
      .map(([name, value]) => `<div><dt>${escape(name)}</dt><dd>${escape(text(value))}</dd></div>`);
    return parts.length === 0 ? '' : `<dl class="${style}">${parts.join('')}</dl>`;
  }

  /** The library without the mark that sends a browser's tools after another file. */
  function scripts(charts) {
    if (charts.length === 0) {
      return '';
    }
    const library = files.bundled('chart.js').replace(/^\/\/# sourceMappingURL=.*$/m, '');
    return `<script type="application/json" id="charts">${json(charts)}</script>
<script>${library}</script>
<script>(${draw})();</script>`;
  }

  function page({title, facts = {}, numbers = {}, sections = [], madeAt = new Date()}) {
    const charts = sections.map((part) => part.chart).filter((found) => found !== undefined);
    const made = `${madeAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
    return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${NO_REQUESTS}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${escape(title)}</h1>
${definitions({...facts, Made: made}, 'facts')}
${definitions(numbers, 'numbers')}
</header>
<main>
${sections.map((part) => part.html).join('\n')}
</main>
${scripts(charts)}
</body>
</html>
`;
  }

  /** Runs in the browser, in whose page it stands as text. */
  function draw() {
    const {document, matchMedia, addEventListener, Chart} = /** @type {any} */ (globalThis);
    const LIGHT = {text: '#3d4754', line: '#dfe3e8', bars: ['#1668b8', '#d98a1f', '#3a9b6c', '#8a63b8']};
    const DARK = {text: '#b6c0cc', line: '#333b45', bars: ['#5aa9f0', '#e8a852', '#5fbf8f', '#b294dc']};
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const charts = JSON.parse(document.getElementById('charts').textContent);
    const short = (label) => (label.length > 26 ? `${label.slice(0, 25)}…` : label);

    function options(data, colors) {
      const axis = {ticks: {color: colors.text}, grid: {color: colors.line}, border: {display: false}};
      const counts = {...axis, stacked: data.stacked, beginAtZero: true, ticks: {...axis.ticks, precision: 0}};
      const names = {...axis, stacked: data.stacked, grid: {display: false}};
      names.ticks = {...axis.ticks, autoSkip: false, callback: (_, index) => short(data.labels[index])};
      return {
        indexAxis: 'y', animation: false, maintainAspectRatio: false, scales: {x: counts, y: names},
        plugins: {legend: {display: data.series.length > 1, labels: {color: colors.text, boxWidth: 12, boxHeight: 12}}},
      };
    }

    function datasets(data, colors) {
      return data.series.map(({name, values}, index) => ({
        label: name, data: values, backgroundColor: colors.bars[index % colors.bars.length], borderRadius: 3, maxBarThickness: 20,
      }));
    }

    const drawn = [...document.querySelectorAll('canvas')].map((canvas, index) => new Chart(canvas, {
      type: 'bar',
      data: {labels: charts[index].labels, datasets: datasets(charts[index], LIGHT)},
      options: options(charts[index], LIGHT),
    }));

    function paint(colors) {
      drawn.forEach((chart, index) => {
        chart.data.datasets.forEach((set, at) => {
          set.backgroundColor = colors.bars[at % colors.bars.length];
        });
        chart.options = options(charts[index], colors);
        chart.resize();
        chart.update();
      });
    }

    const repaint = () => paint(dark.matches ? DARK : LIGHT);
    dark.addEventListener('change', repaint);
    addEventListener('beforeprint', () => paint(LIGHT));
    addEventListener('afterprint', repaint);
    repaint();
  }

  const STYLE = `
:root { color-scheme: light dark; --text: #1c232b; --soft: #5b6673; --page: #f4f6f8; --card: #fff; --line: #dfe3e8; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e8edf2; --soft: #9aa6b4; --page: #14181d; --card: #1d232a; --line: #333b45; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 82rem; padding: 2rem 1.25rem; background: var(--page); color: var(--text);
  font: 15px/1.5 system-ui, "Liberation Sans", sans-serif; }
h1 { margin: 0 0 .5rem; font-size: 1.9rem; line-height: 1.2; overflow-wrap: anywhere; }
h2 { margin: 0 0 .5rem; font-size: 1.1rem; overflow-wrap: anywhere; }
dl, dd { margin: 0; }
dt, .note, .none { color: var(--soft); }
.note, .none { margin: 0 0 .5rem; font-size: .9rem; }
.facts { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; }
.facts div { display: flex; gap: .4rem; }
.facts dd { overflow-wrap: anywhere; }
.numbers { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: 1.25rem; }
.numbers div { flex: 1 1 8rem; display: flex; flex-direction: column-reverse; justify-content: flex-end; padding: .75rem 1rem;
  background: var(--card); border: 1px solid var(--line); border-radius: .6rem; }
.numbers dd { font-size: 1.5rem; font-weight: 600; line-height: 1.3; }
main { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)); align-items: start; gap: 1rem;
  margin-top: 1rem; }
section { min-width: 0; padding: 1rem 1.1rem; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; }
.wide { grid-column: 1 / -1; }
.chart { position: relative; margin-bottom: .75rem; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; }
th, td { padding: .25rem .6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th:first-child { padding-left: 0; }
thead th { color: var(--soft); font-weight: 500; line-height: 1.25; vertical-align: bottom; }
tbody th { min-width: 9rem; max-width: 24rem; font-weight: 500; overflow-wrap: break-word; }
tbody tr:last-child > * { border-bottom: 0; }
.number { text-align: right; }
td.number { white-space: nowrap; }
@media print {
  :root { color-scheme: light; --text: #000; --soft: #444; --page: #fff; --card: #fff; --line: #ccc; }
  body { padding: 0; font-size: 11px; }
  main { display: block; }
  section { margin-bottom: 1rem; }
  .chart, tr { break-inside: avoid; }
  tbody th { min-width: 0; }
  canvas { max-width: 100% !important; height: auto !important; }
  h2 { break-after: avoid; }
  .scroll { overflow: visible; }
}
`;

  return {escape, table, chart, page};
})();
