import { fail, ok, type Result } from '../../../shared/domain/result.ts';

const most = 20;
export type BarcodeRefused = 'barcodeInvalid' | 'barcodeThere' | 'barcodesMany';

/** The barcodes with one more, or the words that tell why not. The rule is the engine's (shared/api/catalog). */
export function addBarcode(barcodes: readonly string[], typed: string): Result<string[], BarcodeRefused> {
  const code = typed.trim();
  if (!/^[\x21-\x7e]{1,64}$/.test(code)) return fail('barcodeInvalid');
  if (barcodes.includes(code)) return fail('barcodeThere');
  if (barcodes.length >= most) return fail('barcodesMany');
  return ok([...barcodes, code]);
}
