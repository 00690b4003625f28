import {
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
  type Compilable,
  type InferResult,
  type RawBuilder,
} from 'kysely';
import type { Schema } from './schema.ts';

/** Builds and types SQL; it never runs any: `database.ts` runs what it compiles on cached statements. */
export const builder = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

export type Value = string | number | bigint | Uint8Array | null;
export type Parameters = Record<string, Value>;
type Parameter<P> = <Name extends keyof P & string>(name: Name) => RawBuilder<P[Name]>;

type RowOf<Q extends Compilable> = InferResult<Q> extends (infer Row)[] ? Row : never;

/** A statement compiled once. `values` are the constants that the builder took in; named parameters come at each call. */
export type Query<P, Row> = {
  sql: string;
  values: readonly Value[];
  parameters?: P | undefined;
  row?: Row | undefined;
};

/**
 * Compiles a statement once, at import. Named parameters are typed by `P`:
 * `const byCode = query<{ code: string }>()((b, p) => b.selectFrom('barcodes').select('product_row_id').where('code', '=', p('code')))`
 */
export function query<P extends Parameters = Record<never, never>>() {
  return <Q extends Compilable>(build: (b: typeof builder, p: Parameter<P>) => Q): Query<P, RowOf<Q>> => {
    const { sql: text, values } = compile(build(builder, (name) => sql.raw(steady(name))));
    return { sql: text, values };
  };
}

/** Compiles a statement whose shape depends on the request (filters, sorting). */
export function compile<Q extends Compilable>(compilable: Q): Query<Record<never, never>, RowOf<Q>> {
  const compiled = compilable.compile();
  return { sql: compiled.sql, values: compiled.parameters as readonly Value[] };
}

/** A statement in SQL text, for what the builder cannot say. */
export function rawQuery<P extends Parameters, Row>(text: string): Query<P, Row> {
  return { sql: text.replaceAll(/(?<!\w)@(\w+)/g, (_, name: string) => steady(name)), values: [] };
}

/**
 * A parameter that its statement's plan does not look at. SQLite, built with STAT4 as ours is, plans joins and ranges
 * anew whenever a bare parameter is bound again, which costs ten times what such a statement does; the sign changes
 * neither its value nor what index is used.
 */
function steady(name: string): string {
  return `+@${name}`;
}
