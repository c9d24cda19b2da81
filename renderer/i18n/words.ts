/** The same keys as the French reference, any words: what an English file `satisfies`. A plural may add forms, never lose one. */
export type SameKeys<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> };
