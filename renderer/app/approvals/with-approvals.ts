import { acts, type Act } from '../../../shared/domain/acts.ts';
import { isApiFailure } from '../../api/api-failure.ts';
import { askApproval, type NeededApproval } from './ask-approval.ts';

/**
 * Sends an act, and again with each approval that the engine asks for on the way. What was refused is thrown as it came:
 * `approval-needed` when nobody approved.
 */
export async function withApprovals<T>(
  send: (approvalIds: readonly string[]) => Promise<T>,
  { given = [], words }: { given?: readonly string[]; words?: string } = {},
): Promise<T> {
  try {
    return await send(given);
  } catch (thrown) {
    const needed = neededOf(thrown);
    if (needed === null) throw thrown;
    const approvalId = await askApproval({ ...needed, words });
    if (approvalId === null) throw thrown;
    return withApprovals(send, { given: [...given, approvalId], ...(words === undefined ? {} : { words }) });
  }
}

function neededOf(thrown: unknown): NeededApproval | null {
  if (!isApiFailure(thrown, 'approval-needed')) return null;
  const { act, way, figure, subject } = thrown.details;
  if (!isAct(act) || (way !== 'own-pin' && way !== 'manager')) return null;
  if (typeof figure !== 'number' || typeof subject !== 'string') return null;
  return { act, way, figure, subject };
}

function isAct(value: unknown): value is Act {
  return acts.some((act) => act === value);
}
