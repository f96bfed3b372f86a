// The two charts, drawn anew only where the data is.

import { text } from './texts.mjs';

const charts = new Map();

function draw(id, option) {
  const element = document.getElementById(id);
  if (!charts.has(id)) {
    charts.set(id, window.echarts.init(element));
    addEventListener('resize', () => charts.get(id).resize());
  }
  const [ink, line] = ['--soft', '--line'].map((name) => getComputedStyle(document.documentElement).getPropertyValue(name));
  for (const axis of [option.xAxis, option.yAxis].flat())
    Object.assign(axis, { axisLabel: { color: ink }, axisLine: { lineStyle: { color: line } }, splitLine: { lineStyle: { color: line }, ...axis.splitLine } });
  charts.get(id).setOption({
    color: ['#1c7c74', '#d9952f', '#6b7fb8'], textStyle: { color: ink, fontFamily: 'inherit' }, aria: { enabled: true }, tooltip: { trigger: 'axis' },
    legend: { top: 0, textStyle: { color: ink } }, grid: { left: 48, right: 48, top: 40, bottom: 32 }, ...option,
  }, true);
}

/** A year's running projects by level, beside the least that was set out to have. */
export function projects(ofYear) {
  const levels = Object.keys(text('levels'));
  const figures = ofYear.toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
  draw('projects', {
    xAxis: { type: 'category', data: figures.map((figure) => text('levels')[figure.level] ?? figure.level) },
    yAxis: { type: 'value', minInterval: 1 },
    series: [
      { name: text('running'), type: 'bar', data: figures.map((figure) => figure.runningInYearCount) },
      { name: text('minimum'), type: 'bar', data: figures.map((figure) => figure.targetMinimum) },
    ],
  });
}

/** Papers and awards of each semester, oldest first. */
export function overTime(papers, awards) {
  const semesters = [...papers].reverse();
  const inSemester = ({ startingYear, semesterNumber }) => {
    const year = awards.find((figure) => figure.startingYear === startingYear);
    return year ? (semesterNumber === 1 ? year.firstSemesterCount : year.secondSemesterCount) : 0;
  };
  draw('over-time', {
    xAxis: { type: 'category', data: semesters.map((figure) => text('semester')(figure.startingYear, figure.semesterNumber)) },
    yAxis: [{ type: 'value', minInterval: 1 }, { type: 'value', minInterval: 1, splitLine: { show: false } }],
    series: [
      { name: text('papers'), type: 'line', data: semesters.map((figure) => figure.paperCount) },
      { name: text('awards'), type: 'bar', yAxisIndex: 1, data: semesters.map(inSemester) },
    ],
  });
}
