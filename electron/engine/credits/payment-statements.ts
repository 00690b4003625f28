import { query } from '../db/query.ts';

export const openShiftForPayment = query()((b) =>
  b.selectFrom('shifts').select(['row_id as rowId', 'id']).where('state', '=', 'open'),
);

export const paymentById = query<{ id: string }>()((b, p) =>
  b
    .selectFrom('credit_payments')
    .innerJoin('credits', 'credits.row_id', 'credit_payments.credit_row_id')
    .innerJoin('customers', 'customers.row_id', 'credits.customer_row_id')
    .select([
      'credit_payments.id',
      'credit_payments.slip_number as slipNumber',
      'credit_payments.kind as tender',
      'credit_payments.amount_minor as amountMinor',
      'credit_payments.reference',
      'credit_payments.at',
      'credits.id as creditId',
      'customers.id as customerId',
    ])
    .where('credit_payments.id', '=', p('id')),
);

export const insertPayment = query<{
  id: string;
  creditRowId: number;
  shiftRowId: number | null;
  accountRowId: number;
  tender: 'cash' | 'card' | 'ewallet';
  amountMinor: number;
  reference: string;
  slipNumber: number;
  at: string;
  businessDate: string;
  journalSeq: number;
}>()((b, p) =>
  b.insertInto('credit_payments').values({
    id: p('id'),
    credit_row_id: p('creditRowId'),
    shift_row_id: p('shiftRowId'),
    account_row_id: p('accountRowId'),
    kind: p('tender'),
    amount_minor: p('amountMinor'),
    reference: p('reference'),
    slip_number: p('slipNumber'),
    at: p('at'),
    business_date: p('businessDate'),
    journal_seq: p('journalSeq'),
  }),
);
