import { parentPort, workerData } from 'node:worker_threads';
import { packSnapshot, unpackSnapshot } from './pack-snapshot.ts';
import { settleRegister } from './settle-register.ts';
import type { SnapshotMessage, SnapshotTask } from './snapshot-task.ts';

const task = workerData as SnapshotTask;

async function work(): Promise<SnapshotMessage> {
  if (task.task === 'unpack') {
    await unpackSnapshot(task.packed, task.target);
    settleRegister(task.target, task.ownFile, task.place);
    return { kind: 'unpacked' };
  }
  return { kind: 'packed', packed: await packSnapshot(task.databaseFile, task.folder, task.register) };
}

work().then(
  (message) => parentPort?.postMessage(message),
  (error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    parentPort?.postMessage({ kind: 'failed', message } satisfies SnapshotMessage);
  },
);
