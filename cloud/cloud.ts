import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { cloudFailure } from '../shared/sync/cloud-failures.ts';
import { failureAnswer } from './api/answers.ts';
import { createApp } from './api/app.ts';
import type { Clock } from './clock.ts';
import type { CloudContext } from './context.ts';
import { migrate } from './db/migrate.ts';
import type { Database } from './db/schema.ts';
import { createTurns } from './db/turns.ts';
import { createTx } from './db/tx.ts';
import type { Ids } from './ids.ts';
import { cloudRoutes } from './routes.ts';
import { cloudVersion } from './version.ts';

export type CloudOptions = { database: Kysely<Database>; clock: Clock; ids: Ids; log: Logger };

export type Cloud = {
  /** Answers one request. Never throws for a request's own faults. */
  fetch(request: Request, from?: { remoteAddress: string }): Promise<Response>;
  /** For programs that call its functions without HTTP: the command, tests. */
  context: CloudContext;
  /** Takes no new requests and resolves when those under way are answered. The database stays open. */
  close(): Promise<void>;
};

/** Of one store: one is being written, and the next has begun. */
const pushesAtOnce = 2;

/** The composition root: brings the tables up to date and wires the routes to them. One of any number of copies. */
export async function createCloud({ database, clock, ids, log }: CloudOptions): Promise<Cloud> {
  const tx = createTx({ database, clock, ids });
  const turns = createTurns(pushesAtOnce);
  const context: CloudContext = { version: cloudVersion, database, tx, turns, clock, ids, log };
  await migrate(context);
  const app = createApp(context, cloudRoutes);
  const underWay = new Set<Promise<Response>>();
  let isClosing = false;
  return {
    context,
    async fetch(request, from = { remoteAddress: '' }) {
      if (isClosing) return failureAnswer(cloudFailure('cloud-closing'));
      const answered = Promise.resolve(app.fetch(request, from));
      underWay.add(answered);
      try {
        return await answered;
      } finally {
        underWay.delete(answered);
      }
    },
    async close() {
      isClosing = true;
      await Promise.allSettled(underWay);
    },
  };
}
