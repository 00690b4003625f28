import type { z } from 'zod';
import type { Permission } from '../../shared/domain/permissions.ts';
import type { Failure, Result } from '../../shared/domain/result.ts';
import type { Actor, EngineContext } from './context.ts';

type Schema = z.ZodType;
type OutputOf<S> = S extends Schema ? z.output<S> : undefined;

/** Who may call: a permission, anybody who is signed in, or everybody. */
export type Access = Permission | 'signed-in' | 'public';

export type RouteInput<Params, Query, Body, Who extends Access> = {
  params: OutputOf<Params>;
  query: OutputOf<Query>;
  body: OutputOf<Body>;
  /** The raw body of a route with `bytes`; empty otherwise. */
  bytes: Uint8Array;
  actor: Who extends 'public' ? Actor | null : Actor;
  request: Request;
  /** The address of the caller, for limits per caller. */
  remoteAddress: string;
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
> = {
  method: 'get' | 'post' | 'patch' | 'delete';
  /** Below `/api/v1`, with parameters in braces: `/products/{id}`. */
  path: string;
  tag: string;
  summary: string;
  access: Who;
  params?: Params;
  query?: Query;
  body?: Body;
  /** Takes raw bytes instead of JSON. */
  bytes?: { mediaTypes: readonly string[]; maximum: number };
  status?: 200 | 201 | 202 | 204;
  /** The schema of the answer; null for no content; a media type for bytes. */
  answer: Answer;
  handle: (
    context: EngineContext,
    input: RouteInput<Params, Query, Body, Who>,
  ) => Handled<Answer> | Promise<Handled<Answer>>;
};

type AnswerValue<Answer> = Answer extends Schema ? z.input<Answer> : undefined;
type Handled<Answer> = Result<AnswerValue<Answer> | Reply<AnswerValue<Answer>>, Failure>;

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
