import { AgencyName } from '../consents/Standing.tsx';
import { useTexts } from '../i18n/index.ts';
import { Moment } from '../ui/Moment.tsx';
import type { Inspection } from './queries.ts';

const kinds = [
  ...(['opened', 'joined', 'recognised', 'lapsed', 'booked', 'given-up', 'no-show'] as const),
  ...(['begun', 'result', 'photo', 'sample', 'signed'] as const),
  ...(['correction', 'corrected'] as const),
] as const;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** What was done about an inspection, the first first. */
export function Steps({ steps }: { readonly steps: Inspection['steps'] }) {
  const { t } = useTexts();
  return (
    <section className="panel">
      <h2>{t('inspections.steps')}</h2>
      <ol className="inspections-steps">
        {steps.map(({ at, kind, body }, place) => {
          const known = kinds.find((one) => one === kind);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps are only added to
            <li key={place}>
              <strong>{known ? t(`inspections.stepKinds.${known}`) : kind}</strong>{' '}
              {isText(body.agency) && <AgencyName agency={body.agency} />} <About body={body} />{' '}
              <span className="quiet">
                <Moment at={at} />
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

const numbers = ['orderNo', 'sampleNo', 'siteCode', 'reason', 'row', 'certificate'] as const;
const words = ['shows', 'found', 'note', 'why', 'laboratory', 'name'] as const;

/** What a step says beside its kind: numbers as they are, words as they were written. */
function About({ body }: { readonly body: Inspection['steps'][number]['body'] }) {
  return (
    <>
      {numbers.map((name) =>
        isText(body[name]) ? (
          <span key={name} className="code">
            {body[name]}{' '}
          </span>
        ) : null,
      )}
      {isText(body.startsAt) && <Moment at={body.startsAt} />}{' '}
      {words.map((name) =>
        isText(body[name]) ? (
          <span key={name} lang="zh">
            {body[name]}{' '}
          </span>
        ) : null,
      )}
      <Counted lines={body.lines} />
    </>
  );
}

interface CountedLine {
  readonly gnum: number;
  readonly quantity: string;
}

/** Quantities that were found, line by line. */
function Counted({ lines }: { readonly lines: unknown }) {
  if (!Array.isArray(lines)) return null;
  return (
    <span className="code">
      {(lines as CountedLine[]).map(({ gnum, quantity }) => `${gnum}: ${quantity}`).join(', ')}
    </span>
  );
}
