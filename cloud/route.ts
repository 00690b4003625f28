import type { AnswerOf, InputShape, OutputOf, RouteShape, Schema } from '../shared/api/route.ts';
import type { Result } from '../shared/domain/result.ts';
import type { CloudFailure } from '../shared/sync/cloud-failures.ts';
import type { CloudContext } from './context.ts';

/** Anybody, or a register by its token. */
export type Access = 'public' | 'register';

/** The register that calls, as its token proved. */
export type Caller = { registerId: string; storeId: string; organisationId: string };

export type RouteInput<Params, Query, Body, Who extends Access> = InputShape<Params, Query, Body> & {
  caller: Who extends 'public' ? null : Caller;
};

/** Bytes as an answer. */
export type BytesReply = { bytes: Uint8Array };

export type Route<
  Params = unknown,
  Query = unknown,
  Body = unknown,
  Answer = unknown,
  Who extends Access = Access,
> = RouteShape<'get' | 'post' | 'put' | 'delete', Params, Query, Body, Answer, Who> & {
  /** Checks the body by hand, where the schema would cost too much. */
  readBody?: (value: unknown) => Result<OutputOf<Body>, CloudFailure>;
  /** Takes raw bytes instead of JSON. */
  bytes?: { mediaType: string; maximum: number };
  handle: (
    context: CloudContext,
    input: RouteInput<Params, Query, Body, Who>,
  ) => Promise<Result<Answer extends string ? BytesReply : AnswerOf<Answer>, CloudFailure>>;
};

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
