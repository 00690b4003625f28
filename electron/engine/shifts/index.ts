export { shiftsRoutes } from './shifts.routes.ts';
