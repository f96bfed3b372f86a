using HomeroomGraph.Data;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Evaluation;

/// <summary>Checks and results at the school of the demo's accounts, put beside the demo: a scheme in use and a draft, ten weeks of sheets
/// of all classes, a correction, a published and a drafted ranking of grades 3 and 4, a title, a final and a drafted assessment, and the accounts
/// of an inspector's post and of two machine clients.</summary>
internal static class CheckRecords
{
    /// <summary>Puts them in, once a database, in the place of what the demo tells of checks.</summary>
    public static async Task AddAsync(HomeroomDatabase database)
    {
        if (await database.Owner.ScalarAsync<bool>("select exists (select from access.account where user_name = 'post')"))
            return;
        await database.Owner.ExecuteAsync(WithoutDemo);
        await database.Owner.ExecuteAsync(Records);
        await database.Owner.ExecuteAsync(Accounts);
        await database.Owner.ExecuteAsync("analyze homeroom.check_sheet, homeroom.check_line, homeroom.class, homeroom.check_item");
    }

    // What is published or entered can't be deleted; without triggers it can.
    private const string WithoutDemo = """
        delete from access."grant" where inspector_post_id is not null;
        set session_replication_role = replica;
        delete from homeroom.assessment_input; delete from homeroom.semester_assessment; delete from homeroom.class_title;
        delete from homeroom.check_result; delete from homeroom.check_publication; delete from homeroom.check_correction;
        delete from homeroom.check_line; delete from homeroom.check_sheet; delete from homeroom.check_item; delete from homeroom.check_round;
        delete from homeroom.evaluation_indicator; delete from homeroom.evaluation_scheme;
        delete from homeroom.inspector_post_class; delete from homeroom.inspector_post;
        reset session_replication_role;
        """;

