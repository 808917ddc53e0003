-- Runs as ss_owner. Identity's own letters are sent by the worker too: what is asked for at the door is kept as a letter, a
-- job under the platform's claim names it, and its link is made as it is sent. Nobody hands over the hash of a link any more
-- but ss_post.

-- What tables are.
set local app.tenant_id = '00000000-0000-7000-8000-000000000001';
CREATE TABLE "letters" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"portal" text NOT NULL,
	"data" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "letters_purpose_check" CHECK (purpose in ('reset', 'device', 'verify', 'email', 'passwordChanged', 'emailChanged')),
	CONSTRAINT "letters_portal_check" CHECK (portal in ('owner', 'admin')),
	CONSTRAINT "letters_data_check" CHECK (length(data) <= 254)
);

ALTER TABLE "letters" ADD CONSTRAINT "letters_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
CREATE INDEX "letters_created_at_idx" ON "letters" USING btree ("created_at");
reset app.tenant_id;

-- What guards them.
alter table letters enable row level security;
alter table letters force row level security;
create policy owner on letters to ss_owner
  using (true)
  with check (true);
create policy identity on letters to ss_identity
  using (true)
  with check (true);
grant select on letters to ss_identity;
grant insert on letters to ss_identity;
grant delete on letters to ss_identity;

grant create, usage on schema jobs to ss_jobs;
grant usage on schema jobs to ss_identity;
set local role ss_jobs;

-- The platform's, whoever it is for: the job names the letter alone.
create function jobs.add_letter(letter uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into public.jobs (for_tenant, kind, queue, payload, attempts)
    values ('00000000-0000-7000-8000-000000000001', 'jobLetter', 'outside', jsonb_build_object('letter', letter), 16);
$$;

grant execute on function jobs.add_letter to ss_identity;
set local role ss_owner;
revoke create on schema jobs from ss_jobs;
grant create on schema identity to ss_identity;
set local role ss_identity;

drop function identity.make_token_for_mail(text, text, bytea, int, text);
drop function identity.make_token_for_session(uuid, bytea, text, text, bytea, int, text);
drop function identity.change_password(uuid, bytea, text, text, boolean);
drop function identity.reset_password(bytea, text);
drop function identity.change_email(bytea);
drop function identity.set_password(uuid, text, uuid);

create function identity.queue_letter(person uuid, purpose text, portal text, data text) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  made uuid;
begin
  insert into public.letters (user_id, purpose, portal, data)
    values (person, queue_letter.purpose, queue_letter.portal, queue_letter.data) returning id into made;
  perform jobs.add_letter(made);
end $$;

-- For whoever stands at the door. It answers the same whether somebody has this mail or not.
create function identity.ask_letter_by_mail(email text, purpose text, portal text, data text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  person uuid;
begin
  if purpose is null or purpose not in ('reset', 'device') then
    raise exception using errcode = '22023', message = 'purpose';
  end if;
  select x.id into person from public.users x
    where x.email = lower(btrim(ask_letter_by_mail.email)) and x.active and x.password_hash is not null;
  if found then
    perform identity.queue_letter(person, purpose, portal, data);
  end if;
end $$;

-- For whoever is signed in. An address that is somebody's is asked for in silence.
create function identity.ask_letter(session uuid, secret_hash bytea, portal text, purpose text, data text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  s public.sessions := identity.caller(session, secret_hash, portal);
  wanted text := lower(btrim(data));
begin
  if purpose is null or purpose not in ('verify', 'email') then
    raise exception using errcode = '22023', message = 'purpose';
  end if;
  if purpose = 'email' and (wanted is null or exists (select from public.users x where x.email = wanted)) then
    return;
  end if;
  perform identity.queue_letter(s.user_id, purpose, portal, case when purpose = 'email' then wanted end);
end $$;

create function identity.set_password(person uuid, hash text, keep uuid, portal text) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  update public.users u set password_hash = hash, updated_at = now() where u.id = person;
  perform identity.end_all(person, keep, 'password');
  update public.one_time_tokens k set used_at = now()
    where k.user_id = person and k.purpose in ('reset', 'email', 'device') and k.used_at is null;
  -- What still waits to be sent would open the door that was just locked.
  delete from public.letters l where l.user_id = person and l.purpose in ('reset', 'email', 'device');
  perform identity.tell(person, 'person.password_changed', null, null);
  perform identity.queue_letter(person, 'passwordChanged', portal, null);
end $$;

create function identity.change_password(session uuid, secret_hash bytea, portal text, new_hash text, keep_this boolean)
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  s public.sessions := identity.caller(session, secret_hash, portal);
begin
  perform identity.set_password(s.user_id, new_hash, case when keep_this then s.id end, portal);
end $$;

create function identity.reset_password(token_hash bytea, new_hash text, portal text) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  k public.one_time_tokens := identity.take_token(token_hash, 'reset');
  u public.users;
begin
  select * into u from public.users x where x.id = k.user_id and x.active for update;
  if not found or new_hash is null then
    return null;
  end if;
  -- The link arrived, so the address is theirs.
  update public.users x set verified_at = coalesce(x.verified_at, now()) where x.id = u.id;
  perform identity.set_password(u.id, new_hash, null, portal);
  return identity.recipient(u);
end $$;

create function identity.change_email(token_hash bytea, portal text) returns jsonb
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
  delete from public.letters l where l.user_id = u.id and l.purpose in ('reset', 'device', 'verify', 'email');
  perform identity.tell(u.id, 'person.email_changed', jsonb_build_object('email', was),
    jsonb_build_object('email', k.data));
  perform identity.queue_letter(u.id, 'emailChanged', portal, was);
  return identity.recipient(u);
exception when unique_violation then
  return null;
end $$;

-- For the worker, under the platform's claim: to whom a letter goes and, where it holds a link, the request that ss_post
-- arms. Null where there is nothing to send any more.
create function identity.letter_due(letter uuid) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  request bytea := sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
  l public.letters;
  u public.users;
  minutes int;
begin
  if current_setting('app.tenant_id')::uuid is distinct from '00000000-0000-7000-8000-000000000001'::uuid then
    raise exception using errcode = '42501', message = 'for the platform';
  end if;
  delete from public.letters x where x.id = any (array(
    select o.id from public.letters o where o.created_at < now() - interval '30 days' order by o.created_at limit 100));
  select * into l from public.letters x where x.id = letter_due.letter;
  select * into u from public.users x where x.id = l.user_id and x.active;
  if not found or l.purpose = 'email' and exists (select from public.users x where x.email = l.data) then
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

create function identity.letter_done(letter uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if current_setting('app.tenant_id')::uuid is distinct from '00000000-0000-7000-8000-000000000001'::uuid then
    raise exception using errcode = '42501', message = 'for the platform';
  end if;
  delete from public.letters x where x.id = letter_done.letter;
end $$;

-- All links are asked for now, and until it is armed nobody knows a token for one.
create or replace function identity.arm_token(request bytea, token_hash bytea) returns boolean
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with armed as (
    update public.one_time_tokens x set token_hash = arm_token.token_hash
      where x.token_hash = arm_token.request and x.used_at is null
        and x.created_at > now() - interval '1 minute'
      returning 1
  )
  select exists (select from armed);
$$;

grant execute on function identity.ask_letter_by_mail, identity.ask_letter, identity.change_password,
  identity.reset_password, identity.change_email to ss_auth;
grant execute on function identity.letter_due, identity.letter_done to ss_system;

set local role ss_owner;
revoke create on schema identity from ss_identity;
