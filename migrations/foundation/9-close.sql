-- What the application may call. It is granted and revoked before the gate becomes the owner: afterwards neither would do anything, and
-- PostgreSQL only warns about that.
grant execute on function gate.begin_context, gate.renew, gate.actor, gate.today, gate.person, gate.home, gate.tenants, gate.allowed, gate.opened,
  gate.tenants_allowed, gate.relations, gate.is_led, gate.accounts_of, gate.has_accounts, gate.people_with to doorbraak_app;
revoke all on procedure gate.protect from public;

-- Everything in the gate that runs with the gate's rights belongs to the gate; nothing there is open to the public.
do $$
declare f record;
begin
  execute 'grant usage, create on schema gate to doorbraak_gate';
  for f in select p.oid::regprocedure as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'gate' and p.prokind = 'f' loop
    execute format('revoke all on function %s from public', f.name);
    execute format('alter function %s owner to doorbraak_gate', f.name);
  end loop;
end $$;
alter table gate.context owner to doorbraak_gate;
grant select on gate.key to doorbraak_gate;
grant usage on schema gate to doorbraak_app;
grant usage on schema public to doorbraak_app, doorbraak_gate, doorbraak_worker;
grant select on gate.key_check to doorbraak_app;
revoke create on schema gate from doorbraak_gate;
revoke create on schema public from public;
