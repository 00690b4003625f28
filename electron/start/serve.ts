import { startHost } from '../host.ts';
import { waitForEnd } from './wait-for-end.ts';

const longestClose = 20_000;

/** Serves the till to browsers until a signal ends it. Answers the exit code. */
export async function serve(options: { dataDir: string; port: number; demo: boolean }): Promise<number> {
  // The books, the log and all that SQLite makes beside them are for this user alone, whatever folder was named.
  process.umask(0o077);
  const end = waitForEnd();
  const host = await startHost(options);
  if (!host.ok) {
    end.release();
    console.error(host.failure.message);
    return 1;
  }
  console.log(`Sukli is ready at ${host.value.url}`);
  await end.asked;
  // Closing takes seconds at most; a fault in it must not keep a machine from shutting down.
  setTimeout(() => process.exit(1), longestClose).unref();
  await host.value.close();
  end.release();
  return 0;
}
