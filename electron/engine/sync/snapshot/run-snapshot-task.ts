import { Worker } from 'node:worker_threads';
import { workerUrl } from '../../worker-url.ts';
import type { SnapshotMessage, SnapshotTask } from './snapshot-task.ts';

/** Runs a task on a thread of its own, so that the till keeps selling. Rejects with what was wrong. */
export function runSnapshotTask(task: SnapshotTask): Promise<SnapshotMessage> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerUrl('sync/snapshot/snapshot-worker'), { workerData: task });
    worker.on('message', (message: SnapshotMessage) => {
      if (message.kind === 'failed') reject(new Error(message.message));
      else resolve(message);
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('the thread that makes snapshots ended early')));
  });
}
