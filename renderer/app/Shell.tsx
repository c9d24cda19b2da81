import { Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDoor } from '../data/workspaceContext';
import { useHost } from '../host/hostContext';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { KeyboardMap } from './KeyboardMap';
import { Palette } from './Palette';
import { Rail } from './Rail';
import { useCommands } from './useCommands';
import { useGlobalKeys } from './useGlobalKeys';
import { useSaidChanges } from './useSaidChanges';
import styles from './Shell.module.css';

type Overlay = 'palette' | 'keyboard' | null;

/** The frame around every page: rail, palette, keyboard, undo, and what must be said wherever one is. */
export function Shell() {
  const { t } = useTranslation('shell');
  const [overlay, setOverlay] = useState<Overlay>(null);
  const { current } = useDoor();
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
        {current.save.kind === 'frozen' && (
          <Notice
            kind="alert"
            title={t('frozen.title')}
            action={<Button onPress={() => location.reload()}>{t('frozen.restart')}</Button>}
          >
            {t('frozen.sentence', { reason: current.save.reason })}
          </Notice>
        )}
        {current.save.kind === 'refused' && (
          <Notice kind="alert">{t('refused', { reason: current.save.reason })}</Notice>
        )}
        <Outlet />
      </main>
      {overlay === 'palette' && <Palette commands={commands.list} onClose={() => setOverlay(null)} />}
      {overlay === 'keyboard' && <KeyboardMap onClose={() => setOverlay(null)} />}
    </div>
  );
}
