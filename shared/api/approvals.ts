import { z } from 'zod';
import { acts } from '../domain/acts.ts';
import { id, instant } from './common.ts';

/** The approvals that came with an act: one is for one act, once. */
export const approvalIds = z.array(id).max(200).default([]);

/** `figure`: the act's size in its measure, without a sign; 0 where there is nothing to measure. */
export const approvalRequest = z.strictObject({
  id,
  act: z.enum(acts),
  subject: id.meta({ description: 'What it is for: the id of the line, cart, sale, refund, move or shift.' }),
  figure: z.int().min(0).default(0),
  pin: z.string().max(20),
});
export type ApprovalRequest = z.infer<typeof approvalRequest>;

export const approval = z
  .object({
    id,
    act: z.enum(acts),
    subject: id,
    figure: z.int().nullable(),
    way: z.enum(['own-pin', 'manager']),
    approvedBy: z.string(),
    at: instant,
  })
  .meta({ id: 'Approval', description: 'Good for one act, once, within twelve hours.' });
export type Approval = z.infer<typeof approval>;
