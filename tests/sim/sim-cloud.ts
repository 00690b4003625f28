import { gunzipSync } from 'node:zlib';
import { pino } from 'pino';
import { UpdateQueryNode, type Kysely, type KyselyPlugin, type RootOperationNode } from 'kysely';
import type { Clock } from '../../cloud/clock.ts';
import { createCloud, type Cloud } from '../../cloud/cloud.ts';
import type { Database } from '../../cloud/db/schema.ts';
import { openDatabase } from '../../cloud/db/open-database.ts';
import { makeCode } from '../../cloud/registers/enrolment-code.ts';
import { createOrganisation } from '../../cloud/registers/create-store.ts';
import { askServer, databaseUrl, makeDatabase } from '../cloud/support/test-postgres.ts';
import type { Random } from './random.ts';
import type { SimTime } from './sim-clock.ts';
import { simIds } from './sim-ids.ts';

export type SimCloud = {
  fetch(request: Request): Promise<Response>;
  database(): Kysely<Database>;
  storeId: string;
  /** A one-time code for one more till. */
  code(name: string): Promise<string>;
  /** The database goes away at the statement after the next so many; null: it stays. */
  failAfter(statements: number | null): void;
  /** Keeps the database as it is now. */
  backUp(): Promise<void>;
  /** Puts the kept database in the place of this one; false when there is none. */
  restore(): Promise<boolean>;
  close(): Promise<void>;
};

/** The real cloud on a database of its own, with one shop. */
export async function openSimCloud(server: string, time: SimTime, random: Random): Promise<SimCloud> {
  const made = await makeDatabase(server);
  const name = new URL(made.url).pathname.slice(1);
  const clock: Clock = { now: time.now, after: runAtOnce };
  const log = pino({ enabled: false });
  const ids = simIds(random.fork('cloud'), time);
  let statementsLeft: number | null = null;
  const goesAway: KyselyPlugin = {
    transformQuery({ node }) {
      // When a register was seen is noted beside its request, sooner or later: it does not count.
      if (statementsLeft === null || isNoteOfSeen(node)) return node;
      statementsLeft -= 1;
      if (statementsLeft >= 0) return node;
      throw new Error('the database went away');
    },
    transformResult: async ({ result }) => result,
  };
  const open = async () => {
    const opened = openDatabase({ url: databaseUrl(server, name), log });
    const database = opened.database.withPlugin(goesAway);
    return { opened, cloud: await createCloud({ database, clock, ids, log }) };
  };
  let running: Awaited<ReturnType<typeof open>> = await open();
  let hasBackup = false;
  const { context } = running.cloud;
  const storeId = await context.tx((tx) => createOrganisation(context, tx, 'Bakery'));

  const whileClosed = async (work: () => Promise<void>) => {
    await close(running);
    await work();
    running = await open();
  };
  return {
    storeId,
    fetch: async (request) => unpacked(await running.cloud.fetch(request)),
    database: () => running.opened.database,
    failAfter: (statements) => {
      statementsLeft = statements;
    },
    async code(registerName) {
      const { context: own } = running.cloud;
      return (await own.tx((tx) => makeCode(own, tx, { storeId, registerName }))).code;
    },
    backUp: () =>
      whileClosed(async () => {
        await askServer(server, `drop database if exists ${name}_kept`);
        await askServer(server, `create database ${name}_kept template ${name} strategy file_copy`);
        hasBackup = true;
      }),
    async restore() {
      if (!hasBackup) return false;
      await whileClosed(async () => {
        await askServer(server, `drop database ${name} with (force)`);
        await askServer(server, `create database ${name} template ${name}_kept strategy file_copy`);
      });
      return true;
    },
    async close() {
      await close(running);
      await askServer(server, `drop database if exists ${name}_kept with (force)`);
      await made.drop();
    },
  };
}

function isNoteOfSeen(node: RootOperationNode): boolean {
  return UpdateQueryNode.is(node) && JSON.stringify(node.updates).includes('last_seen_at');
}

async function close({ opened, cloud }: { opened: { close(): Promise<void> }; cloud: Cloud }): Promise<void> {
  await cloud.close();
  await opened.close();
}

/** An answer as a program sees it whose network unpacks what was packed for the way. */
async function unpacked(answer: Response): Promise<Response> {
  if (answer.headers.get('content-encoding') !== 'gzip') return answer;
  const content = gunzipSync(await answer.arrayBuffer());
  const headers = new Headers(answer.headers);
  headers.delete('content-encoding');
  headers.delete('content-length');
  return new Response(content, { status: answer.status, headers });
}

/** What is to be done later (a retry) is done now: the world's time moves between steps alone. */
function runAtOnce(_milliseconds: number, work: () => void): () => void {
  const timer = setImmediate(work);
  return () => clearImmediate(timer);
}
