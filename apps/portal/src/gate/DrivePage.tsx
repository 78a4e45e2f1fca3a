import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Field } from '../ui/form/Field.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { askGate, changed, type Pass, type PassageAnswer, passesQuery } from './queries.ts';
import { Reasons } from './Reasons.tsx';
import { AnswerTag } from './Tag.tsx';
import './gate.css';

/** What the machine of a gate reads of a vehicle. */
interface Coming {
  readonly gate: string;
  readonly passNo: string;
  readonly plate: string;
  readonly weightKg: string;
}

/** One answer, and how long the driver waited for it. */
interface Driven {
  /** The first is 1. */
  readonly no: number;
  readonly answer: PassageAnswer;
  readonly ms: number;
}

/** Plays the machine of a gate, at the real endpoint: what it asks is written like any vehicle's. */
export function DrivePage() {
  const { t } = useTexts();
  const made = useInfiniteQuery(passesQuery('made'));
  const stopped = useInfiniteQuery(passesQuery('stopped'));
  const pages = [...(stopped.data?.pages ?? []), ...(made.data?.pages ?? [])];
  const passes = pages.flatMap((page) => page.passes);
  const error = made.error ?? stopped.error;
  return (
    <>
      <PageHead title={t('gate.drive')} intro={t('gate.driveIntro')} />
      {error && <Trouble error={error} onRetry={() => void made.refetch()} />}
      {!error && !(made.data && stopped.data) && <Skeleton label={t('app.loading')} bars={[100, 60]} />}
      {made.data && stopped.data && <Machine passes={passes} />}
    </>
  );
}

/** What a vehicle with this pass would read as, when all is well. */
const readOf = (pass: Pass | undefined, gate: string): Coming => ({
  gate,
  passNo: pass?.passNo ?? '',
  plate: pass?.plate ?? '',
  weightKg: pass ? String(Number(pass.tareKg) + Number(pass.packingKg) + Number(pass.goodsKg)) : '',
});

function Machine({ passes }: { readonly passes: readonly Pass[] }) {
  const { t } = useTexts();
  const [coming, setComing] = useState(() => readOf(passes[0], 'SIM-01'));
  const [driven, setDriven] = useState<readonly Driven[]>([]);
  const queryClient = useQueryClient();
  const asking = useMutation({
    mutationFn: async (eventNo: string): Promise<Omit<Driven, 'no'>> => {
      const asked = performance.now();
      const answer = await askGate({ ...coming, eventNo });
      return { answer, ms: Math.round(performance.now() - asked) };
    },
    onSuccess: async (one) => {
      setDriven((before) => [{ ...one, no: before.length + 1 }, ...before]);
      for (const queryKey of changed) await queryClient.invalidateQueries({ queryKey });
    },
  });
  const last = driven[0]?.answer.eventNo;
  const whole = coming.passNo !== '' && coming.plate !== '' && coming.gate !== '';
  return (
    <div className="gate-page">
      {passes.length === 0 && driven.length === 0 && (
        <Empty title={t('gate.noneWaits')} hint={t('gate.noPassesHint')} />
      )}
      {passes.length > 0 && (
        <section className="panel gate-machine">
          <Readings passes={passes} coming={coming} onChange={setComing} />
          <div className="gate-deeds">
            <Button
              kind="primary"
              disabled={!whole}
              busy={asking.isPending}
              onClick={() => asking.mutate(crypto.randomUUID())}
            >
              {t('gate.come')}
            </Button>
            {last && (
              <Button busy={asking.isPending} onClick={() => asking.mutate(last)}>
                {t('gate.comeAgain')}
              </Button>
            )}
          </div>
          {asking.error && <Trouble error={asking.error} onRetry={() => asking.reset()} />}
        </section>
      )}
      {driven.length > 0 && <Answers driven={driven} />}
    </div>
  );
}

interface ReadingsProps {
  readonly passes: readonly Pass[];
  readonly coming: Coming;
  readonly onChange: (coming: Coming) => void;
}

function Readings({ passes, coming, onChange }: ReadingsProps) {
  const { t } = useTexts();
  const labels = { gate: 'gate.gateName', plate: 'gate.readPlate', weightKg: 'gate.readKg' } as const;
  return (
    <>
      <Field id="drive-pass" label={t('gate.drivenPass')} required findings={[]}>
        {(control) => (
          <select
            {...control}
            className="field"
            value={coming.passNo}
            onChange={({ target }) =>
              onChange(
                readOf(
                  passes.find(({ passNo }) => passNo === target.value),
                  coming.gate,
                ),
              )
            }
          >
            {!passes.some(({ passNo }) => passNo === coming.passNo) && (
              <option value={coming.passNo}>{coming.passNo}</option>
            )}
            {passes.map(({ passNo, plate }) => (
              <option key={passNo} value={passNo} lang="zh">
                {`${passNo} · ${plate}`}
              </option>
            ))}
          </select>
        )}
      </Field>
      {(['gate', 'plate', 'weightKg'] as const).map((name) => (
        <Field key={name} id={`drive-${name}`} label={t(labels[name])} required findings={[]}>
          {(control) => (
            <input
              {...control}
              className="field"
              inputMode={name === 'weightKg' ? 'decimal' : undefined}
              maxLength={20}
              autoComplete="off"
              value={coming[name]}
              onChange={({ target }) => onChange({ ...coming, [name]: target.value })}
            />
          )}
        </Field>
      ))}
    </>
  );
}

function Answers({ driven }: { readonly driven: readonly Driven[] }) {
  const { t } = useTexts();
  return (
    <section className="panel" aria-live="polite">
      <h2>{t('gate.comings')}</h2>
      <ol className="gate-comings">
        {driven.map(({ answer, ms, no }) => (
          <li key={no}>
            <p className="gate-coming">
              <AnswerTag answer={answer.answer} />
              <strong lang="zh">{answer.plate}</strong>
              <span className="code">{answer.passNo}</span>
              <span className="quiet">
                {t('gate.took', { ms: String(ms) })}
                {answer.repeated && ` · ${t('gate.repeated')}`}
              </span>
            </p>
            {answer.reasons.length > 0 && <Reasons reasons={answer.reasons} />}
          </li>
        ))}
      </ol>
    </section>
  );
}
