// P10, P14: an extension, and a change of the running project.

import { tell, expect, expectCodes, one } from './telling.mjs';

export async function extend({ leader, office, officer }, projectId) {
  const documentId = await leader.upload(leader.schoolId, 'REPORT', '阶段总结.txt', 'text/plain', '阶段总结\n');
  const asked = { projectId, requestedUntil: '2027-12-31', reason: '样本学校增加', documentId };
  expectCodes(leader, await leader.refused('requestResearchExtension', { ...asked, requestedUntil: '2028-07-31' }), ['P10_AN_EXTENSION_HAS_ITS_LENGTH'], 'more than a year');
  const { request } = await leader.do('requestResearchExtension', asked, 'request { id }');
  expectCodes(office, await office.refused('decideResearchExtension', { requestId: request.id, decision: 'GRANTED', grantedUntil: '2027-12-31' }), ['NOT_ALLOWED'], 'the school deciding on a county project');
  await officer.do('decideResearchExtension', { requestId: request.id, decision: 'GRANTED', grantedUntil: '2027-12-31' });
  expect((await leader.ask('query($id: ID!) { researchProject(id: $id) { dueOn } }', { id: projectId })).researchProject.dueOn, '2027-12-31', 'the due date');
  tell(officer, 'grants an extension to 2027-12-31.', '同意延期至2027年12月31日。');
}

export async function change({ leader, officer }, projectId) {
  const { request } = await leader.do('requestResearchChange', { projectId, kind: 'TITLE', title: '同伴调解在小学班级管理中的应用研究', reason: '限定学段' }, 'request { id }');
  await officer.do('decideResearchChange', { requestId: request.id, decision: 'GRANTED' });
  const [row] = await one(leader, projectId, 'changeRequests { nodes { kind before after decision } }');
  expect([row.kind, row.after, row.decision], ['TITLE', '同伴调解在小学班级管理中的应用研究', 'GRANTED'], 'the change');
  tell(officer, 'grants another title.', '同意变更题目。');
}
