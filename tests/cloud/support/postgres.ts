import { createConnection } from 'node:net';
import { text } from 'node:stream/consumers';
import { inject, onTestFinished } from 'vitest';
import { makeDatabase } from './test-postgres.ts';

let address: Promise<string> | undefined;

/** The address of an empty database with the cloud's tables, on the real PostgreSQL of this run; gone after the test. */
export async function testDatabaseUrl(): Promise<string> {
  address ??= text(createConnection(inject('postgresPort'), '127.0.0.1'));
  const url = await address;
  if (url.startsWith('failed')) throw new Error(url);
  const database = await makeDatabase(url);
  onTestFinished(() => database.drop());
  return database.url;
}
