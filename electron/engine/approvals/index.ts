export { approvalsRoutes } from './approvals.routes.ts';
export { approveReprint } from './approve-reprint.ts';
export { requireApproval } from './require-approval.ts';
