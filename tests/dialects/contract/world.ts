import type { Door } from '../../../electron/engine/engine.ts';
import { openTestEngine, type TestEngine } from '../../fixtures/engine.ts';
import { fill } from './pattern.ts';
import type { Answered, Body, Group, Preparation, Step } from './row.ts';

export type World = {
  till: TestEngine;
  /** What `«name»` stands for. */
  words: Map<string, string>;
  send(step: Step): Promise<Answered>;
  /** Sends what must succeed. */
  prepare(steps: readonly Preparation[]): Promise<void>;
  /** New people and a new caller for the next row, so that no limit of one row meets another. */
  turn(): void;
};

const base = 'http://127.0.0.1:8000';

/** A till of its own with the people of a group, to whom requests come as they come through the loopback door. */
export async function openWorld(group: Group, atEnd: (work: () => Promise<void>) => void): Promise<World> {
  const till = await openTestEngine({ atEnd });
  const words = new Map<string, string>();
  if (group.setUp !== false) words.set('owner', await till.setUp());
  let turns = 0;
  let caller = '127.0.0.1';
  const send = async (step: Step): Promise<Answered> => {
    if (step.wait !== undefined) till.clock.advance(step.wait * 1000);
    const response = await till.engine.fetch(requestOf(step, words), {
      ...loopback,
      remoteAddress: caller,
      ...step.door,
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
    const json: unknown = isJson && text !== '' ? JSON.parse(text) : undefined;
    for (const [name, place] of Object.entries(step.keep ?? {})) {
      const found = at(json, place);
      if (typeof found === 'string' || typeof found === 'number') words.set(name, String(found));
    }
    return { status: response.status, text, json, headers: response.headers };
  };
  const world: World = {
    till,
    words,
    send,
    async prepare(steps) {
      for (const step of steps) {
        const { status, text } = await send(step);
        const fine = step.status === undefined ? status >= 200 && status < 300 : status === step.status;
        if (!fine) throw new Error(`before the fact, ${step.ask} answered ${status}: ${text}`);
      }
    },
    turn() {
      turns += 1;
      caller = `127.${(turns >> 16) & 255}.${(turns >> 8) & 255}.${turns & 255}`;
      words.set('caller', caller);
      words.set('new', `person${turns}`);
      words.set('phone', `+9198${String(turns).padStart(8, '0')}`);
      for (const letter of ['a', 'b', 'c'])
        words.set(`uuid.${letter}`, `01890000-0000-7000-8000-${letter}${String(turns).padStart(11, '0')}`);
    },
  };
  for (const step of group.people ?? []) {
    world.turn();
    await world.prepare([step]);
  }
  return world;
}

export const loopback: Door = {
  name: 'loopback',
  remoteAddress: '127.0.0.1',
  ownHosts: ['127.0.0.1:8000', 'localhost:8000', '[::1]:8000'],
  ownOrigins: [base, 'http://localhost:8000', 'http://[::1]:8000'],
};

function requestOf(step: Step, words: ReadonlyMap<string, string>): Request {
  const [method = '', path = ''] = step.ask.split(' ');
  const headers = new Headers();
  if (step.as !== undefined && step.as !== 'nobody')
    headers.set('authorization', `Bearer ${fill(`«${step.as}»`, words)}`);
  const body = step.body === undefined ? null : bodyOf(step.body, headers, words);
  for (const [name, value] of Object.entries(step.headers ?? {})) headers.set(name, fill(value, words));
  return new Request(base + fill(path, words), { method, headers, body });
}

function bodyOf(body: Body, headers: Headers, words: ReadonlyMap<string, string>): BodyInit {
  if (typeof body === 'string') {
    headers.set('content-type', 'application/json');
    return fill(body, words);
  }
  if ('text' in body) {
    if (body.type !== '') headers.set('content-type', body.type);
    return body.type === '' ? Buffer.from(fill(body.text, words)) : fill(body.text, words);
  }
  if ('bytes' in body) {
    headers.set('content-type', body.type);
    return Buffer.from(body.bytes);
  }
  if ('form' in body) {
    return new URLSearchParams(
      Object.entries(body.form).map(([key, value]) => [key, fill(value, words)] as [string, string]),
    );
  }
  const parts = new FormData();
  for (const [key, value] of Object.entries(body.multipart)) {
    parts.append(key, typeof value === 'string' ? fill(value, words) : value);
  }
  return parts;
}

/** What stands at `a.0.b` of a JSON value. */
export function at(value: unknown, place: string): unknown {
  return place
    .split('.')
    .reduce<unknown>(
      (inner, key) =>
        typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[key] : undefined,
      value,
    );
}