    private const string Records = """
        do $$
        declare
            d integer; s bigint; y bigint; m bigint; scheme bigint; round bigint; post bigint; ranking bigint; assessment bigint; teacher bigint; g smallint;
        begin
            select district_id, school_id into d, s from homeroom.school where code = '2137040301';
            select school_year_id into y from homeroom.school_year where district_id = d and starts_on = '2026-09-01';
            select semester_id into m from homeroom.semester where school_year_id = y and number = 1;
            insert into homeroom.evaluation_scheme (district_id, school_id, school_year_id, name) values (d, s, y, 'scheme')
                returning evaluation_scheme_id into scheme;
            insert into homeroom.check_round (district_id, evaluation_scheme_id, name, position) values (d, scheme, 'R', 1) returning check_round_id into round;
            insert into homeroom.check_item (district_id, evaluation_scheme_id, kind, code, name, position, full_marks)
                select d, scheme, 'hygiene', 'H' || n, 'H' || n, n, 10 from generate_series(1, 10) n;
            update homeroom.evaluation_scheme set state = 'in_use' where evaluation_scheme_id = scheme;
            insert into homeroom.evaluation_scheme (district_id, school_id, school_year_id, name, version, replaces_id) values (d, s, y, 'next', 2, scheme);

            insert into homeroom.check_sheet (district_id, school_id, semester_id, class_id, evaluation_scheme_id, check_round_id, day, entered_by, entered_at)
                select d, s, m, c.class_id, scheme, round, '2026-09-01'::date + n, 'office', '2026-09-01 08:00+08'
                from homeroom.class c, generate_series(0, 69) n where c.school_id = s and c.school_year_id = y;
            insert into homeroom.check_line (district_id, school_id, starting_year, check_sheet_id, check_item_id, points)
                select d, s, t.starting_year, t.check_sheet_id, i.check_item_id, (t.check_sheet_id + i.position) % 10
                from homeroom.check_sheet t join homeroom.check_item i on i.evaluation_scheme_id = scheme
                where t.school_id = s and (t.check_sheet_id + i.position) % 4 = 0;
            insert into homeroom.check_correction (district_id, school_id, check_sheet_id, reason, corrected_by, corrected_at)
                select d, s, min(t.check_sheet_id), 'R', 'O', '2026-09-02 08:00+08'
                from homeroom.check_sheet t join homeroom.class c using (district_id, class_id) where c.school_id = s and c.grade = 3;

            insert into homeroom.inspector_post (district_id, school_id, semester_id, name) values (d, s, m, 'post') returning inspector_post_id into post;
            insert into homeroom.inspector_post_class (district_id, school_id, inspector_post_id, class_id)
                select d, s, post, min(class_id) from homeroom.class where school_id = s and school_year_id = y and grade = 3;

            foreach g in array array[3, 4] loop
                insert into homeroom.check_publication (district_id, school_id, semester_id, grade, period, week_number, starts_on, ends_on, due_on)
                    values (d, s, m, g, 'week', 1, '2026-09-01', '2026-09-07', '2026-09-04') returning check_publication_id into ranking;
                insert into homeroom.check_result (district_id, school_id, check_publication_id, class_id, sheet_count, total, full_marks, average, rank)
                    select d, s, ranking, f.* from homeroom.week_ranking(d, s, g, m, 1::smallint) f;
                update homeroom.check_publication set state = 'published', published_at = '2026-09-05 08:00+08', published_by = 'office'
                    where check_publication_id = ranking;
                insert into homeroom.class_title (district_id, school_id, class_id, semester_id, kind, check_publication_id, awarded_on)
                    select d, s, class_id, m, 'weekly_winner', ranking, '2026-09-07' from homeroom.check_result
                    where check_publication_id = ranking and rank = 1 order by class_id limit 1;
                insert into homeroom.check_publication (district_id, school_id, semester_id, grade, period, week_number, starts_on, ends_on, due_on)
                    values (d, s, m, g, 'week', 2, '2026-09-07', '2026-09-14', '2026-09-11') returning check_publication_id into ranking;
                insert into homeroom.check_result (district_id, school_id, check_publication_id, class_id, sheet_count, total, full_marks, average, rank)
                    select d, s, ranking, f.* from homeroom.week_ranking(d, s, g, m, 2::smallint) f;
            end loop;

            select g.teacher_id into teacher from access."grant" g join access.account a using (account_id) where a.user_name = 'teacher' and g.teacher_id is not null;
            insert into homeroom.semester_assessment (district_id, school_id, semester_id, teacher_id, teacher_name, evaluation_scheme_id)
                values (d, s, m, teacher, 'T', scheme) returning semester_assessment_id into assessment;
            insert into homeroom.assessment_input (district_id, school_id, semester_assessment_id, part, source, label, value, points)
                values (d, s, assessment, 'process', 'monthly_summary', '9', 95, 38);
            update homeroom.semester_assessment set state = 'proposed', process = 38, effect = 0, performance = 0, grade = 'excellent'
                where semester_assessment_id = assessment;
            insert into homeroom.semester_assessment (district_id, school_id, semester_id, teacher_id, teacher_name, evaluation_scheme_id)
                select d, s, m, e.teacher_id, 'U', scheme from homeroom.employment e where e.school_id = s and e.teacher_id <> teacher order by 4 limit 1;
        end
        $$
        """;

    private const string Accounts = """
        with made as (
            insert into access.account (user_name, normalized_user_name, display_name, kind)
            select n, upper(n), n, case n when 'post' then 'person' else 'client' end from unnest(array['post', 'client-homeroom', 'client-papers']) n returning account_id, user_name)
        insert into access."grant" (account_id, role, district_id, school_id, inspector_post_id, scope)
        select account_id, case user_name when 'post' then 'inspector' else 'integrator' end, s.district_id, s.school_id,
               case user_name when 'post' then p.inspector_post_id end,
               case user_name when 'client-homeroom' then 'homeroom:read' when 'client-papers' then 'papers:read' end
        from made, homeroom.school s join homeroom.inspector_post p using (district_id, school_id) where s.code = '2137040301' and p.name = 'post'
        """;
}
