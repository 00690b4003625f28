import type { z } from 'zod';
import type { Result } from '../shared/domain/result.ts';
import type { CloudFailure } from '../shared/sync/cloud-failures.ts';
import type { CloudContext } from './context.ts';

type Schema = z.ZodType;
type OutputOf<S> = S extends Schema ? z.output<S> : undefined;

/** Anybody, or a register by its token. */
export type Access = 'public' | 'register';

/** The register that calls, as its token proved. */
export type Caller = { registerId: string; storeId: string; organisationId: string };

export type RouteInput<Params, Query, Body, Who extends Access> = {
  params: OutputOf<Params>;
  query: OutputOf<Query>;
  body: OutputOf<Body>;
  /** The raw body of a route with `bytes`; empty otherwise. */
  bytes: Uint8Array;
  caller: Who extends 'public' ? null : Caller;
  /** The address of the caller, for limits per caller. */
  remoteAddress: string;
};

/** Bytes as an answer. */
export type BytesReply = { bytes: Uint8Array };

export type Route<
  Params = unknown,
  Query = unknown,
  Body = unknown,
  Answer = unknown,
  Who extends Access = Access,
> = {
  method: 'get' | 'post' | 'put' | 'delete';
  /** Below `/v1`, with parameters in braces: `/registers/{id}/revoke`. */
  path: string;
  tag: string;
  summary: string;
  access: Who;
  params?: Params;
  query?: Query;
  body?: Body;
  /** Checks the body by hand, where the schema would cost too much. */
  readBody?: (value: unknown) => Result<OutputOf<Body>, CloudFailure>;
  /** Takes raw bytes instead of JSON. */
  bytes?: { mediaType: string; maximum: number };
  /** The schema of the answer; null for no content; a media type for bytes. */
  answer: Answer;
  handle: (
    context: CloudContext,
    input: RouteInput<Params, Query, Body, Who>,
  ) => Promise<Result<AnswerValue<Answer>, CloudFailure>>;
};

type AnswerValue<Answer> = Answer extends Schema
  ? z.input<Answer>
  : Answer extends string
    ? BytesReply
    : undefined;

/** A route as the app sees it: the types of its schemas are checked where it is defined. */
export type AnyRoute = Route<
  Schema | undefined,
  Schema | undefined,
  Schema | undefined,
  Schema | string | null
>;

/** One route as a value: the app gives it its guard, its checks, its errors and its place in the OpenAPI document. */
export function defineRoute<
  const Who extends Access,
  Answer extends Schema | string | null,
  Params extends Schema | undefined = undefined,
  Query extends Schema | undefined = undefined,
  Body extends Schema | undefined = undefined,
>(route: Route<Params, Query, Body, Answer, Who>): AnyRoute {
  return route as unknown as AnyRoute;
}
