-- The last contact of a household is the first that is found, and so is the last month that was counted.
create index contact_of_a_day on contact (municipality_id, household_id, day_on) where month_count is null and withdrawn_on is null;
create index contact_of_a_month on contact (municipality_id, household_id, day_on) where month_count > 0 and withdrawn_on is null;
