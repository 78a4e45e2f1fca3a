-- What programs record of exports, by the clock or by a machine is no act of a person: the index of acts leaves it out.
drop index journal.entry_act;
create index entry_act on journal.entry (at, tx, seq, kind, subject)
  where kind not like 'declaration-%' and kind not like 'payment-data-%' and kind not like 'export-%'
    and kind not in ('dispatch-lost', 'dispatch-failed', 'webhook-disabled', 'key-expiring', 'certificate-expiring', 'enterprise-expiry-near',
      'transit-alert-raised', 'tax-certificate-made', 'tax-due-soon', 'tax-overdue', 'guarantee-low', 'guarantee-lapsed', 'summary-due',
      'summary-overdue', 'summary-made', 'summary-empty', 'agency-link-down', 'gate-opened', 'gate-stopped');
