import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import type { Clock } from '../../../cloud/clock.ts';
import { createCloud, type Cloud } from '../../../cloud/cloud.ts';
import { openDatabase } from '../../../cloud/db/open-database.ts';
import { systemIds } from '../../../cloud/ids.ts';
import { keepToDocument } from './keep-to-document.ts';
import { testDatabaseUrl } from './postgres.ts';

type CloudClock = Clock & { set(now: number): void };

/** A clock that tests set. What it is asked to run later runs a millisecond later in real time. */
function cloudClock(): CloudClock {
  let now = Date.parse('2026-03-02T01:00:00.000Z');
  return {
    now: () => now,
    after(_milliseconds, work) {
      const timer = setTimeout(work, 1);
      return () => clearTimeout(timer);
    },
    set(to) {
      now = to;
    },
  };
}

/** The real cloud on an empty database of its own, which answers as it is documented; gone after the test. */
export async function openTestCloud(): Promise<Cloud & { clock: CloudClock }> {
  const url = await testDatabaseUrl();
  const log = pino({ enabled: false });
  const clock = cloudClock();
  const opened = openDatabase({ url, log });
  const cloud = await createCloud({ database: opened.database, clock, ids: systemIds, log });
  onTestFinished(async () => {
    await cloud.close();
    await opened.close();
  });
  return { ...keepToDocument(cloud), clock };
}
