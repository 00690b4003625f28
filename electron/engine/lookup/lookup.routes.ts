import { z } from 'zod';
import { lookupAnswer } from '../../../shared/api/lookup.ts';
import { defineRoute } from '../route.ts';
import { lookUpCode } from './look-up-code.ts';

export const lookupRoutes = [
  defineRoute({
    method: 'get',
    path: '/lookup/{code}',
    tag: 'Lookup',
    summary: 'What a scanned or typed code stands for: a product, a customer, a receipt or a promotion',
    access: 'sell',
    params: z.object({ code: z.string().max(2048) }),
    answer: lookupAnswer,
    handle: (context, { params }) => lookUpCode(context, params.code),
  }),
];
