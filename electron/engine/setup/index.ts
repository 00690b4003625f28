export { hasNoAdmin, isSetUpNeeded } from './is-set-up-needed.ts';
export { setupRoutes } from './setup.routes.ts';
