-- Closing a file ends the help: a term that begins there gets its last day, in every table of the household, whoever closes it, also where
-- the closer reads nothing. Reopening takes that day away again. It can only follow whether the file is closed.
create function gate.keep_from_end(file uuid, terms jsonb) returns void
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare
    closed boolean;
    rows_of text;
  begin
    select h.closed_on is not null into closed from household h
    where h.id = file and h.municipality_id = any (gate.tenants()) and h.id = any (gate.allowed('K8'));
    if closed is null then raise exception 'not a file of this actor' using errcode = '42501'; end if;
    for rows_of in select a.attrelid::regclass::text from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
      where c.relnamespace = 'public'::regnamespace and a.attname in ('household_id', 'retention_rule', 'retain_until') and not a.attisdropped
      group by a.attrelid having count(*) = 3 loop
      execute format('update %s set retain_until = case when $3 then ($2 ->> retention_rule)::date end
        where municipality_id = any (gate.tenants()) and household_id = $1 and $2 ? retention_rule and (retain_until is null) = $3', rows_of)
        using file, terms, closed;
    end loop;
  end $$;

grant select (closed_on) on household to doorbraak_gate;
do $$
declare t text;
begin
  for t in select a.attrelid::regclass::text from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
    where c.relnamespace = 'public'::regnamespace and a.attname in ('household_id', 'retention_rule', 'retain_until') and not a.attisdropped
    group by a.attrelid having count(*) = 3 loop
    execute format('create policy gate_keeps on %s to doorbraak_gate using (true) with check (true)', t);
    execute format('grant select (municipality_id, household_id, retention_rule, retain_until), update (retain_until) on %s to doorbraak_gate', t);
  end loop;
end $$;
