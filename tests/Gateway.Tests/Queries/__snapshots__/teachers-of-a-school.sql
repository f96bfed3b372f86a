select 0, t0."name", (select concat('{', '"totalCount":', (select count(*)
from "homeroom"."teacher" t1
where (t1."district_id" = $1 and (exists (select
from "homeroom"."employment" t2
where (t2."district_id" = $1 and ((t1."district_id" = t2."district_id" and t1."teacher_id" = t2."teacher_id") and ((t2."district_id" = t0."district_id" and t2."school_id" = t0."school_id") and (t2."starts_on" <= $2 and (t2."ends_on" is null or $2 < t2."ends_on")))))) and (t1."name" is distinct
from $3 and (homeroom.service_months(t1."earlier_homeroom_months", t1."homeroom_service", $2) / 12) >= $4)))), ',', '"edges":', concat('[', string_agg(t3."json_0", ','
order by t3."number") filter (where t3."number" <= $5), ']'), ',', '"pageInfo":', concat('{', '"hasNextPage":', (count(*) > $5)::text, ',', '"endCursor":', coalesce('"' || (array_agg(t3."cursor"
order by t3."number" desc) filter (where t3."number" <= $5))[1] || '"', 'null'), '}'), '}')
from (select row_number() over (order by t1."pinyin", t1."district_id", t1."teacher_id") as "number", translate(encode(convert_to(concat($6::text, to_json(array[(t1."pinyin")::text, (t1."district_id")::text, (t1."teacher_id")::text])::text), 'UTF8'), 'base64'), E'+/=\n', '-_') as "cursor", case when row_number() over (order by t1."pinyin", t1."district_id", t1."teacher_id") <= $5 then concat('{', '"cursor":', concat('"', translate(encode(convert_to(concat($6::text, to_json(array[(t1."pinyin")::text, (t1."district_id")::text, (t1."teacher_id")::text])::text), 'UTF8'), 'base64'), E'+/=\n', '-_'), '"'), ',', '"node":', concat('{', '"name":', to_json(t1."name")::text, ',', '"pinyin":', to_json(t1."pinyin")::text, ',', '"staffNumber":', to_json(t1."staff_number")::text, ',', '"homeroomServiceMonths":', (homeroom.service_months(t1."earlier_homeroom_months", t1."homeroom_service", $2))::text, ',', '"homeroomServiceYears":', ((homeroom.service_months(t1."earlier_homeroom_months", t1."homeroom_service", $2) / 12))::text, ',', '"subjects":', (select concat('{', '"nodes":', concat('[', string_agg(t4."json_0", ','
order by t4."number") filter (where t4."number" <= $7), ']'), '}')
from (select row_number() over (order by t5."code", t5."district_id", t5."subject_id") as "number", concat('{', '"name":', to_json(t5."name")::text, '}') as "json_0"
from (select t5.*
from "homeroom"."subject" t5
where (t5."district_id" = $8 and exists (select
from "homeroom"."teacher_subject" t6
where (exists (select
from "homeroom"."teacher" t7
where (t7."district_id" = $1 and (t6."district_id" = t7."district_id" and t6."teacher_id" = t7."teacher_id"))) and ((t5."district_id" = t6."district_id" and t5."subject_id" = t6."subject_id") and (t6."district_id" = t1."district_id" and t6."teacher_id" = t1."teacher_id")))))
order by t5."code", t5."district_id", t5."subject_id"
limit $7) t5) t4), '}'), '}') end as "json_0"
from (select t1.*
from "homeroom"."teacher" t1
where (t1."district_id" = $1 and (exists (select
from "homeroom"."employment" t2
where (t2."district_id" = $1 and ((t1."district_id" = t2."district_id" and t1."teacher_id" = t2."teacher_id") and ((t2."district_id" = t0."district_id" and t2."school_id" = t0."school_id") and (t2."starts_on" <= $2 and (t2."ends_on" is null or $2 < t2."ends_on")))))) and (t1."name" is distinct
from $3 and (homeroom.service_months(t1."earlier_homeroom_months", t1."homeroom_service", $2) / 12) >= $4)))
order by t1."pinyin", t1."district_id", t1."teacher_id"
limit $9) t1) t3)
from (select t0.*
from "homeroom"."school" t0
where (t0."code" = $10 and t0."district_id" = $8)
limit 1) t0
