-- Since the first days of the months of the last two and a half years.
select jsonb_build_object('since', since), jsonb_build_object('district', $1, 'since', since), jsonb_build_object('district', $1, 'since', since)
from (select ($2::date - make_interval(months => n))::date as since from generate_series(3, 30) n) days
