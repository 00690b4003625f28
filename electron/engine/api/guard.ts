import { failure } from '../../../shared/api/failures.ts';
import { can } from '../../../shared/domain/permissions.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { Actor, EngineContext } from '../context.ts';
import { verifyAccessToken } from '../people/index.ts';
import type { Access } from '../route.ts';

/** Who is calling, and whether that person may: the one place where routes are opened. */
export async function guard(
  context: EngineContext,
  request: Request,
  access: Access,
): Promise<Result<Actor | null, Failure>> {
  const actor = await actorOf(context, request);
  if (access === 'public') return ok(actor);
  if (actor === null) return fail(failure('not-signed-in'));
  if (access === 'signed-in' || can(actor.role, access)) return ok(actor);
  return fail(failure('not-allowed', { details: { permission: access } }));
}

async function actorOf(context: EngineContext, request: Request): Promise<Actor | null> {
  const header = request.headers.get('authorization');
  if (header === null || !header.startsWith('Bearer ')) return null;
  return verifyAccessToken(context, header.slice('Bearer '.length));
}
