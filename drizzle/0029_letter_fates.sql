-- works with code from 0025
-- Runs as ss_owner. What became of a letter of identity's own is kept for a month: the platform's staff see what did not
-- arrive and send it once more, a tenant sees that a member's address takes none.

-- What tables are.
ALTER TABLE "letters" ADD COLUMN "fate" text;
ALTER TABLE "letters" ADD COLUMN "ended_at" timestamp with time zone;
CREATE INDEX "letters_user_id_idx" ON "letters" USING btree ("user_id","created_at");
CREATE INDEX "letters_ended_at_idx" ON "letters" USING btree ("ended_at");
CREATE INDEX "letters_lost_idx" ON "letters" USING btree ("ended_at") WHERE fate <> 'sent';
ALTER TABLE "letters" ADD CONSTRAINT "letters_fate_check" CHECK (fate in ('sent', 'address', 'refused', 'unsure', 'away'));
ALTER TABLE "letters" ADD CONSTRAINT "letters_ended_check" CHECK ((fate is null) = (ended_at is null));

-- What guards them.
grant update (data, fate, ended_at) on letters to ss_identity;

grant create on schema jobs to ss_jobs;
set local role ss_jobs;

-- One job for a letter: one that was given up makes room.
create or replace function jobs.add_letter(letter uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from public.jobs j where j.for_tenant = '00000000-0000-7000-8000-000000000001' and j.kind = 'jobLetter'
    and j.state = 'dead' and j.payload = jsonb_build_object('letter', letter);
  insert into public.jobs (for_tenant, kind, queue, payload, attempts)
    values ('00000000-0000-7000-8000-000000000001', 'jobLetter', 'outside', jsonb_build_object('letter', letter), 16);
$$;

set local role ss_owner;
revoke create on schema jobs from ss_jobs;
grant create on schema identity to ss_identity;
set local role ss_identity;

drop function identity.letter_done(uuid);

create function identity.for_platform() returns void
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if current_setting('app.tenant_id')::uuid is distinct from '00000000-0000-7000-8000-000000000001'::uuid then
    raise exception using errcode = '42501', message = 'for the platform';
  end if;
end $$;

-- As before; and what was sent, or cannot be any more, is not due.
create or replace function identity.letter_due(letter uuid) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  request bytea := sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
  l public.letters;
  u public.users;
  minutes int;
begin
  perform identity.for_platform();
  delete from public.letters x where x.id = any (array(
    select o.id from public.letters o where o.created_at < now() - interval '30 days' order by o.created_at limit 100));
  select * into l from public.letters x where x.id = letter_due.letter and (x.fate is null or x.fate = 'away');
  if not found then
    return null;
  end if;
  select * into u from public.users x where x.id = l.user_id and x.active;
  if not found or l.purpose = 'email' and exists (select from public.users x where x.email = l.data) then
    delete from public.letters x where x.id = l.id;
    return null;
  end if;
  minutes := case l.purpose when 'reset' then 30 when 'device' then 60 when 'verify' then 1440 when 'email' then 1440 end;
  if minutes is not null then
    perform identity.keep_token(request, l.purpose, u.id, minutes,
      case l.purpose when 'verify' then u.email else l.data end, null, null);
  end if;
  return jsonb_build_object('purpose', l.purpose, 'portal', l.portal, 'name', u.name, 'locale', u.locale,
    'email', case when l.purpose in ('email', 'emailChanged') then l.data else u.email end, 'address', u.email,
    'minutes', minutes, 'request', case when minutes is not null then encode(request, 'hex') end);
end $$;

-- What it held is of no use once it was sent. Code from before says nothing of its fate.
create function identity.letter_done(letter uuid, fate text default 'sent') returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform identity.for_platform();
  update public.letters x set fate = letter_done.fate, ended_at = clock_timestamp(),
      data = case when letter_done.fate <> 'sent' then x.data end
    where x.id = letter_done.letter;
end $$;

-- Whoever knows the address knows it again, nobody else learns it.
create function identity.masked(address text) returns text
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select left(split_part(address, '@', 1), least(2, length(split_part(address, '@', 1)) - 1)) || '•••@'
    || split_part(address, '@', 2);
$$;

-- A link that somebody asked for is of use while they wait for it.
create function identity.may_go_again(l public.letters) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select l.fate is not null and l.fate <> 'sent'
    and l.created_at > now() - case when l.purpose in ('reset', 'device') then interval '1 day' else interval '7 days' end
    and exists (select from public.users x where x.id = l.user_id and x.active)
    and not (l.purpose = 'email' and exists (select from public.users x where x.email = l.data));
$$;

-- For the platform's staff: of each kind what became of it in the last day, and what did not arrive, the last first.
create function identity.letters_told() returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform identity.for_platform();
  return jsonb_build_object(
    'kinds', (select coalesce(jsonb_agg(to_jsonb(k) order by k.purpose), '[]') from (
      select l.purpose, count(*) filter (where l.fate = 'sent')::int as sent,
          count(*) filter (where l.fate is null)::int as waiting, min(l.created_at) filter (where l.fate is null) as since,
          count(*) filter (where l.fate <> 'sent')::int as lost,
          (array_agg(l.fate order by l.ended_at desc) filter (where l.fate <> 'sent'))[1] as reason
        from public.letters l where l.ended_at > now() - interval '1 day' or l.ended_at is null group by 1) k),
    'lost', (select coalesce(jsonb_agg(to_jsonb(q) order by q.at desc, q.id), '[]') from (
      select l.id, l.purpose, l.portal, l.fate as reason, l.ended_at as at, identity.may_go_again(l) as again,
          identity.masked(case when l.purpose in ('email', 'emailChanged') then l.data else u.email end) as to
        from public.letters l join public.users u on u.id = l.user_id
        where l.fate <> 'sent' order by l.ended_at desc limit 50) q));
end $$;

-- Once more, as if it had just been asked for. False where that makes no sense any more, or another was quicker.
create function identity.letter_again(letter uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform identity.for_platform();
  update public.letters l set fate = null, ended_at = null
    where l.id = letter_again.letter and identity.may_go_again(l);
  if not found then
    return false;
  end if;
  perform jobs.add_letter(letter);
  return true;
end $$;

-- What became of letters to members. A tenant learns of those who work there what did not arrive at the address that it
-- knows: the rest is between them and the platform.
create function identity.letters_to(tenant uuid, members uuid[])
returns table (member uuid, purpose text, fate text, at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  claim uuid := current_setting('app.tenant_id')::uuid;
  is_platform boolean := claim = '00000000-0000-7000-8000-000000000001'::uuid;
begin
  if claim is null or tenant is distinct from claim and not is_platform then
    raise exception using errcode = '42501', message = 'of another tenant';
  end if;
  return query
    select m.id, l.purpose, l.fate, coalesce(l.ended_at, l.created_at)
      from public.memberships m cross join lateral (
        select x.* from public.letters x where x.user_id = m.user_id
            and (is_platform or x.portal = 'owner' and x.fate <> 'sent' and x.purpose not in ('email', 'emailChanged'))
          order by x.created_at desc limit 10) l
      where m.tenant_id = letters_to.tenant and m.id = any (members)
        and m.accepted_at is not null and m.removed_at is null
      order by l.created_at desc;
end $$;

create or replace function identity.set_password(person uuid, hash text, keep uuid, portal text) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  update public.users u set password_hash = hash, updated_at = now() where u.id = person;
  perform identity.end_all(person, keep, 'password');
  update public.one_time_tokens k set used_at = now()
    where k.user_id = person and k.purpose in ('reset', 'email', 'device') and k.used_at is null;
  -- What still waits to be sent, or may be once more, would open the door that was just locked.
  delete from public.letters l where l.user_id = person and l.purpose in ('reset', 'email', 'device')
    and l.fate is distinct from 'sent';
  perform identity.tell(person, 'person.password_changed', null, null);
  perform identity.queue_letter(person, 'passwordChanged', portal, null);
end $$;

create or replace function identity.change_email(token_hash bytea, portal text) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  k public.one_time_tokens := identity.take_token(token_hash, 'email');
  u public.users;
  was text;
begin
  select x.email into was from public.users x where x.id = k.user_id and x.active for update;
  if not found or exists (select from public.users x where x.email = k.data) then
    return null;
  end if;
  update public.users x set email = k.data, verified_at = now(), updated_at = now()
    where x.id = k.user_id returning * into u;
  update public.memberships m set email = k.data, updated_at = now()
    where m.user_id = u.id and m.accepted_at is not null and m.removed_at is null;
  -- Links that went to the former address end with it, and so do those that were to go there.
  update public.one_time_tokens x set used_at = now() where x.user_id = u.id and x.used_at is null;
  delete from public.letters l where l.user_id = u.id and l.purpose in ('reset', 'device', 'verify', 'email')
    and l.fate is distinct from 'sent';
  perform identity.tell(u.id, 'person.email_changed', jsonb_build_object('email', was),
    jsonb_build_object('email', k.data));
  perform identity.queue_letter(u.id, 'emailChanged', portal, was);
  return identity.recipient(u);
exception when unique_violation then
  return null;
end $$;

grant execute on function identity.letter_done to ss_system;
grant execute on function identity.letters_told, identity.letter_again to ss_platform;
grant execute on function identity.letters_to to ss_platform, ss_tenant;

set local role ss_owner;
revoke create on schema identity from ss_identity;
