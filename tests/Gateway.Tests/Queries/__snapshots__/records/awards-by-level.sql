with t0 as (select t1."v0" as "k0", t1."v1" as "k1", count(*) as "a0", min(t1."v2") as "a1", max(t1."v2") as "a2"
from (select t2."level" as "v0", t3."gender" as "v1", t2."granted_on" as "v2"
from "homeroom"."award" t2
left join "homeroom"."teacher" t3 on ((t3."district_id" = t2."district_id" and t3."teacher_id" = t2."teacher_id") and t3."district_id" = $1)
where (t2."district_id" = $1 and t2."revoked_on" is null)) t1 group by t1."v0", t1."v1") select 0, t4."k0", t4."k1", t4."a0", t4."a1", t4."a2"
from (select t4."k0", t4."k1", t4."a0", t4."a1", t4."a2"
from t0 t4
where true
order by t4."k0", t4."k1"
limit $2) t4
order by t4."k0", t4."k1"
