-- Goods hold what a bonded account book and a comparison with lists need (module registry), and tables of them are taken in.
alter table registry.goods add column unit1_quantity numeric check (unit1_quantity > 0);
alter table registry.goods add column unit2_quantity numeric check (unit2_quantity > 0);
alter table registry.goods add column price numeric check (price > 0);
alter table registry.goods add column ems_no text;
comment on column registry.goods.unit1_quantity is 'first legal units one declared unit holds';
comment on column registry.goods.unit2_quantity is 'second legal units one declared unit holds';
comment on column registry.goods.price is 'CNY a declared unit, as filed';
comment on column registry.goods.ems_no is 'number of the bonded account book; item_record_no is the number of the goods in it';

-- Goods are decided on by somebody else than who filed them, also by a table: who uploaded it is known.
alter table bulk.file add column made_by text;
comment on column bulk.file.made_by is 'account or key that uploaded it; null for those from before it was kept';
