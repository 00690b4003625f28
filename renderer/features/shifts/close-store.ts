import { create } from 'zustand';
import type { ShiftCount, ZReport } from '../../../shared/api/shifts.ts';
import { newId } from '../../app/ids.ts';
import { emptyDrawer, type DrawerDraft } from './drawer-draft.ts';

export type CloseStep = 'parked' | 'count' | 'result' | 'closed';

/** How far closing a shift has come. Lives beside the page, so that leaving it loses nothing that was counted. */
export type Closing = {
  shiftId: string;
  step: CloseStep;
  drawer: DrawerDraft;
  /** Totals of terminals as typed. */
  others: { card: string; ewallet: string };
  countId: string;
  count: ShiftCount | null;
  reason: string;
  zReportId: string;
  report: ZReport | null;
};

export const useClosing = create<{ closing: Closing | null }>(() => ({ closing: null }));

export function startClosing(shiftId: string): void {
  useClosing.setState(({ closing }) => ({
    closing: closing?.shiftId === shiftId ? closing : begun(shiftId),
  }));
}

export function changeClosing(change: Partial<Closing>): void {
  useClosing.setState(({ closing }) => ({ closing: closing && { ...closing, ...change } }));
}

/** What was typed stays; the next count is a count of its own. */
export function countAgain(): void {
  changeClosing({ step: 'count', countId: newId() });
}

export function endClosing(): void {
  useClosing.setState({ closing: null });
}

function begun(shiftId: string): Closing {
  return {
    shiftId,
    step: 'parked',
    drawer: emptyDrawer,
    others: { card: '', ewallet: '' },
    countId: newId(),
    count: null,
    reason: '',
    zReportId: newId(),
    report: null,
  };
}
