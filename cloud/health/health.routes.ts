import { sql } from 'kysely';
import { z } from 'zod';
import { fail, ok } from '../../shared/domain/result.ts';
import { cloudFailure } from '../../shared/sync/cloud-failures.ts';
import { instantOf } from '../clock.ts';
import { defineRoute } from '../route.ts';

export const healthRoutes = [
  defineRoute({
    method: 'get',
    path: '/health',
    tag: 'Health',
    summary: 'Whether this copy answers and reaches its database',
    access: 'public',
    answer: z.object({ ok: z.literal(true), version: z.string(), serverTime: z.string() }),
    async handle({ database, clock, log, version }) {
      try {
        await sql`select 1`.execute(database);
        return ok({ ok: true as const, version, serverTime: instantOf(clock.now()) });
      } catch (error) {
        log.warn({ err: error }, 'the database does not answer');
        return fail(cloudFailure('database-unreachable'));
      }
    },
  }),
];
