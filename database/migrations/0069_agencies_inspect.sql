-- An agency may have a list inspected before it speaks: what is found becomes its word (modules agencies, inspections).
alter table agencies.question add column inspecting text;
comment on column agencies.question.inspecting is 'ground on which the agency has the list inspected; its result is the agency''s word';
alter table agencies.question add constraint inspecting_once_asked check (inspecting is null or judge in ('officer', 'inspection'));
alter table agencies.question drop constraint question_judge_check;
alter table agencies.question add constraint question_judge_check check (judge in ('engine', 'live', 'officer', 'inspection'));
create index question_inspecting on agencies.question (order_no, ebp_code) where state = 'waiting' and inspecting is not null;
alter table agencies.decision drop constraint decision_judge_check;
alter table agencies.decision add constraint decision_judge_check check (judge in ('engine', 'live', 'officer', 'inspection'));
alter table agencies.decision drop constraint decision_word_check;
alter table agencies.decision add constraint decision_word_check check (word in ('positive', 'negative', 'inspect'));
