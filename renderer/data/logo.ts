import { logoAddress } from '@shared/report/logo';
import { useEffect, useState } from 'react';
import { useHost } from '../host/hostContext';

/** The organisation's logo as documents carry it; `undefined` while it is being read. */
export function useLogo(id: string | null): string | null | undefined {
  const host = useHost();
  const [read, setRead] = useState<{ id: string; address: string | null } | null>(null);
  useEffect(() => {
    if (id === null) return;
    let isCurrent = true;
    host.ask['attachments:get'](id).then(
      (bytes) => isCurrent && setRead({ id, address: bytes && logoAddress(bytes) }),
      () => isCurrent && setRead({ id, address: null }),
    );
    return () => {
      isCurrent = false;
    };
  }, [id, host]);
  if (id === null) return null;
  return read?.id === id ? read.address : undefined;
}
