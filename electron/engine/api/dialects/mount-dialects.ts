import type { Context, Hono } from 'hono';
import type { EngineContext } from '../../context.ts';
import type { Bindings } from '../v1.ts';
import { isForeignPage } from '../door.ts';
import { acceptsJson, metadataOf } from './content.ts';
import type { AnyDialectRoute, DialectCall } from './dialect-route.ts';
import { answer, detail, fieldErrors } from './drf-errors.ts';
import { readFields, type Fields } from './drf-fields.ts';
import { isMultipart, readBody, type Body, type BodyFault } from './read-body.ts';

const mostBytes = 1024 * 1024;
const policy = "default-src 'self'";
const noBody: Body = { isForm: false, value: {} };

/** The routes of one path: they share its name and who may call. */
type View = { path: string; first: AnyDialectRoute; byMethod: Map<string, AnyDialectRoute>; allow: string };

/** Puts the dialects' routes on the app, each path with and without its last slash. */
export function mountDialects(
  app: Hono<Bindings>,
  context: EngineContext,
  routes: readonly AnyDialectRoute[],
): void {
  for (const view of viewsOf(routes)) {
    const pattern = view.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      name === 'id' ? ':id{[0-9]+}' : `:${name}`,
    );
    const handle = async (c: Context<Bindings>) => {
      const answered = await answerView(context, view, c);
      // The server of 004 sent its policy with every answer.
      if (view.first.family === 'myecommerce') answered.headers.set('content-security-policy', policy);
      return answered;
    };
    app.all(pattern, handle);
    app.all(pattern.replace(/\/$/, ''), handle);
  }
}

function viewsOf(routes: readonly AnyDialectRoute[]): View[] {
  const views = new Map<string, View>();
  for (const route of routes) {
    const view = views.get(route.path) ?? {
      path: route.path,
      first: route,
      byMethod: new Map<string, AnyDialectRoute>(),
      allow: '',
    };
    view.byMethod.set(route.method, route);
    view.allow = allowOf(view);
    views.set(route.path, view);
  }
  return [...views.values()];
}

/** In the order that the framework names them; the views of 002 are functions, which know no HEAD. */
function allowOf({ byMethod, first }: View): string {
  const hasHead = byMethod.has('GET') && first.family !== 'ramyeon';
  const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((method) => byMethod.has(method));
  return [...methods, ...(hasHead ? ['HEAD'] : []), 'OPTIONS'].join(', ');
}

/** The framework's order: what is accepted, who calls, the method, the body; 002 asks for the method first. */
async function answerView(context: EngineContext, view: View, c: Context<Bindings>): Promise<Response> {
  const request = c.req.raw;
  const { method } = request;
  if (!acceptsJson(request)) return detail('Could not satisfy the request Accept header.', 406);
  if (method === 'OPTIONS') return answer(metadataOf(view.first), 200, { allow: view.allow });
  const route = view.byMethod.get(method === 'HEAD' && view.first.family !== 'ramyeon' ? 'GET' : method);
  if (route === undefined && view.first.family === 'ramyeon') return wrongMethod(method, view);
  const { door } = c.env;
  const foreign = isForeignPage(request, door, context.settings().doors.allowedOrigins);
  const caller = await (route ?? view.first).auth.identify(context, request, {
    door,
    isForeignPage: foreign,
  });
  if (caller instanceof Response) return caller;
  if (route === undefined) return wrongMethod(method, view);
  const call: DialectCall = {
    request,
    door,
    isForeignPage: foreign,
    params: c.req.param(),
    caller,
    values: {},
    body: noBody,
  };
  if (route.fields === undefined && route.rawBody === undefined) return route.handle(context, call);
  const body = await readBody(
    request,
    isMultipart(request) ? (route.mostMultipartBytes ?? mostBytes) : mostBytes,
  );
  if (!body.ok) return brokenBody(route, body.failure);
  call.body = body.value;
  return route.fields === undefined
    ? route.handle(context, call)
    : answerFields(context, route, route.fields, call);
}

function answerFields(
  context: EngineContext,
  route: AnyDialectRoute,
  fields: Fields,
  call: DialectCall,
): Response | Promise<Response> {
  const read = readFields(fields, call.body, { partial: route.partial ?? false });
  if ('non_field_errors' in read.errors) return fieldErrors(read.errors);
  const found = { ...route.alsoCheck?.(context, read.values, call), ...read.errors };
  const names = Object.keys(fields).filter((name) => name in found);
  const others = Object.keys(found).filter((name) => !(name in fields));
  if (names.length + others.length > 0) {
    return fieldErrors(Object.fromEntries([...names, ...others].map((name) => [name, found[name] ?? []])));
  }
  call.values = read.values as DialectCall['values'];
  return route.handle(context, call);
}

function wrongMethod(method: string, view: View): Response {
  return detail(`Method "${method}" not allowed.`, 405, { allow: view.allow });
}

function brokenBody(route: AnyDialectRoute, { status, text }: BodyFault): Response {
  // What was not read of a body that is too large is never read.
  const headers: Record<string, string> = status === 413 ? { connection: 'close' } : {};
  if (route.brokenBody !== undefined) return answer({ error: route.brokenBody }, status, headers);
  return detail(text, status, headers);
}
