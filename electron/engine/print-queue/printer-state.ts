import type { Health } from '../../../shared/api/settings.ts';
import type { EngineContext } from '../context.ts';
import { countWaiting } from './print-job-statements.ts';
import type { PrinterAnswer } from '../../../shared/api/receipts.ts';
import { printerOf, queueOf } from './print-queue.ts';

const paperLowWords = 'The paper is nearly at its end. Have a new roll ready.';

/** The printer as the status bar shows it. */
export function printerState(context: EngineContext): Health['printer'] {
  const waiting = context.read.first(countWaiting)?.count ?? 0;
  if (context.settings().printer.kind === 'none') return { state: 'none', waiting, message: '' };
  const message = queueOf(context)?.trouble() ?? '';
  if (message !== '') return { state: 'failing', waiting, message };
  if (waiting > 0) return { state: 'waiting', waiting, message: '' };
  if (queueOf(context)?.isPaperLow()) return { state: 'paper-low', waiting, message: paperLowWords };
  return { state: 'ready', waiting, message: '' };
}

/** Asks the printer how it is, now. */
export async function askPrinter(context: EngineContext): Promise<PrinterAnswer> {
  const printer = printerOf(context);
  if (printer === null) return { state: 'none', message: 'No printer is set up.' };
  const queue = queueOf(context);
  if (queue !== undefined && queue.current() !== null)
    return { state: 'printing', message: 'The printer is printing at this moment.' };
  const asked = await printer.ask();
  if (!asked.ok) return { state: 'failing', message: asked.failure.message };
  if (asked.value.paperLow) return { state: 'paper-low', message: paperLowWords };
  if (asked.value.answers) return { state: 'ready', message: 'The printer is ready.' };
  return {
    state: 'silent',
    message: 'The printer takes connections, but does not tell how it is. Try a test print.',
  };
}
