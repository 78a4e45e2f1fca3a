/** What letters say in one language; `{{count}}` and the like are filled in. */
export interface Words {
  /** Of the platform, before every subject. */
  readonly name: string;
  readonly one: string;
  readonly many: string;
  readonly digest: string;
  readonly now: string;
  readonly several: string;
  readonly rest: string;
  readonly all: string;
  readonly settings: string;
  readonly why: string;
  readonly leave: string;
  readonly codeSubject: string;
  readonly code: string;
  readonly codeHint: string;
  /** Titles by kind. */
  readonly kinds: Readonly<Record<string, string>>;
}
