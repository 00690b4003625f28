import { drawingSVG, qrcode } from 'bwip-js/browser';
import { useMemo } from 'react';
import { BlobPicture } from './blob-picture.tsx';

/** A text as a QR code, black on white. The encoder is large: this file is fetched when a code is shown. */
export function QrPicture({ text, alt, className }: { text: string; alt: string; className?: string }) {
  const picture = useMemo(() => {
    const svg = qrcode({ bcid: 'qrcode', text, padding: 8, backgroundcolor: 'FFFFFF' }, drawingSVG());
    return new Blob([svg], { type: 'image/svg+xml' });
  }, [text]);
  return <BlobPicture blob={picture} alt={alt} {...(className === undefined ? {} : { className })} />;
}
