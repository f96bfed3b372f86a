// P11: the mid-term check and the closing; P2 and P6: the leader's second project.

import { tell, expect, expectCodes, state, one } from './telling.mjs';
import { complete } from './application.mjs';
import { assign, giveReview } from './review.mjs';

export async function close({ leader, office, officer }, projectId) {
  const report = (name) => leader.upload(leader.schoolId, 'REPORT', `${name}.txt`, 'text/plain', `${name}\n`);
  const closing = { projectId, kind: 'CLOSING', documentId: await report('结题报告'), results: '研究报告一份，案例集一册。' };
  expectCodes(leader, await leader.refused('requestResearchMilestone', closing), ['P11_A_MILESTONE_COMES_IN_ITS_TURN'], 'a closing before the mid-term check');
  const midterm = await leader.do('requestResearchMilestone', { projectId, kind: 'MIDTERM', documentId: await report('中期报告') }, 'request { id }');
  await office.do('decideResearchMilestone', { requestId: midterm.request.id, decision: 'GRANTED' });
  tell(office, 'accepts the mid-term report.', '通过中期检查。');

  const { request } = await leader.do('requestResearchMilestone', closing, 'request { id }');
  expectCodes(officer, await officer.refused('decideResearchMilestone', { requestId: request.id, decision: 'GRANTED', conclusion: '同意结题' }), ['P11_A_CLOSING_HAS_RESULTS_REVIEW_AND_GRADE'], 'a closing without a grade');
  await officer.do('decideResearchMilestone', { requestId: request.id, decision: 'GRANTED', conclusion: '成果扎实，同意结题。', grade: 'EXCELLENT' });
  expect(await state(leader, projectId), 'CLOSED', 'the project');
  expect((await one(leader, projectId, 'milestones { nodes { kind grade } }')).map((row) => row.kind).sort(), ['CLOSING', 'MIDTERM', 'OPENING'], 'milestones');
  tell(officer, 'closes the project: excellent.', '同意结题：优秀。');
}

let secondId;

/** Refused while the first runs; once that is closed it is submitted, reviewed, and rejected. */
export async function second(people, projectId, code) {
  const { leader, reviewers, office } = people;
  secondId ??= await complete(people);
  if (code !== null) {
    expectCodes(leader, await leader.refused('submitResearchProject', { projectId: secondId }), [code], 'a second project');
    return;
  }
  await leader.do('submitResearchProject', { projectId: secondId });
  await assign(office, secondId, reviewers);
  for (const reviewer of reviewers) await giveReview(reviewer, secondId, '选题与已有课题重复。', []);
  await office.do('rejectResearchProject', { projectId: secondId, reason: '选题重复' });
  expect(await state(leader, secondId), 'REJECTED', 'the second project');
  tell(office, 'rejects the second project.', '第二项课题不予通过。');
}
