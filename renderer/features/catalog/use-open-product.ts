import { useLocation, useNavigate, useSearchParams } from 'react-router';

/** What the dialog shows; it stands in the address, so that Back closes it and other pages can open it. */
export type ShownProduct =
  { kind: 'none' } | { kind: 'new'; barcode: string } | { kind: 'product'; id: string };

export type OpenProduct = {
  shown: ShownProduct;
  open: (id: string) => void;
  add: (barcode: string) => void;
  close: () => void;
};

/** `/products?open=ID` shows a product, `/products?add=CODE` a new one with that barcode. */
export function useOpenProduct(): OpenProduct {
  const [parameters] = useSearchParams();
  const { state } = useLocation();
  const navigate = useNavigate();
  const id = parameters.get('open');
  const barcode = parameters.get('add') ?? barcodeIn(state);
  const shown: ShownProduct =
    id !== null
      ? { kind: 'product', id }
      : barcode !== null
        ? { kind: 'new', barcode: barcode.trim() }
        : { kind: 'none' };
  return {
    shown,
    open: (next) => void navigate(`/products?open=${next}`, { replace: shown.kind !== 'none' }),
    add: (code) => void navigate(`/products?add=${encodeURIComponent(code)}`),
    close: () => void navigate('/products', { replace: true }),
  };
}

/** The sell screen hands the code of an unknown scan over this way. */
function barcodeIn(state: unknown): string | null {
  if (typeof state !== 'object' || state === null || !('newBarcode' in state)) return null;
  return typeof state.newBarcode === 'string' ? state.newBarcode : null;
}
