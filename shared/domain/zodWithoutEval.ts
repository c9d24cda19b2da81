import { z } from 'zod';

// Imported before anything else wherever a page or a worker begins: as soon as a schema is made, zod tries `new Function`, which the
// page's security policy refuses.
z.config({ jitless: true });
