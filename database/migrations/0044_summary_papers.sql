-- Applications for summaries as they come in messages (CEB701), part by part.
create table summaries.paper (
  official_pre_no text not null,
  sender text not null,
  sent_for text,
  message_id uuid not null,
  received_at timestamptz not null,
  content_hash uuid not null,
  deleted boolean not null default false,
  return_status text not null,
  return_info text not null,
  guid text not null,
  app_type text not null,
  app_time text not null,
  app_status text not null,
  customs_code text not null,
  cop_no text not null,
  pre_no text,
  sum_no text,
  agent_code text not null,
  agent_name text not null,
  ebc_code text not null,
  ebc_name text not null,
  decl_agent_code text not null,
  decl_agent_name text not null,
  start_time text,
  end_time text,
  loct_no text,
  summary_flag text not null,
  item_name_flag text not null,
  msg_count integer not null,
  msg_seq_no integer not null,
  note text,
  primary key (cop_no, agent_code, msg_seq_no)
);
comment on table summaries.paper is 'applications for summaries as messages tell them, part by part (CEB701); distribution key cop_no';

create table summaries.paper_item (
  cop_no text not null,
  agent_code text not null,
  msg_seq_no integer not null,
  invt_no text not null,
  primary key (cop_no, agent_code, msg_seq_no, invt_no)
);
comment on table summaries.paper_item is 'lists an application of summaries.paper names; distribution key cop_no';

create index application_by_paper on summaries.application (cop_no, agent_code) where cop_no is not null;
