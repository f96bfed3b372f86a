// The page: the district, the way down to a school by #school=ID, and asking again every so often.

import { ask, counted, signIn, SignInNeeded } from './api.mjs';
import * as charts from './charts.mjs';
import { language, text, turn, write } from './texts.mjs';

const seconds = Number(new URLSearchParams(location.search).get('every') ?? 15);
const element = (id) => document.getElementById(id);
const shown = () => new URLSearchParams(location.hash.slice(1)).get('school');
let timer;

write();
element('language').addEventListener('click', () => { turn(); if (!element('board').hidden) refresh(true); });
element('sign-in').addEventListener('submit', async (event) => {
  event.preventDefault();
  element('problem').textContent = '';
  try {
    await signIn(element('username').value, element('password').value);
    element('password').value = '';
    element('sign-in').hidden = true;
    element('board').hidden = false;
    await refresh(true);
  } catch (fault) {
    element('problem').textContent = fault.message;
  }
});
addEventListener('hashchange', () => refresh(true));

/** Asks what is shown, and draws what is new. */
async function refresh(all = false) {
  clearTimeout(timer);
  try {
    await (shown() ? showSchool(shown(), all) : showDistrict(all));
    element('state').textContent = text('state')(new Date().toLocaleTimeString(language), counted.asked, counted.unchanged, counted.remaining);
  } catch (fault) {
    if (fault instanceof SignInNeeded) {
      element('sign-in').hidden = false;
      element('board').hidden = true;
      return;
    }
    element('state').textContent = fault instanceof TypeError ? text('away') : fault.message;
  }
  timer = setTimeout(refresh, seconds * 1000);
}

async function showDistrict(all) {
  const { data, isNew } = await ask('DistrictOverTime');
  const [district] = data.districts.nodes;
  const year = yearOf(district);
  const schools = await ask('SchoolsInYear', { year });
  if (all || isNew) show(district, year, []);
  if (all || schools.isNew) table(schools.data);
  element('schools').hidden = false;
}

async function showSchool(id, all) {
  const { data, isNew } = await ask('SchoolOverTime', { id });
  if (data.school === null) { location.hash = ''; return; }
  element('schools').hidden = true;
  if (all || isNew) show(data.school, yearOf(data.school), [[text('district'), '#']]);
}

/** The newest school year that has papers or projects. */
const yearOf = ({ paperFigures, projectFigures }) => Math.max(...[...paperFigures.nodes, ...projectFigures.nodes].map((figure) => figure.startingYear));

/** What a district and a school have alike. */
function show({ name, projectFigures, overdueFigures, paperFigures, awardFigures }, year, path) {
  const ofYear = projectFigures.nodes.filter((figure) => figure.startingYear === year);
  const all = ofYear.find((figure) => figure.level === null);
  const [overdue] = overdueFigures.nodes;
  // The newest semester may be still to come.
  const papers = paperFigures.nodes.find((figure) => figure.paperCount > 0) ?? paperFigures.nodes[0];
  const awards = awardFigures.nodes.find((figure) => figure.startingYear === year);
  element('name').textContent = name;
  element('path').replaceChildren(...path.map(([label, to]) => link(label, to)));
  element('figures').replaceChildren(
    ...figure('running', all && `${all.runningInYearCount}${all.targetMinimum === null ? '' : ` / ${all.targetMinimum}`}`),
    ...figure('overdue', overdue && `${overdue.overdueCount} / ${overdue.projectCount}`),
    ...figure('perTeacher', papers && `${papers.value} (${text('semester')(papers.startingYear, papers.semesterNumber)})`),
    ...figure('awards', awards?.awardCount));
  charts.projects(ofYear.filter((figure) => figure.level !== null));
  charts.overTime(paperFigures.nodes, awardFigures.nodes);
}

function figure(key, value) {
  const [term, description] = [document.createElement('dt'), document.createElement('dd')];
  term.textContent = text(key);
  description.textContent = value ?? text('none');
  return [term, description];
}

/** The schools, those with the most running projects first. */
function table({ projects, overdue, papers, awards }) {
  element('columns').replaceChildren(...['school', 'running', 'minimum', 'overdue', 'papers', 'awards'].map((key, i) => cell('th', text(key), i > 0)));
  const of = (figures, id, sum) => figures.nodes.filter((one) => one.school?.id === id).reduce((all, one) => all + sum(one), 0);
  const rows = projects.nodes.filter((one) => one.school !== null).sort((a, b) => b.runningInYearCount - a.runningInYearCount || a.school.name.localeCompare(b.school.name, 'zh-CN'));
  element('rows').replaceChildren(...rows.map(({ school, runningInYearCount, targetMinimum }) => {
    const row = document.createElement('tr');
    const name = document.createElement('td');
    name.append(link(school.name, `#school=${encodeURIComponent(school.id)}`));
    row.append(name, ...[runningInYearCount, targetMinimum ?? '–', of(overdue, school.id, (one) => one.overdueCount), of(papers, school.id, (one) => one.paperCount), of(awards, school.id, (one) => one.awardCount)]
      .map((value) => cell('td', value, true)));
    return row;
  }));
}

function cell(tag, value, isNumber) {
  const made = document.createElement(tag);
  made.textContent = value;
  if (isNumber) made.className = 'number';
  return made;
}

function link(label, to) {
  const made = document.createElement('a');
  [made.textContent, made.href] = [label, to];
  return made;
}
