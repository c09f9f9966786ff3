-- Whether a statement was made, and what its date rests on. What was stored before was all taken for made, and for dated by its article.
alter table claim add column modality varchar(12) default 'ASSERTED' not null
  constraint claim_modality_known check (modality = any (array['ASSERTED', 'NEGATED', 'HYPOTHETICAL', 'FUTURE']));
alter table claim add column said_on_basis varchar(11)
  constraint claim_basis_known check (said_on_basis = any (array['TOLD', 'INHERITED', 'PUBLICATION']));
update claim set said_on_basis = 'TOLD' where said_on is not null;
alter table claim add constraint claim_basis_of_date check ((said_on is null) = (said_on_basis is null));
create index claim_modality on claim (modality, said_order, id);
-- Lists hide what was not said, as they hide what was rejected: counting them reads the index alone.
drop index claim_country;
create index claim_country on claim (country_id, said_order, id, review, modality);
drop index claim_speaker;
create index claim_speaker on claim (speaker_id, said_order, id, review, modality);
