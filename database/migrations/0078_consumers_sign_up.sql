-- Consumers make their accounts themselves: there are many, and those who look after the zone are few among them.
create index account_of_house on access.account (role) where role not in ('enterprise', 'consumer');
comment on table access.account is 'people who sign in, one role each; many are consumers; copied to every node';

-- Which telephone number was claimed, as a digest: accounts cost nothing, so tries are counted by it as well.
alter table persons.identity_try add column claimed text;
create index identity_try_claimed on persons.identity_try (claimed, tried_at);
