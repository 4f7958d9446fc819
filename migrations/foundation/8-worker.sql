-- The worker. It has its own schema with jobs (jobs.ts beside the migrations), and of the tables of tenants it can read nothing: what a
-- job has to do there is a function of the gate, which does that one thing across all tenants.

-- Keys live in real time, on purpose: that a retry acts once is a promise between two machines and not a term of the trade, so the clock
-- of a DEMO tenant has no part in it. Clients may retry for a week at least.
create function gate.purge_idempotency_keys(days int) returns int
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare purged int;
  begin
    if days is null or days < 7 then raise exception 'an idempotency key is kept for 7 days at least' using errcode = '22023'; end if;
    delete from idempotency_key where recorded_at < clock_timestamp() - make_interval(days => days);
    get diagnostics purged = row_count;
    return purged;
  end $$;
grant execute on function gate.purge_idempotency_keys to doorbraak_worker;
grant usage on schema gate to doorbraak_worker;

create policy gate_reads on idempotency_key for select to doorbraak_gate using (true);
create policy gate_purges on idempotency_key for delete to doorbraak_gate using (true);
grant select (recorded_at), delete on idempotency_key to doorbraak_gate;
