import { useCallback } from 'react';

/** A picture that was fetched, not linked to. */
export function BlobPicture({ blob, alt, className }: { blob: Blob; alt: string; className?: string }) {
  const show = useCallback(
    (picture: HTMLImageElement) => {
      const address = URL.createObjectURL(blob);
      picture.src = address;
      return () => URL.revokeObjectURL(address);
    },
    [blob],
  );
  return <img ref={show} alt={alt} className={className} />;
}
