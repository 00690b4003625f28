import { Agent, request } from 'node:http';
import { readFileSync, writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { concurrency } from './drive.ts';
import { percentile } from './percentile.ts';

/** `own-load.ts URL REQUESTS SECONDS`: what `load.lua` does, for machines without wrk. */
const [url = '', file = '', seconds = '5'] = process.argv.slice(2);
const left = process.env['LOAD_LEFT'];
const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
const queue = readFileSync(file, 'utf8').split('\n').filter(Boolean);
const ends = performance.now() + Number(seconds) * 1000;
const tally = { sent: 0, answered: 0, refused: 0, broken: 0 };
const took: number[] = [];
let head = 0;

function next(): string {
  const line = queue[head];
  head = left === undefined ? (head + 1) % queue.length : head + 1;
  return line ?? '';
}

function send(line: string): Promise<string> {
  const [method, path, token, body = ''] = line.split('\t');
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
      ...(body === '' ? {} : { 'content-length': Buffer.byteLength(body) }),
    };
    const asked = request(url + path, { method, headers, agent }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part));
      answer.on('end', () => {
        if ((answer.statusCode ?? 500) > 399) tally.refused += 1;
        resolve(text);
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

async function worker(): Promise<void> {
  while (performance.now() < ends) {
    const line = next();
    if (line === '') return;
    const started = performance.now();
    tally.sent += 1;
    try {
      const text = await send(line);
      tally.answered += 1;
      took.push(performance.now() - started);
      const token = left === undefined ? undefined : /"refresh"\s*:\s*"([^"]+)"/.exec(text)?.[1];
      if (token !== undefined) queue.push(`POST\t/api/token/refresh/\t\t{"refresh":"${token}"}`);
    } catch {
      tally.broken += 1;
    }
  }
}

const started = performance.now();
await Promise.all(Array.from({ length: concurrency }, worker));
const elapsed = (performance.now() - started) / 1000;
agent.destroy();
if (left !== undefined) writeFileSync(left, `${queue.slice(head).join('\n')}\n`);
process.stdout.write(
  `${JSON.stringify({ ...tally, seconds: elapsed, p50: percentile(took, 0.5), p99: percentile(took, 0.99) })}\n`,
);
