// P1 to P4: the application.

import { tell, expect, expectCodes } from './telling.mjs';

const parts = {
  background: '班级中同伴冲突增多，班主任缺少可操作的办法。', significance: '为班主任提供可推广的调解流程。',
  academicValue: '丰富小学同伴关系研究。', necessity: '学校德育工作的现实需要。', feasibility: '课题组有两年的班级实践基础。',
  innovation: '把积极倾听引入班会课。', plan: '准备、实施、总结三个阶段。', expectedResults: '研究报告一份，案例集一册。', dueOn: '2027-06-30',
};

/** A draft, which may be incomplete. */
export async function apply({ leader }) {
  const input = { schoolId: leader.schoolId, title: '同伴调解在班级管理中的应用研究', level: 'COUNTY', idempotencyKey: `story-${Date.now()}` };
  const { researchProject } = await leader.do('draftResearchProject', input, 'researchProject { id state version }');
  expect(researchProject.state, 'DRAFT', 'a new project');
  // Sent twice, as when an answer is lost, it is done once.
  expect((await leader.do('draftResearchProject', input, 'researchProject { id }')).researchProject.id, researchProject.id, 'the same key');
  expectCodes(leader, await leader.refused('draftResearchProject', { ...input, title: '另一个题目' }), ['IDEMPOTENCY_KEY_REUSED'], 'the same key with another title');
  tell(leader, 'drafts a project.', '起草课题。');
  return researchProject.id;
}

/** What a submission lacks is said all at once; then members, stages and tasks are named. */
export async function plan({ leader, member }, projectId) {
  expectCodes(leader, await leader.refused('submitResearchProject', { projectId }), [
    'P1_A_THEME_IS_TAGGED', 'P4_EVERY_PART_IS_STATED', 'P4_A_STAGE_GOAL_IS_STATED', 'P4_EVERY_MEMBER_HAS_A_TASK', 'P15_MEMBERS_AT_LEAST',
  ], 'an empty application');
  expectCodes(leader, await leader.refused('addResearchMember', { projectId, teacherId: member.teacherId, duty: ' ' }), ['INVALID_INPUT'], 'a member without a duty');
  await leader.do('addResearchMember', { projectId, teacherId: member.teacherId, duty: '问卷调查与数据分析', task: '设计并回收问卷' });
  const { stage } = await leader.do('addResearchStage', { projectId, goal: '完成文献综述和问卷', startsOn: '2026-12-01', dueOn: '2027-02-28' }, 'stage { id }');
  const members = (await leader.ask('query($id: ID!) { researchProject(id: $id) { members { nodes { id role } } } }', { id: projectId })).researchProject.members.nodes;
  const memberId = members.find((one) => one.role === 'LEADER').id;
  await leader.do('addResearchTask', { stageId: stage.id, memberId, description: '撰写文献综述', dueOn: '2027-01-31' });
  tell(leader, 'names a member and plans a stage.', '确定成员，安排阶段。');
}

/** The application is written and submitted; who writes over somebody else's version is told. */
export async function fill({ leader }, projectId) {
  const { researchProject } = await leader.do('saveResearchApplication', { projectId, background: parts.background }, 'researchProject { version }');
  const [conflict] = await leader.refused('saveResearchApplication', { projectId, plan: '…', expectedVersion: researchProject.version - 1 });
  expect([conflict.code, conflict.actualVersion], ['VERSION_CONFLICT', researchProject.version], 'an older version');
  await leader.do('saveResearchApplication', { projectId, ...parts, themes: ['LOVE', 'MENTAL_HEALTH'], expectedVersion: researchProject.version });
  const submitted = await leader.do('submitResearchProject', { projectId }, 'researchProject { state application { version state } }');
  expect(submitted.researchProject, { state: 'SUBMITTED', application: { version: 1, state: 'SUBMITTED' } }, 'a submission');
  tell(leader, 'submits the application.', '提交申报书。');
}

/** Another project of the same leader, complete. */
export async function complete({ leader, member }) {
  const { researchProject: { id: projectId } } = await leader.do(
    'draftResearchProject', { schoolId: leader.schoolId, title: '家校沟通中的积极倾听研究', level: 'SCHOOL', themes: ['SUCCESS'] }, 'researchProject { id }');
  await leader.do('saveResearchApplication', { projectId, ...parts });
  await leader.do('addResearchMember', { projectId, teacherId: member.teacherId, duty: '访谈', task: '家长访谈' });
  const { stage } = await leader.do('addResearchStage', { projectId, goal: '完成访谈', startsOn: '2026-12-01', dueOn: '2027-01-31' }, 'stage { id }');
  const members = (await leader.ask('query($id: ID!) { researchProject(id: $id) { members { nodes { id role } } } }', { id: projectId })).researchProject.members.nodes;
  await leader.do('addResearchTask', { stageId: stage.id, memberId: members.find((one) => one.role === 'LEADER').id, description: '拟定提纲', dueOn: '2026-12-31' });
  return projectId;
}
