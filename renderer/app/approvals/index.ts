export { actTexts } from './act-texts.ts';
export { askApproval, useApprovalQuestions } from './ask-approval.ts';
export { withApprovals } from './with-approvals.ts';
