export { approvalsRoutes } from './approvals.routes.ts';
export { approveReprint } from './approve-reprint.ts';
export { mayKnowDrawer } from './may-know-drawer.ts';
export { requireApproval } from './require-approval.ts';
export { requireApprovals } from './require-approvals.ts';
