(select 0, (select count(*)
from "homeroom"."school" t0
where (t0."district_id" = $1 and (t0."status" = $2 and (select count(*)::int4
from "homeroom"."class" t1
where (t1."district_id" = $1 and (t1."district_id" = t0."district_id" and t1."school_id" = t0."school_id") and exists (select
from "homeroom"."school_year" t2
where (t2."district_id" = $1 and ((t2."district_id" = t1."district_id" and t2."school_year_id" = t1."school_year_id") and (t2."starts_on" <= $3 and (t2."ends_on" is null or $3 < t2."ends_on"))))))) > $4))), null::"int4", null::"text", null::"int4", null::"int8", null::"text", null::"text", null::"text", null::"int4", null::"int4", null::"text", null::"text")
union all (select 1, null::"int8", t0."order_0", t0."pinyin", t0."district_id", t0."school_id", t0."code", t0."name", t0."stage", (select count(*)::int4
from "homeroom"."class" t3
where (t3."district_id" = $1 and (t3."district_id" = t0."district_id" and t3."school_id" = t0."school_id") and exists (select
from "homeroom"."school_year" t4
where (t4."district_id" = $1 and ((t4."district_id" = t3."district_id" and t4."school_year_id" = t3."school_year_id") and (t4."starts_on" <= $3 and (t4."ends_on" is null or $3 < t4."ends_on"))))))), (select count(*)::int4
from "homeroom"."employment" t5
where (t5."district_id" = $1 and (t5."district_id" = t0."district_id" and t5."school_id" = t0."school_id") and (t5."starts_on" <= $3 and (t5."ends_on" is null or $3 < t5."ends_on")))), t6."name", t6."city"
from (select t0."district_id", t0."status", t0."school_id", t0."pinyin", t0."code", t0."name", t0."stage", (select count(*)::int4
from "homeroom"."class" t7
where (t7."district_id" = $1 and (t7."district_id" = t0."district_id" and t7."school_id" = t0."school_id") and exists (select
from "homeroom"."school_year" t8
where (t8."district_id" = $1 and ((t8."district_id" = t7."district_id" and t8."school_year_id" = t7."school_year_id") and (t8."starts_on" <= $3 and (t8."ends_on" is null or $3 < t8."ends_on"))))))) as "order_0"
from "homeroom"."school" t0
where (t0."district_id" = $1 and (t0."status" = $2 and (select count(*)::int4
from "homeroom"."class" t1
where (t1."district_id" = $1 and (t1."district_id" = t0."district_id" and t1."school_id" = t0."school_id") and exists (select
from "homeroom"."school_year" t2
where (t2."district_id" = $1 and ((t2."district_id" = t1."district_id" and t2."school_year_id" = t1."school_year_id") and (t2."starts_on" <= $3 and (t2."ends_on" is null or $3 < t2."ends_on"))))))) > $4))
order by (select count(*)::int4
from "homeroom"."class" t7
where (t7."district_id" = $1 and (t7."district_id" = t0."district_id" and t7."school_id" = t0."school_id") and exists (select
from "homeroom"."school_year" t8
where (t8."district_id" = $1 and ((t8."district_id" = t7."district_id" and t8."school_year_id" = t7."school_year_id") and (t8."starts_on" <= $3 and (t8."ends_on" is null or $3 < t8."ends_on"))))))) desc, t0."pinyin", t0."school_id"
limit 4) t0
left join "homeroom"."district" t6 on (t6."district_id" = t0."district_id" and t6."district_id" = $1)
order by t0."order_0" desc, t0."pinyin", t0."school_id")
