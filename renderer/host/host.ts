import type { HostBridge } from '@shared/ipc';

/** The desktop, or a plain browser standing in for it: one interface, the page does not know which. */
export type Host = HostBridge;
