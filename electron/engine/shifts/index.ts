export { openShift } from './open-shift.ts';
export { shiftsRoutes } from './shifts.routes.ts';
