import { z } from 'zod';
import { acts, ways } from '../domain/acts.ts';
import { id, instant } from './common.ts';

const act = z.enum(acts);

export const approvalRequest = z
  .strictObject({
    id: id.meta({ description: 'Made once by the screen; the same id again gives the same answer.' }),
    act,
    subject: id.meta({ description: 'The line, sale, refund, cash move or shift that it is for.' }),
    figure: z
      .int()
      .min(0)
      .max(1_000_000_000_000)
      .meta({ description: 'Up to how much, in the act’s measure; 0 where there is nothing to measure.' }),
    pin: z.string().max(20),
  })
  .meta({ id: 'ApprovalRequest' });

export const approval = z
  .object({
    id,
    act,
    subject: z.string(),
    figure: z.int().nullable(),
    way: z.enum(ways),
    approvedBy: z.string(),
    at: instant,
  })
  .meta({ id: 'Approval' });

/** What acts take: the approvals that were given for them. */
export const approvalIds = z.array(id).max(50).default([]);
