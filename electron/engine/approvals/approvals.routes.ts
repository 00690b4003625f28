import { approval, approvalRequest } from '../../../shared/api/approvals.ts';
import { defineRoute } from '../route.ts';
import { giveApproval } from './give-approval.ts';

export const approvalsRoutes = [
  defineRoute({
    method: 'post',
    path: '/approvals',
    tag: 'Approvals',
    summary: 'Approves one act by PIN: the caller’s own, or a manager’s',
    access: 'sell',
    body: approvalRequest,
    status: 201,
    answer: approval,
    handle: (context, { body, actor, remoteAddress }) => giveApproval(context, body, actor, remoteAddress),
  }),
];
