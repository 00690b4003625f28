import { failure } from '../../../shared/api/failures.ts';
import { piecesTotal, type Pieces } from '../../../shared/domain/denominations.ts';
import type { Failure } from '../../../shared/domain/result.ts';

/** Null when nothing was counted by piece, or the pieces come to the amount; `pieces-differ` otherwise. */
export function checkPieces(pieces: Pieces, amountMinor: number): Failure | null {
  const counted = withoutNone(pieces);
  if (Object.keys(counted).length === 0) return null;
  try {
    return piecesTotal(counted) === amountMinor ? null : failure('pieces-differ', { field: 'pieces' });
  } catch (error) {
    if (error instanceof RangeError) return failure('pieces-differ', { field: 'pieces' });
    throw error;
  }
}

/** The pieces of which there are any. */
export function withoutNone(pieces: Pieces): Record<string, number> {
  return Object.fromEntries(Object.entries(pieces).filter(([, count]) => count > 0));
}
