import { parentPort } from 'node:worker_threads';
import { drawPaper, type DrawnPaper } from '../../devices/draw-paper.ts';

/** The bytes for the printer, or why there are none. */
export type DrawnAnswer = { bytes: Uint8Array } | { error: unknown };

const answer = (drawn: DrawnAnswer): void => parentPort?.postMessage(drawn);

parentPort?.on('message', (paper: DrawnPaper) => {
  void drawPaper(paper).then(
    (bytes) => answer({ bytes }),
    (error: unknown) => answer({ error }),
  );
});
