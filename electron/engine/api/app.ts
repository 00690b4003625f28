import { Hono } from 'hono';
import { failure } from '../../../shared/api/failures.ts';
import type { EngineContext } from '../context.ts';
import type { AnyRoute } from '../route.ts';
import { answerPicture, picturePath } from './answer-picture.ts';
import { failureAnswer, jsonAnswer } from './answers.ts';
import { detail, texts } from './dialects/drf-errors.ts';
import type { AnyDialectRoute } from './dialects/dialect-route.ts';
import { mountDialects } from './dialects/mount-dialects.ts';
import { corsHeaders, isPreflight, preflightAnswer, refuseAtDoor } from './door.ts';
import { docsPage } from './docs-page.ts';
import { basePath, mountRoutes, openApiDocument, type Bindings } from './v1.ts';

/** The one Hono app behind every door. */
export function createApp(
  context: EngineContext,
  routes: readonly AnyRoute[],
  dialects: readonly AnyDialectRoute[],
): Hono<Bindings> {
  const app = new Hono<Bindings>();

  app.use('*', async (c, next) => {
    const { allowedOrigins } = context.settings().doors;
    const refused = refuseAtDoor(c.req.raw, c.env.door, allowedOrigins, { strict: isOurs(c.req.path) });
    if (refused !== undefined) return failureAnswer(refused);
    const cors = corsHeaders(c.req.raw, allowedOrigins);
    if (isPreflight(c.req.raw)) return preflightAnswer(cors);
    await next();
    for (const name in cors) c.res.headers.set(name, cors[name] ?? '');
    return undefined;
  });

  mountRoutes(app, context, routes);
  let document: object | undefined;
  app.get(`${basePath}/openapi.json`, () =>
    jsonAnswer((document ??= openApiDocument(routes, dialects, context.version)), 200),
  );
  app.get('/api/docs', () => docsPage());
  app.get(`${picturePath}:id`, (c) => answerPicture(context, c.req.param('id')));
  // Scripts of 002 look for its admin pages, which the till's own screens take the place of.
  app.get('/admin/', () => redirect('/admin/login/?next=/admin/'));
  app.get('/admin/login/', () => redirect('/'));
  mountDialects(app, context, dialects);

  app.notFound((c) => {
    if (!isOurs(c.req.path)) return detail(texts.notFound, 404);
    const allowed = routes
      .filter((route) => matches(basePath + route.path, c.req.path))
      .map((route) => route.method.toUpperCase());
    if (allowed.length === 0) return failureAnswer(failure('route-unknown'));
    return failureAnswer(failure('method-not-allowed'), { allow: [...new Set(allowed)].join(', ') });
  });
  app.onError((error, c) => {
    context.log.error({ err: error, method: c.req.method, route: c.req.routePath }, 'request failed');
    const fault = failure('engine-fault');
    return isOurs(c.req.path) ? failureAnswer(fault) : detail(fault.message, 500);
  });
  return app;
}

function redirect(location: string): Response {
  return new Response(null, { status: 302, headers: { location } });
}

/** Paths of our own interface; everything else that reaches the engine is the dialects'. */
function isOurs(path: string): boolean {
  return path === '/api/docs' || path === basePath || path.startsWith(`${basePath}/`);
}

function matches(pattern: string, path: string): boolean {
  const expected = pattern.split('/');
  const actual = path.split('/');
  return (
    expected.length === actual.length &&
    expected.every((part, at) => part.startsWith('{') || part === actual[at])
  );
}
