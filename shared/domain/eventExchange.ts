import { z } from 'zod';
import { eventBundleSchema } from './eventBundle';
import { eventIdSchema } from './plannedEvent';
import { idSchema } from './text';

/** Beyond it the oldest are forgotten: they are all behind a newer one. */
export const mostAncestors = 5_000;

/**
 * A version of one event, as it left a laptop: made by an export, kept on each laptop that has it. Never changed afterwards. Which version
 * is behind which is told by `ancestors` alone; no clock is asked.
 */
export const eventExchangeSchema = z.object({
  /** The version. */
  id: idSchema,
  eventId: eventIdSchema,
  /** Was it made on this laptop? */
  isOwn: z.boolean(),
  /** Every version that was already part of the event when this one was made. */
  ancestors: z.array(idSchema).max(mostAncestors, 'tooMany'),
  contents: eventBundleSchema,
});
export type EventExchange = Readonly<z.infer<typeof eventExchangeSchema>>;
