-- What the search costs those who write: nothing where no text that is searched changed, and a fraction of a millisecond for a title.

-- Characters are looked up one by one, by their index. Joined, the table of 21,000 was read whole for each statement, and for each name.
create or replace function search.stroke_order(name text) returns text language sql stable strict
    security definer set search_path = pg_catalog, pg_temp as $$
    select coalesce(string_agg(lpad(char_length(coalesce(c.strokes, ''))::text, 2, '0') || coalesce(c.strokes, '') || u.character, '' order by u.at), '')
    from string_to_table(left(search.plain(name), 40), null) with ordinality u (character, at)
    left join lateral (select x.strokes from search.character x where x.character = u.character offset 0) c on true
$$;

-- As before. (The planner's ways to join are its own again in here: search.follow takes them from the triggers.)
create or replace function search.tokens_of(entered search.entered[])
returns table (district_id integer, school_id bigint, owner_id bigint, place bigint, reading smallint, weight smallint,
               written text, spoken text, initials text)
language sql stable parallel safe set enable_hashjoin = on set enable_mergejoin = on set enable_seqscan = on as $$
    with texts as materialized (
        select t.*, search.plain(t.entered) as plain
        from unnest(entered) with ordinality t (district_id, school_id, owner_id, part, weight, how, entered, reading, number)),
    units as (
        select t.number, t.how, u.at::integer as at,
               coalesce(c.simplified, u.character) as written,
               -- A reading that was confirmed counts where it has a syllable for each character.
               coalesce(case when cardinality(t.syllables) = char_length(t.plain) then t.syllables[u.at] end, c.reading, u.character) as read,
               case when cardinality(t.syllables) = char_length(t.plain) then c.reading || c.others when t.how = 'name' then c.others else c.in_words end as others,
               ascii(u.character) < 128 as latin
        from (select t.*, string_to_array(nullif(t.reading, ''), ' ') as syllables from texts t) t
        cross join lateral string_to_table(t.plain, null) with ordinality u (character, at)
        left join lateral (
            select x.simplified, x.reading, x.others, x.in_words from search.character x where x.character = u.character offset 0) c on true),
    placed as (
        select u.*,
               string_agg(u.written, '') over whole as all_written,
               string_agg(u.read, '') over whole as all_read,
               string_agg(left(u.read, 1), '') over whole as all_initials,
               bool_and(u.latin) over whole as all_latin,
               count(*) over whole as length,
               (coalesce(sum(char_length(u.read)) over (partition by u.number order by u.at rows between unbounded preceding and 1 preceding), 0))::integer as heard
        from units u
        window whole as (partition by u.number order by u.at rows between unbounded preceding and unbounded following)),
    found as (
        select p.number, p.at, 0 as reading,
               substr(p.all_written, p.at, case when p.latin then 20 else 6 end)
                   || case when p.at + case when p.latin then 20 else 6 end > p.length then '.' else '' end as written,
               case when p.all_latin then null else substr(p.all_read || '.', p.heard + 1, 20) end as spoken,
               case when p.all_latin then null else substr(p.all_initials || '.', p.at, 8) end as initials
        from placed p
        union all
        -- One character in another reading: it is heard from the places before it too.
        select p.number, p.at, least(99, row_number() over (partition by p.number, p.at order by v.at, other.number))::integer, null,
               substr(substr(p.all_read, p.heard + 1, v.heard - p.heard) || other.read || substr(p.all_read, v.heard + 1 + char_length(v.read)) || '.', 1, 20),
               case when left(other.read, 1) <> left(v.read, 1) and v.at < p.at + 8
                    then substr(overlay(p.all_initials placing left(other.read, 1) from v.at for 1) || '.', p.at, 8) end
        from placed v
        cross join lateral unnest(v.others) with ordinality other (read, number)
        join placed p on p.number = v.number and p.at <= v.at and v.heard - p.heard < 20
        where v.others <> '{}' and other.read <> v.read
        union all
        -- 王晓明 as wangxm, 欧阳修远 as ouyangxy: some syllables, and the others by their initials.
        select p.number, 1, 100 + k, null,
               substr(substr(p.all_read, 1, next.heard) || substr(p.all_initials, k + 1) || '.', 1, 20), null
        from placed p
        cross join lateral generate_series(1, least(p.length - 2, 3)::integer) k
        join placed next on next.number = p.number and next.at = k + 1
        where p.how = 'name' and p.at = 1 and not p.all_latin)
    select t.district_id, t.school_id, t.owner_id, (t.part << 10) + f.at - 1, f.reading::smallint, t.weight, f.written, f.spoken, f.initials
    from found f join texts t on t.number = f.number
    where f.at <= 1024
$$;

-- Makes the triggers that keep the tokens of a table's texts: a function for each table, whose statements are planned once in a session. Arguments: the
-- table; the table of tokens and its owner column; the view of the texts; the table's own id; the number of the table among those of the owner
-- (its parts leave it as the remainder of 4: the owner itself is 0 and has several, another one a row); the columns that matter; and, of the owner,
-- the part that each is of (null: all). Only tokens of texts that changed are touched, and nothing at all is done where none did.
create procedure search.follow(followed regclass, tokens text, owner text, texts text, id text, source integer, columns text[], parts integer[] default '{}') language plpgsql as $$
declare
    name    text := format('search.%I', 'keep_tokens_of_' || (select relname from pg_class where oid = followed));
    school  text := case when tokens = 'teacher_token' then '' else 'school_id, ' end;
    changed text := format('(%s) is distinct from (%s)',
        (select string_agg(format('o.%I', c), ', ') from unnest(columns) c), (select string_agg(format('n.%I', c), ', ') from unnest(columns) c));
    place   text := case when source = 0 then '(k.place >> 10) & 3 = 0'
                         else format('k.place >= (4 * o.%1$I + %2$s) << 10 and k.place < (4 * o.%1$I + %2$s + 1) << 10', id, source) end;
    -- Whether a part changed, of which the number stands in an expression.
    part_changed text := coalesce((
        select 'case %s ' || string_agg(format('when %s then (%s) is distinct from (%s)', p,
                   (select string_agg(format('o.%I', c), ', ') from unnest(columns, parts) x (c, of_part) where coalesce(of_part, p) = p),
                   (select string_agg(format('n.%I', c), ', ') from unnest(columns, parts) x (c, of_part) where coalesce(of_part, p) = p)), ' ') || ' end'
        from (select distinct p from unnest(parts) p where p is not null) known), changed);
    taken   text := format('delete from search.%I k using old_rows o %%s where k.district_id = o.district_id and k.%2$I = o.%2$I and %3$s %%s', tokens, owner, place);
    given   text := format('
                insert into search.%1$I (district_id, %2$s%3$I, place, reading, weight, written, spoken, initials)
                select district_id, %2$sowner_id, place, reading, weight, written, spoken, initials
                from search.tokens_of(array(
                    select row(v.district_id, v.school_id, v.owner_id, v.part, v.weight, v.how, v.entered, v.reading)::search.entered
                    from new_rows n join search.%4$I v on v.district_id = n.district_id and v.source_id = n.%5$I %%s))', tokens, school, owner, texts, id);
begin
    execute format($sql$
        create function %1$s() returns trigger language plpgsql security definer
            set search_path = pg_catalog, pg_temp set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $body$
        declare
            districts integer[];
        begin
            case tg_op
                when 'INSERT' then
                    districts := array(select distinct district_id from new_rows);
                    %2$s;
                when 'DELETE' then
                    districts := array(select distinct district_id from old_rows);
                    %3$s;
                when 'UPDATE' then
                    districts := array(select distinct coalesce(n.district_id, o.district_id)
                                       from old_rows o full join new_rows n on n.district_id = o.district_id and n.%4$I = o.%4$I where %5$s);
                    if districts = '{}' then return null; end if;
                    %6$s;
                    %7$s;
            end case;
            perform version.add(%8$s::smallint, districts);
            return null;
        end
        $body$ $sql$, name, format(given, ''), format(taken, '', ''), id, changed,
        format(taken, format('left join new_rows n on n.district_id = o.district_id and n.%1$I = o.%1$I', id), 'and ' || format(part_changed, '(k.place >> 10)')),
        format(given, format('left join old_rows o on o.district_id = n.district_id and o.%1$I = n.%1$I where %2$s', id, format(part_changed, 'v.part'))),
        (select t.table_number from version.counted_table t where t.table_name = 'search.' || tokens));
    execute format('revoke execute on function %s from public', name);
    execute format('create or replace trigger keep_tokens_of_inserted after insert on %s referencing new table as new_rows
                    for each statement execute function %s()', followed, name);
    execute format('create or replace trigger keep_tokens_of_updated after update on %s referencing old table as old_rows new table as new_rows
                    for each statement execute function %s()', followed, name);
    execute format('create or replace trigger keep_tokens_of_deleted after delete on %s referencing old table as old_rows
                    for each statement execute function %s()', followed, name);
end
$$;
revoke execute on procedure search.follow from public;

call search.follow('homeroom.teacher', 'teacher_token', 'teacher_id', 'teacher_text', 'teacher_id', 0, '{name,pinyin,staff_number}', '{0,0,4}');
call search.follow('homeroom.research_project', 'research_project_token', 'research_project_id', 'research_project_text', 'research_project_id', 0,
                   '{school_id,title,number,approval_number}', '{null,0,4,8}');
call search.follow('homeroom.research_member', 'research_project_token', 'research_project_id', 'research_member_text', 'research_member_id', 1,
                   '{school_id,research_project_id,name}');
call search.follow('homeroom.paper', 'paper_token', 'paper_id', 'paper_text', 'paper_id', 0, '{school_id,title,doi}', '{null,0,4}');
call search.follow('homeroom.paper_keyword', 'paper_token', 'paper_id', 'paper_keyword_text', 'paper_keyword_id', 1, '{school_id,paper_id,keyword}');
call search.follow('homeroom.paper_author', 'paper_token', 'paper_id', 'paper_author_text', 'paper_author_id', 2, '{school_id,paper_id,name}');
drop function search.keep;
drop procedure search.watch;
