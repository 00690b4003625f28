import { expect, test } from 'vitest';
import { z } from 'zod';
import { v1Routes } from '../../electron/engine/api/routes.ts';
import { ordinaryTexts, testCardNumbers, waysToWrite } from '../fixtures/card-numbers.ts';
import { settle } from '../../shared/domain/settle.ts';

/**
 * Text fields that are no free text: codes of a shape of their own, secrets that are never shown or stored readably,
 * search words, and references of payments, which `settle` refuses with the rule of their tender.
 */
const ofTheirOwn =
  /(^|\.)(username|password|pin|currentPassword|phone|taxNumber|host|prefix|sku|barcodes?|email|couponCode|allowedOrigins|id|code|codes|promotionCodes|locale|timeZone|defaultClassId|tierId|taxClassId|refreshToken|reference)(\.\d+)?$/;

type JsonSchema = z.core.JSONSchema.JSONSchema;
type Field = { path: string; body: (text: string) => unknown };

/** Every field of a schema that takes any text, each with a way to make a body that holds a text there. */
function textFields(schema: JsonSchema | boolean, path = '', wrap: Field['body'] = (text) => text): Field[] {
  if (typeof schema === 'boolean') return [];
  const branches = [schema.anyOf, schema.oneOf, schema.allOf].flatMap((some) => some ?? []);
  const inside = branches.flatMap((branch) => textFields(branch as JsonSchema, path, wrap));
  const join = (name: string) => (path === '' ? name : `${path}.${name}`);
  const constants = Object.fromEntries(
    Object.entries(schema.properties ?? {}).flatMap(([name, value]) =>
      typeof value === 'object' && value.const !== undefined ? [[name, value.const]] : [],
    ),
  );
  const named = Object.entries(schema.properties ?? {}).flatMap(([name, value]) =>
    textFields(value as JsonSchema, join(name), (text) => wrapped(wrap, { ...constants, [name]: text })),
  );
  const listed =
    typeof schema.items === 'object' && !Array.isArray(schema.items)
      ? textFields(schema.items as JsonSchema, join('0'), (text) => wrapped(wrap, [text]))
      : [];
  const isText = schema.type === 'string' && schema.format === undefined && schema.pattern === undefined;
  const own = isText && schema.enum === undefined && schema.const === undefined ? [{ path, body: wrap }] : [];
  return [...inside, ...named, ...listed, ...own];
}

/** Puts a value where the text of an outer field would stand. */
function wrapped(wrap: Field['body'], value: unknown): unknown {
  return (wrap as (value: unknown) => unknown)(value);
}

type Issue = z.core.$ZodIssue;
const flat = (issues: readonly Issue[]): Issue[] =>
  issues.flatMap((issue) => (issue.code === 'invalid_union' ? issue.errors.flatMap(flat) : [issue]));

function refusesCards(schema: z.ZodType, { body }: Field, text: string): boolean {
  const parsed = schema.safeParse(body(text));
  const issues = parsed.success ? [] : flat(parsed.error.issues);
  return issues.some(
    (issue) => issue.code === 'custom' && issue.params?.['failure'] === 'card-number-refused',
  );
}

const fields = v1Routes.flatMap(({ method, path, body }) => {
  if (body === undefined) return [];
  const schema = z.toJSONSchema(body, { io: 'input', unrepresentable: 'any', reused: 'inline' });
  const { $ref, $defs } = schema;
  // A schema with a name stands among the definitions.
  const named = $ref === undefined ? schema : ($defs?.[$ref.replace(/^#\/\$defs\//, '')] ?? schema);
  return textFields(named).map((field) => ({
    name: `${method} ${path} ${field.path}`,
    schema: body,
    field,
  }));
});
const free = fields.filter(({ field }) => !ofTheirOwn.test(field.path));

test('there are free texts to look at', () => {
  const names = free.map(({ name }) => name);
  for (const name of ['post /orders lines.0.note', 'post /customers notes', 'patch /credits/{id} reason'])
    expect(names).toContain(name);
});

test.each(free)('$name refuses a card number and takes what is ordinary', ({ schema, field }) => {
  for (const card of testCardNumbers) {
    for (const write of waysToWrite) {
      const text = write(card);
      expect([text, refusesCards(schema, field, text)]).toEqual([text, true]);
    }
  }
  for (const text of ordinaryTexts) expect([text, refusesCards(schema, field, text)]).toEqual([text, false]);
});

test.each(['card', 'ewallet', 'gift-card', 'store-credit', 'on-account'] as const)(
  'the reference of a payment by %s refuses a card number',
  (kind) => {
    for (const card of testCardNumbers) {
      for (const write of waysToWrite) {
        const settled = settle(100, [{ kind, amountMinor: 100, reference: write(card) }], null);
        expect(settled).toMatchObject({
          ok: false,
          failure: { code: 'card-number-refused', field: 'tenders.0.reference' },
        });
      }
    }
  },
);
