-- The periods that figures are summed over, as they follow from a day. They hold for whoever has a role in the district.

-- O4. The school year that contains a day; null outside of all.
create function homeroom.school_year_of(of_district integer, on_day date) returns daterange
language sql stable parallel safe
return (select daterange(y.starts_on, y.ends_on) from homeroom.school_year y
        where y.district_id = of_district and y.starts_on <= on_day and on_day < y.ends_on);

-- T8. The continuing-education cycle that contains a day; null outside of all.
create function homeroom.education_cycle_of(of_district integer, on_day date) returns daterange
language sql stable parallel safe
return (select daterange(c.starts_on, c.ends_on) from homeroom.education_cycle c
        where c.district_id = of_district and c.starts_on <= on_day and on_day < c.ends_on);
grant execute on function homeroom.school_year_of, homeroom.education_cycle_of to homeroom_reader, homeroom_writer;
