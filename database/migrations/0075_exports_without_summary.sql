-- Whether an export list is in a summary is known to the summaries alone: here nobody ever wrote it.
drop index exports.standing_closed;
alter table exports.standing drop column summary;
