export type CameraFault =
  'camera-denied' | 'camera-missing' | 'camera-busy' | 'camera-insecure' | 'camera-failed';

export type CameraChoice = { id: string; label: string };

export type RunningScanner = {
  cameraId: string;
  stop: () => void;
  /** Turns the lamp on or off; null where the camera has none. */
  setTorch: ((on: boolean) => Promise<void>) | null;
};

export type StartedScanner = { ok: true; scanner: RunningScanner } | { ok: false; fault: CameraFault };

/** Something with an eye that reads codes. */
export type ScannerPort = {
  listCameras: () => Promise<CameraChoice[]>;
  start: (options: {
    video: HTMLVideoElement;
    cameraId: string | null;
    onCode: (code: string) => void;
    signal: AbortSignal;
  }) => Promise<StartedScanner>;
};
