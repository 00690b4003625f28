import { z } from 'zod';
import { id } from '../../../shared/api/common.ts';
import { printJob } from '../../../shared/api/orders.ts';
import {
  cashMove,
  cashMoveInput,
  countInput,
  shift,
  shiftClose,
  shiftCount,
  shiftCounts,
  shiftCurrent,
  shiftOpen,
  xReport as xReportAnswer,
  zReport,
} from '../../../shared/api/shifts.ts';
import { ok } from '../../../shared/domain/result.ts';
import { defineRoute } from '../route.ts';
import { closeShift } from './close-shift.ts';
import { countShift, listCounts } from './count-shift.ts';
import { shiftAtHand } from './current-shift.ts';
import { moveCash } from './move-cash.ts';
import { openShift } from './open-shift.ts';
import { printXReport, xReport } from './x-report.ts';

const tag = 'Shifts';
const params = z.object({ id });

export const shiftsRoutes = [
  defineRoute({
    method: 'get',
    path: '/shifts/current',
    tag,
    summary: 'The open shift of this register, or null',
    access: 'sell',
    answer: shiftCurrent,
    handle: (context) => ok(shiftAtHand(context.read)),
  }),
  defineRoute({
    method: 'post',
    path: '/shifts',
    tag,
    summary: 'Opens a shift with its float',
    access: 'shifts.open',
    body: shiftOpen,
    status: 201,
    answer: shift,
    handle: (context, { body, actor }) => openShift(context, body, actor),
  }),
  defineRoute({
    method: 'get',
    path: '/shifts/current/x-report',
    tag,
    summary: 'The shift so far; changes nothing',
    access: 'shifts.close',
    answer: xReportAnswer,
    handle: (context, { actor }) => xReport(context, actor),
  }),
  defineRoute({
    method: 'post',
    path: '/shifts/current/x-report/print',
    tag,
    summary: 'Prints the shift so far',
    access: 'shifts.close',
    status: 202,
    answer: printJob,
    handle: (context, { actor }) => printXReport(context, actor),
  }),
  defineRoute({
    method: 'post',
    path: '/cash-moves',
    tag,
    summary: 'Takes cash into or out of the drawer, or opens it without a sale',
    access: 'cash.move',
    body: cashMoveInput,
    status: 201,
    answer: cashMove,
    handle: (context, { body, actor }) => moveCash(context, body, actor),
  }),
  defineRoute({
    method: 'post',
    path: '/shifts/{id}/counts',
    tag,
    summary: 'Stores what was counted, then tells what was expected; every count is kept',
    access: 'shifts.close',
    params,
    body: countInput,
    status: 201,
    answer: shiftCount,
    handle: (context, { params: { id: shiftId }, body, actor }) => countShift(context, shiftId, body, actor),
  }),
  defineRoute({
    method: 'get',
    path: '/shifts/{id}/counts',
    tag,
    summary: 'The counts of a shift, oldest first',
    access: 'shifts.close',
    params,
    answer: shiftCounts,
    handle: (context, { params: { id: shiftId } }) => {
      const items = listCounts(context, shiftId);
      return items.ok ? ok({ items: items.value }) : items;
    },
  }),
  defineRoute({
    method: 'post',
    path: '/shifts/{id}/close',
    tag,
    summary: 'Closes a shift with its last count; the answer is its Z report',
    access: 'shifts.close',
    params,
    body: shiftClose,
    answer: zReport,
    handle: (context, { params: { id: shiftId }, body, actor }) => closeShift(context, shiftId, body, actor),
  }),
];
