import { once } from 'node:events';
import { openHttpDoor } from './http-door.ts';
import { firstCode } from './first-code.ts';
import { openCloud } from './open-cloud.ts';
import { openLog } from './open-log.ts';
import type { CloudFlags } from './read-command.ts';
import { say } from './say.ts';

const longestClose = 30_000;

/** Serves tills until a signal ends it; what is under way is answered first. Answers the exit code. */
export async function serve(flags: CloudFlags): Promise<number> {
  process.umask(0o077);
  const asked = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  const opened = await openCloud(flags, openLog(), { asGuest: false });
  if (!opened.ok) {
    say(opened.failure.message);
    return 1;
  }
  const { cloud, close, databaseEnded } = opened.value;
  const door = await openHttpDoor(flags, cloud.fetch);
  if (!door.ok) {
    await close();
    say(door.failure.message);
    return 1;
  }
  const code = await firstCode(cloud.context);
  say(`Sukli cloud is ready at ${door.value.url}`);
  if (code !== null) say(`The code for the first till: ${code} (good once, for 24 hours)`);
  const because = await Promise.race([asked.then(() => 'signal'), databaseEnded.then(() => 'database')]);
  if (because === 'database') say(`PostgreSQL ended by itself. See ${flags.dataDir}/postgres.log.`);
  setTimeout(() => process.exit(1), longestClose).unref();
  process.once('SIGINT', () => process.exit(130));
  await Promise.all([cloud.close(), door.value.close()]);
  await close();
  return because === 'signal' ? 0 : 1;
}
