import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { startEngine } from '../host.ts';
import { notedPort } from '../door/note-port.ts';
import { readBooks, writerOfBooks } from '../engine/read-books.ts';
import { askPort } from './ask-port.ts';

export type ReachedEngine = {
  ask(path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
};

/**
 * The engine of a data folder: started for this command, or, where a till has the folder already or its secrets are in
 * the keychain, the till that is running on it, found by the port that it noted. A till with other books is never asked.
 */
export async function reachEngine(
  dataDir: string,
  port: number,
): Promise<Result<ReachedEngine, { code: string; message: string }>> {
  const started = await startEngine({ dataDir });
  if (started.ok) {
    const { engine, close } = started.value;
    return ok({ ask: (path, init) => engine.fetch(new Request(`http://127.0.0.1${path}`, init)), close });
  }
  const { code } = started.failure;
  if (code !== 'data-folder-in-use' && code !== 'keys-in-keychain') return started;
  const itsPort = notedPort(dataDir) ?? port;
  const running = await askPort(itsPort);
  if (running.kind !== 'sukli') return fail(started.failure);
  const writer = readBooks(dataDir, writerOfBooks);
  if (!writer.ok) return writer;
  if (writer.value !== running.writer) {
    return fail({
      code: 'another-till',
      message: `The till that answers on port ${itsPort} keeps other books than those in ${dataDir}. Nothing was changed. Name the port of the right one with --port.`,
    });
  }
  const ask = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${itsPort}${path}`, init);
  return ok({ ask, close: async () => undefined });
}
