import type { AnswerOf, InputShape, RouteShape, Schema } from '../../shared/api/route.ts';
import type { Permission } from '../../shared/domain/permissions.ts';
import type { Failure, Result } from '../../shared/domain/result.ts';
import type { Actor, EngineContext } from './context.ts';

/** Who may call: a permission, anybody who is signed in, or everybody. */
export type Access = Permission | 'signed-in' | 'public';

export type RouteInput<Params, Query, Body, Who extends Access> = InputShape<Params, Query, Body> & {
  actor: Who extends 'public' ? Actor | null : Actor;
  request: Request;
  /** No page of another origin sends this, not even one that the settings allow. */
  isOwnPage: boolean;
};

/** An answer that needs more than a body: another status, headers, or bytes of another type. */
export type Reply<Value> = {
  reply: true;
  value?: Value;
  status?: number;
  headers?: Record<string, string>;
  content?: string | Uint8Array;
};

export function reply<Value>(more: Omit<Reply<Value>, 'reply'>): Reply<Value> {
  return { reply: true, ...more };
}

export type Route<
  Params = unknown,
  Query = unknown,
  Body = unknown,
  Answer = unknown,
  Who extends Access = Access,
> = RouteShape<'get' | 'post' | 'patch' | 'delete', Params, Query, Body, Answer, Who> & {
  /** Takes raw bytes instead of JSON. */
  bytes?: { mediaTypes: readonly string[]; maximum: number };
  status?: 200 | 201 | 202 | 204;
  handle: (
    context: EngineContext,
    input: RouteInput<Params, Query, Body, Who>,
  ) => Handled<Answer> | Promise<Handled<Answer>>;
};

type Handled<Answer> = Result<AnswerOf<Answer> | Reply<AnswerOf<Answer>>, Failure>;

/** A route as its door sees it: the types of its schemas are checked where it is defined. */
export type AnyRoute = Route<
  Schema | undefined,
  Schema | undefined,
  Schema | undefined,
  Schema | string | null
>;

/** One route as a value: `api/app.ts` gives it its guard, its checks, its errors and its place in the OpenAPI document. */
export function defineRoute<
  const Who extends Access,
  Answer extends Schema | string | null,
  Params extends Schema | undefined = undefined,
  Query extends Schema | undefined = undefined,
  Body extends Schema | undefined = undefined,
>(route: Route<Params, Query, Body, Answer, Who>): AnyRoute {
  return route as unknown as AnyRoute;
}
