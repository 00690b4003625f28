import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { startTestPostgres, type TestPostgres } from './test-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgresPort: number;
  }
}

/** One PostgreSQL for all test files of a run, started when the first of them asks for its address at this port. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  let started: Promise<TestPostgres> | undefined;
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    started ??= startTestPostgres();
    started.then(
      ({ url }) => socket.end(url),
      (error: unknown) => socket.end(`failed: ${String(error)}`),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  project.provide('postgresPort', (server.address() as AddressInfo).port);
  return async () => {
    server.close();
    const postgres = await started?.catch(() => undefined);
    await postgres?.stop();
  };
}
