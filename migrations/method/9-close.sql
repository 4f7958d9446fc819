-- What is new in the gate belongs to the gate; the application may call what it needs and nothing else.
grant execute on function gate.evidence_on_file, gate.belongs, gate.proofs_of_own_indications, gate.experience_of, gate.keep_from_end, gate.publish_precedent, gate.special_in_plan, gate.take_back_experience to doorbraak_app;
do $$
declare f text;
begin
  execute 'grant create on schema gate to doorbraak_gate';
  foreach f in array array['gate.evidence_on_file(uuid, uuid, uuid, text, text)', 'gate.belongs(uuid, uuid, date)', 'gate.proofs_of_own_indications(uuid)', 'gate.experience_of(uuid)', 'gate.keep_from_end(uuid, jsonb)', 'gate.publish_precedent(uuid)', 'gate.special_in_plan(uuid, uuid)', 'gate.take_back_experience(uuid, uuid, text)'] loop
    execute format('revoke all on function %s from public', f);
    execute format('alter function %s owner to doorbraak_gate', f);
  end loop;
  execute 'revoke create on schema gate from doorbraak_gate';
end $$;
