import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repository } from './start-till.ts';

export type RunningCloud = {
  url: string;
  /** The one-time code that its first start printed. */
  code: string;
  /** Ends the process as the power does. */
  kill(): Promise<void>;
  startAgain(): Promise<void>;
  remove(): Promise<void>;
};

type Running = { child: ChildProcess; url: string; said: () => string };

/** The cloud as an operator starts it, on a real PostgreSQL in a folder of its own. */
export async function startCloud(): Promise<RunningCloud> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sukli-browser-cloud-'));
  let running = await startProcess(dataDir, 0);
  const { url } = running;
  const code = /The code for the first till: (\S+)/.exec(running.said())?.[1];
  if (code === undefined) throw new Error(`The cloud printed no code:\n${running.said()}`);
  return {
    url,
    code,
    kill: () => endProcess(running.child, 'SIGKILL'),
    async startAgain() {
      running = await startProcess(dataDir, Number(new URL(url).port));
    },
    async remove() {
      await endProcess(running.child, 'SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function startProcess(dataDir: string, port: number): Promise<Running> {
  const child = spawn(
    process.execPath,
    [join(repository, 'cloud', 'start.mjs'), '--port', String(port), '--data', dataDir],
    { cwd: repository, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  return new Promise((resolve, reject) => {
    const hear = (text: string) => {
      said += text;
      const url = /Sukli cloud is ready at (http:\S+)/.exec(said)?.[1];
      if (url !== undefined) setTimeout(() => resolve({ child, url, said: () => said }), 200);
    };
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', hear);
    child.once('error', reject);
    child.once('exit', (exitCode) =>
      reject(new Error(`The cloud ended with ${exitCode} before it was ready:\n${said}`)),
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
