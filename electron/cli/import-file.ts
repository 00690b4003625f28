import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { productImport, type ProductImport } from '../../shared/api/catalog.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { reachEngine, type ReachedEngine } from './reach-engine.ts';
import { showProgress } from './show-progress.ts';
import { bearer, readAnswer, signInHere, type Refusal } from './sign-in-here.ts';

export type ImportOptions = {
  dataDir: string;
  port: number;
  file: string;
  user: string | null;
  dryRun: boolean;
};

const imports = '/api/v1/product-imports';
const pause = 150;

/**
 * Takes a catalogue in as the person who signs in, through the same interface as the screens: checked first, and
 * imported only when no row is wrong. Progress goes to standard error. Exit code 0, or 1 when nothing was imported.
 */
export async function importFile(options: ImportOptions): Promise<number> {
  const reached = await reachEngine(options.dataDir, options.port);
  if (!reached.ok) return refuse(reached.failure);
  try {
    const done = await runImport(reached.value, options);
    return done.ok ? tell(done.value) : refuse(done.failure);
  } finally {
    await reached.value.close();
  }
}

async function runImport(
  engine: ReachedEngine,
  options: ImportOptions,
): Promise<Result<ProductImport, Refusal>> {
  let bytes: Buffer;
  try {
    bytes = await readFile(options.file);
  } catch (error) {
    return fail({
      message: `${options.file} cannot be read (${error instanceof Error ? error.message : String(error)}).`,
    });
  }
  const session = await signInHere(engine, options.user);
  if (!session.ok) return session;
  const token = session.value;
  const begun = await ask(
    engine,
    token,
    `${imports}?fileName=${encodeURIComponent(basename(options.file))}`,
    {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: new Uint8Array(bytes),
    },
  );
  const checked = begun.ok ? await follow(engine, token, begun.value) : begun;
  if (!checked.ok || checked.value.state !== 'ready') return checked;
  if (options.dryRun) {
    await engine.ask(`${imports}/${checked.value.id}`, { method: 'DELETE', headers: bearer(token) });
    return checked;
  }
  const applying = await ask(engine, token, `${imports}/${checked.value.id}/apply`, { method: 'POST' });
  return applying.ok ? follow(engine, token, applying.value) : applying;
}

/** Waits until an import is no longer being checked or applied, and shows how far it is. */
async function follow(
  engine: ReachedEngine,
  token: string,
  begun: ProductImport,
): Promise<Result<ProductImport, Refusal>> {
  const progress = showProgress();
  let seen: Result<ProductImport, Refusal> = ok(begun);
  while (seen.ok && (seen.value.state === 'checking' || seen.value.state === 'applying')) {
    const { state, rowsChecked, rowsApplied, rowsTotal } = seen.value;
    if (state === 'checking') progress.show('Checking', rowsChecked, rowsTotal);
    else progress.show('Importing', rowsApplied, rowsTotal);
    await wait(pause);
    seen = await ask(engine, token, `${imports}/${begun.id}`);
  }
  progress.end();
  return seen;
}

async function ask(
  engine: ReachedEngine,
  token: string,
  path: string,
  init: RequestInit = {},
): Promise<Result<ProductImport, Refusal>> {
  const headers = { ...bearer(token), ...(init.headers as Record<string, string> | undefined) };
  return readAnswer(await engine.ask(path, { ...init, headers }), productImport);
}

function tell(done: ProductImport): number {
  const { state, toCreate, toUpdate, unchanged, problems, problemCount } = done;
  const counts = `${toCreate.toLocaleString('en')} new, ${toUpdate.toLocaleString('en')} changed, ${unchanged.toLocaleString('en')} as they were`;
  if (state === 'done') console.log(`Imported: ${counts}.`);
  else if (state === 'ready') console.log(`Every row is fine: ${counts}. Nothing was imported.`);
  else {
    for (const { row, column, value, reason } of problems) {
      const where = column === null ? '' : `, ${column}${value === null ? '' : ` "${value}"`}`;
      console.error(`row ${row}${where}: ${reason}`);
    }
    const more = problemCount - problems.length;
    if (more > 0) console.error(`and ${more.toLocaleString('en')} more`);
    const count = problemCount === 1 ? '1 problem' : `${problemCount.toLocaleString('en')} problems`;
    console.error(`${count}. Nothing was imported.`);
  }
  return state === 'done' || state === 'ready' ? 0 : 1;
}

function refuse({ message }: Refusal): number {
  console.error(message);
  return 1;
}
