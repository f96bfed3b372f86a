select 0, t0."name", (select concat('{"totalCount":', (select count(*)
from "homeroom"."teacher" t1
where (t1."district_id" = $1 and (exists (select
from "homeroom"."employment" t2
where (t2."district_id" = $1 and ((t2."district_id" = t1."district_id" and t2."teacher_id" = t1."teacher_id") and ((t2."district_id" = t0."district_id" and t2."school_id" = t0."school_id") and (t2."starts_on" <= $2 and (t2."ends_on" is null or $2 < t2."ends_on")))))) and (t1."name" is distinct
from $3 and (homeroom.service_months(t1."earlier_homeroom_months", t1."homeroom_service", $2) / 12) >= $4)))), ',"edges":[', string_agg(t3."json_0", ','
order by t3."number") filter (where t3."number" <= $5), '],"pageInfo":{"hasNextPage":', (count(*) > $5)::text, ',"endCursor":', coalesce(E'"\x01' || (array_agg(t3."cursor"
order by t3."number" desc) filter (where t3."number" <= $5))[1] || E'\x02"', 'null'), '}}')
from (select row_number() over (order by t1."pinyin", t1."teacher_id") as "number", concat($6::text, to_json(array[(t1."pinyin")::text, (t1."district_id")::text, (t1."teacher_id")::text])::text) as "cursor", case when row_number() over (order by t1."pinyin", t1."teacher_id") <= $5 then concat(E'{"cursor":"\x01', $6::text, to_json(array[(t1."pinyin")::text, (t1."district_id")::text, (t1."teacher_id")::text])::text, E'\x02","node":{"name":', to_json(t1."name"), ',"pinyin":', to_json(t1."pinyin"), ',"staffNumber":', to_json(t1."staff_number"), ',"homeroomServiceMonths":', homeroom.service_months(t1."earlier_homeroom_months", t1."homeroom_service", $2), ',"homeroomServiceYears":', (homeroom.service_months(t1."earlier_homeroom_months", t1."homeroom_service", $2) / 12), ',"subjects":', (select concat('{"nodes":[', string_agg(concat('{"name":', to_json(t4."name"), '}'), ','
order by t4."code", t4."subject_id"), ']}')
from (select t4."name", t4."code", t4."subject_id", t4."district_id"
from "homeroom"."subject" t4
where (t4."district_id" = $1 and exists (select
from "homeroom"."teacher_subject" t5
where (t5."district_id" = $1 and ((t5."district_id" = t4."district_id" and t5."subject_id" = t4."subject_id") and (t5."district_id" = t1."district_id" and t5."teacher_id" = t1."teacher_id")))))
order by t4."code", t4."subject_id"
limit $7) t4), '}}') end as "json_0"
from (select t1."district_id", t1."teacher_id", t1."name", t1."earlier_homeroom_months", t1."homeroom_service", t1."pinyin", t1."staff_number"
from "homeroom"."teacher" t1
where (t1."district_id" = $1 and (exists (select
from "homeroom"."employment" t2
where (t2."district_id" = $1 and ((t2."district_id" = t1."district_id" and t2."teacher_id" = t1."teacher_id") and ((t2."district_id" = t0."district_id" and t2."school_id" = t0."school_id") and (t2."starts_on" <= $2 and (t2."ends_on" is null or $2 < t2."ends_on")))))) and (t1."name" is distinct
from $3 and (homeroom.service_months(t1."earlier_homeroom_months", t1."homeroom_service", $2) / 12) >= $4)))
order by t1."pinyin", t1."teacher_id"
limit $8) t1) t3)
from (select t0."name", t0."district_id", t0."school_id", t0."code"
from "homeroom"."school" t0
where (t0."code" = $9 and t0."district_id" = $1)
limit 1) t0
