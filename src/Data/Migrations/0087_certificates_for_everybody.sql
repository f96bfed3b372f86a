-- W1. Awards of other bodies are recorded by an office from their certificates. T5, W3: anybody can check a certificate's number.

-- W1. Who recorded an award of another body, and when. What was recorded before is of nobody known.
alter table homeroom.award
    add column recorded_by text check (recorded_by ~ '\S'),
    add column recorded_at timestamptz,
    add constraint w1_who_records_an_award_says_when check ((recorded_by is null) = (recorded_at is null)),
    add constraint w1_a_recorded_award_is_of_another_body check (recorded_by is null or source = 'outside'),
    add constraint w1_a_recorded_award_has_its_number check (recorded_by is null or number is not null),
    add constraint w1_awards_of_other_bodies_are_above_schools check (recorded_by is null or level <> 'school'),
    add constraint w1_an_award_is_recorded_after_its_grant check (granted_on <= (recorded_at at time zone 'Asia/Shanghai')::date);

-- W1. Of somebody of the school, of an own paper, and not of a body that grants here: what the school or the district grants comes after a
-- selection, with votes and public notice (W3).
create function homeroom.check_recorded_award() returns trigger language plpgsql as $$
begin
    if exists (select from homeroom.school s where s.district_id = new.district_id and s.school_id = new.school_id and s.name = new.issuer)
       or exists (select from homeroom.district d where d.district_id = new.district_id and d.name = new.issuer) then
        call homeroom.refuse('w1_a_recorded_award_is_of_another_body', tg_table_name, 'the issuer grants after selections of its own');
    end if;
    if new.teacher_id is not null and not exists (
        select from homeroom.employment e
        where e.district_id = new.district_id and e.teacher_id = new.teacher_id and e.school_id = new.school_id) then
        call homeroom.refuse('w1_an_award_is_recorded_at_the_recipients_school', tg_table_name, 'the teacher is not of the school');
    end if;
    if new.paper_id is not null and (new.kind not in ('excellent_paper', 'excellent_case') or not exists (
        select from homeroom.paper_author a
        where a.district_id = new.district_id and a.paper_id = new.paper_id and a.teacher_id = new.teacher_id)) then
        call homeroom.refuse('w1_a_paper_awarded_is_the_recipients', tg_table_name, 'the paper is of others, or the award is of no paper');
    end if;
    return null;
end
$$;
create trigger w1_recorded_award after insert on homeroom.award
    for each row when (new.recorded_by is not null) execute function homeroom.check_recorded_award();

-- Found by its number alone, whatever the district.
create index award_by_number on homeroom.award (number) where source = 'granted';

-- A name for those who need only recognise it (张*英): first and last character, and no second of two.
create function homeroom.masked_name(name text) returns text language sql immutable parallel safe
return case when length(name) = 1 then '*'
            when length(name) = 2 then left(name, 1) || '*'
            else left(name, 1) || repeat('*', length(name) - 2) || right(name, 1) end;

-- T5, W3. What anybody may know of a certificate by its whole number: no list, no part of a number, no name in full, no reason. It is the one
-- read that asks for no account, so it reads here and nowhere else, past row-level security and with no more than these columns.
create function homeroom.certificate_of(certificate_number text, on_day date)
returns table (subject text, title text, level text, grade text, holder text, school text, issuer text, issued_on date, expires_on date, revoked_on date, state text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select 'award', a.title, a.level, a.grade,
           case when a.class_id is null then homeroom.masked_name(a.name) else a.name end,
           s.name, a.issuer, a.granted_on, null::date, a.revoked_on,
           case when a.revoked_on <= on_day then 'revoked' else 'valid' end
    from homeroom.award a join homeroom.school s using (district_id, school_id)
    where a.number = certificate_number and a.source = 'granted'
    union all
    select 'training', null, null, null, homeroom.masked_name(c.holder), s.name, c.issuer, c.issued_on, c.expires_on, c.revoked_on,
           case when c.revoked_on <= on_day then 'revoked' when c.expires_on <= on_day then 'expired' else 'valid' end
    from homeroom.certificate c
    left join homeroom.school s on s.district_id = c.district_id and s.school_id = c.issuer_school_id
    where c.number = certificate_number
    limit 10
$$;
revoke execute on function homeroom.certificate_of, homeroom.check_recorded_award, homeroom.masked_name from public;
grant execute on function homeroom.certificate_of to homeroom_reader;
