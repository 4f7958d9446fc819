drop index contact_of_a_day;
drop index contact_of_a_month;
