-- O5. Names by strokes (按笔画), as Chinese lists of names stand: by the number of the surname's strokes, then by their order (横竖撇点折), then so
-- for each character after it. The key is kept beside the name, made by data of ours: the collations of ICU would do it too, but
-- their order changes with the version of a library, and with it every index and cursor.

create function search.stroke_order(name text) returns text language sql stable strict
    security definer set search_path = pg_catalog, pg_temp as $$
    select coalesce(string_agg(lpad(char_length(coalesce(c.strokes, ''))::text, 2, '0') || coalesce(c.strokes, '') || u.character, '' order by u.at), '')
    from string_to_table(left(search.plain(name), 40), null) with ordinality u (character, at)
    left join search.character c on c.character = u.character
$$;
revoke execute on function search.stroke_order from public;

create function homeroom.keep_stroke_order() returns trigger language plpgsql
    security definer set search_path = pg_catalog, pg_temp as $$
begin
    new.stroke_order := search.stroke_order(new.name);
    return new;
end
$$;
revoke execute on function homeroom.keep_stroke_order from public;

-- What is filled in here has changed nothing that anybody wrote: it is in no log, and the tokens of names stay.
alter table homeroom.teacher add column stroke_order text collate "C" not null default '';
alter table homeroom.teacher disable trigger record_update, disable trigger keep_tokens_of_updated;
update homeroom.teacher set stroke_order = search.stroke_order(name);
alter table homeroom.teacher enable trigger record_update, enable trigger keep_tokens_of_updated;
create trigger keep_stroke_order before insert or update of name, stroke_order on homeroom.teacher
    for each row execute function homeroom.keep_stroke_order();
create index teacher_by_strokes on homeroom.teacher (district_id, stroke_order, teacher_id);

alter table homeroom.school add column stroke_order text collate "C" not null default '';
alter table homeroom.school disable trigger record_update;
update homeroom.school set stroke_order = search.stroke_order(name);
alter table homeroom.school enable trigger record_update;
create trigger keep_stroke_order before insert or update of name, stroke_order on homeroom.school
    for each row execute function homeroom.keep_stroke_order();
create index school_by_strokes on homeroom.school (district_id, stroke_order, school_id);

-- Answers to searches hold until something of the tokens changes: their changes are counted where they are made, for a trigger of their own would
-- get to see each of them.
insert into version.counted_table (table_name) values ('search.teacher_token'), ('search.research_project_token'), ('search.paper_token');
create or replace function search.keep() returns trigger language plpgsql
    security definer set search_path = pg_catalog, pg_temp as $$
declare
    tokens  text := format('search.%I', tg_argv[0]);
    owner   text := format('%I', tg_argv[1]);
    texts   text := format('search.%I', tg_argv[2]);
    id      text := format('%I', tg_argv[3]);
    source  integer := tg_argv[4];
    school  text := case when tg_argv[0] = 'teacher_token' then '' else 'school_id, ' end;
    changed text := (select string_agg(format('o.%1$I is distinct from n.%1$I', c), ' or ') from unnest(tg_argv[5]::text[]) c);
    districts integer[];
begin
    if tg_op <> 'INSERT' then
        execute format('
            delete from %1$s k using old_rows o %2$s
            where k.district_id = o.district_id and k.%3$s = o.%3$s and %4$s %5$s',
            tokens,
            case when tg_op = 'UPDATE' then format('left join new_rows n on n.district_id = o.district_id and n.%1$s = o.%1$s', id) else '' end,
            owner,
            case when source = 0 then '(k.place >> 10) & 3 = 0'
                 else format('k.place >= (4 * o.%1$s + %2$s) << 10 and k.place < (4 * o.%1$s + %2$s + 1) << 10', id, source) end,
            case when tg_op = 'UPDATE' then format('and (%s)', changed) else '' end);
    end if;
    if tg_op <> 'DELETE' then
        execute format('
            insert into %1$s (district_id, %2$s%3$s, place, reading, weight, written, spoken, initials)
            select district_id, %2$sowner_id, place, reading, weight, written, spoken, initials
            from search.tokens_of(array(
                select row(v.district_id, v.school_id, v.owner_id, v.part, v.weight, v.how, v.entered, v.reading)::search.entered
                from new_rows n join %4$s v on v.district_id = n.district_id and v.source_id = n.%5$s %6$s))',
            tokens, school, owner, texts, id,
            case when tg_op = 'UPDATE'
                 then format('left join old_rows o on o.district_id = n.district_id and o.%1$s = n.%1$s where %2$s', id, changed) else '' end);
    end if;
    case tg_op
        when 'INSERT' then districts := array(select distinct district_id from new_rows);
        when 'DELETE' then districts := array(select distinct district_id from old_rows);
        when 'UPDATE' then districts := array(select district_id from old_rows union select district_id from new_rows);
    end case;
    perform version.add((select t.table_number from version.counted_table t where t.table_name = 'search.' || tg_argv[0]), districts);
    return null;
end
$$;

analyze homeroom.teacher, homeroom.school;
