import PDFDocument from 'pdfkit';
import { pdfFonts } from './pdf-fonts.ts';

/** Points of PDF in a millimetre. */
export const MILLIMETRE = 72 / 25.4;

/**
 * An empty PDF with the fonts `regular` and `bold`. `createdAt` is an ISO instant: what is drawn alike under the same
 * instant is the same file, to the byte.
 */
export function openPdf({ title, createdAt }: { title: string; createdAt: string }): PDFKit.PDFDocument {
  const { regular, semiBold } = pdfFonts();
  const doc = new PDFDocument({
    autoFirstPage: false,
    // None to begin with: pdfkit would parse a font again at every change that it opened under another name.
    font: '',
    info: { Title: title, Creator: 'Sukli', Producer: 'Sukli', CreationDate: new Date(createdAt) },
  });
  return doc.registerFont('regular', Buffer.from(regular)).registerFont('bold', Buffer.from(semiBold));
}

/** Ends the document and gives its bytes. */
export function pdfBytes(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('error', reject);
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.end();
  });
}
