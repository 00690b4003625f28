import { pino } from 'pino';
import { createOrganisation } from '../registers/create-store.ts';
import { makeCode } from '../registers/enrolment-code.ts';
import { openCloud } from './open-cloud.ts';
import type { CloudFlags } from './read-command.ts';
import { say } from './say.ts';

/** Makes another organisation with its first shop, and prints a code for its first till. Answers the exit code. */
export async function addShop(flags: CloudFlags, name: string): Promise<number> {
  const opened = await openCloud(flags, pino({ enabled: false }), { asGuest: true });
  if (!opened.ok) {
    say(opened.failure.message);
    return 1;
  }
  const { context } = opened.value.cloud;
  const { code } = await context.tx(async (tx) => {
    const storeId = await createOrganisation(context, tx, name);
    return makeCode(context, tx, { storeId, registerName: '' });
  });
  await opened.value.close();
  say(`The code for the first till of ${name}: ${code} (good once, for 24 hours)`);
  return 0;
}
