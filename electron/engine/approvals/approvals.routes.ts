import { approval, approvalRequest } from '../../../shared/api/approvals.ts';
import { defineRoute } from '../route.ts';
import { giveApproval } from './give-approval.ts';

export const approvalsRoutes = [
  defineRoute({
    method: 'post',
    path: '/approvals',
    tag: 'Approvals',
    summary: 'Approves one act of who is signed in, by their own PIN or that of a manager',
    access: 'sell',
    body: approvalRequest,
    status: 201,
    answer: approval,
    handle: (context, { body, actor, remoteAddress }) => giveApproval(context, body, actor, remoteAddress),
  }),
];
