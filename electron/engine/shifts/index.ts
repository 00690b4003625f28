import { shiftsRoutes as ofTheShift } from './shifts.routes.ts';
import { zReportsRoutes } from './z-reports.routes.ts';

export { applyCashMoved, applyShiftClosed, applyShiftOpened } from './apply-numbers.ts';
export { openShift } from './open-shift.ts';
export const shiftsRoutes = [...ofTheShift, ...zReportsRoutes];
