import { mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Clock } from '../clock.ts';
import { createCheckpointer } from './checkpoint.ts';
import { openConnection } from './open.ts';

function openLog() {
  const folder = mkdtempSync(join(tmpdir(), 'sukli-checkpoint-'));
  const file = join(folder, 'sukli.db');
  const connection = openConnection(file, 'write');
  onTestFinished(() => {
    connection.close();
    rmSync(folder, { recursive: true, force: true });
  });
  let due = (): void => undefined;
  const clock: Clock = {
    now: () => 0,
    after: (_milliseconds, work) => {
      due = work;
      return () => undefined;
    },
  };
  const checkpointer = createCheckpointer(connection, clock);
  const commit = (sql: string): void => {
    connection.exec(sql);
    checkpointer.afterCommit();
  };
  return { connection, log: `${file}-wal`, commit, idle: () => due() };
}

test('the log is folded into the database when the till is idle', () => {
  const { connection, log, commit, idle } = openLog();
  commit('CREATE TABLE till (sale INTEGER)');
  commit('INSERT INTO till VALUES (1)');
  idle();
  // All of the log is in the database: nothing is lost without it.
  truncateSync(log, 0);
  expect(connection.prepare('SELECT sale FROM till').all()).toEqual([{ sale: 1 }]);
});

test('a disk that fails while the log is folded does not end the till', () => {
  const { connection, log, commit, idle } = openLog();
  commit('CREATE TABLE till (sale INTEGER)');
  truncateSync(log, 0);
  expect(() => connection.pragma('wal_checkpoint(PASSIVE)')).toThrow(/disk/);
  expect(idle).not.toThrow();
});
