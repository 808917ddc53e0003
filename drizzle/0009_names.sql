-- Runs as ss_owner. What people read is sorted as they would: aman before Zoya, Émile beside Emile, Hall 2 before Hall 10.
-- works with code from 0007

-- The root order of all languages: an Indian one would sort Devanagari before Latin letters or the other way round, and
-- names of both kinds stand in one list. Deterministic: equal is still equal by byte, for LIKE, keys and foreign keys.
create collation wall.people (provider = icu, locale = 'und-u-kn-true');

-- The tables stay as they are; indexes over these columns are built again.
alter table libraries alter column name type text collate wall.people, alter column city type text collate wall.people,
  alter column state type text collate wall.people, alter column manager_name type text collate wall.people;
alter table tenants alter column name type text collate wall.people, alter column city type text collate wall.people,
  alter column state type text collate wall.people;
alter table memberships alter column name type text collate wall.people;
alter table users alter column name type text collate wall.people;
