import { Hono } from 'hono';
import { failure } from '../../../shared/api/failures.ts';
import type { EngineContext } from '../context.ts';
import type { AnyRoute } from '../route.ts';
import { failureAnswer, jsonAnswer } from './answers.ts';
import { corsHeaders, refuseAtDoor } from './door.ts';
import { docsPage } from './docs-page.ts';
import { basePath, mountRoutes, openApiDocument, type Bindings } from './v1.ts';

const preflightHeaders = {
  'access-control-allow-methods': 'DELETE, GET, OPTIONS, PATCH, POST, PUT',
  'access-control-allow-headers':
    'accept, accept-encoding, authorization, content-type, dnt, origin, user-agent, x-csrftoken, x-requested-with',
  'access-control-max-age': '86400',
};

/** The one Hono app behind every door. */
export function createApp(context: EngineContext, routes: readonly AnyRoute[]): Hono<Bindings> {
  const app = new Hono<Bindings>();

  app.use('*', async (c, next) => {
    const { allowedOrigins } = context.settings().doors;
    const refused = refuseAtDoor(c.req.raw, c.env.door, allowedOrigins);
    if (refused !== undefined) return failureAnswer(refused);
    const cors = corsHeaders(c.req.raw, allowedOrigins);
    if (c.req.method === 'OPTIONS' && c.req.header('access-control-request-method') !== undefined) {
      return new Response(null, { status: 204, headers: { ...cors, ...preflightHeaders } });
    }
    await next();
    for (const [name, value] of Object.entries(cors)) c.res.headers.set(name, value);
    c.res.headers.set('x-content-type-options', 'nosniff');
    return undefined;
  });

  mountRoutes(app, context, routes);
  let document: object | undefined;
  app.get(`${basePath}/openapi.json`, () =>
    jsonAnswer((document ??= openApiDocument(routes, context.version)), 200),
  );
  app.get('/api/docs', () => docsPage());

  app.notFound((c) => {
    const allowed = routes
      .filter((route) => matches(basePath + route.path, c.req.path))
      .map((route) => route.method.toUpperCase());
    if (allowed.length === 0) return failureAnswer(failure('route-unknown'));
    return failureAnswer(failure('method-not-allowed'), { allow: [...new Set(allowed)].join(', ') });
  });
  app.onError((error, c) => {
    context.log.error({ err: error, method: c.req.method, route: c.req.routePath }, 'request failed');
    return failureAnswer(failure('engine-fault'));
  });
  return app;
}

function matches(pattern: string, path: string): boolean {
  const expected = pattern.split('/');
  const actual = path.split('/');
  return (
    expected.length === actual.length &&
    expected.every((part, at) => part.startsWith('{') || part === actual[at])
  );
}
