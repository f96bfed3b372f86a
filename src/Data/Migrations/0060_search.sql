-- Search for teachers, research projects and papers by words: a row a character of each text, with what stands from there on as it is written, as
-- it is read and by initials. A word that is looked for is then the beginning of one of these, so it is found by comparing text, which keeps
-- its index under row-level security where LIKE, trigrams and arrays do not.
--
-- The tokens of a row are written in the transaction that writes the row. Nobody else writes them, and they are in no log: they say
-- nothing that the row does not.

-- What of a text counts in a search: letters and digits, whatever their width, case and accents. The same as SearchText.Plain of the program.
create function search.plain(entered text) returns text language sql immutable strict parallel safe
return regexp_replace(
    lower(normalize(regexp_replace(normalize(entered, nfkd), '[\u0300-\u036f]', '', 'g'), nfkc) collate pg_c_utf8), '[^[:alnum:]]+', '', 'g');

-- A text to be found by. part numbers the texts of a row (see search.keep); weight is 0 for names, titles and numbers, 1 for what stands beside
-- them. how: name (all readings of its characters, and surname with initials too) or text. reading: syllables that somebody has confirmed.
create type search.entered as (
    district_id integer, school_id bigint, owner_id bigint, part bigint, weight smallint, how text, entered text, reading text);

-- The tokens of texts. written has 6 characters (20 from a Latin one on), spoken 20 letters, initials 8; where one reaches the end of its text a
-- dot ends it, so the whole text is told from a longer one. place counts characters, 1024 to a part. Rows with a reading above 0 have one
-- character in another reading than its usual one, or (from 100 on) a name as 王晓明 is typed, wangxm.
create function search.tokens_of(entered search.entered[])
returns table (district_id integer, school_id bigint, owner_id bigint, place bigint, reading smallint, weight smallint,
               written text, spoken text, initials text)
language sql stable parallel safe as $$
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
        left join search.character c on c.character = u.character),
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
        where other.read <> v.read
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


