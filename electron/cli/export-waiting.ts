import { writeFile } from 'node:fs/promises';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { reachEngine, type ReachedEngine } from './reach-engine.ts';
import { bearer, refusalOf, signInHere, type Refusal } from './sign-in-here.ts';

export type ExportOptions = { dataDir: string; port: number; file: string; user: string | null };

/** Saves everything that waits for the cloud to a signed file that is not there yet. Exit code 0, or 1. */
export async function exportWaiting(options: ExportOptions): Promise<number> {
  const reached = await reachEngine(options.dataDir, options.port);
  const done = reached.ok ? await save(reached.value, options) : reached;
  if (reached.ok) await reached.value.close();
  if (done.ok) console.log(done.value);
  else console.error(done.failure.message);
  return done.ok ? 0 : 1;
}

async function save(engine: ReachedEngine, { file, user }: ExportOptions): Promise<Result<string, Refusal>> {
  const token = await signInHere(engine, user);
  if (!token.ok) return token;
  const answer = await engine.ask('/api/v1/sync/export', { headers: bearer(token.value) });
  if (!answer.ok) return fail(await refusalOf(answer));
  const content = new Uint8Array(await answer.arrayBuffer());
  try {
    await writeFile(file, content, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return fail({ message: `${file} could not be written (${why}).` });
  }
  const size = (content.byteLength / 1024).toFixed(0);
  return ok(`Saved to ${file} (${size} kB). Bring it to any till of the shop, or to who runs the cloud.`);
}
