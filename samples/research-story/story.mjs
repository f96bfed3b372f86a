// A research project of the demo, from a teacher's draft to the closed project, over GraphQL alone: with a revision, a refusal, a rejected
// project and an extension. Seven people of the demo take part. See README.md; rules are those of docs/rules.md.
//
//   node samples/research-story/story.mjs [http://127.0.0.1:5080]

import { Person } from './client.mjs';
import { apply, plan, fill } from './chapters/application.mjs';
import { review, revise } from './chapters/review.mjs';
import { decide, open } from './chapters/decision.mjs';
import { run, fillPortfolio } from './chapters/running.mjs';
import { extend, change } from './chapters/requests.mjs';
import { close, second } from './chapters/closing.mjs';
import { state, until } from './chapters/telling.mjs';

const api = process.argv[2] ?? 'http://127.0.0.1:5080';
const password = 'Homeroom-2026!';

const people = {
  leader: await Person.signIn(api, 'teacher', password),
  member: await Person.signIn(api, 'group-leader', password),
  // The demo's district asks for two reviewers, the school of the story for three.
  reviewers: await Promise.all(['reviewer', 'mentor', 'mentee'].map((name) => Person.signIn(api, name, password))),
  office: await Person.signIn(api, 'research-office', password),
  officer: await Person.signIn(api, 'research-officer-370403', password),
};

const project = await apply(people);
const following = await people.leader.follow(
  'subscription($ids: [ID!]) { researchProjectChanged(ids: $ids) { kind researchProject { state } } }', { ids: [project] });

await plan(people, project);
await fill(people, project);
await second(people, project, 'P2_ONE_UNFINISHED_PROJECT');
await review(people, project);
await revise(people, project);
await decide(people, project);
await open(people, project);
await run(people, project);
await extend(people, project);
await change(people, project);
await fillPortfolio(people, project);
await close(people, project);
await second(people, project, null);

// Whoever follows the project was told of all that happened to it, without asking.
const states = () => [...new Set(following.told.map((change) => change.data?.researchProjectChanged.researchProject?.state))];
await until(() => states().at(-1) === 'CLOSED');
following.stop();
await following.done;
console.log(`${people.leader.name} was told of ${states().join(', ')}. 全程收到通知。`);
if (await state(people.office, project) !== 'CLOSED') throw new Error('The project is not closed.');
console.log(`project ${project}`);
