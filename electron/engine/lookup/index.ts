export { lookUpCode } from './look-up-code.ts';
export { lookupRoutes } from './lookup.routes.ts';
