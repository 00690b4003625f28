import { drawerPulse } from '../../devices/escpos-commands.ts';
import { columnsOf } from '../../devices/paper-size.ts';
import { printerTestBlocks } from '../../../shared/domain/printer-test.ts';
import type { ReceiptBlock } from '../../../shared/domain/receipt-blocks.ts';
import type { EngineContext } from '../context.ts';
import { getOrder } from '../orders/index.ts';
import type { PrintJobRow } from '../print-queue/index.ts';
import { makePaper } from './make-paper.ts';
import { renderReceipt } from './render-receipt.ts';

/** The bytes of a print job. Rejects when its sale is not in the books. */
export async function renderJob(
  context: EngineContext,
  job: PrintJobRow,
  openDrawer: boolean,
): Promise<Uint8Array> {
  const drawer = openDrawer ? context.settings().printer.drawerPin : null;
  if (job.kind === 'drawer') return drawer === null ? new Uint8Array() : drawerPulse(drawer);
  return makePaper(context, blocksOf(context, job), drawer);
}

function blocksOf(context: EngineContext, job: PrintJobRow): ReceiptBlock[] {
  if (job.blocks !== null) return JSON.parse(job.blocks) as ReceiptBlock[];
  if (job.kind === 'test') {
    const { shop, receipt, printer } = context.settings();
    const about = [
      `${printer.host}:${printer.port}`,
      `${receipt.paperWidth} mm, ${columnsOf(receipt.paperWidth)} columns`,
    ];
    return printerTestBlocks({ shopName: shop.name, about, logoId: receipt.logoId });
  }
  const order = job.order_id === null ? null : getOrder(context.read, job.order_id);
  if (order === null) throw new Error('a print job whose sale is not there');
  return renderReceipt(context, order, job.kind === 'copy');
}
