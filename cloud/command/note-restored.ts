import { pino } from 'pino';
import { raiseEpoch } from '../sync/raise-epoch.ts';
import { openCloud } from './open-cloud.ts';
import type { CloudFlags } from './read-command.ts';
import { say } from './say.ts';

/** After a restore of the cloud's own database: every store gets a new epoch. Answers the exit code. */
export async function noteRestored(flags: CloudFlags): Promise<number> {
  const opened = await openCloud(flags, pino({ enabled: false }), { asGuest: true });
  if (!opened.ok) {
    say(opened.failure.message);
    return 1;
  }
  const { context } = opened.value.cloud;
  const stores = await context.database.selectFrom('stores').select('id').execute();
  for (const { id } of stores) await context.tx((tx) => raiseEpoch(context, tx, id, 0));
  await opened.value.close();
  const shops = stores.length === 1 ? '1 shop has' : `${stores.length} shops have`;
  say(`${shops} a new epoch. Its tills read everything again and send what is missing.`);
  return 0;
}
