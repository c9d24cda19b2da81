import {
  ArrowDown,
  ArrowRight,
  ArrowUp,
  Box,
  Calendar,
  CalendarClock,
  Check,
  ChevronDown,
  ChevronLeft,
  ChevronRight,
  CircleCheck,
  ClipboardList,
  Clock,
  Columns2,
  Columns3,
  Copy,
  CornerDownLeft,
  Download,
  Ellipsis,
  FileText,
  Filter,
  Flag,
  GanttChart,
  GripVertical,
  History,
  Info,
  Layers,
  List,
  LoaderCircle,
  Lock,
  LockOpen,
  Mail,
  MapPin,
  Network,
  Octagon,
  Paperclip,
  Pencil,
  Pin,
  Plus,
  Printer,
  Redo2,
  RotateCcw,
  Search,
  SlidersHorizontal,
  Square,
  SquareCheck,
  Target,
  Terminal,
  Trash2,
  TriangleAlert,
  Undo2,
  Upload,
  User,
  Users,
  X,
} from 'lucide-react';
import type { ComponentType, SVGProps } from 'react';

type Icon = ComponentType<SVGProps<SVGSVGElement>>;

/**
 * Every drawing of the program, by what it means. As large as `--icon` (16 px) unless a rule says otherwise, in one stroke (`--icon-stroke`);
 * hidden from screen readers, so always beside words.
 */
export const icons = {
  brand: Brand,
  today: drawn(Clock),
  calendar: drawn(Calendar),
  events: drawn(Flag),
  tasks: drawn(ClipboardList),
  reports: drawn(FileText),
  settings: drawn(SlidersHorizontal),
  history: drawn(History),
  import: drawn(Upload),
  partners: drawn(Network),
  people: drawn(Users),
  person: drawn(User),
  stock: drawn(Box),
  template: drawn(Layers),
  meeting: drawn(CalendarClock),
  task: drawn(Square),
  taskDone: drawn(SquareCheck),
  venue: drawn(MapPin),
  target: drawn(Target),
  mail: drawn(Mail),
  attachment: drawn(Paperclip),
  pin: drawn(Pin),
  command: drawn(Terminal),
  search: drawn(Search),
  add: drawn(Plus),
  edit: drawn(Pencil),
  remove: drawn(X),
  close: drawn(X),
  delete: drawn(Trash2),
  copy: drawn(Copy),
  print: drawn(Printer),
  download: drawn(Download),
  upload: drawn(Upload),
  restore: drawn(RotateCcw),
  undo: drawn(Undo2),
  redo: drawn(Redo2),
  filter: drawn(Filter),
  more: drawn(Ellipsis),
  columns: drawn(Columns2),
  lock: drawn(Lock),
  unlock: drawn(LockOpen),
  working: drawn(LoaderCircle),
  list: drawn(List),
  board: drawn(Columns3),
  timeline: drawn(GanttChart),
  grip: drawn(GripVertical),
  enter: drawn(CornerDownLeft),
  previous: drawn(ChevronLeft),
  next: drawn(ChevronRight),
  down: drawn(ChevronDown),
  moveUp: drawn(ArrowUp),
  moveDown: drawn(ArrowDown),
  arrow: drawn(ArrowRight),
  tick: drawn(Check),
  ok: drawn(CircleCheck),
  warn: drawn(TriangleAlert),
  alert: Diamond,
  stop: drawn(Octagon),
  info: drawn(Info),
} as const satisfies Record<string, Icon>;

export type IconName = keyof typeof icons;

function drawn(Shape: Icon): Icon {
  return function DrawnIcon(props) {
    return <Shape width={16} height={16} data-icon="24" aria-hidden="true" focusable="false" {...props} />;
  };
}

function Diamond(props: SVGProps<SVGSVGElement>) {
  return (
    <svg
      viewBox="0 0 16 16"
      width={16}
      height={16}
      data-icon="16"
      fill="none"
      stroke="currentColor"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
      focusable="false"
      {...props}
    >
      <path d="M8 1.9 14.1 8 8 14.1 1.9 8zM8 5.3v3.2M8 10.6v.1" />
    </svg>
  );
}

function Brand(props: SVGProps<SVGSVGElement>) {
  return (
    <svg
      viewBox="0 0 20 20"
      width={20}
      height={20}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.8}
      strokeLinecap="round"
      aria-hidden="true"
      focusable="false"
      {...props}
    >
      <path d="M2.5 13.5c2.5 0 2.5-2.5 5-2.5s2.5 2.5 5 2.5 2.5-2.5 5-2.5M2.5 17.2c2.5 0 2.5-2.5 5-2.5s2.5 2.5 5 2.5 2.5-2.5 5-2.5" />
      <circle cx="10" cy="5.5" r="3" />
    </svg>
  );
}
