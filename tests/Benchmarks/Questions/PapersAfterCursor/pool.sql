-- How many papers the first page has; the pages of 500 after it are what is asked.
select jsonb_build_object('first', n), jsonb_build_object('district', $1, 'first', n), jsonb_build_object('district', $1, 'first', n)
from generate_series(20, 480, 46) n
