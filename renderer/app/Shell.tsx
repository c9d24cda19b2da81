import { Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHost } from '../host/hostContext';
import { KeyboardMap } from './KeyboardMap';
import { Palette } from './Palette';
import { Rail } from './Rail';
import { SafetyNotices } from './SafetyNotices';
import { useCommands } from './useCommands';
import { useGlobalKeys } from './useGlobalKeys';
import { useSaidChanges } from './useSaidChanges';
import styles from './Shell.module.css';

type Overlay = 'palette' | 'keyboard' | null;

/** The frame around every page: rail, palette, keyboard, undo, and what must be said wherever one is. */
export function Shell() {
  const { t } = useTranslation('shell');
  const [overlay, setOverlay] = useState<Overlay>(null);
  const commands = useCommands({
    showKeyboard: () => setOverlay('keyboard'),
    showPalette: () => setOverlay('palette'),
  });
  const host = useHost();
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useGlobalKeys(commands);
  useSaidChanges();
  useEffect(() => host.onMenu((command) => commands.run(command)), [host, commands]);
  useEffect(() => {
    main.current?.scrollTo(0, 0);
  }, [pathname, t]);

  return (
    <div className={styles.shell}>
      <a
        className={styles.skip}
        href="#main"
        onClick={(event) => (event.preventDefault(), main.current?.focus())}
      >
        {t('skip')}
      </a>
      <Rail onFind={() => setOverlay('palette')} />
      <main id="main" ref={main} className={styles.main} tabIndex={-1}>
        <SafetyNotices />
        <Outlet />
      </main>
      {overlay === 'palette' && <Palette commands={commands.list} onClose={() => setOverlay(null)} />}
      {overlay === 'keyboard' && <KeyboardMap onClose={() => setOverlay(null)} />}
    </div>
  );
}
