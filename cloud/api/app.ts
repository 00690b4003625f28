import { Hono } from 'hono';
import { ok, type Result } from '../../shared/domain/result.ts';
import { cloudFailure, type CloudFailure } from '../../shared/sync/cloud-failures.ts';
import { mostBytesPerRequest } from '../../shared/sync/protocol.ts';
import { guard } from '../auth/guard.ts';
import type { CloudContext } from '../context.ts';
import { isUnreachable } from '../db/postgres-code.ts';
import type { AnyRoute, BytesReply } from '../route.ts';
import { bytesAnswer, emptyAnswer, failureAnswer, jsonAnswer } from './answers.ts';
import { logRequests, type Bindings } from './log-requests.ts';
import { openApiDocument } from './open-api.ts';
import { check, readBytes, readJson } from './read-request.ts';

const basePath = '/v1';

/** All routes as one app: for each the guard first, then the checks of its input, then its function. */
export function createApp(context: CloudContext, routes: readonly AnyRoute[]): Hono<Bindings> {
  const app = new Hono<Bindings>();
  app.use('*', logRequests(context));
  for (const route of routes) {
    app.on(route.method.toUpperCase(), basePath + pathOf(route), async (c) => {
      const caller = await guard(context, c.req.raw, route.access);
      if (!caller.ok) return failureAnswer(caller.failure);
      c.set('registerId', caller.value?.registerId);
      const input = await readInput(route, c.req.raw, c.req.param(), c.req.query());
      if (!input.ok) return failureAnswer(input.failure);
      const handled = await route.handle(context, {
        ...input.value,
        caller: caller.value,
        remoteAddress: c.env.remoteAddress,
      } as Parameters<AnyRoute['handle']>[1]);
      return handled.ok ? answerOf(route, handled.value, c.req.raw) : failureAnswer(handled.failure);
    });
  }
  let document: object | undefined;
  app.get(`${basePath}/openapi.json`, (c) =>
    jsonAnswer((document ??= openApiDocument(routes, basePath, context.version)), c.req.raw),
  );
  app.notFound((c) => {
    const isKnown = routes.some((route) => matches(basePath + route.path, c.req.path));
    return failureAnswer(cloudFailure(isKnown ? 'method-not-allowed' : 'route-unknown'));
  });
  app.onError((error, c) => {
    context.log.error({ err: error, method: c.req.method, route: c.req.routePath }, 'request failed');
    return failureAnswer(cloudFailure(isUnreachable(error) ? 'database-unreachable' : 'cloud-fault'));
  });
  return app;
}

async function readInput(
  route: AnyRoute,
  request: Request,
  params: Record<string, string>,
  query: Record<string, string>,
): Promise<Result<{ params: unknown; query: unknown; body: unknown; bytes: Uint8Array }, CloudFailure>> {
  const checkedParams = route.params === undefined ? ok(undefined) : check(route.params, params);
  if (!checkedParams.ok) return checkedParams;
  const checkedQuery = route.query === undefined ? ok(undefined) : check(route.query, query);
  if (!checkedQuery.ok) return checkedQuery;
  const body = route.body === undefined ? ok(undefined) : await readBody(route, route.body, request);
  if (!body.ok) return body;
  const bytes =
    route.bytes === undefined ? ok(new Uint8Array()) : await readBytes(request, route.bytes.maximum);
  if (!bytes.ok) return bytes;
  return ok({
    params: checkedParams.value,
    query: checkedQuery.value,
    body: body.value,
    bytes: bytes.value,
  });
}

async function readBody(
  route: AnyRoute,
  schema: NonNullable<AnyRoute['body']>,
  request: Request,
): Promise<Result<unknown, CloudFailure>> {
  const value = await readJson(request, mostBytesPerRequest);
  if (!value.ok) return value;
  return route.readBody === undefined ? check(schema, value.value) : route.readBody(value.value);
}

function answerOf(route: AnyRoute, value: unknown, request: Request): Response | Promise<Response> {
  if (route.answer === null) return emptyAnswer();
  if (typeof route.answer === 'string') return bytesAnswer((value as BytesReply).bytes, route.answer);
  return jsonAnswer(value, request);
}

function pathOf({ path }: AnyRoute): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}

function matches(pattern: string, path: string): boolean {
  const expected = pattern.split('/');
  const actual = path.split('/');
  return (
    expected.length === actual.length &&
    expected.every((part, at) => part.startsWith('{') || part === actual[at])
  );
}
