with t0 as (select t1."v0" as "k0", t1."v1" as "k1", t1."v2" as "k2", t1."v3" as "k3", count(*) as "a0"
from (select t2."district_id" as "v0", t2."school_id" as "v1", t3."district_id" as "v2", t3."semester_id" as "v3"
from "homeroom"."paper" t4
left join "homeroom"."school" t2 on ((t2."district_id" = t4."district_id" and t2."school_id" = t4."school_id") and t2."district_id" = $1)
left join lateral (select t3."district_id", t3."semester_id", t3."starts_on", t3."ends_on"
from "homeroom"."semester" t3
where ((t3."district_id" = t4."district_id" and homeroom.paper_is_dated_in(t4."published_on", t4."published_precision", t3."starts_on", t3."ends_on")) and t3."district_id" = $1)
limit 1) t3 on true
where (t4."district_id" = $1 and t4."published_on" >= $2)) t1 group by t1."v0", t1."v1", t1."v2", t1."v3") select 0, t5."name", t6."name", t7."a0"
from (select t7."a0", t7."k0", t7."k1", t7."k2", t7."k3", (select t8."name"
from "homeroom"."school" t8
where (t8."district_id" = $1 and (t8."district_id" = t7."k0" and t8."school_id" = t7."k1"))
limit 1) as "order_0"
from t0 t7
where t7."a0" >= $3
order by t7."a0" desc, (select t8."name"
from "homeroom"."school" t8
where (t8."district_id" = $1 and (t8."district_id" = t7."k0" and t8."school_id" = t7."k1"))
limit 1), t7."k0", t7."k1", t7."k2", t7."k3"
limit $4) t7
left join "homeroom"."school" t5 on ((t5."district_id" = t7."k0" and t5."school_id" = t7."k1") and t5."district_id" = $1)
left join "homeroom"."semester" t6 on ((t6."district_id" = t7."k2" and t6."semester_id" = t7."k3") and t6."district_id" = $1)
order by t7."a0" desc, t7."order_0", t7."k0", t7."k1", t7."k2", t7."k3"
