select 0, t0."name", (select concat('{', '"totalCount":', (select count(*)
from "homeroom"."class" t1
where ((t1."district_id" = $1 and t1."school_id" = $2) and ((t0."district_id" = t1."district_id" and t0."school_id" = t1."school_id") and exists (select
from "homeroom"."school_year" t2
where (t2."district_id" = $1 and ((t1."district_id" = t2."district_id" and t1."school_year_id" = t2."school_year_id") and (t2."starts_on" <= $3 and (t2."ends_on" is null or $3 < t2."ends_on")) = $4)))))), ',', '"nodes":', concat('[', string_agg(t3."json_0", ','
order by t3."number") filter (where t3."number" <= $5), ']'), '}')
from (select row_number() over (order by t1."grade", t1."number", t1."district_id", t1."class_id") as "number", concat('{', '"name":', to_json(t1."name")::text, ',', '"homeroomTeacher":', case when t4."district_id" is not null then concat('{', '"name":', to_json(t4."name")::text, ',', '"appointments":', (select concat('{', '"nodes":', concat('[', string_agg(t5."json_0", ','
order by t5."number") filter (where t5."number" <= $6), ']'), '}')
from (select row_number() over (order by t6."starts_on" desc, t6."district_id" desc, t6."appointment_id" desc) as "number", concat('{', '"kind":', concat('"', upper(t6."kind"), '"'), ',', '"startsOn":', to_json(t6."starts_on")::text, ',', '"endsOn":', case when (t6."ends_on") is null then 'null' else to_json(t6."ends_on")::text end, ',', '"class":', case when t7."district_id" is not null then concat('{', '"name":', to_json(t7."name")::text, ',', '"schoolYear":', case when t8."district_id" is not null then concat('{', '"name":', to_json(t8."name")::text, '}') else 'null' end, '}') else 'null' end, '}') as "json_0"
from (select t6.*
from "homeroom"."appointment" t6
where ((t6."district_id" = $1 and t6."school_id" = $2) and (t4."district_id" = t6."district_id" and t4."teacher_id" = t6."teacher_id"))
order by t6."starts_on" desc, t6."district_id" desc, t6."appointment_id" desc
limit $6) t6
left join "homeroom"."class" t7 on ((t6."district_id" = t7."district_id" and t6."class_id" = t7."class_id") and (t7."district_id" = $1 and t7."school_id" = $2))
left join "homeroom"."school_year" t8 on ((t7."district_id" = t8."district_id" and t7."school_year_id" = t8."school_year_id") and t8."district_id" = $1)) t5), '}') else 'null' end, '}') as "json_0"
from (select t1.*
from "homeroom"."class" t1
where ((t1."district_id" = $1 and t1."school_id" = $2) and ((t0."district_id" = t1."district_id" and t0."school_id" = t1."school_id") and exists (select
from "homeroom"."school_year" t2
where (t2."district_id" = $1 and ((t1."district_id" = t2."district_id" and t1."school_year_id" = t2."school_year_id") and (t2."starts_on" <= $3 and (t2."ends_on" is null or $3 < t2."ends_on")) = $4)))))
order by t1."grade", t1."number", t1."district_id", t1."class_id"
limit $5) t1
left join lateral (select t4.*
from "homeroom"."teacher" t4
where (exists (select
from "homeroom"."appointment" t9
where ((t9."district_id" = $1 and t9."school_id" = $2) and ((t4."district_id" = t9."district_id" and t4."teacher_id" = t9."teacher_id") and ((t9."district_id" = t1."district_id" and t9."class_id" = t1."class_id") and (t9."kind" in ('homeroom', 'acting') and t9."state" = 'active' and (t9."starts_on" <= $7 and (t9."ends_on" is null or $7 < t9."ends_on"))))))) and (t4."district_id" = $1 and exists (select
from "homeroom"."employment" t10
where (t10."school_id" = $2 and (t4."district_id" = t10."district_id" and t4."teacher_id" = t10."teacher_id")))))
limit 1) t4 on true) t3)
from (select t0.*
from "homeroom"."school" t0
where (t0."code" = $8 and (t0."district_id" = $1 and t0."school_id" = $9))
limit 1) t0
