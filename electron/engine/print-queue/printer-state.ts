import type { Health } from '../../../shared/api/settings.ts';
import type { EngineContext } from '../context.ts';
import { countWaiting } from './print-job-statements.ts';
import { queueOf } from './print-queue.ts';

/** The printer as the status bar shows it. */
export function printerState(context: EngineContext): Health['printer'] {
  const waiting = context.read.first(countWaiting)?.count ?? 0;
  if (context.settings().printer.kind === 'none') return { state: 'none', waiting, message: '' };
  const message = queueOf(context)?.trouble() ?? '';
  if (message !== '') return { state: 'failing', waiting, message };
  return { state: waiting > 0 ? 'waiting' : 'ready', waiting, message: '' };
}
