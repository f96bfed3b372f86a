select 0, t0."name", (select concat('{"totalCount":', (select count(*)
from "homeroom"."class" t1
where ((t1."district_id" = $1 and t1."school_id" = $2) and ((t1."district_id" = t0."district_id" and t1."school_id" = t0."school_id") and exists (select
from "homeroom"."school_year" t2
where (t2."district_id" = $1 and ((t2."district_id" = t1."district_id" and t2."school_year_id" = t1."school_year_id") and (t2."starts_on" <= $3 and (t2."ends_on" is null or $3 < t2."ends_on")) = $4)))))), ',"nodes":[', string_agg(concat('{"name":', to_json(t1."name"), ',"homeroomTeacher":', case when t3."district_id" is not null then concat('{"name":', to_json(t3."name"), ',"appointments":', (select concat('{"nodes":[', string_agg(concat('{"kind":"', upper(t4."kind"), '","startsOn":', to_json(t4."starts_on"), ',"endsOn":', coalesce(to_json(t4."ends_on"), 'null'), ',"class":', case when t5."district_id" is not null then concat('{"name":', to_json(t5."name"), ',"schoolYear":', case when t6."district_id" is not null then concat('{"name":', to_json(t6."name"), '}') else 'null' end, '}') else 'null' end, '}'), ','
order by t4."starts_on" desc, t4."appointment_id" desc), ']}')
from (select t4."kind", t4."starts_on", t4."ends_on", t4."appointment_id", t4."district_id", t4."school_id", t4."teacher_id", t4."class_id"
from "homeroom"."appointment" t4
where ((t4."district_id" = $1 and t4."school_id" = $2) and (t4."district_id" = t3."district_id" and t4."teacher_id" = t3."teacher_id"))
order by t4."starts_on" desc, t4."appointment_id" desc
limit $5) t4
left join "homeroom"."class" t5 on ((t5."district_id" = t4."district_id" and t5."class_id" = t4."class_id") and (t5."district_id" = $1 and t5."school_id" = $2))
left join "homeroom"."school_year" t6 on ((t6."district_id" = t5."district_id" and t6."school_year_id" = t5."school_year_id") and t6."district_id" = $1)), '}') else 'null' end, '}'), ','
order by t1."grade", t1."number", t1."class_id"), ']}')
from (select t1."district_id", t1."school_id", t1."school_year_id", t1."name", t1."grade", t1."number", t1."class_id"
from "homeroom"."class" t1
where ((t1."district_id" = $1 and t1."school_id" = $2) and ((t1."district_id" = t0."district_id" and t1."school_id" = t0."school_id") and exists (select
from "homeroom"."school_year" t2
where (t2."district_id" = $1 and ((t2."district_id" = t1."district_id" and t2."school_year_id" = t1."school_year_id") and (t2."starts_on" <= $3 and (t2."ends_on" is null or $3 < t2."ends_on")) = $4)))))
order by t1."grade", t1."number", t1."class_id"
limit 3) t1
left join lateral (select t3."district_id", t3."name", t3."teacher_id"
from "homeroom"."teacher" t3
where (exists (select
from "homeroom"."appointment" t7
where ((t7."district_id" = $1 and t7."school_id" = $2) and ((t7."district_id" = t3."district_id" and t7."teacher_id" = t3."teacher_id") and ((t7."district_id" = t1."district_id" and t7."class_id" = t1."class_id") and (t7."kind" in ('homeroom', 'acting') and t7."state" = 'active' and (t7."starts_on" <= $6 and (t7."ends_on" is null or $6 < t7."ends_on"))))))) and (t3."district_id" = $1 and exists (select
from "homeroom"."employment" t8
where (t8."school_id" = $2 and (t8."district_id" = t3."district_id" and t8."teacher_id" = t3."teacher_id")))))
limit 1) t3 on true)
from (select t0."name", t0."district_id", t0."school_id", t0."code"
from "homeroom"."school" t0
where (t0."code" = $7 and (t0."district_id" = $1 and t0."school_id" = $2))
limit 1) t0
