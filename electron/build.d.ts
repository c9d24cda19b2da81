/** Written by the build: true only in `npm run dev`, whose output is never packaged. */
declare const __DEVELOPMENT__: boolean;
