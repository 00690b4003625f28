import { Worker } from 'node:worker_threads';
import type { DrawnPaper } from '../../devices/draw-paper.ts';
import type { EngineContext } from '../context.ts';
import { perContext } from '../per-context.ts';
import { workerUrl } from '../worker-url.ts';
import type { DrawnAnswer } from './draw-paper-worker.ts';

/** The thread with what it drew is let go after so long; the library itself stays in memory once it was needed. */
const keptFor = 60_000;
const patience = 15_000;

type Drawing = { worker: Worker | null; cancelLettingGo: () => void };
const drawingOf = perContext((): Drawing => ({ worker: null, cancelLettingGo: () => undefined }));

/**
 * Draws a paper on a thread of its own, so that the till keeps selling meanwhile. One paper at a time: the print queue
 * asks for the next when it has this one. Rejects when nothing can be drawn on this computer.
 */
export async function drawOnWorker(context: EngineContext, paper: DrawnPaper): Promise<Uint8Array> {
  const drawing = drawingOf(context);
  drawing.cancelLettingGo();
  const worker = (drawing.worker ??= new Worker(workerUrl('receipts/draw-paper-worker')));
  worker.unref();
  try {
    return await answerOf(context, worker, paper);
  } catch (error) {
    stopDrawing(context);
    throw error;
  } finally {
    drawing.cancelLettingGo = context.clock.after(keptFor, () => stopDrawing(context));
  }
}

/** Ends the thread, if there is one. */
export function stopDrawing(context: EngineContext): void {
  const drawing = drawingOf(context);
  drawing.cancelLettingGo();
  void drawing.worker?.terminate();
  drawing.worker = null;
}

function answerOf(context: EngineContext, worker: Worker, paper: DrawnPaper): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const cancelPatience = context.clock.after(patience, () => settle(() => reject(new Error('too slow'))));
    const settle = (finish: () => void): void => {
      cancelPatience();
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      finish();
    };
    const onMessage = (answer: DrawnAnswer): void =>
      settle(() => ('bytes' in answer ? resolve(answer.bytes) : reject(answer.error)));
    const onError = (error: unknown): void => settle(() => reject(error));
    const onExit = (): void => settle(() => reject(new Error('the thread that draws ended')));
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(paper);
  });
}
