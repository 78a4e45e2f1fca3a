import type { Bilingual } from '#kernel';
import type { Role } from '../roles.ts';

/** Whose things one may do it with: those of one's own organisation, those of the zone, or what anyone may have. */
export type Scope = 'own' | 'zone' | 'public';

/** How a caller may show who it is; a browser sends a session by itself, a key never. */
export type Credential = 'key' | 'session';

/** A line of the table. */
export interface PolicyRow {
  readonly resource: string;
  readonly action: string;
  readonly what: Bilingual;
  /** Empty where nobody is asked who they are. */
  readonly shownBy: readonly Credential[];
  /** Who may, and with whose things; a role that is not named may not. */
  readonly may: Readonly<Partial<Record<Role, Scope>>>;
  /** A rule of the field, or (D) for our own design. */
  readonly source: string;
}

/** Nobody is asked who they are. */
export const anyone = {
  nobody: 'public',
  visitor: 'public',
  enterprise: 'public',
  operator: 'public',
} as const;
export const keyOnly = ['key'] as const;
export const keyOrSession = ['key', 'session'] as const;
