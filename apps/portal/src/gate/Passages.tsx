import { Link } from '@tanstack/react-router';
import { useTexts } from '../i18n/index.ts';
import { Moment } from '../ui/Moment.tsx';
import type { Passage } from './queries.ts';
import { Reasons } from './Reasons.tsx';
import { AnswerTag } from './Tag.tsx';

/** Vehicles at the gate, the latest first: cards, so that they can be read on a phone beside the barrier. */
export function Passages({
  title,
  passages,
}: {
  readonly title: string;
  readonly passages: readonly Passage[];
}) {
  const { t } = useTexts();
  return (
    <section className="panel">
      <h2>{title}</h2>
      <ol className="gate-comings">
        {passages.map((one) => (
          <li key={`${one.gate} ${one.eventNo}`}>
            <p className="gate-coming">
              <AnswerTag answer={one.answer} />
              <strong lang="zh">{one.plate}</strong>
              <Link className="code" to="/passes/$passNo" params={{ passNo: one.passNo }}>
                {one.passNo}
              </Link>
              <span className="quiet">
                {one.gate} · <Moment at={one.at} />
                {one.weightKg && ` · ${t('gate.kg', { kg: one.weightKg })}`}
              </span>
            </p>
            {one.reasons.length > 0 && <Reasons reasons={one.reasons} />}
          </li>
        ))}
      </ol>
    </section>
  );
}
