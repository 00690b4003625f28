import { cleanScan } from '../../../shared/domain/codes.ts';
import { steadyMilliseconds } from '../clock.ts';
import { createFrameDecoder, type FrameDecoder } from './decode-frame.ts';
import type { CameraFault, RunningScanner, ScannerPort } from './scanner-port.ts';

const frameMilliseconds = 120;
const sameCodeMilliseconds = 1_500;

function faultOf(thrown: unknown): CameraFault {
  const name = thrown instanceof DOMException ? thrown.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'camera-denied';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'camera-missing';
  if (name === 'NotReadableError' || name === 'AbortError') return 'camera-busy';
  return 'camera-failed';
}

function torchOf(track: MediaStreamTrack | undefined): RunningScanner['setTorch'] {
  const capabilities: object = track?.getCapabilities?.() ?? {};
  if (track === undefined || !('torch' in capabilities) || capabilities.torch !== true) return null;
  return (on) => track.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] });
}

/** Reads eight frames a second until told to stop; a code that stays in view is told once. */
function readFrames(
  video: HTMLVideoElement,
  decode: FrameDecoder,
  onCode: (code: string) => void,
): () => void {
  let running = true;
  let last = { code: '', at: -Infinity };
  const readOne = async () => {
    const startedAt = steadyMilliseconds();
    const codes = await decode(video).catch(() => []);
    if (!running) return;
    for (const raw of codes) {
      const code = cleanScan(raw);
      const isSame = code === last.code && startedAt - last.at < sameCodeMilliseconds;
      if (code !== '') last = { code, at: startedAt };
      if (code !== '' && !isSame) onCode(code);
    }
    const spent = steadyMilliseconds() - startedAt;
    if (running) setTimeout(() => void readOne(), Math.max(10, frameMilliseconds - spent));
  };
  void readOne();
  return () => {
    running = false;
  };
}

async function listCameras() {
  const devices = (await navigator.mediaDevices?.enumerateDevices?.()) ?? [];
  return devices
    .filter((device) => device.kind === 'videoinput')
    .map((device) => ({ id: device.deviceId, label: device.label }));
}

/** The cameras of this machine as a scanner. */
export const cameraScanner: ScannerPort = {
  listCameras,
  start: async ({ video, cameraId, onCode, signal }) => {
    if (navigator.mediaDevices?.getUserMedia === undefined) return { ok: false, fault: 'camera-insecure' };
    let stream: MediaStream | null = null;
    const stopStream = () => {
      for (const track of stream?.getTracks() ?? []) track.stop();
      video.srcObject = null;
    };
    try {
      const which =
        cameraId === null ? { facingMode: { ideal: 'environment' } } : { deviceId: { exact: cameraId } };
      const decoderComing = createFrameDecoder();
      stream = await navigator.mediaDevices.getUserMedia({
        video: { ...which, width: { ideal: 1280 }, height: { ideal: 720 } },
        audio: false,
      });
      video.srcObject = stream;
      await video.play();
      const decode = await decoderComing;
      if (signal.aborted) {
        stopStream();
        return { ok: false, fault: 'camera-failed' };
      }
      const stopReading = readFrames(video, decode, onCode);
      const track = stream.getVideoTracks()[0];
      const stop = () => {
        stopReading();
        stopStream();
      };
      return {
        ok: true,
        scanner: {
          cameraId: track?.getSettings().deviceId ?? cameraId ?? '',
          stop,
          setTorch: torchOf(track),
        },
      };
    } catch (thrown) {
      stopStream();
      return { ok: false, fault: faultOf(thrown) };
    }
  },
};
