import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import type { AnyDialectRoute } from './dialect-route.ts';
import { families } from './families.ts';
import { parsedMediaTypes } from './read-body.ts';

type Registry = OpenAPIHono['openAPIRegistry'];
type PathConfig = Parameters<Registry['registerPath']>[0];
type RequestBody = NonNullable<NonNullable<PathConfig['request']>['body']>;

/** Puts the dialects into the OpenAPI document, each family under its own tag. */
export function describeDialects(registry: Registry, routes: readonly AnyDialectRoute[]): void {
  for (const route of routes) {
    const { auth, family, path, success, summary } = route;
    registry.registerPath({
      method: route.method.toLowerCase() as PathConfig['method'],
      path,
      tags: [families[family].tag],
      summary,
      description: auth.says,
      security: auth.needsToken ? [{ bearer: [] }] : [],
      request: { ...paramsOf(path), ...bodyOf(route) },
      responses: {
        [success.status]: {
          description: summary,
          content: { 'application/json': { schema: {}, example: success.example } },
        },
        '4XX': {
          description: `What went wrong, in the words of ${families[family].tag}`,
          content: { 'application/json': { schema: { type: 'object' } } },
        },
      },
    });
  }
}

export function dialectTags(): { name: string; description: string }[] {
  return Object.values(families).map(({ tag, says }) => ({ name: tag, description: says }));
}

function paramsOf(path: string): { params?: z.ZodObject } {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  if (names.length === 0) return {};
  return {
    params: z.object(Object.fromEntries(names.map((name) => [name, name === 'id' ? z.int() : z.string()]))),
  };
}

function bodyOf({ fields, partial, rawBody }: AnyDialectRoute): { body?: RequestBody } {
  if (rawBody !== undefined) {
    const content = { schema: { type: 'object' }, example: rawBody.example } as const;
    return { body: { description: rawBody.description, content: inAllTypes(content) } };
  }
  if (fields === undefined) return {};
  const required = Object.keys(fields).filter((name) => fields[name]?.required === true && partial !== true);
  const schema = {
    type: 'object' as const,
    properties: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.schema])),
    ...(required.length === 0 ? {} : { required }),
  };
  return {
    body: { required: required.length > 0, content: inAllTypes({ schema: schema as object }) },
  };
}

function inAllTypes<Content>(content: Content): Record<string, Content> {
  return Object.fromEntries(parsedMediaTypes.map((type) => [type, content]));
}
