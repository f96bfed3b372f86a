-- Every school of the first district of the bench, today.
select jsonb_build_object('school', translate(rtrim(encode(convert_to(format('School:%s:%s', s.district_id, s.school_id), 'UTF8'), 'base64'), '='), '+/', '-_'), 'on', $2::date),
       jsonb_build_object('district', s.district_id, 'school', s.school_id::text, 'on', $2::date),
       jsonb_build_object('district', s.district_id, 'school', s.school_id, 'on', $2::date)
from homeroom.school s
where s.district_id = $1
order by md5(s.school_id::text)
