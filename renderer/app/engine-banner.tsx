import { Unplug } from 'lucide-react';
import { useQueryClient } from '@tanstack/react-query';
import { healthKey } from '../api/health.ts';
import { useConnection } from '../state/connection.ts';
import { Button } from '../ui/button.tsx';
import { useCommonText } from './i18n.ts';
import { appTexts } from './texts.ts';

/** Says that the engine is away, for as long as it is; the health question is asked again every two seconds. */
export function EngineBanner() {
  const t = appTexts.useText();
  const common = useCommonText();
  const client = useQueryClient();
  const engineReachable = useConnection((connection) => connection.engineReachable);
  if (engineReachable) return null;
  return (
    <div role="alert" className="flex items-center gap-3 border-b border-danger bg-danger-soft px-4 py-1.5">
      <Unplug className="size-5 shrink-0 text-danger" aria-hidden="true" />
      <p className="min-w-0 flex-1">
        <span className="font-semibold">{t('bannerTitle')}</span> <span>{t('bannerKept')}</span>
      </p>
      <Button onClick={() => void client.refetchQueries({ queryKey: healthKey })}>{common('retry')}</Button>
    </div>
  );
}
