import { Flashlight, FlashlightOff } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Select } from '../../ui/select.tsx';
import { useCommonText } from '../i18n.ts';
import { cameraScanner } from './camera-scanner.ts';
import type { CameraChoice, CameraFault, RunningScanner } from './scanner-port.ts';
import { scannerTexts } from './texts.ts';

export type CameraScanDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Gets each code once. Returning false keeps the camera running for the next one. */
  onCode: (code: string) => boolean | void;
};

/** A live picture of the camera that reads codes. */
export function CameraScanDialog({ open, onOpenChange, onCode }: CameraScanDialogProps) {
  const t = scannerTexts.useText();
  const common = useCommonText();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('title')}
      description={t('hint')}
      closeLabel={common('close')}
    >
      <CameraView
        onCode={(code) => {
          if (onCode(code) !== false) onOpenChange(false);
        }}
      />
    </Dialog>
  );
}

function CameraView({ onCode }: { onCode: (code: string) => void }) {
  const t = scannerTexts.useText();
  const common = useCommonText();
  const video = useRef<HTMLVideoElement>(null);
  const [cameraId, setCameraId] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [cameras, setCameras] = useState<CameraChoice[]>([]);
  const [scanner, setScanner] = useState<RunningScanner | null>(null);
  const [fault, setFault] = useState<CameraFault | null>(null);
  const [torch, setTorch] = useState(false);
  const [lastCode, setLastCode] = useState<string | null>(null);
  const tell = useEffectEvent((code: string) => {
    setLastCode(code);
    onCode(code);
  });

  useEffect(() => {
    const element = video.current;
    if (element === null) return undefined;
    const ended = new AbortController();
    let running: RunningScanner | null = null;
    const start = async () => {
      const started = await cameraScanner.start({
        video: element,
        cameraId,
        onCode: (code) => tell(code),
        signal: ended.signal,
      });
      if (ended.signal.aborted) {
        if (started.ok) started.scanner.stop();
        return;
      }
      if (!started.ok) return setFault(started.fault);
      running = started.scanner;
      setFault(null);
      setTorch(false);
      setScanner(running);
      // Their names are known only once the camera was allowed.
      setCameras(await cameraScanner.listCameras());
    };
    void start();
    return () => {
      ended.abort();
      running?.stop();
      setScanner(null);
    };
  }, [cameraId, attempt]);

  return (
    <div className="flex flex-col gap-3">
      <div className="relative aspect-video overflow-hidden rounded-card bg-sunken" hidden={fault !== null}>
        <video ref={video} muted playsInline aria-hidden="true" className="size-full object-cover" />
        <div
          aria-hidden="true"
          className="pointer-events-none absolute inset-[14%] rounded-card border-4 border-accent"
        />
      </div>
      {fault !== null && (
        <ErrorNotice
          title={t(fault)}
          kept={t('camera-kept')}
          remedy={t(`${fault}-remedy`)}
          action={<Button onClick={() => setAttempt(attempt + 1)}>{common('retry')}</Button>}
        />
      )}
      <div className="flex min-h-11 items-end gap-3">
        <p role="status" className="min-w-0 flex-1 truncate py-2.5 font-medium">
          {lastCode !== null
            ? t('read', { code: lastCode })
            : fault === null && t(scanner ? 'looking' : 'starting')}
        </p>
        {scanner?.setTorch && (
          <Button
            icon={torch ? FlashlightOff : Flashlight}
            onClick={() => {
              setTorch(!torch);
              void scanner.setTorch?.(!torch);
            }}
          >
            {t(torch ? 'torchOff' : 'torchOn')}
          </Button>
        )}
        {cameras.length > 1 && (
          <Select
            label={t('camera')}
            hideLabel
            className="w-56"
            value={scanner?.cameraId ?? cameraId}
            onValueChange={setCameraId}
            choices={cameras.map((camera, index) => ({
              value: camera.id,
              label: camera.label || t('cameraOf', { number: index + 1 }),
            }))}
          />
        )}
      </div>
    </div>
  );
}
