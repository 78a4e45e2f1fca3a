import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/form/ErrorSummary.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { FileFields, given, wrongOf } from './FileFields.tsx';
import { useRested } from './pieces.tsx';
import {
  type EnterpriseFile,
  type Filing,
  fileFindingsQuery,
  registryKey,
  saveFiling,
  stepFiling,
} from './queries.ts';

/** An application as a form: what is wrong is told while one types, by the checks that will judge it. */
export function FileForm({ filing }: { readonly filing: Filing }) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const [file, setFile] = useState(filing.file);
  const [paper, setPaper] = useState(filing.paper);
  const { data } = useQuery(fileFindingsQuery(useRested(given(file), 400)));
  const findings = data?.findings ?? filing.findings;
  const send = useMutation({
    mutationFn: async (apply: boolean) => {
      await saveFiling(filing.filingId, { file: given(file), paper });
      if (apply) await stepFiling(filing.filingId, 'apply');
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: registryKey }),
  });
  const change = (part: Partial<EnterpriseFile>) => setFile((before) => ({ ...before, ...part }));
  const refused = send.isError && findings.length > 0;
  return (
    <form
      className="registry-page"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate(true);
      }}
    >
      {refused && <ErrorSummary wrong={findings.map((finding) => wrongOf(finding, t))} />}
      {send.isError && !refused && <Trouble error={send.error} onRetry={() => send.reset()} />}
      <FileFields file={file} paper={paper} findings={findings} onChange={change} onPaper={setPaper} />
      <div className="form-actions">
        <Button busy={send.isPending} onClick={() => send.mutate(false)}>
          {t('registry.deed.save')}
        </Button>
        <Button kind="primary" type="submit" busy={send.isPending}>
          {t('registry.deed.apply')}
        </Button>
      </div>
    </form>
  );
}
