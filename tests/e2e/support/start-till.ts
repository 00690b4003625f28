import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../../..', import.meta.url));

export type Till = {
  url: string;
  port: number;
  dataDir: string;
  /** Ends the process as the power does: nothing is told, nothing is closed. */
  kill(): Promise<void>;
  /** Starts the program again on the same folder and the same port. */
  startAgain(): Promise<void>;
  /** Ends the process in order and removes the folder. */
  remove(): Promise<void>;
};

/** The program as a user starts it, in a process and a folder of its own. */
export async function startTill({ demo = false }: { demo?: boolean } = {}): Promise<Till> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sukli-browser-test-'));
  let running = await startProcess({ dataDir, demo, port: 0 });
  const url = running.url;
  const port = Number(new URL(url).port);
  return {
    url,
    port,
    dataDir,
    kill: () => endProcess(running.child, 'SIGKILL'),
    startAgain: async () => {
      running = await startProcess({ dataDir, demo, port });
    },
    remove: async () => {
      await endProcess(running.child, 'SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

type Running = { child: ChildProcess; url: string };

function startProcess(options: { dataDir: string; demo: boolean; port: number }): Promise<Running> {
  const flags = ['--host', '--port', String(options.port), '--data', options.dataDir];
  const child = spawn(
    process.execPath,
    ['electron/sukli.mjs', 'start', ...flags, ...(options.demo ? ['--demo'] : [])],
    {
      cwd: repository,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (text: string) => {
      said += text;
      const url = /Sukli is ready at (http:\S+)/.exec(said)?.[1];
      if (url !== undefined) resolve({ child, url });
    };
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', hear);
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`The till ended with ${code} before it was ready:\n${said}`)),
    );
  });
}

function endProcess(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}
