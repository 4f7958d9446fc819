-- What a request reads of a large municipality is found by an index: who leads and who is asked, by person; a household and the keys of its
-- texts; and what hangs on a plan or a measure. Indexes over a part of a table do not serve who reads the whole of it.
create index lead_assignment_of_household on lead_assignment (municipality_id, household_id);
create index lead_assignment_of_person on lead_assignment (municipality_id, person_id);
create index asked_of_household on asked (municipality_id, household_id);
create index asked_of_person on asked (municipality_id, person_id);
create index asked_of_plan on asked (municipality_id, plan_id);
create index household_of_fixteam on household (municipality_id, fixteam_id);
create index person_key_of_household on person_key (municipality_id, household_id);
create index person_key_of_subject on person_key (municipality_id, subject_id);
create index handling_note_of_about_person on handling_note (municipality_id, about_person_id);
create index goal_of_plan on goal (municipality_id, plan_id);
create index scenario_of_plan on scenario (municipality_id, plan_id);
create index agency_position_of_plan on agency_position (municipality_id, plan_id);
create index agency_position_of_household on agency_position (municipality_id, household_id);
create index agreement_of_plan on agreement (municipality_id, plan_id);
create index contradiction_of_measure on contradiction (municipality_id, measure_id);
create index struck_out_law_of_measure on struck_out_law (municipality_id, measure_id);
create index dismissed_pattern_of_measure on dismissed_pattern (municipality_id, measure_id);
create index funding_share_of_measure on funding_share (municipality_id, measure_id);
create index measure_progress_of_measure on measure_progress (municipality_id, measure_id);
create index measure_progress_of_household on measure_progress (municipality_id, household_id);
create index agency_refusal_of_measure on agency_refusal (municipality_id, measure_id);
create index commitment_of_household on commitment (municipality_id, household_id);
create index review_of_household on review (municipality_id, household_id);
create index realised_period_of_household on realised_period (municipality_id, household_id);
create index contact_year_of_household on contact_year (municipality_id, household_id);
create index spending_room_of_household on spending_room (municipality_id, household_id);
