import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Button } from './Button';
import { icons } from './icons';
import { IconButton } from './IconButton';
import { type StatusKind, statusShapes } from './StatusMark';
import styles from './Toaster.module.css';

export type Toast = Readonly<{
  text: string;
  kind?: StatusKind;
  /** Such as « Annuler », with the key that does the same. */
  action?: { label: string; keys?: string; onPress: () => void };
}>;
type Shown = Toast & { id: number };

const ToastContext = createContext<{ toast: (toast: Toast) => void } | null>(null);
const shownMilliseconds = 6_000;
const mostShown = 3;

/** Short news at the foot of the window, read out politely, gone by itself unless pointed at. An alert stays until it is closed. */
export function ToastProvider({ closeLabel = '×', children }: { closeLabel?: string; children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Shown[]>([]);
  const next = useRef(0);
  const toast = useCallback((given: Toast) => {
    next.current += 1;
    const id = next.current;
    setToasts((known) => [...known.slice(1 - mostShown), { ...given, id }]);
  }, []);
  const remove = useCallback((id: number) => setToasts((known) => known.filter((one) => one.id !== id)), []);
  const value = useMemo(() => ({ toast }), [toast]);
  return (
    <ToastContext value={value}>
      {children}
      {/* The attribute keeps the news readable and its buttons usable above an open dialog. */}
      <div className={styles.toaster} role="status" aria-live="polite" data-react-aria-top-layer="true">
        {toasts.map((one) => (
          <ToastLine key={one.id} toast={one} closeLabel={closeLabel} onClose={remove} />
        ))}
      </div>
    </ToastContext>
  );
}

export function useToasts(): { toast: (toast: Toast) => void } {
  const context = useContext(ToastContext);
  if (!context) throw new Error('ToastProvider is missing above this component');
  return context;
}

function ToastLine({
  toast,
  closeLabel,
  onClose,
}: {
  toast: Shown;
  closeLabel: string;
  onClose: (id: number) => void;
}) {
  const { id, text, kind = 'ok', action } = toast;
  const [isHeld, setIsHeld] = useState(kind === 'alert');
  const Shape = statusShapes[kind];
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => onClose(id), shownMilliseconds);
    return () => clearTimeout(timer);
  }, [isHeld, id, onClose]);
  return (
    <div
      className={`${styles.toast} ${styles[kind]}`}
      onMouseEnter={() => setIsHeld(true)}
      onMouseLeave={() => setIsHeld(kind === 'alert')}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(kind === 'alert')}
    >
      <Shape />
      <span dir="auto">{text}</span>
      {action && (
        <Button variant="quiet" keys={action.keys} onPress={() => (action.onPress(), onClose(id))}>
          {action.label}
        </Button>
      )}
      <IconButton label={closeLabel} icon={<icons.close />} onPress={() => onClose(id)} />
    </div>
  );
}
