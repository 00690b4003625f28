import type { ShiftFigures } from '../../../shared/domain/shift-facts.ts';
import { instantOf } from '../clock.ts';
import type { EngineContext } from '../context.ts';

/** What a report tells of the till itself, and when. */
export type TillNow = Pick<ShiftFigures, 'store' | 'register' | 'currency' | 'at'>;

export function tillNow(context: EngineContext): TillNow {
  const { name, taxNumber, currency } = context.settings().shop;
  const { storeCode, registerCode } = context.identity();
  return {
    store: { code: storeCode, name, taxNumber },
    register: registerCode,
    currency,
    at: instantOf(context.clock.now()),
  };
}
