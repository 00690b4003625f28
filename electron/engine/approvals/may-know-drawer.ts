import type { Actor, EngineContext } from '../context.ts';

/** Whether somebody may know what the drawer should hold before it is counted. */
export function mayKnowDrawer(context: EngineContext, actor: Actor): boolean {
  return !context.settings().counter.blindCount || actor.permissions.includes('figures.view');
}
