import type { Door } from '../../../electron/engine/engine.ts';
import type { World } from './world.ts';

/** A body as it is sent: JSON text, a form, multipart parts, or any text or bytes with their media type. */
export type Body =
  | string
  | { form: Record<string, string> }
  | { multipart: Record<string, string | Blob> }
  | { type: string; text: string }
  | { type: string; bytes: string | Uint8Array };

/** One request. `«name»` in path, headers and body stands for what the world knows under that name. */
export type Step = {
  /** Method and path: `POST /api/token/`. */
  ask: string;
  /** Who asks: the name of a token. `nobody` when left out. */
  as?: string;
  headers?: Record<string, string>;
  body?: Body;
  /** Seconds that pass before it is sent. */
  wait?: number;
  /** Another door, or another caller, than a program on this machine. */
  door?: Partial<Door>;
  /** What of the answer the world keeps: name → place in the JSON, as `user.pk` or `items.0.id`. */
  keep?: Record<string, string>;
};

export type Preparation = Step & { status?: number };

export type Answered = { status: number; text: string; json: unknown; headers: Headers };

/**
 * One fact of the contract. `text` is the whole body of the answer as raw text, keys in order, where `«int»`, `«jwt»`
 * and the other shapes of `pattern.ts` stand for what differs from run to run.
 */
export type Row = Step & {
  /** The section of the contract: `§2.3`. */
  at: string;
  fact: string;
  /** Requests that must succeed before. */
  first?: readonly Preparation[];
  /** What no request can prepare: a forged token. */
  before?: (world: World) => void | Promise<void>;
  status: number | readonly number[];
  text?: string;
  /** Headers of the answer; null: it has no such header. */
  sent?: Record<string, string | null>;
  also?: (answer: Answered, world: World) => void | Promise<void>;
};

/** Facts that one till proves, one after the other. */
export type Group = {
  name: string;
  /** Whether the owner sets the till up first; true when left out. */
  setUp?: boolean;
  people?: readonly Preparation[];
  rows: readonly Row[];
};

/** Rows that share what `shared` says, named by their keys. */
export function facts(
  shared: Partial<Row> & { at: string },
  rows: Record<string, Partial<Row>>,
): readonly Row[] {
  return Object.entries(rows).map(([fact, row]) => {
    const { ask, status, ...rest } = { ...shared, ...row };
    if (ask === undefined || status === undefined) throw new Error(`${fact}: no request, or no status`);
    return { ...rest, ask, status, fact };
  });
}

/** JSON of a sample with changes; a field that becomes undefined is not sent. */
export function but(sample: object, changes: object): string {
  return JSON.stringify({ ...sample, ...changes });
}
