with t0 as (select 0 as "kind", t1."district_id" as "district", t1."teacher_id" as "key", (select sum((select min(t2."weight" * 3 + case when t2."place" % 1024 <> 0 then 2 when case when t3."next" is null then (t2."written" = t3."text" || '.' or t2."spoken" = t3."text" || '.' or t2."initials" = t3."text" || '.') else exists (select
from "search"."teacher_token" t4
where (t4."district_id" = $1 and (((t4."district_id" = t1."district_id" and t4."teacher_id" = t1."teacher_id") and t4."place" between t2."place" + t3."near" and t2."place" + t3."far") and (t4."written" = t3."next" || '.' or t4."spoken" = t3."next" || '.' or t4."initials" = t3."next" || '.')))) end then 0 else 1 end)
from "search"."teacher_token" t2
where (t2."district_id" = $1 and ((t2."district_id" = t1."district_id" and t2."teacher_id" = t1."teacher_id") and ((t2."written" >= t3."text" and t2."written" < t3."text" || chr(1114111)) or (t2."spoken" >= t3."text" and t2."spoken" < t3."text" || chr(1114111)) or (t2."initials" >= t3."text" and t2."initials" < t3."text" || chr(1114111))) and (t3."next" is null or exists (select
from "search"."teacher_token" t5
where (t5."district_id" = $1 and (((t5."district_id" = t1."district_id" and t5."teacher_id" = t1."teacher_id") and t5."place" between t2."place" + t3."near" and t2."place" + t3."far") and ((t5."written" >= t3."next" and t5."written" < t3."next" || chr(1114111)) or (t5."spoken" >= t3."next" and t5."spoken" < t3."next" || chr(1114111)) or (t5."initials" >= t3."next" and t5."initials" < t3."next" || chr(1114111)))))))))))::int4
from unnest($2, $3, $4, $5) t3 ("text", "next", "near", "far")) as "rank"
from "homeroom"."teacher" t1
where (t1."district_id" = $1 and (exists (select
from "search"."teacher_token" t6
where (t6."district_id" = $1 and ((t6."district_id" = t1."district_id" and t6."teacher_id" = t1."teacher_id") and ((t6."written" >= $6 and t6."written" < $7) or (t6."spoken" >= $6 and t6."spoken" < $7) or (t6."initials" >= $6 and t6."initials" < $7))))) and (case when $8 then true else not exists (select
from unnest($2, $3, $4, $5) t3 ("text", "next", "near", "far")
where not exists (select
from "search"."teacher_token" t7
where (t7."district_id" = $1 and ((t7."district_id" = t1."district_id" and t7."teacher_id" = t1."teacher_id") and ((t7."written" >= t3."text" and t7."written" < t3."text" || chr(1114111)) or (t7."spoken" >= t3."text" and t7."spoken" < t3."text" || chr(1114111)) or (t7."initials" >= t3."text" and t7."initials" < t3."text" || chr(1114111))) and (t3."next" is null or exists (select
from "search"."teacher_token" t8
where (t8."district_id" = $1 and (((t8."district_id" = t1."district_id" and t8."teacher_id" = t1."teacher_id") and t8."place" between t7."place" + t3."near" and t7."place" + t3."far") and ((t8."written" >= t3."next" and t8."written" < t3."next" || chr(1114111)) or (t8."spoken" >= t3."next" and t8."spoken" < t3."next" || chr(1114111)) or (t8."initials" >= t3."next" and t8."initials" < t3."next" || chr(1114111))))))))))) end)))
union all select 1 as "kind", t9."district_id" as "district", t9."research_project_id" as "key", (select sum((select min(t10."weight" * 3 + case when t10."place" % 1024 <> 0 then 2 when case when t3."next" is null then (t10."written" = t3."text" || '.' or t10."spoken" = t3."text" || '.' or t10."initials" = t3."text" || '.') else exists (select
from "search"."research_project_token" t11
where (t11."district_id" = $1 and (((t11."district_id" = t9."district_id" and t11."research_project_id" = t9."research_project_id") and t11."place" between t10."place" + t3."near" and t10."place" + t3."far") and (t11."written" = t3."next" || '.' or t11."spoken" = t3."next" || '.' or t11."initials" = t3."next" || '.')))) end then 0 else 1 end)
from "search"."research_project_token" t10
where (t10."district_id" = $1 and ((t10."district_id" = t9."district_id" and t10."research_project_id" = t9."research_project_id") and ((t10."written" >= t3."text" and t10."written" < t3."text" || chr(1114111)) or (t10."spoken" >= t3."text" and t10."spoken" < t3."text" || chr(1114111)) or (t10."initials" >= t3."text" and t10."initials" < t3."text" || chr(1114111))) and (t3."next" is null or exists (select
from "search"."research_project_token" t12
where (t12."district_id" = $1 and (((t12."district_id" = t9."district_id" and t12."research_project_id" = t9."research_project_id") and t12."place" between t10."place" + t3."near" and t10."place" + t3."far") and ((t12."written" >= t3."next" and t12."written" < t3."next" || chr(1114111)) or (t12."spoken" >= t3."next" and t12."spoken" < t3."next" || chr(1114111)) or (t12."initials" >= t3."next" and t12."initials" < t3."next" || chr(1114111)))))))))))::int4
from unnest($2, $3, $4, $5) t3 ("text", "next", "near", "far")) as "rank"
from "homeroom"."research_project" t9
where ((t9."district_id" = $1 and t9."state" <> $9) and (exists (select
from "search"."research_project_token" t13
where (t13."district_id" = $1 and ((t13."district_id" = t9."district_id" and t13."research_project_id" = t9."research_project_id") and ((t13."written" >= $6 and t13."written" < $7) or (t13."spoken" >= $6 and t13."spoken" < $7) or (t13."initials" >= $6 and t13."initials" < $7))))) and (case when $8 then true else not exists (select
from unnest($2, $3, $4, $5) t3 ("text", "next", "near", "far")
where not exists (select
from "search"."research_project_token" t14
where (t14."district_id" = $1 and ((t14."district_id" = t9."district_id" and t14."research_project_id" = t9."research_project_id") and ((t14."written" >= t3."text" and t14."written" < t3."text" || chr(1114111)) or (t14."spoken" >= t3."text" and t14."spoken" < t3."text" || chr(1114111)) or (t14."initials" >= t3."text" and t14."initials" < t3."text" || chr(1114111))) and (t3."next" is null or exists (select
from "search"."research_project_token" t15
where (t15."district_id" = $1 and (((t15."district_id" = t9."district_id" and t15."research_project_id" = t9."research_project_id") and t15."place" between t14."place" + t3."near" and t14."place" + t3."far") and ((t15."written" >= t3."next" and t15."written" < t3."next" || chr(1114111)) or (t15."spoken" >= t3."next" and t15."spoken" < t3."next" || chr(1114111)) or (t15."initials" >= t3."next" and t15."initials" < t3."next" || chr(1114111))))))))))) end)))
union all select 2 as "kind", t16."district_id" as "district", t16."paper_id" as "key", (select sum((select min(t17."weight" * 3 + case when t17."place" % 1024 <> 0 then 2 when case when t3."next" is null then (t17."written" = t3."text" || '.' or t17."spoken" = t3."text" || '.' or t17."initials" = t3."text" || '.') else exists (select
from "search"."paper_token" t18
where (t18."district_id" = $1 and (((t18."district_id" = t16."district_id" and t18."paper_id" = t16."paper_id") and t18."place" between t17."place" + t3."near" and t17."place" + t3."far") and (t18."written" = t3."next" || '.' or t18."spoken" = t3."next" || '.' or t18."initials" = t3."next" || '.')))) end then 0 else 1 end)
from "search"."paper_token" t17
where (t17."district_id" = $1 and ((t17."district_id" = t16."district_id" and t17."paper_id" = t16."paper_id") and ((t17."written" >= t3."text" and t17."written" < t3."text" || chr(1114111)) or (t17."spoken" >= t3."text" and t17."spoken" < t3."text" || chr(1114111)) or (t17."initials" >= t3."text" and t17."initials" < t3."text" || chr(1114111))) and (t3."next" is null or exists (select
from "search"."paper_token" t19
where (t19."district_id" = $1 and (((t19."district_id" = t16."district_id" and t19."paper_id" = t16."paper_id") and t19."place" between t17."place" + t3."near" and t17."place" + t3."far") and ((t19."written" >= t3."next" and t19."written" < t3."next" || chr(1114111)) or (t19."spoken" >= t3."next" and t19."spoken" < t3."next" || chr(1114111)) or (t19."initials" >= t3."next" and t19."initials" < t3."next" || chr(1114111)))))))))))::int4
from unnest($2, $3, $4, $5) t3 ("text", "next", "near", "far")) as "rank"
from "homeroom"."paper" t16
where (t16."district_id" = $1 and (exists (select
from "search"."paper_token" t20
where (t20."district_id" = $1 and ((t20."district_id" = t16."district_id" and t20."paper_id" = t16."paper_id") and ((t20."written" >= $6 and t20."written" < $7) or (t20."spoken" >= $6 and t20."spoken" < $7) or (t20."initials" >= $6 and t20."initials" < $7))))) and (case when $8 then true else not exists (select
from unnest($2, $3, $4, $5) t3 ("text", "next", "near", "far")
where not exists (select
from "search"."paper_token" t21
where (t21."district_id" = $1 and ((t21."district_id" = t16."district_id" and t21."paper_id" = t16."paper_id") and ((t21."written" >= t3."text" and t21."written" < t3."text" || chr(1114111)) or (t21."spoken" >= t3."text" and t21."spoken" < t3."text" || chr(1114111)) or (t21."initials" >= t3."text" and t21."initials" < t3."text" || chr(1114111))) and (t3."next" is null or exists (select
from "search"."paper_token" t22
where (t22."district_id" = $1 and (((t22."district_id" = t16."district_id" and t22."paper_id" = t16."paper_id") and t22."place" between t21."place" + t3."near" and t21."place" + t3."far") and ((t22."written" >= t3."next" and t22."written" < t3."next" || chr(1114111)) or (t22."spoken" >= t3."next" and t22."spoken" < t3."next" || chr(1114111)) or (t22."initials" >= t3."next" and t22."initials" < t3."next" || chr(1114111))))))))))) end)))) (select 0, (select count(*)
from t0 t23
where true), null::"int4", null::"int4", null::"int4", null::"int8", null::"text", null::"text", null::"text", null::"text", null::"text", null::"text", null::"text", null::"text", null::"text")
union all (select 1, null::"int8", t23."rank", t23."kind", t23."district", t23."key", case when t23."kind" = 0 then $10 when t23."kind" = 1 then $11 when t23."kind" = 2 then $12 end, case when t23."kind" = 0 then (select case when t24."number" = 0 then $13 when t24."number" = 4 then $14 end
from (select (select t25."place" / 1024
from "search"."teacher_token" t25
where (t25."district_id" = $1 and (t25."district_id" = t23."district" and t25."teacher_id" = t23."key") and ((t25."written" >= $6 and t25."written" < $7) or (t25."spoken" >= $6 and t25."spoken" < $7) or (t25."initials" >= $6 and t25."initials" < $7)))
order by t25."weight", t25."place" % 1024 <> 0, t25."place"
limit 1) as "number") t24) when t23."kind" = 1 then (select case when t26."number" = 0 then $15 when t26."number" = 4 then $16 when t26."number" = 8 then $17 when t26."number" % 4 = 1 then $18 end
from (select (select t27."place" / 1024
from "search"."research_project_token" t27
where (t27."district_id" = $1 and (t27."district_id" = t23."district" and t27."research_project_id" = t23."key") and ((t27."written" >= $6 and t27."written" < $7) or (t27."spoken" >= $6 and t27."spoken" < $7) or (t27."initials" >= $6 and t27."initials" < $7)))
order by t27."weight", t27."place" % 1024 <> 0, t27."place"
limit 1) as "number") t26) when t23."kind" = 2 then (select case when t28."number" = 0 then $19 when t28."number" = 4 then $20 when t28."number" % 4 = 1 then $21 when t28."number" % 4 = 2 then $22 end
from (select (select t29."place" / 1024
from "search"."paper_token" t29
where (t29."district_id" = $1 and (t29."district_id" = t23."district" and t29."paper_id" = t23."key") and ((t29."written" >= $6 and t29."written" < $7) or (t29."spoken" >= $6 and t29."spoken" < $7) or (t29."initials" >= $6 and t29."initials" < $7)))
order by t29."weight", t29."place" % 1024 <> 0, t29."place"
limit 1) as "number") t28) end, case when t23."kind" = 0 then (select case when t30."number" = 0 then (select t31."name"
from "homeroom"."teacher" t31
where (t31."district_id" = $1 and t31."district_id" = t23."district" and t31."teacher_id" = t23."key")) when t30."number" = 4 then (select t32."staff_number"
from "homeroom"."teacher" t32
where (t32."district_id" = $1 and t32."district_id" = t23."district" and t32."teacher_id" = t23."key")) end
from (select (select t33."place" / 1024
from "search"."teacher_token" t33
where (t33."district_id" = $1 and (t33."district_id" = t23."district" and t33."teacher_id" = t23."key") and ((t33."written" >= $6 and t33."written" < $7) or (t33."spoken" >= $6 and t33."spoken" < $7) or (t33."initials" >= $6 and t33."initials" < $7)))
order by t33."weight", t33."place" % 1024 <> 0, t33."place"
limit 1) as "number") t30) when t23."kind" = 1 then (select case when t34."number" = 0 then (select t35."title"
from "homeroom"."research_project" t35
where ((t35."district_id" = $1 and t35."state" <> $9) and t35."district_id" = t23."district" and t35."research_project_id" = t23."key")) when t34."number" = 4 then (select t36."number"
from "homeroom"."research_project" t36
where ((t36."district_id" = $1 and t36."state" <> $9) and t36."district_id" = t23."district" and t36."research_project_id" = t23."key")) when t34."number" = 8 then (select t37."approval_number"
from "homeroom"."research_project" t37
where ((t37."district_id" = $1 and t37."state" <> $9) and t37."district_id" = t23."district" and t37."research_project_id" = t23."key")) when t34."number" % 4 = 1 then (select t38."name"
from "homeroom"."research_member" t38
where (exists (select
from "homeroom"."research_project" t39
where ((t39."district_id" = $1 and t39."state" <> $9) and (t39."district_id" = t38."district_id" and t39."research_project_id" = t38."research_project_id"))) and t38."district_id" = t23."district" and t38."research_member_id" = t34."number" / 4)) end
from (select (select t40."place" / 1024
from "search"."research_project_token" t40
where (t40."district_id" = $1 and (t40."district_id" = t23."district" and t40."research_project_id" = t23."key") and ((t40."written" >= $6 and t40."written" < $7) or (t40."spoken" >= $6 and t40."spoken" < $7) or (t40."initials" >= $6 and t40."initials" < $7)))
order by t40."weight", t40."place" % 1024 <> 0, t40."place"
limit 1) as "number") t34) when t23."kind" = 2 then (select case when t41."number" = 0 then (select t42."title"
from "homeroom"."paper" t42
where (t42."district_id" = $1 and t42."district_id" = t23."district" and t42."paper_id" = t23."key")) when t41."number" = 4 then (select t43."doi"
from "homeroom"."paper" t43
where (t43."district_id" = $1 and t43."district_id" = t23."district" and t43."paper_id" = t23."key")) when t41."number" % 4 = 1 then (select t44."keyword"
from "homeroom"."paper_keyword" t44
where (t44."district_id" = $1 and t44."district_id" = t23."district" and t44."paper_keyword_id" = t41."number" / 4)) when t41."number" % 4 = 2 then (select t45."name"
from "homeroom"."paper_author" t45
where (t45."district_id" = $1 and t45."district_id" = t23."district" and t45."paper_author_id" = t41."number" / 4)) end
from (select (select t46."place" / 1024
from "search"."paper_token" t46
where (t46."district_id" = $1 and (t46."district_id" = t23."district" and t46."paper_id" = t23."key") and ((t46."written" >= $6 and t46."written" < $7) or (t46."spoken" >= $6 and t46."spoken" < $7) or (t46."initials" >= $6 and t46."initials" < $7)))
order by t46."weight", t46."place" % 1024 <> 0, t46."place"
limit 1) as "number") t41) end, t47."name", t48."name", t49."title", t50."name", t51."title", t51."first_author"
from (select t23."rank", t23."kind", t23."district", t23."key"
from t0 t23
where true
order by t23."rank", t23."kind", t23."district", t23."key"
limit 7) t23
left join "homeroom"."teacher" t47 on ((t23."kind" = 0 and t47."district_id" = t23."district" and t47."teacher_id" = t23."key") and t47."district_id" = $1)
left join lateral (select t48."name", t48."district_id", t48."school_id"
from "homeroom"."school" t48
where (exists (select
from "homeroom"."employment" t52
where (t52."district_id" = $1 and ((t52."district_id" = t48."district_id" and t52."school_id" = t48."school_id") and ((t52."district_id" = t47."district_id" and t52."teacher_id" = t47."teacher_id") and t52."is_primary" and (t52."starts_on" <= $23 and (t52."ends_on" is null or $23 < t52."ends_on")))))) and t48."district_id" = $1)
limit 1) t48 on true
left join "homeroom"."research_project" t49 on ((t23."kind" = 1 and t49."district_id" = t23."district" and t49."research_project_id" = t23."key") and (t49."district_id" = $1 and t49."state" <> $9))
left join "homeroom"."teacher" t50 on ((t50."district_id" = t49."district_id" and t50."teacher_id" = t49."leader_id") and t50."district_id" = $1)
left join "homeroom"."paper" t51 on ((t23."kind" = 2 and t51."district_id" = t23."district" and t51."paper_id" = t23."key") and t51."district_id" = $1)
order by t23."rank", t23."kind", t23."district", t23."key")
