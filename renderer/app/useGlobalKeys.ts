import { useEffect, useRef } from 'react';
import { useGo } from '../navigation/searchState';
import type { Commands } from './useCommands';
import { pages } from './pages';

/** After `g`, the second key must follow within this time. */
const sequenceMilliseconds = 1_200;

/** Keys that work on every page. Plain letters keep quiet while somebody types; undo inside a field stays the field's own. */
export function useGlobalKeys(commands: Commands): void {
  const go = useGo();
  const goSince = useRef(0);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing) return;
      const isTyping = isEditable(event.target);
      const key = event.key.toLowerCase();
      const run = (command: Parameters<Commands['run']>[0]) => {
        event.preventDefault();
        commands.run(command);
      };
      if (event.ctrlKey || event.metaKey) {
        if (key === 'k') run('palette');
        else if (key === 'n' && !event.shiftKey) run('newEvent');
        else if (key === 'p' && !event.shiftKey) run('print');
        else if (isTyping) return;
        else if (key === 'z') run(event.shiftKey ? 'redo' : 'undo');
        else if (key === 'y') run('redo');
        return;
      }
      if (isTyping || event.altKey || document.querySelector('[role="dialog"][aria-modal="true"]')) return;
      if (key === '?') return run('keyboard');
      if (Date.now() - goSince.current < sequenceMilliseconds) {
        goSince.current = 0;
        const page = pages.find(({ goKey }) => goKey === key);
        if (page) {
          event.preventDefault();
          go(page.href);
        }
        return;
      }
      if (key === 'g') goSince.current = Date.now();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [commands, go]);
}

function isEditable(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
    target.role === 'spinbutton'
  );
}
