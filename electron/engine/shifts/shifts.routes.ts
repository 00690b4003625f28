import { shift, shiftCurrent, shiftOpen } from '../../../shared/api/orders.ts';
import { ok } from '../../../shared/domain/result.ts';
import { defineRoute } from '../route.ts';
import { currentShift } from './current-shift.ts';
import { openShift } from './open-shift.ts';

export const shiftsRoutes = [
  defineRoute({
    method: 'get',
    path: '/shifts/current',
    tag: 'Shifts',
    summary: 'The open shift of this register, or null',
    access: 'sell',
    answer: shiftCurrent,
    handle: (context) => ok({ shift: currentShift(context.read) }),
  }),
  defineRoute({
    method: 'post',
    path: '/shifts',
    tag: 'Shifts',
    summary: 'Opens a shift with its float',
    access: 'shifts.open',
    body: shiftOpen,
    status: 201,
    answer: shift,
    handle: (context, { body, actor }) => openShift(context, body, actor),
  }),
];
