import type { Bilingual } from '#kernel';

/** A row of the table of who may do what: whoever may do it with what the event is about is told of the event. */
export interface Need {
  readonly resource: string;
  readonly action: string;
}

/** How somebody is told of a kind by mail: at once, or with everything else. */
export const mailWishes = ['never', 'digest', 'immediate'] as const;
export type MailWish = (typeof mailWishes)[number];

type Fields = Readonly<Record<string, unknown>>;

/** A kind of event people are told of. */
export interface NotificationKind {
  /** As webhooks name it. */
  readonly kind: string;
  readonly text: Bilingual;
  /** What people of the enterprise the event concerns have to be allowed; left out: they are not told. */
  readonly own?: Need;
  /** What people who look after the zone have to be allowed for it; left out: they are not told. */
  readonly zone?: Need;
  /** The side of a delegation that is told, where it is one: the other has done it. */
  readonly side?: 'principal' | 'agent';
  /** Which of its events are told; left out: all. */
  readonly when?: (event: Fields) => boolean;
  /** Comes by the hundred: all of an hour are one notification. */
  readonly gathered?: true;
  /** Whether it is shown to who has not said otherwise, … */
  readonly shown: boolean;
  /** … and how it is mailed. */
  readonly mail: MailWish;
  /** What it is about, in a word that names no person. */
  readonly about: (event: Fields) => string;
  /** The page that shows it to people of the enterprise. */
  readonly place: (event: Fields) => string;
  /** Where it is another page for those who look after the zone. */
  readonly zonePlace?: (event: Fields) => string;
  /** The page that shows several of them. */
  readonly places?: string;
}

/** A text of an event; empty where it has none of that name. */
export const field =
  (name: string) =>
  (event: Fields): string => {
    const value = event[name];
    return typeof value === 'string' ? value : '';
  };
/** The address of what an event names. */
export const at =
  (path: string, ...names: readonly string[]) =>
  (event: Fields): string =>
    [path, ...names.map((name) => encodeURIComponent(field(name)(event)))].join('/');
