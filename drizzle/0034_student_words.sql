-- works with code from 0033
-- Runs as ss_owner. A search of students begins at their words, which an index finds behind the wall, and forgives a letter.

-- What tables are.
set local app.tenant_id = '00000000-0000-7000-8000-000000000001';
CREATE TABLE "student_words" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant_id')::uuid NOT NULL,
	"key" text collate "C" NOT NULL,
	"student_id" uuid NOT NULL,
	CONSTRAINT "student_words_pkey" PRIMARY KEY("tenant_id","key")
);
reset app.tenant_id;

-- What guards them.
alter table student_words enable row level security;
alter table student_words force row level security;
create policy wall on student_words to ss_tenant, ss_system, ss_owner
  using (tenant_id = current_setting('app.tenant_id')::uuid)
  with check (tenant_id = current_setting('app.tenant_id')::uuid);
grant select on student_words to ss_tenant;
grant insert on student_words to ss_tenant;
grant select on student_words to ss_system;

-- Whose words they are writes them: the rights are those of whoever writes the student.
create function wall.keep_words() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  insert into public.student_words (tenant_id, key, student_id)
    select new.tenant_id, word || ' ' || new.id, new.id from unnest(string_to_array(btrim(new.sought), ' ')) word
    on conflict do nothing;
  return null;
end $$;
-- What somebody is called no longer must find them no longer. No login deletes: the owner does, under the same claim.
create function wall.drop_words() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from public.student_words w using unnest(string_to_array(btrim(old.sought), ' ')) word
    where w.tenant_id = old.tenant_id and w.key = word || ' ' || old.id
      and word <> all (string_to_array(btrim(new.sought), ' '));
  return null;
end $$;
create trigger keep_words after insert or update of sought on students
  for each row execute function wall.keep_words();
create trigger drop_words after update of sought on students
  for each row when (old.sought is distinct from new.sought) execute function wall.drop_words();

-- Of those who are there already, past the wall for as long as this takes.
set local app.tenant_id = '00000000-0000-7000-8000-000000000001';
create policy filling on students for select to ss_owner using (true);
create policy filling on student_words for insert to ss_owner with check (true);
insert into student_words (tenant_id, key, student_id)
  select s.tenant_id, word || ' ' || s.id, s.id from students s, unnest(string_to_array(btrim(s.sought), ' ')) word
  on conflict do nothing;
drop policy filling on students;
drop policy filling on student_words;
reset app.tenant_id;
