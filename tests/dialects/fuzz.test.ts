import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { peopleOfMatrix, servedRoutes, spare } from './contract/matrix.ts';
import { fill } from './contract/pattern.ts';
import { loopback, openWorld } from './contract/world.ts';
import { readBooks } from './support/books.ts';

/** Requests to send: `SUKLI_FUZZ_RUNS=100000` for the long run. */
const runs = Number(process.env['SUKLI_FUZZ_RUNS'] ?? 2_000);

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', ' ', '\0', 'ana', '«ana.id»', '«cora.card»', '\ud800'),
);
const numberText = fc.oneof(
  fc.integer().map(String),
  fc.double().map(String),
  fc.bigInt().map(String),
  fc.constantFrom('1e400', '-1e400', '1e-7', '0.1e1', '00', '-', '1.', '«order»', '«payment»'),
);
const jsonText: fc.Arbitrary<string> = fc.oneof(
  fc.json(),
  numberText,
  text.map((value) => JSON.stringify(value)),
  fc.constantFrom('null', 'true', 'NaN', '{', '[[[[', '"\\u0000"', '"\\ud800"'),
);
const contentTypes = fc.oneof(
  { weight: 6, arbitrary: fc.constant('application/json') },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'application/json; charset=utf-8',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'multipart/form-data',
      'text/plain',
      '',
    ),
  },
  { weight: 1, arbitrary: fc.string() },
);
const methods = fc.oneof(
  { weight: 8, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD') },
);
/** The route's own caller for the empty name. */
const callers = fc.oneof(
  { weight: 5, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.constantFrom('nobody', 'ana', 'cora', 'staff', 'admin', 'ana.refresh') },
);
const otherHeaders = fc.dictionary(
  fc.constantFrom(
    'accept',
    'authorization',
    'origin',
    'content-length',
    'cookie',
    'x-http-method-override',
    'range',
  ),
  fc.oneof(
    fc.string(),
    fc.constantFrom('Bearer', 'Bearer x y', 'null', 'http://localhost:8080', 'text/html', '*/*;q=x'),
  ),
  { maxKeys: 2 },
);
/** Most requests have none of these: few would get beyond them. */
const headers = fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: otherHeaders });

type Chance = { value: string; keep: boolean };
const chances = fc.array(fc.record({ value: jsonText, keep: fc.boolean() }), {
  minLength: 10,
  maxLength: 10,
});

/** The right body of a route with some fields replaced. */
function mutate(body: string | undefined, by: readonly Chance[]): string {
  const pairs = [...(body ?? '{"a":1}').matchAll(/("\w+"):((?:"[^"]*")|[^,{}]+|\{\})/g)];
  return `{${pairs.map(([, name, value], at) => `${name}:${by[at]?.keep === false ? by[at].value : value}`).join()}}`;
}

const request = fc.record({
  route: fc.constantFrom(...servedRoutes),
  method: methods,
  caller: callers,
  slash: fc.boolean(),
  type: contentTypes,
  body: fc.oneof(
    { weight: 5, arbitrary: chances },
    { weight: 1, arbitrary: jsonText },
    { weight: 1, arbitrary: fc.uint8Array() },
    { weight: 1, arbitrary: text },
  ),
  headers,
  pathPart: fc.oneof({ weight: 19, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.webPath() }),
});

it(
  `answers ${runs} random requests without a fault, and the books stay right`,
  { timeout: 3_600_000 },
  async () => {
    const world = await openWorld({ name: 'fuzz', people: [...peopleOfMatrix, spare], rows: [] }, (work) =>
      onTestFinished(work),
    );
    const books = readBooks(world.till);
    onTestFinished(() => books.close());
    const statuses = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(request, async (asked) => {
        world.turn();
        const made = requestOf(asked, world.words);
        if (made === null) return;
        const checks = (statuses.size === 0 ? 0 : [...statuses.values()].reduce((a, b) => a + b)) % 50 === 0;
        const before = checks ? books.state() : '';
        const answer = await world.till.engine.fetch(made, {
          ...loopback,
          remoteAddress: world.words.get('caller') ?? '',
        });
        const said = await answer.text();
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        expect([answer.status >= 500, said]).toEqual([false, said]);
        if (checks && answer.status >= 400) expect(books.state()).toBe(before);
        if (answer.headers.get('content-type')?.startsWith('application/json') === true && said !== '')
          JSON.parse(said);
      }),
      { numRuns: runs, endOnFailure: true },
    );
    console.log(`Fuzzed: ${[...statuses].map(([status, count]) => `${status} × ${count}`).join(', ')}.`);
    expect((await world.till.engine.verify()).problems).toEqual([]);
  },
);

type Asked = typeof request extends fc.Arbitrary<infer T> ? T : never;

/** The request, or null where HTTP itself has no such request. */
function requestOf(
  { route, method, caller, slash, type, body, headers, pathPart }: Asked,
  words: Map<string, string>,
): Request | null {
  const [usual = '', path = ''] = route.ask.split(' ');
  const verb = method ?? usual;
  const who = caller === '' ? route.as : caller;
  try {
    const sent = new Headers(type === '' ? {} : { 'content-type': type });
    if (who !== 'nobody') sent.set('authorization', `Bearer ${words.get(who) ?? ''}`);
    for (const [name, value] of Object.entries(headers)) sent.set(name, value);
    const end = pathPart === null ? (slash ? path : path.replace(/\/$/, '')) : path + pathPart;
    const content = bodyOf(body, route.body, words);
    return new Request(`http://127.0.0.1:8000${fill(end, words)}`, {
      method: verb,
      headers: sent,
      body: verb === 'GET' || verb === 'HEAD' ? null : content,
    });
  } catch {
    return null;
  }
}

function bodyOf(
  body: Asked['body'],
  right: string | undefined,
  words: Map<string, string>,
): string | Uint8Array<ArrayBuffer> {
  if (body instanceof Uint8Array) return new Uint8Array(body);
  const written = typeof body === 'string' ? body : mutate(right, body);
  return written.replaceAll(/«([^»]*)»/g, (whole, name: string) => words.get(name) ?? whole);
}
