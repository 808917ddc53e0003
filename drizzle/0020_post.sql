-- Runs as ss_owner. Letters to members are sent by the worker: ss_system asks for a link, and ss_post, which has no table
-- and does nothing else, arms it. Portals do neither any more.

grant usage on schema identity to ss_system, ss_post;
grant usage on schema wall to ss_post;
grant select (closed) on wall.guard to ss_post;
set local role ss_identity;

grant execute on function identity.mail_to_member to ss_system;
revoke execute on function identity.mail_to_member from ss_tenant, ss_platform;
grant execute on function identity.arm_token to ss_post;
revoke execute on function identity.arm_token from ss_auth;

set local role ss_owner;
