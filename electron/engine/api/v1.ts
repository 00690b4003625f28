import { OpenAPIHono } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import type { z } from 'zod';
import { errorAnswer } from '../../../shared/api/common.ts';
import { ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import type { AnyRoute, Reply, RouteInput } from '../route.ts';
import { asItIs, failureAnswer, jsonAnswer } from './answers.ts';
import { describeDialects, dialectTags } from './dialects/describe-dialects.ts';
import type { AnyDialectRoute } from './dialects/dialect-route.ts';
import { isForeignPage, type Door } from './door.ts';
import { guard } from './guard.ts';
import { check, readBytes, readJson } from './read-request.ts';

export type Bindings = { Bindings: { door: Door } };
export const basePath = '/api/v1';

/** Puts routes on the app: guard first, then the checks of path, query and body, then the feature's function. */
export function mountRoutes(app: Hono<Bindings>, context: EngineContext, routes: readonly AnyRoute[]): void {
  for (const route of routes) {
    app.on(route.method.toUpperCase(), basePath + route.path.replaceAll(/\{(\w+)\}/g, ':$1'), async (c) => {
      const actor = await guard(context, c.req.raw, route.access);
      if (!actor.ok) return failureAnswer(actor.failure);
      const input = await readInput(route, c.req.raw, c.req.param(), c.req.query());
      if (!input.ok) return failureAnswer(input.failure);
      const handled = await route.handle(context, {
        ...input.value,
        actor: actor.value,
        request: c.req.raw,
        remoteAddress: c.env.door.remoteAddress,
        isOwnPage: !isForeignPage(c.req.raw, c.env.door, []),
      } as Parameters<AnyRoute['handle']>[1]);
      if (!handled.ok) return failureAnswer(handled.failure);
      return answerOf(route, handled.value);
    });
  }
}

type Checked = Pick<
  RouteInput<z.ZodType, z.ZodType, z.ZodType, 'public'>,
  'params' | 'query' | 'body' | 'bytes'
>;

async function readInput(
  route: AnyRoute,
  request: Request,
  params: Record<string, string>,
  query: Record<string, string>,
): Promise<Result<Checked, Failure>> {
  const checkedParams = route.params === undefined ? ok(undefined) : check(route.params, params);
  if (!checkedParams.ok) return checkedParams;
  const checkedQuery = route.query === undefined ? ok(undefined) : check(route.query, query);
  if (!checkedQuery.ok) return checkedQuery;
  const checkedBody = route.body === undefined ? ok(undefined) : await readJson(request, route.body);
  if (!checkedBody.ok) return checkedBody;
  const bytes =
    route.bytes === undefined ? ok(new Uint8Array()) : await readBytes(request, route.bytes.maximum);
  if (!bytes.ok) return bytes;
  return ok({
    params: checkedParams.value,
    query: checkedQuery.value,
    body: checkedBody.value,
    bytes: bytes.value,
  });
}

function answerOf(route: AnyRoute, value: unknown): Response {
  if (!isReply(value)) {
    const status = route.status ?? (route.answer === null ? 204 : 200);
    return status === 204 ? new Response(null, { status }) : jsonAnswer(value, status);
  }
  const status = value.status ?? route.status ?? 200;
  if (value.content !== undefined) {
    const headers = {
      ...asItIs,
      'content-type': typeof route.answer === 'string' ? route.answer : 'application/octet-stream',
      'cache-control': 'no-store',
      ...value.headers,
    };
    return new Response(value.content as BodyInit, { status, headers });
  }
  if (status === 204) return new Response(null, { status, headers: value.headers ?? {} });
  return jsonAnswer(value.value, status, value.headers);
}

function isReply(value: unknown): value is Reply<unknown> {
  return typeof value === 'object' && value !== null && 'reply' in value && value.reply === true;
}

/** The OpenAPI 3.1 document of all routes, made from the same schemas and fields that check requests. */
export function openApiDocument(
  routes: readonly AnyRoute[],
  dialects: readonly AnyDialectRoute[],
  version: string,
): object {
  const documented = new OpenAPIHono();
  const { openAPIRegistry: registry } = documented;
  registry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
  });
  for (const route of routes) {
    const status = String(route.status ?? (route.answer === null ? 204 : 200));
    registry.registerPath({
      method: route.method,
      path: basePath + route.path,
      tags: [route.tag],
      summary: route.summary,
      description: route.access === 'public' ? 'Open to everybody.' : `Needs: ${route.access}.`,
      security: route.access === 'public' ? [] : [{ bearer: [] }],
      request: {
        ...(route.params === undefined ? {} : { params: route.params as z.ZodObject }),
        ...(route.query === undefined ? {} : { query: route.query as z.ZodObject }),
        ...requestBody(route),
      },
      responses: {
        [status]: successOf(route),
        default: { description: 'What went wrong', content: { 'application/json': { schema: errorAnswer } } },
      },
    });
  }
  describeDialects(registry, dialects);
  return documented.getOpenAPI31Document({
    openapi: '3.1.0',
    tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name })).concat(dialectTags()),
    info: {
      title: 'Sukli',
      version,
      description:
        'The till’s own interface, below /api/v1: money is in integer minor units, quantities in integer thousandths, instants in UTC. Below it, the dialects that existing clients speak.',
    },
  });
}

function requestBody(route: AnyRoute) {
  if (route.body !== undefined) {
    return { body: { required: true, content: { 'application/json': { schema: route.body } } } };
  }
  if (route.bytes === undefined) return {};
  const binary = { schema: { type: 'string', format: 'binary' } } as const;
  return {
    body: {
      required: true,
      content: Object.fromEntries(route.bytes.mediaTypes.map((type) => [type, binary])),
    },
  };
}

function successOf(route: AnyRoute) {
  if (route.answer === null) return { description: route.summary };
  if (typeof route.answer === 'string') {
    return {
      description: route.summary,
      content: { [route.answer]: { schema: { type: 'string', format: 'binary' } as const } },
    };
  }
  return { description: route.summary, content: { 'application/json': { schema: route.answer } } };
}
