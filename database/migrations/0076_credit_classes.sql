-- Customs rates enterprises by five classes since 2026-04-01 (decree 282, R-5.6).
alter table sampling.credit drop constraint credit_class_check;
alter table sampling.credit add constraint credit_class_check
  check (class in ('aeo', 'certified', 'regular', 'dishonest', 'seriously-dishonest'));
