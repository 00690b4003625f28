import { OpenAPIHono } from '@hono/zod-openapi';
import type { z } from 'zod';
import { cloudError } from '../../shared/sync/protocol.ts';
import type { AnyRoute } from '../route.ts';

/** The OpenAPI 3.1 document of all routes, made from the same schemas that check requests. */
export function openApiDocument(routes: readonly AnyRoute[], basePath: string, version: string): object {
  const documented = new OpenAPIHono();
  const { openAPIRegistry: registry } = documented;
  registry.registerComponent('securitySchemes', 'register', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'EdDSA by the key of an enrolled register; it lives five minutes at most.',
  });
  for (const route of routes) {
    registry.registerPath({
      method: route.method,
      path: basePath + route.path,
      tags: [route.tag],
      summary: route.summary,
      security: route.access === 'public' ? [] : [{ register: [] }],
      request: {
        ...(route.params === undefined ? {} : { params: route.params as z.ZodObject }),
        ...(route.query === undefined ? {} : { query: route.query as z.ZodObject }),
        ...requestBody(route),
      },
      responses: {
        [route.answer === null ? 204 : 200]: successOf(route),
        default: { description: 'What went wrong', content: { 'application/json': { schema: cloudError } } },
      },
    });
  }
  return documented.getOpenAPI31Document({
    openapi: '3.1.0',
    tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name })),
    info: {
      title: 'Sukli cloud',
      version,
      description:
        'What tills sync to. Money is in integer minor units, instants in UTC. Bodies may be packed with gzip, both ways.',
    },
  });
}

const binary = { schema: { type: 'string', format: 'binary' } } as const;

function requestBody({ body, bytes }: AnyRoute) {
  if (body !== undefined)
    return { body: { required: true, content: { 'application/json': { schema: body } } } };
  if (bytes === undefined) return {};
  return { body: { required: true, content: { [bytes.mediaType]: binary } } };
}

function successOf({ answer, summary }: AnyRoute) {
  if (answer === null) return { description: summary };
  if (typeof answer === 'string') return { description: summary, content: { [answer]: binary } };
  return { description: summary, content: { 'application/json': { schema: answer } } };
}
