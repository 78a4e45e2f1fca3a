import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/form/ErrorSummary.tsx';
import { foundIn } from '../ui/found.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { type ApplicationMade, applicationFindingsQuery, applyWithoutAccount } from './applications.ts';
import { FileFields, given, wrongOf } from './FileFields.tsx';
import { useRested } from './pieces.tsx';
import type { EnterpriseFile } from './queries.ts';

const nothing: EnterpriseFile = {
  ...{ customsCode: '', uscc: '', name: '', roles: [], customsOffice: '', validFrom: '' },
};

/** A firm without an account applies to be registered: checked while it types, followed with a ticket afterwards. */
export function ApplyPage() {
  const { t } = useTexts();
  const [made, setMade] = useState<ApplicationMade>();
  return (
    <div className="registry-page">
      <PageHead title={t('registry.apply.title')} intro={t('registry.apply.intro')}>
        <Link className="button button-plain" to="/apply/follow">
          {t('registry.apply.follow')}
        </Link>
      </PageHead>
      {made ? <Receipt made={made} /> : <ApplicationForm onMade={setMade} />}
    </div>
  );
}

function ApplicationForm({ onMade }: { readonly onMade: (made: ApplicationMade) => void }) {
  const { t } = useTexts();
  const [file, setFile] = useState<EnterpriseFile>();
  const [paper, setPaper] = useState('');
  const [sent, setSent] = useState(false);
  const asked = given(file ?? nothing);
  const { data } = useQuery(applicationFindingsQuery(useRested(asked, 400), file !== undefined));
  const findings = data?.findings ?? [];
  const send = useMutation({
    mutationFn: () => applyWithoutAccount(asked, paper),
    onSuccess: onMade,
    onError: () => setSent(true),
  });
  const refused = foundIn(send.error);
  // What has not been touched is not scolded before it is sent.
  const told = sent ? findings : findings.filter(({ path }) => isTouched(file ?? nothing, path));
  return (
    <form
      className="registry-page"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setFile(file ?? nothing);
        send.mutate();
      }}
    >
      {refused.length > 0 && <ErrorSummary wrong={refused.map((finding) => wrongOf(finding, t))} />}
      {send.isError && refused.length === 0 && <Trouble error={send.error} onRetry={() => send.reset()} />}
      <FileFields
        file={file ?? nothing}
        paper={paper}
        findings={told}
        onChange={(part) => setFile((before) => ({ ...nothing, ...before, ...part }))}
        onPaper={setPaper}
        asksForCode
      />
      <div className="form-actions">
        <Button kind="primary" type="submit" busy={send.isPending}>
          {t('registry.deed.apply')}
        </Button>
      </div>
    </form>
  );
}

/** Whether anything has been written where a finding belongs. */
function isTouched(file: EnterpriseFile, path: string): boolean {
  const value: unknown = file[(/^\w+/.exec(path)?.[0] ?? '') as keyof EnterpriseFile];
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '';
}

/** Number and ticket, which are shown this once. */
function Receipt({ made }: { readonly made: ApplicationMade }) {
  const { t } = useTexts();
  return (
    <section className="panel" role="status">
      <h2>{t('registry.apply.made')}</h2>
      <p>{t('registry.apply.keep')}</p>
      <dl className="facts-list">
        <div>
          <dt>{t('registry.apply.number')}</dt>
          <dd className="code">{made.filingId}</dd>
        </div>
        <div>
          <dt>{t('registry.apply.ticket')}</dt>
          <dd className="code">{made.ticket}</dd>
        </div>
      </dl>
    </section>
  );
}
