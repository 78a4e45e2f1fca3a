import type { zh } from './zh.ts';

type Same<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : Same<T[Key]> };

/** The shape every language has to fill. */
export type Texts = Same<typeof zh>;
