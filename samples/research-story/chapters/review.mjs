// P5, P6: the preliminary review.

import { tell, expect, expectCodes, state, one } from './telling.mjs';

const comments = ['选题贴近实际，方案可行。', '建议缩小样本范围。', '同意立项。'];

/** Reviewers who are no members; none sees another's opinion before the own. */
export async function review({ leader, member, reviewers, office }, projectId) {
  const reviewerIds = reviewers.map((reviewer) => reviewer.teacherId);
  expectCodes(leader, await leader.refused('assignResearchReviewers', { projectId, reviewerIds }), ['NOT_ALLOWED'], 'the leader choosing reviewers');
  expectCodes(office, await office.refused('assignResearchReviewers', { projectId, reviewerIds: [reviewerIds[0], member.teacherId] }), ['P5_A_REVIEWER_IS_NO_MEMBER'], 'a member as reviewer');
  expectCodes(office, await office.refused('assignResearchReviewers', { projectId, reviewerIds: [reviewerIds[0]] }), ['P5_REVIEWERS_AT_LEAST', 'P15_PANEL_AT_LEAST'], 'one reviewer');
  await assign(office, projectId, reviewers);

  expectCodes(office, await office.refused('requestResearchRevision', { projectId, opinions: ['请修改。'] }), ['P5_EVERY_REVIEW_IS_GIVEN'], 'a revision before the reviews');
  await giveReview(reviewers[0], projectId, comments[0], ['请补充国内外研究现状。']);
  expect((await one(reviewers[1], projectId, 'reviews { nodes { comment } }')).filter((row) => row.comment), [], 'what the second reviewer sees before the own review');
  await giveReview(reviewers[1], projectId, comments[1], ['请缩小样本范围。']);
  expect((await one(reviewers[1], projectId, 'reviews { nodes { comment } }')).filter((row) => row.comment).length, 2, 'what the second reviewer sees after it');
  await giveReview(reviewers[2], projectId, comments[2], []);
  expect(await one(leader, projectId, 'reviews { nodes { comment } }'), [], 'what the leader sees before the decision');
}

/** The office asks for a revision; the leader answers each opinion and submits a new version, the old one stays. */
export async function revise({ leader, reviewers, office }, projectId) {
  await office.do('requestResearchRevision', { projectId, opinions: ['请写明成果的推广方式。'], remark: '修改后再评' });
  tell(office, 'asks for a revision.', '退回修改。');
  const opinions = await one(leader, projectId, 'opinions { nodes { id opinion answer } }');
  expect(opinions.length, 3, 'opinions');
  await leader.do('saveResearchApplication', { projectId, background: '班级中同伴冲突增多（附国内外研究现状）。' });
  const missing = await leader.refused('submitResearchProject', { projectId });
  expect(missing.map((error) => error.rule), ['P6', 'P6', 'P6'], 'a submission without answers');
  for (const { id, opinion } of opinions) await leader.do('answerResearchOpinion', { opinionId: id, answer: `已修改：${opinion}` });
  await leader.do('submitResearchProject', { projectId });

  const versions = await one(leader, projectId, 'applications { nodes { version outcome background } }');
  expect(versions.map((version) => [version.version, version.outcome]), [[2, null], [1, 'REVISION']], 'versions');
  expect(versions[0].background === versions[1].background, false, 'the two backgrounds');
  tell(leader, 'answers each opinion and submits version 2.', '逐条答复，提交第2版。');

  await assign(office, projectId, reviewers);
  for (const [index, reviewer] of reviewers.entries()) await giveReview(reviewer, projectId, comments[index], []);
}

export async function assign(office, projectId, reviewers) {
  await office.do('assignResearchReviewers', { projectId, reviewerIds: reviewers.map((reviewer) => reviewer.teacherId) });
  expect(await state(office, projectId), 'IN_REVIEW', 'a project with reviewers');
  tell(office, 'assigns the reviewers.', '分配评审人。');
}

export async function giveReview(reviewer, projectId, comment, opinions) {
  const data = await reviewer.ask(
    'query($where: ResearchReviewFilterInput) { researchReviews(where: $where) { nodes { id } } }',
    { where: { project: { id: { eq: projectId } }, reviewer: { id: { eq: reviewer.teacherId } }, state: { eq: 'ASSIGNED' } } });
  const [{ id: reviewId }] = data.researchReviews.nodes;
  await reviewer.do('submitResearchReview', { reviewId, scientific: 85, advancement: 80, feasibility: 90, comment, opinions });
  tell(reviewer, 'gives the review.', '提交评审。');
}
