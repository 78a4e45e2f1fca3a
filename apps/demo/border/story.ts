import type { Bilingual, Day } from '#kernel';
import type { Zone } from '../zone.ts';

/** What comes back of a message: a verdict for each of its documents. */
export interface MessageTaken {
  readonly documents: readonly {
    readonly verdict: string;
    readonly status: string;
    readonly orderNo?: string;
    readonly findings: readonly { readonly code: string }[];
  }[];
}

/** Somebody who speaks to the platform in a story, over its own HTTP interface. Whatever is refused ends the story. */
export interface Actor {
  get<Body>(path: string): Promise<Body>;
  post<Body>(path: string, body?: object): Promise<Body>;
  put<Body>(path: string, body: object, ifMatch?: string): Promise<Body>;
  patch<Body>(path: string, body: object, ifMatch?: string): Promise<Body>;
  delete<Body>(path: string): Promise<Body>;
  /** Hands in a CEB message, named as its file in the samples is (`order`). */
  send(name: string, message: Uint8Array): Promise<MessageTaken>;
  /** Sends a file in place of what was there. */
  upload(path: string, type: string, text: string): Promise<void>;
  /** Asks what must be refused. @returns the code of the problem. @throws where it is not refused */
  refused(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: object): Promise<string>;
}

/** Where a story is played: a demo day as it runs, or a platform of a test with a clock of its own. */
export interface BorderStage {
  readonly zone: Zone;
  now(): Date;
  /** The day in China. */
  today(): Day;
  /** A firm of the zone with its API key. */
  firm(customsCode: string): Actor;
  /** Somebody of the demonstration who is signed in, by login: `customs`, `tax`, `operator`, `seller` … */
  person(login: string): Actor;
  /** A number of capital letters and digits that no other start and story makes: 4 of the start, these, 14 characters at most. */
  number(tail: string): string;
  /** Looks again until it is as wished. @throws after some seconds */
  until<Body>(look: (quiet: Quiet) => Promise<Body>, wished: (body: Body) => boolean): Promise<Body>;
  /** Lets time pass; a demo day has no such power, and a story ends there with what can be seen by then. */
  readonly passTo?: (at: Date) => Promise<void>;
}

/** What is only looked at while waiting is not part of a story. */
export interface Quiet {
  as(actor: Actor): Pick<Actor, 'get'>;
}

/** One story of the border, told over the interface: part of the demo day, a test, and a folder of the samples. */
export interface Story {
  /** Number and name of its folder in `contracts/samples`, e.g. `63-transit-by-rail`. */
  readonly name: string;
  readonly title: Bilingual;
  /** One line on why it ends as it does, with the rules. */
  readonly why: Bilingual;
  readonly play: (stage: BorderStage) => Promise<void>;
}
