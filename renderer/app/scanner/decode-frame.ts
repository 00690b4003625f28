/** Reads the codes in what a video shows now. */
export type FrameDecoder = (video: HTMLVideoElement) => Promise<string[]>;

type NativeDetector = { detect: (source: HTMLVideoElement) => Promise<{ rawValue: string }[]> };
type NativeDetectorClass = {
  new (options: { formats: string[] }): NativeDetector;
  getSupportedFormats: () => Promise<string[]>;
};

const nativeFormats = ['qr_code', 'ean_13', 'ean_8', 'upc_a', 'upc_e', 'code_128', 'code_39', 'itf'];

async function nativeDecoder(): Promise<FrameDecoder | null> {
  const Detector = (globalThis as { BarcodeDetector?: NativeDetectorClass }).BarcodeDetector;
  if (Detector === undefined) return null;
  try {
    const supported = await Detector.getSupportedFormats();
    const formats = nativeFormats.filter((format) => supported.includes(format));
    if (!['qr_code', 'ean_13', 'code_128'].every((format) => formats.includes(format))) return null;
    const detector = new Detector({ formats });
    return async (video) => (await detector.detect(video)).map((found) => found.rawValue);
  } catch {
    return null;
  }
}

/** ZXing in WebAssembly, from our own files: the program and its .wasm come from one package, so they fit together. */
async function wasmDecoder(): Promise<FrameDecoder> {
  const [{ prepareZXingModule, readBarcodes }, { default: wasmUrl }] = await Promise.all([
    import('zxing-wasm/reader'),
    import('zxing-wasm/reader/zxing_reader.wasm?url'),
  ]);
  await prepareZXingModule({
    overrides: {
      locateFile: (path: string, prefix: string) => (path.endsWith('.wasm') ? wasmUrl : prefix + path),
    },
    fireImmediately: true,
  });
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return async (video) => {
    if (context === null || video.videoWidth === 0) return [];
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    context.drawImage(video, 0, 0);
    const found = await readBarcodes(context.getImageData(0, 0, canvas.width, canvas.height), {
      formats: ['QRCode', 'EAN13', 'EAN8', 'UPCA', 'UPCE', 'Code128', 'Code39', 'ITF'],
      tryHarder: true,
      maxNumberOfSymbols: 1,
    });
    return found.filter((code) => code.isValid).map((code) => code.text);
  };
}

/** The machine's own reader where it has one that knows our codes, ZXing otherwise. */
export async function createFrameDecoder(): Promise<FrameDecoder> {
  return (await nativeDecoder()) ?? wasmDecoder();
}
