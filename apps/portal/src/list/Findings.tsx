import type { ListFinding } from '../api/types.ts';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../ui/Icon.tsx';
import { Said } from '../ui/Said.tsx';
import { fieldOf, isPaperKind } from './matrix.ts';

/** Where the marked cells of the matrix point to. */
export const findingAnchor = (number: number) => `finding-${number}`;

export function Findings({ findings }: { readonly findings: readonly ListFinding[] }) {
  const { t } = useTexts();
  return (
    <div className="findings">
      <h3>{t('list.decision.findings', { count: findings.length })}</h3>
      <ol>
        {findings.map((finding, place) => (
          <Finding key={`${finding.code} ${finding.path}`} finding={finding} number={place + 1} />
        ))}
      </ol>
    </div>
  );
}

function Finding({ finding, number }: { readonly finding: ListFinding; readonly number: number }) {
  const { t } = useTexts();
  const watch = finding.mode === 'watch';
  return (
    <li id={findingAnchor(number)} className={watch ? 'finding finding-watch' : 'finding'} tabIndex={-1}>
      <span className="finding-sign">
        <Icon name={watch ? 'info' : 'warning'} />
        {number}
      </span>
      <div>
        <p className="finding-message">
          <Said text={finding.message} />
        </p>
        {finding.evidence.length > 0 && (
          <dl className="evidence">
            {finding.evidence.map((item) => (
              <div key={`${item.paper} ${item.path}`}>
                <dt>
                  {isPaperKind(item.paper) ? t(`list.papers.${item.paper}`) : item.paper}{' '}
                  <code>{fieldOf(item.path)}</code>
                </dt>
                <dd>{item.value === '' ? t('list.papers.blank') : item.value}</dd>
              </div>
            ))}
          </dl>
        )}
        <p className="finding-remedy">
          <strong>{t('list.decision.remedy')}</strong> <Said text={finding.remedy} />
        </p>
        <p className="finding-origin quiet">
          <code>{finding.code}</code>
          {finding.rule && <code>{finding.rule}</code>}
          <span>{t(`list.decision.level.${finding.level}`)}</span>
          {watch && (
            <span className="mark" title={t('list.decision.watch')}>
              {t('list.decision.watchMark')}
            </span>
          )}
        </p>
      </div>
    </li>
  );
}
