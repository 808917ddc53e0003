-- works with code from 0033
-- Runs as ss_owner. Whether the platform lets a library in, and whether it is suspended there, beside what its owner does
-- with it: who may move it how, and that nobody is admitted where it is not let in. What stands is let in.

-- What tables are.
ALTER TABLE "libraries" ADD COLUMN "approval" text DEFAULT 'approved' NOT NULL;
ALTER TABLE "libraries" ADD COLUMN "approval_reason" text;
ALTER TABLE "libraries" ADD COLUMN "suspended_at" timestamp with time zone;
ALTER TABLE "libraries" ADD COLUMN "suspended_reason" text;
CREATE INDEX "libraries_waiting_idx" ON "libraries" USING btree ("tenant_id","id") WHERE approval <> 'approved' or suspended_at is not null;
CREATE INDEX "libraries_position_idx" ON "libraries" USING btree ("tenant_id","latitude","longitude") WHERE latitude is not null;
ALTER TABLE "libraries" ADD CONSTRAINT "libraries_approval_check" CHECK (approval in ('pending', 'approved', 'changes_requested', 'rejected'));
ALTER TABLE "libraries" ADD CONSTRAINT "libraries_asked_check" CHECK (approval not in ('changes_requested', 'rejected') or approval_reason is not null);
ALTER TABLE "libraries" ADD CONSTRAINT "libraries_suspended_check" CHECK ((suspended_at is null) = (suspended_reason is null) and (suspended_at is null or approval = 'approved'));

-- What guards them.
grant update (approval) on libraries to ss_tenant;
grant update (approval, approval_reason, suspended_at, suspended_reason, version, updated_at) on libraries to ss_platform;

-- A business's new library is what the platform's setting says, whatever was sent.
create function wall.approval_begins() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  new.approval := case when exists (select from public.settings s
    where s.tenant_id = '00000000-0000-7000-8000-000000000001' and s.key = 'platform.approve_libraries'
      and s.value = '"yes"') then 'pending' else 'approved' end;
  new.approval_reason := null;
  new.suspended_at := null;
  new.suspended_reason := null;
  return new;
end $$;
create trigger approval_begins before insert on libraries for each row
  when (current_user = 'ss_tenant')
  execute function wall.approval_begins();

-- The platform decides; a business hands in again what it was asked to change, and nothing else.
create function wall.approval_moves() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if not ((current_user = 'ss_platform' and old.approval = 'pending')
    or (current_user = 'ss_platform' and old.approval = 'rejected' and new.approval = 'pending')
    or (current_user = 'ss_tenant' and old.approval = 'changes_requested' and new.approval = 'pending')) then
    raise exception using errcode = '23514', constraint = 'libraries_approval_moves', message = 'no such move of an approval';
  end if;
  return new;
end $$;
create trigger approval_moves before update of approval on libraries for each row
  when (old.approval is distinct from new.approval)
  execute function wall.approval_moves();

-- Nobody is admitted to, moved to or brought back to a library that is not let in or is suspended. Who is there stays.
create function wall.library_admits() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  library uuid;
begin
  if tg_table_name = 'students' then
    library := new.home_id;
  else
    library := new.library_id;
  end if;
  if exists (select from public.libraries l where l.tenant_id = new.tenant_id and l.id = library
      and (l.approval <> 'approved' or l.suspended_at is not null)) then
    raise exception using errcode = '23514', constraint = 'libraries_admit', message = 'this library admits nobody now';
  end if;
  return new;
end $$;
create trigger library_admits before insert on students for each row execute function wall.library_admits();
create trigger library_admits_again before update of home_id, removed_at on students for each row
  when (old.home_id is distinct from new.home_id or (old.removed_at is not null and new.removed_at is null))
  execute function wall.library_admits();
create trigger library_admits before insert on enrolments for each row execute function wall.library_admits();
