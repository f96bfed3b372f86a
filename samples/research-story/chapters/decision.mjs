// P7, P11: the decision of the district, and the opening.

import { tell, expect, expectCodes, state } from './telling.mjs';

export async function decide({ leader, office, officer }, projectId) {
  expectCodes(office, await office.refused('approveResearchProject', { projectId }), ['P7_THE_LEVEL_SAYS_WHO_APPROVES'], 'the school approving a county project');
  await office.do('recommendResearchProject', { projectId, remark: '推荐立项' });
  tell(office, 'recommends the project to the district.', '推荐上报。');

  const document = await officer.upload(office.schoolId, 'OFFICIAL', '立项通知.txt', 'text/plain', '准予立项。\n');
  const decision = { projectId, decision: 'APPROVED', body: '薛城区教研室', documentId: document, dueOn: '2027-06-30' };
  expectCodes(leader, await leader.refused('recordResearchDecision', { ...decision, number: '1' }), ['NOT_ALLOWED'], 'the leader deciding');
  expectCodes(officer, await officer.refused('recordResearchDecision', decision), ['P7_AN_APPROVED_PROJECT_HAS_ITS_APPROVAL'], 'an approval without a number');
  await officer.do('recordResearchDecision', { ...decision, number: `XC2026-${Date.now() % 1_000_000}` });
  const [taken] = await officer.refused('recordResearchDecision', { ...decision, number: '2' });
  expect([taken.__typename, taken.state, taken.takenBy], ['StepTakenError', 'APPROVED', officer.name], 'who comes second');
  expect((await leader.download(document)).text, '准予立项。\n', 'the document of the decision');
  tell(officer, 'approves the project.', '准予立项。');
}

export async function open({ leader, office }, projectId) {
  const documentId = await leader.upload(leader.schoolId, 'REPORT', '开题报告.txt', 'text/plain', '开题报告\n');
  expectCodes(leader, await leader.refused('requestResearchMilestone', { projectId, kind: 'MIDTERM', documentId }), ['P11_A_MILESTONE_COMES_IN_ITS_TURN'], 'a mid-term check before the opening');
  const { request } = await leader.do('requestResearchMilestone', { projectId, kind: 'OPENING', documentId }, 'request { id }');
  await office.do('decideResearchMilestone', { requestId: request.id, decision: 'GRANTED', conclusion: '同意开题' });
  expect(await state(leader, projectId), 'RUNNING', 'a project that was opened');
  tell(office, 'accepts the opening report.', '同意开题。');
}
