// P8, P9: the project runs, is inspected, and fills its portfolio.

import { tell, expect, expectCodes } from './telling.mjs';

export async function run({ leader, member, office }, projectId) {
  const { inspection } = await office.do('inspectResearchProject', { projectId, finding: '问卷尚未回收完。', mendBy: '2026-12-15' }, 'inspection { id }');
  const query = 'query($id: ID!) { researchProject(id: $id) { openInspectionCount tasks { nodes { id description } } stages { nodes { id } } } }';
  const before = (await leader.ask(query, { id: projectId })).researchProject;
  expect(before.openInspectionCount, 1, 'inspections with something to mend');
  expectCodes(leader, await leader.refused('confirmInspectionMended', { inspectionId: inspection.id, mendedOn: '2026-11-16' }), ['NOT_ALLOWED'], 'the leader confirming');
  await office.do('confirmInspectionMended', { inspectionId: inspection.id, mendedOn: '2026-11-16' });
  expect((await leader.ask(query, { id: projectId })).researchProject.openInspectionCount, 0, 'inspections after the mending');
  tell(office, 'inspects the project; what was found is mended.', '检查课题，已整改。');

  const today = '2026-11-16';
  for (const task of before.tasks.nodes) await leader.do('completeResearchTask', { taskId: task.id, doneOn: today });
  for (const stage of before.stages.nodes) await leader.do('completeResearchStage', { stageId: stage.id, doneOn: today });
  expectCodes(member, await member.refused('completeResearchStage', { stageId: before.stages.nodes[0].id, doneOn: today }), ['NOT_ALLOWED'], 'a member completing a stage');
}

/** Members put in documents and texts, until nothing is missing. */
export async function fillPortfolio({ leader, member }, projectId) {
  const query = 'query($id: ID!) { researchProject(id: $id) { portfolioCompleteness missingPortfolioCategories } }';
  const missing = async () => (await leader.ask(query, { id: projectId })).researchProject;
  const { missingPortfolioCategories: categories } = await missing();
  const documentId = await member.upload(leader.schoolId, 'DATA', '问卷数据.csv', 'text/csv', '序号,是否调解\n1,是\n2,否\n');
  expectCodes(leader, await leader.refused('addPortfolioItem', { projectId, category: 'SURVEY_DATA', title: '问卷数据', documentId }), ['NOT_FOUND'], 'a document of somebody else');
  expectCodes(member, await member.refused('addPortfolioItem', { projectId, category: 'SURVEY_DATA', title: '问卷数据' }), ['P9_AN_ITEM_IS_A_DOCUMENT_OR_A_TEXT'], 'neither a document nor a text');
  await member.do('addPortfolioItem', { projectId, category: 'SURVEY_DATA', title: '问卷数据', documentId });
  expect((await leader.download(documentId)).disposition.startsWith('attachment'), true, 'a file of the portfolio');
  for (const category of categories.filter((one) => one !== 'SURVEY_DATA'))
    await leader.do('addPortfolioItem', { projectId, category, title: category, body: '见正文。' });
  expect(await missing(), { portfolioCompleteness: 100, missingPortfolioCategories: [] }, 'the portfolio');
  tell(member, 'and the leader complete the portfolio.', '与负责人完成档案袋。');
}
