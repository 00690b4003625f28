import type { MiddlewareHandler } from 'hono';
import type { CloudContext } from '../context.ts';

export type Bindings = {
  Bindings: { remoteAddress: string };
  Variables: { registerId: string | undefined };
};

/** One line per request: which route, how it ended, how long it took, and which register called. Nothing that was said. */
export function logRequests({ clock, log }: CloudContext): MiddlewareHandler<Bindings> {
  return async (c, next) => {
    const began = clock.now();
    await next();
    const { method, routePath } = c.req;
    log.info(
      {
        method,
        route: routePath,
        status: c.res.status,
        milliseconds: clock.now() - began,
        register: c.get('registerId'),
      },
      'request',
    );
  };
}
