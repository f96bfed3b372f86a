// Draws tables as charts. A chart has no data of its own: it reads the table beside it, which is what readers without scripts, or with a
// screen reader, have. The table closes when its chart stands.
const value = cell => cell.dataset.value === undefined || cell.dataset.value === '' ? null : Number(cell.dataset.value);

function read(table) {
  const heads = [...table.tHead.rows[0].cells].slice(1);
  const rows = [...table.tBodies[0].rows];
  return {
    categories: rows.map(row => row.cells[0].textContent.trim()),
    series: heads.map((head, column) => ({
      name: head.textContent.trim(),
      colour: head.dataset.colour,
      data: rows.map(row => value(row.cells[column + 1])),
    })).filter(series => series.data.some(number => number !== null && number !== 0) || table.dataset.series === 'all'),
  };
}

function options(table, stacked, narrow) {
  const style = getComputedStyle(document.documentElement);
  const text = getComputedStyle(document.body).color;
  const muted = style.getPropertyValue('--tblr-secondary').trim();
  const line = style.getPropertyValue('--chart-line').trim();
  const surface = style.getPropertyValue('--frame-surface').trim();
  const { categories, series } = read(table);
  return {
    animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: text },
    aria: { enabled: true, decal: { show: false } },
    grid: { left: 0, right: 28, top: 4, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      trigger: 'axis', renderMode: 'richText', confine: true, axisPointer: { type: 'shadow' },
      backgroundColor: surface, borderColor: line, textStyle: { color: text },
    },
    xAxis: {
      type: 'value', minInterval: 1, axisLabel: { color: muted, hideOverlap: true }, splitLine: { lineStyle: { color: line } },
    },
    yAxis: {
      type: 'category', inverse: true, data: categories, axisTick: { show: false }, axisLine: { lineStyle: { color: line } },
      axisLabel: { color: text, width: narrow ? 84 : 140, overflow: 'break' },
    },
    series: series.map(one => ({
      type: 'bar', name: one.name, data: one.data, stack: stacked ? 'all' : undefined, barMaxWidth: 20, barGap: '15%',
      itemStyle: { color: style.getPropertyValue(`--chart-${one.colour}`).trim(), borderColor: surface, borderWidth: stacked ? 1 : 0, borderRadius: stacked ? 0 : 3 },
      label: { show: !stacked, position: 'right', color: text },
    })),
  };
}

// Beside the chart and not in it, so that it wraps as text does. The table's head says the same to screen readers.
function legend(table) {
  const list = document.createElement('ul');
  list.className = 'chart-legend';
  list.setAttribute('aria-hidden', 'true');
  for (const one of read(table).series) {
    const item = document.createElement('li');
    item.textContent = one.name;
    item.style.setProperty('--swatch', `var(--chart-${one.colour})`);
    list.append(item);
  }
  return list;
}

function draw(place) {
  const table = document.getElementById(place.dataset.chart);
  if (!table || !window.echarts)
    return;
  place.hidden = false;
  place.after(legend(table));
  table.closest('details').open = false;
  const rows = table.tBodies[0].rows.length;
  const stacked = place.dataset.kind === 'stacked';
  const bars = stacked ? 1 : table.tHead.rows[0].cells.length - 1;
  place.style.height = `${rows * (20 + bars * 20) + 40}px`;
  const chart = window.echarts.init(place, null, { renderer: 'canvas' });
  const paint = () => chart.setOption(options(table, stacked, place.clientWidth < 480), true);
  paint();
  new ResizeObserver(() => { chart.resize(); paint(); }).observe(place);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => requestAnimationFrame(paint));
}

document.querySelectorAll('[data-chart]').forEach(draw);
