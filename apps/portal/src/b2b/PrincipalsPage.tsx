import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { More } from '../books/More.tsx';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { AgencyDialog, ExportDialog } from './PrincipalDialogs.tsx';
import { QuarterReport } from './QuarterReport.tsx';
import {
  type ContractAct,
  type PrincipalContract,
  principalContractsQuery,
  settleContract,
} from './queries.ts';
import './b2b.css';

const dialogs = { agency: AgencyDialog, export: ExportDialog } as const;

/** Whose goods agents export: their contracts, of either side, and the quarter's report. */
export function PrincipalsPage() {
  const { t } = useTexts();
  const [doing, setDoing] = useState<keyof typeof dialogs>();
  const { data: session } = useQuery(sessionQuery());
  const keeps = session !== undefined && sessionAllows(session, { resource: 'principals', action: 'keep' });
  const Doing = doing && dialogs[doing];
  return (
    <>
      <PageHead title={t('b2b.principals')} intro={t('b2b.principalsIntro')}>
        {keeps && (
          <>
            <Button onClick={() => setDoing('export')}>{t('b2b.tellExport')}</Button>
            <Button kind="primary" onClick={() => setDoing('agency')}>
              {t('b2b.enterAgency')}
            </Button>
          </>
        )}
      </PageHead>
      <div className="b2b-page">
        <Contracts keeps={keeps} own={session?.enterprise?.code} />
        <QuarterReport />
      </div>
      {Doing && <Doing onClose={() => setDoing(undefined)} />}
    </>
  );
}

interface ContractsProps {
  readonly keeps: boolean;
  /** Customs code of whoever looks, where it is an enterprise. */
  readonly own: string | undefined;
}

function Contracts({ keeps, own }: ContractsProps) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const found = useInfiniteQuery(principalContractsQuery());
  const settling = useMutation({
    mutationFn: ({ contract, act }: { readonly contract: PrincipalContract; readonly act: ContractAct }) =>
      settleContract(contract, act),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['b2b', 'principals'] }),
  });
  const contracts = found.data?.pages.flatMap((page) => page.contracts);
  if (found.error) return <Trouble error={found.error} onRetry={() => void found.refetch()} />;
  if (!contracts) return <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />;
  if (contracts.length === 0) return <Empty title={t('b2b.noAgency')} hint={t('b2b.noAgencyHint')} />;
  return (
    <section className="panel table-scroll">
      {settling.error && <Trouble error={settling.error} onRetry={() => settling.reset()} />}
      <table className="table">
        <caption>{t('b2b.agencies')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('b2b.contractNo')}</th>
            <th scope="col">{t('b2b.agent')}</th>
            <th scope="col">{t('b2b.principal')}</th>
            <th scope="col">{t('b2b.goods')}</th>
            <th scope="col">{t('b2b.term')}</th>
            <th scope="col">{t('b2b.standing')}</th>
            {keeps && <th scope="col">{t('b2b.deeds')}</th>}
          </tr>
        </thead>
        <tbody>
          {contracts.map((contract) => (
            <tr key={`${contract.agent}/${contract.contractNo}`}>
              <th scope="row" className="code">
                {contract.contractNo}
              </th>
              <td className="code">{contract.agent}</td>
              <td>
                <span lang="zh">{contract.principalName}</span>{' '}
                <span className="code quiet">{contract.principal ?? contract.principalUscc}</span>
              </td>
              <td lang="zh">{contract.goods}</td>
              <td>
                {contract.validFrom} – {contract.validTo}
              </td>
              <td>{t(`b2b.agencyStates.${contract.state}`)}</td>
              {keeps && (
                <td>
                  <Deeds
                    contract={contract}
                    own={own}
                    busy={settling.isPending && settling.variables.contract === contract}
                    onAct={(act) => settling.mutate({ contract, act })}
                  />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <More found={found} />
    </section>
  );
}

interface DeedsProps {
  readonly contract: PrincipalContract;
  readonly own: string | undefined;
  readonly busy: boolean;
  readonly onAct: (act: ContractAct) => void;
}

function Deeds({ contract, own, busy, onAct }: DeedsProps) {
  const { t } = useTexts();
  return (
    <span className="b2b-deeds">
      {actsOf(contract, own).map((act) => (
        <Button
          key={act}
          small
          kind={act === 'confirm' ? 'primary' : 'plain'}
          aria-label={`${t(`b2b.acts.${act}`)} ${contract.contractNo}`}
          busy={busy}
          onClick={() => onAct(act)}
        >
          {t(`b2b.acts.${act}`)}
        </Button>
      ))}
    </span>
  );
}

/** What is for this side to do: the principal answers what was proposed to it, either ends what is in force. */
function actsOf({ state, principal }: PrincipalContract, own: string | undefined): readonly ContractAct[] {
  if (state === 'in-force') return ['end'];
  return state === 'proposed' && principal === own ? ['confirm', 'decline'] : [];
}