-- school_id is that of the row, for wall two; a teacher's tokens are read by the schools that employ or employed the person.
create procedure search.create_tokens(tokens text, owner text, reads text, of_school boolean) language plpgsql as $$
begin
    execute format('
        create table search.%1$I (
            district_id integer not null,
            reading     smallint not null,
            weight      smallint not null,
            %2$I bigint not null,
            place       bigint not null,
            %3$s
            written     text collate "C",
            spoken      text collate "C",
            initials    text collate "C",
            primary key (district_id, %2$I, place, reading))', tokens, owner, case when of_school then 'school_id bigint,' else '' end);
    execute format('create index %1$I on search.%2$I (district_id, written)', tokens || '_by_written', tokens);
    execute format('create index %1$I on search.%2$I (district_id, spoken)', tokens || '_by_spoken', tokens);
    execute format('create index %1$I on search.%2$I (district_id, initials)', tokens || '_by_initials', tokens);
    execute format('alter table search.%I enable row level security', tokens);
    execute format('create policy reader_reach on search.%I for select to homeroom_reader using (%s)', tokens, reads);
    execute format('grant select on search.%I to homeroom_reader', tokens);
end
$$;
do $$
declare
    whole constant text := 'case when district_id = any ((select reach.districts())::integer[]) then true %s end';
begin
    call search.create_tokens('teacher_token', 'teacher_id', of_school => false, reads => format(whole,
        'else exists (select from homeroom.employment e
                      where e.district_id = teacher_token.district_id and e.teacher_id = teacher_token.teacher_id
                        and e.school_id = any ((select reach.schools())::bigint[]))'));
    call search.create_tokens('research_project_token', 'research_project_id', of_school => true, reads => format(whole,
        'else school_id = any ((select reach.schools())::bigint[])'));
    call search.create_tokens('paper_token', 'paper_id', of_school => true, reads => format(whole,
        'when school_id is null then district_id = any ((select reach.school_districts())::integer[])
         else school_id = any ((select reach.schools())::bigint[])'));
end
$$;
drop procedure search.create_tokens;
grant usage on schema search to homeroom_reader;

-- By what rows are found. The owner is the row that is found, the source the row that has the text.
create view search.teacher_text as
    select t.district_id, null::bigint as school_id, t.teacher_id as owner_id, t.teacher_id as source_id, x.*
    from homeroom.teacher t cross join lateral (values
        (0::bigint, 0::smallint, 'name', t.name, t.pinyin),
        (4, 0, 'text', t.staff_number, null)) x (part, weight, how, entered, reading);
create view search.research_project_text as
    select p.district_id, p.school_id, p.research_project_id as owner_id, p.research_project_id as source_id, x.*
    from homeroom.research_project p cross join lateral (values
        (0::bigint, 0::smallint, 'text', p.title, null::text),
        (4, 0, 'text', p.number, null),
        (8, 0, 'text', p.approval_number, null)) x (part, weight, how, entered, reading);
create view search.research_member_text as
    select m.district_id, m.school_id, m.research_project_id as owner_id, m.research_member_id as source_id,
           4 * m.research_member_id + 1 as part, 1::smallint as weight, 'name' as how, m.name as entered, null::text as reading
    from homeroom.research_member m;
create view search.paper_text as
    select p.district_id, p.school_id, p.paper_id as owner_id, p.paper_id as source_id, x.*
    from homeroom.paper p cross join lateral (values
        (0::bigint, 0::smallint, 'text', p.title, null::text),
        (4, 0, 'text', p.doi, null)) x (part, weight, how, entered, reading);
create view search.paper_keyword_text as
    select k.district_id, k.school_id, k.paper_id as owner_id, k.paper_keyword_id as source_id,
           4 * k.paper_keyword_id + 1 as part, 1::smallint as weight, 'text' as how, k.keyword as entered, null::text as reading
    from homeroom.paper_keyword k;
create view search.paper_author_text as
    select a.district_id, a.school_id, a.paper_id as owner_id, a.paper_author_id as source_id,
           4 * a.paper_author_id + 2 as part, 1::smallint as weight, 'name' as how, a.name as entered, null::text as reading
    from homeroom.paper_author a;

-- Keeps the tokens of what a statement changed. Arguments: the table of tokens and its owner column; the view of the texts; the table's own id; the
-- number of the table among those of the owner (its parts leave it as the remainder of 4: the owner itself is 0 and has several, another one a row);
-- and the columns that matter. Only tokens of changed rows are touched, so two writers of different rows never meet.
create function search.keep() returns trigger language plpgsql
    security definer set search_path = pg_catalog, pg_temp as $$
declare
    tokens  text := format('search.%I', tg_argv[0]);
    owner   text := format('%I', tg_argv[1]);
    texts   text := format('search.%I', tg_argv[2]);
    id      text := format('%I', tg_argv[3]);
    source  integer := tg_argv[4];
    school  text := case when tg_argv[0] = 'teacher_token' then '' else 'school_id, ' end;
    changed text := (select string_agg(format('o.%1$I is distinct from n.%1$I', c), ' or ') from unnest(tg_argv[5]::text[]) c);
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
    return null;
end
$$;

-- Puts a table under the search, and what stands in it already.
create procedure search.watch(watched regclass, tokens text, owner text, texts text, id text, source integer, columns text[]) language plpgsql as $$
declare
    arguments text := format('%L, %L, %L, %L, %L, %L', tokens, owner, texts, id, source, columns);
    school    text := case when tokens = 'teacher_token' then '' else 'school_id, ' end;
    district  integer;
begin
    execute format('create trigger keep_tokens_of_inserted after insert on %s referencing new table as new_rows
                    for each statement execute function search.keep(%s)', watched, arguments);
    execute format('create trigger keep_tokens_of_updated after update on %s referencing old table as old_rows new table as new_rows
                    for each statement execute function search.keep(%s)', watched, arguments);
    execute format('create trigger keep_tokens_of_deleted after delete on %s referencing old table as old_rows
                    for each statement execute function search.keep(%s)', watched, arguments);
    for district in select district_id from homeroom.district loop
        execute format('
            insert into search.%1$I (district_id, %2$s%3$I, place, reading, weight, written, spoken, initials)
            select district_id, %2$sowner_id, place, reading, weight, written, spoken, initials
            from search.tokens_of(array(
                select row(v.district_id, v.school_id, v.owner_id, v.part, v.weight, v.how, v.entered, v.reading)::search.entered
                from search.%4$I v where v.district_id = $1))', tokens, school, owner, texts) using district;
    end loop;
end
$$;
call search.watch('homeroom.teacher', 'teacher_token', 'teacher_id', 'teacher_text', 'teacher_id', 0, '{name,pinyin,staff_number}');
call search.watch('homeroom.research_project', 'research_project_token', 'research_project_id', 'research_project_text', 'research_project_id', 0,
                  '{school_id,title,number,approval_number}');
call search.watch('homeroom.research_member', 'research_project_token', 'research_project_id', 'research_member_text', 'research_member_id', 1,
                  '{school_id,research_project_id,name}');
call search.watch('homeroom.paper', 'paper_token', 'paper_id', 'paper_text', 'paper_id', 0, '{school_id,title,doi}');
call search.watch('homeroom.paper_keyword', 'paper_token', 'paper_id', 'paper_keyword_text', 'paper_keyword_id', 1, '{school_id,paper_id,keyword}');
call search.watch('homeroom.paper_author', 'paper_token', 'paper_id', 'paper_author_text', 'paper_author_id', 2, '{school_id,paper_id,name}');

revoke execute on all functions in schema search from public;
revoke execute on all procedures in schema search from public;

analyze search.teacher_token, search.research_project_token, search.paper_token;
