import type { EngineContext } from '../../context.ts';
import type { Door } from '../door.ts';
import type { Auth, Caller } from './bearer.ts';
import type { FieldErrors } from './drf-errors.ts';
import type { Fields, ValuesOf } from './drf-fields.ts';
import type { Family } from './families.ts';
import type { Body } from './read-body.ts';

export type DialectCall<F = Fields, Who extends Caller = Caller> = {
  request: Request;
  door: Door;
  /** A page of an origin that is neither ours nor in the settings sent this: it gets nothing that needs no token. */
  isForeignPage: boolean;
  params: Record<string, string>;
  caller: Who;
  /** The checked fields of a route that declares them. */
  values: ValuesOf<F>;
  /** The body as it came, for routes that check it by hand. */
  body: Body;
};

export type DialectMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One route of a dialect as a value: the mount gives it its auth, its body and the errors that the framework gave. */
export type DialectRoute<F extends Fields = Fields, Who extends Caller = Caller> = {
  method: DialectMethod;
  /** The whole path with its trailing slash; `{id}` is made of digits alone, other parameters of anything. */
  path: string;
  family: Family;
  /** What the original calls its view; `OPTIONS` tells it. */
  name: string;
  summary: string;
  auth: Auth<Who>;
  /** All fields are read, and all their errors answered at once, before `handle` is called. */
  fields?: F;
  /** Fields that are missing are left as they are. */
  partial?: boolean;
  /** More errors of fields, found with the books' help. Called with the fields that are right by themselves. */
  alsoCheck?: (
    context: EngineContext,
    values: Partial<ValuesOf<F>>,
    call: DialectCall<F, Who>,
  ) => FieldErrors;
  /** Takes a body and checks it by hand. */
  rawBody?: { description: string; example: object };
  /** `{"error": …}` for a body that cannot be read, where the original has its own sentence for that. */
  brokenBody?: string;
  /** More than the megabyte of every other body, for a file among the parts of a form. */
  mostMultipartBytes?: number;
  /** An example of what a success answers, for the API page. */
  success: { status: number; example: unknown };
  handle: (context: EngineContext, call: DialectCall<F, Who>) => Response | Promise<Response>;
};

export type AnyDialectRoute = DialectRoute;

/** Checks a route where it is defined, and forgets its types for the list of all. */
export function dialectRoute<F extends Fields = Record<never, never>, Who extends Caller = Caller>(
  route: DialectRoute<F, Who>,
): AnyDialectRoute {
  return route as unknown as AnyDialectRoute;
}
