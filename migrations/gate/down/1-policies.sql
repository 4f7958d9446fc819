-- Policies ask the functions again.
do $$
declare
  p record;
  plain constant text := '\( SELECT gate\.(\w+)\(c\.\*\) AS \1\s+FROM gate\.mine c\)';
  of_something constant text := '\( SELECT gate\.(\w+)\(c\.\*, (''\w+''::text)\) AS \1\s+FROM gate\.mine c\)';
  again text;
begin
  for p in select polname as name, polrelid::regclass as target, pg_get_expr(polqual, polrelid) as rule, pg_get_expr(polwithcheck, polrelid) as new_rule from pg_policy loop
    again := format('alter policy %I on %s', p.name, p.target) || coalesce(' using (' || p.rule || ')', '') || coalesce(' with check (' || p.new_rule || ')', '');
    execute regexp_replace(regexp_replace(again, plain, '(select gate.\1())', 'g'), of_something, '(select gate.\1(\2))', 'g');
  end loop;
end $$;

drop procedure gate.read_directly(regclass);
drop function gate.of_mine(text);
set role doorbraak_gate;
drop function gate.tenants(gate.mine), gate.person(gate.mine), gate.home(gate.mine), gate.today(gate.mine), gate.tenants_allowed(gate.mine, text),
  gate.allowed(gate.mine, text), gate.opened(gate.mine, text), gate.relations(gate.mine, uuid);
drop view gate.mine;
reset role;
