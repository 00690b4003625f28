export { approvalsRoutes } from './approvals.routes.ts';
export { requireApproval } from './require-approval.ts';
