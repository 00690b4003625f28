import { can, type Role } from '../../shared/domain/permissions.ts';
import { topLayerDepth } from '../ui/layers.tsx';
import { actionOf, type ActionId } from './actions.ts';

type Registered = { depth: number; run: () => void };

const handlers = new Map<ActionId, Registered[]>();

/** Says what an act does while this is mounted, at a dialog's depth (0: the page). Gives the way to take it back. */
export function registerAction(id: ActionId, registered: Registered): () => void {
  handlers.set(id, [...(handlers.get(id) ?? []), registered]);
  return () => {
    handlers.set(
      id,
      (handlers.get(id) ?? []).filter((other) => other !== registered),
    );
  };
}

/**
 * Does an act: the newest handler of the dialog in front, or of the page when none is open. What is covered by a
 * dialog does not act. Whether anything was done.
 */
export function runAction(id: ActionId, role: Role | null): boolean {
  const { permission, group } = actionOf(id);
  if (permission !== null && (role === null || !can(role, permission))) return false;
  const inFront = (handlers.get(id) ?? []).filter(
    ({ depth }) => depth >= topLayerDepth() || (group === 'everywhere' && id !== 'back'),
  );
  const newest = inFront.at(-1);
  newest?.run();
  return newest !== undefined;
}
