import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export type Driven = {
  answered: number;
  sent: number;
  seconds: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  /** Answers that were not 2xx, and requests without an answer. */
  refused: number;
  broken: number;
};

export const concurrency = 16;
const script = fileURLToPath(new URL('load.lua', import.meta.url));
const ownLoop = fileURLToPath(new URL('own-load.ts', import.meta.url));

/** What sends the requests: wrk where it is installed, which costs the machine least; a loop of ours otherwise. */
export function loaderName(): 'wrk' | 'own loop' {
  return spawnSync('wrk', ['--version']).error === undefined ? 'wrk' : 'own loop';
}

/** Sends the requests of a file in turn for so many seconds; `left`: each once, with the new tokens of the answers. */
export async function drive(options: {
  url: string;
  requests: string;
  seconds: number;
  left?: string;
}): Promise<Driven> {
  const { url, requests, seconds, left } = options;
  const wrk = [
    '-t1',
    `-c${concurrency}`,
    `-d${seconds}s`,
    '--latency',
    '--timeout',
    '30s',
    '-s',
    script,
    url,
  ];
  const [command, given] =
    loaderName() === 'wrk'
      ? ['wrk', [...wrk, '--', requests]]
      : [process.execPath, [ownLoop, url, requests, String(seconds)]];
  const child = spawn(command, given, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...(left === undefined ? {} : { LOAD_LEFT: left }) },
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = (await once(child, 'close')) as [number | null];
  const line = said.trim().split('\n').at(-1) ?? '';
  if (code !== 0 || !line.startsWith('{')) throw new Error(`${command} ended with ${code}: ${said}`);
  return JSON.parse(line) as Driven;
}
