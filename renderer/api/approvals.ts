import type { Approval, ApprovalRequest } from '../../shared/api/approvals.ts';
import { request } from './client.ts';

/** Approves one act of who is signed in by a PIN. */
export function giveApproval(body: ApprovalRequest): Promise<Approval> {
  return request<Approval>('/approvals', { method: 'POST', body });
}
