import type { Patience } from './patience.ts';

/** What a till takes at most of one answer, unpacked. */
const mostAnswerBytes = 16 * 1_048_576;

/** The body of an answer; null when it is larger than a till takes. Rejects when it breaks off. */
export async function readBody(response: Response, patience: Patience): Promise<Uint8Array | null> {
  if (response.body === null) return new Uint8Array();
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await untilAborted(reader.read(), patience.signal);
    if (done) return Buffer.concat(chunks, length);
    patience.touch();
    length += value.byteLength;
    if (length > mostAnswerBytes) {
      await reader.cancel().catch(() => undefined);
      return null;
    }
    chunks.push(value);
  }
}

/** What is waited for, or a rejection as soon as the signal says so, whether the other side hears it or not. */
export function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(new Error('aborted'));
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
