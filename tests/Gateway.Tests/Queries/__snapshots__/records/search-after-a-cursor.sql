with t0 as (select 1 as "kind", t1."district_id" as "district", t1."research_project_id" as "key", (select sum((select min(t2."weight" * 3 + case when t2."place" % 1024 <> 0 then 2 when case when t3."next" is null then (t2."written" = t3."text" || '.' or t2."spoken" = t3."text" || '.' or t2."initials" = t3."text" || '.') else exists (select
from "search"."research_project_token" t4
where (t4."district_id" = $1 and (((t4."district_id" = t1."district_id" and t4."research_project_id" = t1."research_project_id") and t4."place" between t2."place" + t3."near" and t2."place" + t3."far") and (t4."written" = t3."next" || '.' or t4."spoken" = t3."next" || '.' or t4."initials" = t3."next" || '.')))) end then 0 else 1 end)
from "search"."research_project_token" t2
where (t2."district_id" = $1 and ((t2."district_id" = t1."district_id" and t2."research_project_id" = t1."research_project_id") and ((t2."written" >= t3."text" and t2."written" < t3."text" || chr(1114111)) or (t2."spoken" >= t3."text" and t2."spoken" < t3."text" || chr(1114111)) or (t2."initials" >= t3."text" and t2."initials" < t3."text" || chr(1114111))) and (t3."next" is null or exists (select
from "search"."research_project_token" t5
where (t5."district_id" = $1 and (((t5."district_id" = t1."district_id" and t5."research_project_id" = t1."research_project_id") and t5."place" between t2."place" + t3."near" and t2."place" + t3."far") and ((t5."written" >= t3."next" and t5."written" < t3."next" || chr(1114111)) or (t5."spoken" >= t3."next" and t5."spoken" < t3."next" || chr(1114111)) or (t5."initials" >= t3."next" and t5."initials" < t3."next" || chr(1114111)))))))))))::int4
from unnest($2, $3, $4, $5) t3 ("text", "next", "near", "far")) as "rank"
from "homeroom"."research_project" t1
where ((t1."district_id" = $1 and t1."state" <> $6) and (exists (select
from "search"."research_project_token" t6
where (t6."district_id" = $1 and ((t6."district_id" = t1."district_id" and t6."research_project_id" = t1."research_project_id") and ((t6."written" >= $7 and t6."written" < $8) or (t6."spoken" >= $7 and t6."spoken" < $8) or (t6."initials" >= $7 and t6."initials" < $8))))) and (case when $9 then true else not exists (select
from unnest($2, $3, $4, $5) t3 ("text", "next", "near", "far")
where not exists (select
from "search"."research_project_token" t7
where (t7."district_id" = $1 and ((t7."district_id" = t1."district_id" and t7."research_project_id" = t1."research_project_id") and ((t7."written" >= t3."text" and t7."written" < t3."text" || chr(1114111)) or (t7."spoken" >= t3."text" and t7."spoken" < t3."text" || chr(1114111)) or (t7."initials" >= t3."text" and t7."initials" < t3."text" || chr(1114111))) and (t3."next" is null or exists (select
from "search"."research_project_token" t8
where (t8."district_id" = $1 and (((t8."district_id" = t1."district_id" and t8."research_project_id" = t1."research_project_id") and t8."place" between t7."place" + t3."near" and t7."place" + t3."far") and ((t8."written" >= t3."next" and t8."written" < t3."next" || chr(1114111)) or (t8."spoken" >= t3."next" and t8."spoken" < t3."next" || chr(1114111)) or (t8."initials" >= t3."next" and t8."initials" < t3."next" || chr(1114111))))))))))) end)))
union all select 2 as "kind", t9."district_id" as "district", t9."paper_id" as "key", (select sum((select min(t10."weight" * 3 + case when t10."place" % 1024 <> 0 then 2 when case when t3."next" is null then (t10."written" = t3."text" || '.' or t10."spoken" = t3."text" || '.' or t10."initials" = t3."text" || '.') else exists (select
from "search"."paper_token" t11
where (t11."district_id" = $1 and (((t11."district_id" = t9."district_id" and t11."paper_id" = t9."paper_id") and t11."place" between t10."place" + t3."near" and t10."place" + t3."far") and (t11."written" = t3."next" || '.' or t11."spoken" = t3."next" || '.' or t11."initials" = t3."next" || '.')))) end then 0 else 1 end)
from "search"."paper_token" t10
where (t10."district_id" = $1 and ((t10."district_id" = t9."district_id" and t10."paper_id" = t9."paper_id") and ((t10."written" >= t3."text" and t10."written" < t3."text" || chr(1114111)) or (t10."spoken" >= t3."text" and t10."spoken" < t3."text" || chr(1114111)) or (t10."initials" >= t3."text" and t10."initials" < t3."text" || chr(1114111))) and (t3."next" is null or exists (select
from "search"."paper_token" t12
where (t12."district_id" = $1 and (((t12."district_id" = t9."district_id" and t12."paper_id" = t9."paper_id") and t12."place" between t10."place" + t3."near" and t10."place" + t3."far") and ((t12."written" >= t3."next" and t12."written" < t3."next" || chr(1114111)) or (t12."spoken" >= t3."next" and t12."spoken" < t3."next" || chr(1114111)) or (t12."initials" >= t3."next" and t12."initials" < t3."next" || chr(1114111)))))))))))::int4
from unnest($2, $3, $4, $5) t3 ("text", "next", "near", "far")) as "rank"
from "homeroom"."paper" t9
where (t9."district_id" = $1 and (exists (select
from "search"."paper_token" t13
where (t13."district_id" = $1 and ((t13."district_id" = t9."district_id" and t13."paper_id" = t9."paper_id") and ((t13."written" >= $7 and t13."written" < $8) or (t13."spoken" >= $7 and t13."spoken" < $8) or (t13."initials" >= $7 and t13."initials" < $8))))) and (case when $9 then true else not exists (select
from unnest($2, $3, $4, $5) t3 ("text", "next", "near", "far")
where not exists (select
from "search"."paper_token" t14
where (t14."district_id" = $1 and ((t14."district_id" = t9."district_id" and t14."paper_id" = t9."paper_id") and ((t14."written" >= t3."text" and t14."written" < t3."text" || chr(1114111)) or (t14."spoken" >= t3."text" and t14."spoken" < t3."text" || chr(1114111)) or (t14."initials" >= t3."text" and t14."initials" < t3."text" || chr(1114111))) and (t3."next" is null or exists (select
from "search"."paper_token" t15
where (t15."district_id" = $1 and (((t15."district_id" = t9."district_id" and t15."paper_id" = t9."paper_id") and t15."place" between t14."place" + t3."near" and t14."place" + t3."far") and ((t15."written" >= t3."next" and t15."written" < t3."next" || chr(1114111)) or (t15."spoken" >= t3."next" and t15."spoken" < t3."next" || chr(1114111)) or (t15."initials" >= t3."next" and t15."initials" < t3."next" || chr(1114111))))))))))) end)))) (select 0, exists (select
from t0 t16
where (t16."rank", t16."kind", t16."district", t16."key") <= ($10, $11, $12, $13)), null::"int4", null::"int4", null::"int4", null::"int8", null::"text", null::"bool", null::"int4", null::"int8", null::"bool", null::"int4", null::"int8")
union all (select 1, null::"bool", t16."rank", t16."kind", t16."district", t16."key", case when t16."kind" = 1 then $14 when t16."kind" = 2 then $15 end, t17."district_id" is not null, t17."district_id", t17."research_project_id", t18."district_id" is not null, t18."district_id", t18."paper_id"
from (select t16."rank", t16."kind", t16."district", t16."key"
from t0 t16
where (t16."rank", t16."kind", t16."district", t16."key") > ($10, $11, $12, $13)
order by t16."rank", t16."kind", t16."district", t16."key"
limit 3) t16
left join "homeroom"."research_project" t17 on ((t16."kind" = 1 and t17."district_id" = t16."district" and t17."research_project_id" = t16."key") and (t17."district_id" = $1 and t17."state" <> $6))
left join "homeroom"."paper" t18 on ((t16."kind" = 2 and t18."district_id" = t16."district" and t18."paper_id" = t16."key") and t18."district_id" = $1)
order by t16."rank", t16."kind", t16."district", t16."key")
