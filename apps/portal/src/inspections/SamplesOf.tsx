import { useState } from 'react';
import type { components } from '../api/schema.gen.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Field } from '../ui/form/Field.tsx';
import type { Hold, Sample } from './queries.ts';
import { SampleTag } from './StateTag.tsx';

type Schemas = components['schemas'];
type NewSample = Omit<Schemas['NewInspectionSample'], 'entryId'>;
type Move = Omit<Schemas['InspectionSampleMove'], 'entryId'>;

interface SamplesOfProps {
  /** What is wanted of the list, at least one thing. */
  readonly holds: readonly Hold[];
  readonly samples: readonly Sample[];
  readonly onTake: (sample: NewSample) => void;
  readonly onMove: (sampleNo: string, move: Move) => void;
}

/** The samples of a list: taken, then handed on step by step. */
export function SamplesOf({ holds, samples, onTake, onMove }: SamplesOfProps) {
  const { t } = useTexts();
  const wanted = holds.some(({ sampleWanted }) => sampleWanted) && samples.length === 0;
  return (
    <>
      {samples.map((sample) => (
        <Handing key={`${sample.sampleNo} ${sample.state}`} sample={sample} onMove={onMove} />
      ))}
      <details open={wanted}>
        <summary>
          {t('inspections.takeSample')}
          {wanted && ` · ${t('inspections.sampleWanted')}`}
        </summary>
        <Taking key={samples.length} holds={holds} onTake={onTake} />
      </details>
    </>
  );
}

function Taking({ holds, onTake }: Pick<SamplesOfProps, 'holds' | 'onTake'>) {
  const { t, say } = useTexts();
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      holds.findIndex(({ sampleWanted }) => sampleWanted),
    ),
  );
  const [values, setValues] = useState({ sampleNo: '', sealNo: '', what: '' });
  const hold = holds[at];
  if (!hold) return null;
  const id = `sample-${hold.orderNo}`;
  const whole = Object.values(values).every((text) => text.trim() !== '');
  const { orderNo, ebpCode, agency, ground } = hold;
  return (
    <div className="visit-form">
      <Field id={`${id}-of`} label={t('inspections.wanted')} required>
        {(control) => (
          <select
            {...control}
            className="field"
            value={at}
            onChange={({ target }) => setAt(Number(target.value))}
          >
            {holds.map((one, place) => (
              <option key={`${one.agency} ${one.ground.code}`} value={place}>
                {say(one.ground)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {(
        [
          ['sampleNo', 'inspections.sampleNo', 30],
          ['sealNo', 'inspections.sealNo', 30],
          ['what', 'inspections.sampleWhat', 200],
        ] as const
      ).map(([name, text, most]) => (
        <Text
          key={name}
          id={`${id}-${name}`}
          label={t(text)}
          most={most}
          value={values[name]}
          onChange={(value) => setValues({ ...values, [name]: value })}
        />
      ))}
      <Button
        disabled={!whole}
        onClick={() => onTake({ orderNo, ebpCode, agency, ground: ground.code, ...values })}
      >
        {t('inspections.takeSample')}
      </Button>
    </div>
  );
}

/** The next step of a sample; nothing once its test is known. */
function Handing({ sample, onMove }: { readonly sample: Sample; readonly onMove: SamplesOfProps['onMove'] }) {
  const { t } = useTexts();
  const [laboratory, setLaboratory] = useState('');
  const [reportNo, setReportNo] = useState('');
  const [verdict, setVerdict] = useState<'conforming' | 'nonconforming' | ''>('');
  const { sampleNo, state, what } = sample;
  const id = `handing-${sampleNo}`;
  return (
    <div className="visit-form visit-sample">
      <p>
        <span className="code">{sampleNo}</span> <span lang="zh">{what}</span> <SampleTag state={state} />
      </p>
      {state === 'taken' && (
        <>
          <Text
            id={id}
            label={t('inspections.laboratory')}
            most={100}
            value={laboratory}
            onChange={setLaboratory}
          />
          <Button
            disabled={laboratory.trim() === ''}
            onClick={() => onMove(sampleNo, { state: 'sent', laboratory: laboratory.trim() })}
          >
            {t('inspections.nextSample.sent')}
          </Button>
        </>
      )}
      {state === 'sent' && (
        <Button onClick={() => onMove(sampleNo, { state: 'received' })}>
          {t('inspections.nextSample.received')}
        </Button>
      )}
      {state === 'received' && (
        <>
          <Choice
            label={t('inspections.verdict')}
            value={verdict}
            options={(['conforming', 'nonconforming'] as const).map((value) => ({
              ...{ value, label: t(`inspections.sampleStates.${value}`) },
            }))}
            onChange={setVerdict}
          />
          <Text id={id} label={t('inspections.reportNo')} most={30} value={reportNo} onChange={setReportNo} />
          <Button
            disabled={reportNo.trim() === '' || verdict === ''}
            onClick={() => verdict && onMove(sampleNo, { state: verdict, reportNo: reportNo.trim() })}
          >
            {t('inspections.nextSample.tested')}
          </Button>
        </>
      )}
    </div>
  );
}

interface TextProps {
  readonly id: string;
  readonly label: string;
  readonly most: number;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Text({ id, label, most, value, onChange }: TextProps) {
  return (
    <Field id={id} label={label} required>
      {(control) => (
        <input
          {...control}
          className="field"
          maxLength={most}
          autoComplete="off"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
