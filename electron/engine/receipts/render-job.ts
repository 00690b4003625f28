import { columnsOf, drawerPulse, escposBytes } from '../../devices/escpos.ts';
import { testBlocks } from '../../../shared/domain/receipt.ts';
import type { EngineContext } from '../context.ts';
import { getOrder } from '../orders/index.ts';
import type { PrintJobRow } from '../print-queue/index.ts';
import { renderReceipt } from './render-receipt.ts';

/** The bytes of a print job. Throws when its sale is not in the books. */
export function renderJob(context: EngineContext, job: PrintJobRow, openDrawer: boolean): Uint8Array {
  const { shop, receipt, printer } = context.settings();
  const { paperWidth } = receipt;
  if (job.kind === 'drawer') return openDrawer ? drawerPulse : new Uint8Array();
  if (job.kind === 'test') {
    const about = [`${printer.host}:${printer.port}`, `${paperWidth} mm, ${columnsOf(paperWidth)} columns`];
    return escposBytes(testBlocks(shop, about), { paperWidth, openDrawer });
  }
  const order = job.order_id === null ? null : getOrder(context.read, job.order_id);
  if (order === null) throw new Error('a print job whose sale is not there');
  return escposBytes(renderReceipt(context, order, job.kind === 'copy'), { paperWidth, openDrawer });
}
