import { fetchReceiptPdf } from '../../api/receipts.ts';

/** Saves the receipt as a PDF file. Throws `ApiFailure`. */
export async function savePdf(orderId: string, fileName: string): Promise<void> {
  const address = URL.createObjectURL(await fetchReceiptPdf(orderId));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
