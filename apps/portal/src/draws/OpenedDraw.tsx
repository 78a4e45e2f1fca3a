import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/form/Field.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { drawAgain, type Verdict } from './recompute.ts';
import { type DrawPart, type SourceName, sources, type WholeDraw } from './sources.ts';

interface OpenedDrawProps {
  readonly source: SourceName;
  readonly drawKey: string;
}

/** One draw: before it is over its commitment alone, after it all that is needed to draw again here and now. */
export function OpenedDraw({ source, drawKey }: OpenedDrawProps) {
  const { t } = useTexts();
  const { data, error, refetch } = useQuery({
    queryKey: ['draws', source, drawKey],
    queryFn: ({ signal }) => sources[source].one(drawKey, signal),
  });
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label={t('app.loading')} bars={[60, 100]} />;
  const seed = data.parts[0]?.record.seed;
  const facts = [
    ['rate', data.rate],
    ['seedDigest', data.seedDigest],
    ['seed', seed],
  ] as const;
  return (
    <section className="panel draws-one" aria-labelledby="opened-draw">
      <h2 id="opened-draw">{data.purpose}</h2>
      <dl className="draws-facts">
        {facts.map(([name, value]) =>
          value === undefined ? null : (
            <div key={name}>
              <dt>{t(`draws.${name}`)}</dt>
              <dd className="code">{value}</dd>
            </div>
          ),
        )}
      </dl>
      {data.over ? <Check draw={data} /> : <p>{t('draws.notOver')}</p>}
    </section>
  );
}

/** Draws again in every part. */
async function allAgain({ purpose, rate, seedDigest, parts }: WholeDraw, noted: string): Promise<Verdict> {
  const verdicts: Verdict[] = [];
  for (const { candidates, record } of parts) {
    const committed = { purpose, seedDigest, rate: rate ?? record.rate };
    verdicts.push(await drawAgain(committed, record, candidates, noted));
  }
  return {
    faults: [...new Set(verdicts.flatMap(({ faults }) => faults))],
    drawn: verdicts.flatMap(({ drawn }) => drawn),
  };
}

const sumOf = (parts: readonly DrawPart[]): number =>
  parts.reduce((sum, { candidates }) => sum + candidates.length, 0);

function Check({ draw }: { readonly draw: WholeDraw }) {
  const { t } = useTexts();
  const [noted, setNoted] = useState('');
  const drawing = useMutation({ mutationFn: () => allAgain(draw, noted) });
  return (
    <>
      <Field id="noted-digest" label={t('draws.noted')} hint={t('draws.notedHint')}>
        {(control) => (
          <input
            {...control}
            className="field code"
            maxLength={64}
            spellCheck={false}
            autoComplete="off"
            value={noted}
            onChange={({ target }) => setNoted(target.value)}
          />
        )}
      </Field>
      <p>
        <Button kind="primary" busy={drawing.isPending} onClick={() => drawing.mutate()}>
          {t('draws.again')}
        </Button>
      </p>
      <div role="status">{drawing.data && <Outcome verdict={drawing.data} of={sumOf(draw.parts)} />}</div>
      {drawing.error && <Trouble error={drawing.error} onRetry={() => drawing.mutate()} />}
      {draw.parts.map((part) => (
        <Candidates key={part.key} part={part} />
      ))}
    </>
  );
}

function Outcome({ verdict: { faults, drawn }, of }: { readonly verdict: Verdict; readonly of: number }) {
  const { t } = useTexts();
  if (faults.length === 0)
    return (
      <span className="state state-large tone-released">
        <Icon name="released" />
        {t('draws.holds', { drawn: drawn.length, candidates: of })}
      </span>
    );
  return (
    <ul className="draws-faults">
      {faults.map((fault) => (
        <li key={fault} className="tone-refused">
          <Icon name="refused" /> {t(`draws.broken.${fault}`)}
        </li>
      ))}
    </ul>
  );
}

/** Who took part by one rate, and who was drawn. */
function Candidates({ part: { candidates, record } }: { readonly part: DrawPart }) {
  const { t } = useTexts();
  if (candidates.length === 0) return null;
  return (
    <details>
      <summary>
        {t('draws.who', { drawn: record.drawn.length, candidates: candidates.length })} ({t('draws.rate')}{' '}
        {record.rate})
      </summary>
      <ul className="draws-candidates">
        {candidates.map((candidate) => (
          <li key={candidate}>
            <span className="code">{candidate}</span>
            {record.drawn.includes(candidate) && <span className="mark">{t('draws.drawn')}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
