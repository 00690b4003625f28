import type { z } from 'zod';

/*
 * What a route is, at a till and in the cloud: a value with its schemas. Each side adds who may call, and what its
 * function is given.
 */

export type Schema = z.ZodType;
export type OutputOf<S> = S extends Schema ? z.output<S> : undefined;
/** What a function answers by the schema of its answer. */
export type AnswerOf<Answer> = Answer extends Schema ? z.input<Answer> : undefined;

export type RouteShape<Method extends string, Params, Query, Body, Answer, Who> = {
  method: Method;
  /** Below the version, with parameters in braces: `/products/{id}`. */
  path: string;
  tag: string;
  summary: string;
  access: Who;
  params?: Params;
  query?: Query;
  body?: Body;
  /** The schema of the answer; null for no content; a media type for bytes. */
  answer: Answer;
};

export type InputShape<Params, Query, Body> = {
  params: OutputOf<Params>;
  query: OutputOf<Query>;
  body: OutputOf<Body>;
  /** The raw body of a route with `bytes`; empty otherwise. */
  bytes: Uint8Array;
  /** The address of the caller, for limits per caller. */
  remoteAddress: string;
};
