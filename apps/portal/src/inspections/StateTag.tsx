import { useTexts } from '../i18n/index.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { Ago, Moment } from '../ui/Moment.tsx';
import type { Hold, InspectionState, Sample } from './queries.ts';
import type { Waited } from './standing.ts';

const looks = {
  waiting: ['state-waiting', 'waiting'],
  booked: ['state-waiting', 'columns'],
  begun: ['state-held', 'eye'],
  closed: ['state-released', 'released'],
  lapsed: ['state-withdrawn', 'withdrawn'],
} as const satisfies Readonly<Record<InspectionState, readonly [string, IconName]>>;

const holdLooks = {
  open: ['state-waiting', 'waiting'],
  conforming: ['state-released', 'released'],
  nonconforming: ['state-refused', 'refused'],
  recognised: ['state-released', 'forwarded'],
  lapsed: ['state-withdrawn', 'withdrawn'],
} as const satisfies Readonly<Record<Hold['state'], readonly [string, IconName]>>;

const sampleLooks = {
  taken: ['state-waiting', 'waiting'],
  sent: ['state-waiting', 'forwarded'],
  received: ['state-waiting', 'eye'],
  conforming: ['state-released', 'released'],
  nonconforming: ['state-refused', 'refused'],
} as const satisfies Readonly<Record<Sample['state'], readonly [string, IconName]>>;

function Tag({
  look: [look, icon],
  text,
}: {
  readonly look: readonly [string, IconName];
  readonly text: string;
}) {
  return (
    <span className={`state ${look}`}>
      <Icon name={icon} />
      {text}
    </span>
  );
}

/** How an inspection stands, by word, colour and sign. */
export function InspectionTag({ state }: { readonly state: InspectionState }) {
  const { t } = useTexts();
  return <Tag look={looks[state]} text={t(`inspections.states.${state}`)} />;
}

/** How something wanted stands. */
export function HoldTag({ state }: { readonly state: Hold['state'] }) {
  const { t } = useTexts();
  return <Tag look={holdLooks[state]} text={t(`inspections.holdStates.${state}`)} />;
}

/** Where a sample is. */
export function SampleTag({ state }: { readonly state: Sample['state'] }) {
  const { t } = useTexts();
  return <Tag look={sampleLooks[state]} text={t(`inspections.sampleStates.${state}`)} />;
}

/** Who is waited for, and since when. */
export function Waits({ waited: { what, count, since } }: { readonly waited: Waited }) {
  const { t } = useTexts();
  const words =
    what === 'results' || what === 'samples'
      ? t(`inspections.waits.${what}`, { count })
      : t(`inspections.waits.${what}`);
  return (
    <>
      {words} <span className="quiet">{what === 'visit' ? <Moment at={since} /> : <Since at={since} />}</span>
    </>
  );
}

function Since({ at }: { readonly at: string }) {
  const { t } = useTexts();
  return (
    <>
      {t('inspections.since')} <Ago at={at} />
    </>
  );
}
