(select 0, t0."district_id", t0."school_id", t0."name", null::"int4", null::"int8", null::"text", null::"int8", null::"text", null::"bool", null::"text", null::"text", null::"text"
from (select t0."district_id", t0."school_id", t0."name"
from "homeroom"."school" t0
where ((t0."district_id", t0."school_id") in (select *
from unnest($1, $2)) and (t0."district_id" = $3 and t0."school_id" = $4))) t0)
union all (select 1, null::"int4", null::"int8", null::"text", t1."district_id", t1."teacher_id", t1."name", null::"int8", null::"text", null::"bool", null::"text", null::"text", null::"text"
from (select t1."district_id", t1."teacher_id", t1."name"
from "homeroom"."teacher" t1
where ((t1."district_id", t1."teacher_id") in (select *
from unnest($5, $6)) and (t1."district_id" = $3 and (exists (select
from "homeroom"."employment" t2
where (t2."school_id" = $4 and (t2."district_id" = t1."district_id" and t2."teacher_id" = t1."teacher_id"))) and t1."teacher_id" = $7)))) t1)
union all (select 2, null::"int4", null::"int8", null::"text", null::"int4", null::"int8", null::"text", (select count(*)
from "homeroom"."teacher" t3
where (t3."district_id" = $3 and (exists (select
from "homeroom"."employment" t4
where (t4."school_id" = $4 and (t4."district_id" = t3."district_id" and t4."teacher_id" = t3."teacher_id"))) and t3."teacher_id" = $7))), null::"text", null::"bool", null::"text", null::"text", null::"text")
union all (select 3, null::"int4", null::"int8", null::"text", null::"int4", null::"int8", null::"text", null::"int8", t3."name", null::"bool", null::"text", null::"text", null::"text"
from (select t3."district_id", t3."teacher_id", t3."name", t3."pinyin"
from "homeroom"."teacher" t3
where (t3."district_id" = $3 and (exists (select
from "homeroom"."employment" t4
where (t4."school_id" = $4 and (t4."district_id" = t3."district_id" and t4."teacher_id" = t3."teacher_id"))) and t3."teacher_id" = $7))
order by t3."pinyin"
limit 5) t3
order by t3."pinyin")
union all (select 4, null::"int4", null::"int8", null::"text", null::"int4", null::"int8", null::"text", null::"int8", null::"text", false, null::"text", null::"text", null::"text")
union all (select 5, null::"int4", null::"int8", null::"text", null::"int4", null::"int8", null::"text", null::"int8", null::"text", null::"bool", t5."name", null::"text", null::"text"
from (select t5."name", t5."district_id", t5."school_year_id", t5."school_id", t5."class_id", t5."grade", (select t6."starts_on"
from "homeroom"."school_year" t6
where (t6."district_id" = $3 and (t6."district_id" = t5."district_id" and t6."school_year_id" = t5."school_year_id"))
limit 1) as "order_0"
from "homeroom"."class" t5
where (t5."district_id" = $3 and (t5."school_id" = $4 and exists (select
from "homeroom"."appointment" t7
where (t7."teacher_id" = $7 and (t7."district_id" = t5."district_id" and t7."class_id" = t5."class_id")))))
order by (select t6."starts_on"
from "homeroom"."school_year" t6
where (t6."district_id" = $3 and (t6."district_id" = t5."district_id" and t6."school_year_id" = t5."school_year_id"))
limit 1), t5."grade" desc, t5."class_id" desc
limit 3) t5
order by t5."order_0", t5."grade" desc, t5."class_id" desc)
union all (select 6, null::"int4", null::"int8", null::"text", null::"int4", null::"int8", null::"text", null::"int8", null::"text", null::"bool", null::"text", t8."name", t8."code"
from (select t8."name", t8."code", t8."district_id"
from "homeroom"."district" t8
where t8."district_id" = $3
order by t8."code"
limit $8) t8
order by t8."code")
