/** What has been seen of one operation, taken down from servers at work: what was asked, the answer, its own refusals. */
export interface Recorded {
  /** Of JSON as such, of anything else as text; left out where the request has no body that can be shown. */
  readonly request?: unknown;
  readonly answer?: unknown;
  /** Codes of problems by their HTTP status, those that any route may answer with left out. */
  readonly refusals?: Readonly<Record<string, readonly string[]>>;
}

type Content = Readonly<Record<string, object>>;

/** Types whose bodies can be read in a description. */
const legible = /^(application\/(json|xml|x-www-form-urlencoded)|text\/csv)$/;

/** Sets an example beside the schema of the first type that can be read, unless the content has examples already. */
export function withExample<Described extends { readonly content?: Content }>(
  described: Described,
  summary: string,
  value: unknown,
): Described {
  const { content = {} } = described;
  const [type] = Object.keys(content).filter((one) => legible.test(one));
  const media = type === undefined ? undefined : content[type];
  if (type === undefined || media === undefined || value === undefined || 'examples' in media)
    return described;
  return {
    ...described,
    content: { ...content, [type]: { ...media, examples: { seen: { summary, value } } } },
  };
}
