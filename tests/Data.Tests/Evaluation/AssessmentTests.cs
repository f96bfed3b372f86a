using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Evaluation;

public sealed class AssessmentTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private const string AssessSql = """
        insert into homeroom.semester_assessment (district_id, school_id, semester_id, teacher_id, teacher_name, evaluation_scheme_id)
        values ($1, $2, $3, $4, 'T', $5) returning semester_assessment_id
        """;

    private const string InputSql = """
        insert into homeroom.assessment_input (district_id, school_id, semester_assessment_id, part, source, label, value, points)
        values ($1, $2, $3, $4, 'other', 'L', 90, $5)
        """;

    private const string ProposeSql = """
        update homeroom.semester_assessment set state = 'proposed', process = $2, effect = $3, performance = $4, grade = 'excellent'
        where semester_assessment_id = $1
        """;

    private NpgsqlDataSource Writer => test.Database.Writer;

    [Fact]
    [Trait("Rule", "E4")]
    public async Task Parts_are_the_sums_of_their_inputs_and_the_total_of_the_parts()
    {
        var (d, assessment) = await DraftAsync();
        await Writer.RefusedByAsync("e4_parts_are_the_sums_of_their_inputs", ProposeSql, assessment, 41m, 30m, 0m);
        await Writer.RefusedByAsync("e4_a_decision_is_whole", "update homeroom.semester_assessment set state = 'proposed' where district_id = $1", d.Id);
        await Writer.ExecuteAsync(ProposeSql, assessment, 40m, 30m, 0m);
        Assert.Equal(70, await Writer.ScalarAsync<decimal>("select total from homeroom.semester_assessment where semester_assessment_id = $1", assessment));
    }

    [Theory]
    [Trait("Rule", "E4")]
    [InlineData("update homeroom.semester_assessment set process = 50 where semester_assessment_id = $1")]
    [InlineData("update homeroom.semester_assessment set grade = 'qualified' where semester_assessment_id = $1")]
    [InlineData("delete from homeroom.semester_assessment where semester_assessment_id = $1")]
    [InlineData("update homeroom.assessment_input set points = 50 where semester_assessment_id = $1")]
    [InlineData("delete from homeroom.assessment_input where semester_assessment_id = $1")]
    public async Task A_decision_keeps_its_figures_until_it_is_a_draft_again(string change)
    {
        var (_, assessment) = await DraftAsync();
        await Writer.ExecuteAsync(ProposeSql, assessment, 40m, 30m, 0m);
        await Writer.RefusedByAsync("e4_a_decision_keeps_its_figures", change, assessment);
        await Writer.RefusedByAsync(
            "e4_a_final_assessment_was_decided", "update homeroom.semester_assessment set state = 'final' where semester_assessment_id = $1", assessment);
        await Writer.ExecuteAsync(
            """
            update homeroom.semester_assessment set state = 'final', decided_by = 'office', decided_at = '2027-01-20 08:00+08'
            where semester_assessment_id = $1
            """, assessment);
        await Writer.RefusedByAsync("e4_a_decision_keeps_its_figures", change, assessment);
        await Writer.ExecuteAsync(
            "update homeroom.semester_assessment set state = 'draft', decided_by = null, decided_at = null where semester_assessment_id = $1", assessment);
        await Writer.ExecuteAsync(change, assessment);
    }

    [Fact]
    [Trait("Rule", "E4")]
    public async Task One_a_teacher_and_semester_under_a_scheme_in_use()
    {
        var (d, _) = await DraftAsync();
        await Writer.RefusedByAsync("e4_one_assessment_a_teacher_and_semester", AssessSql, d.Id, d.School, d.Semester, d.Small.Teachers[0], d.Scheme);
        await Writer.ExecuteAsync("update homeroom.evaluation_scheme set state = 'retired' where evaluation_scheme_id = $1", d.Scheme);
        await Writer.RefusedByAsync("e4_an_assessment_has_a_scheme_in_use", AssessSql, d.Id, d.School, d.Semester, d.Small.Teachers[1], d.Scheme);
    }

    [Fact]
    [Trait("Rule", "E1")]
    public async Task An_assessment_uses_its_scheme()
    {
        var (d, _) = await DraftAsync();
        await Writer.RefusedByAsync(
            "e1_scheme_is_frozen", "update homeroom.evaluation_scheme set state = 'draft' where evaluation_scheme_id = $1", d.Scheme);
    }

    private async Task<(CheckDistrict District, long Assessment)> DraftAsync()
    {
        var d = await CheckDistrict.CreateAsync(Writer);
        var assessment = await Writer.ScalarAsync<long>(AssessSql, d.Id, d.School, d.Semester, d.Small.Teachers[0], d.Scheme);
        await Writer.ExecuteAsync(InputSql, d.Id, d.School, assessment, "process", 25m);
        await Writer.ExecuteAsync(InputSql, d.Id, d.School, assessment, "process", 15m);
        await Writer.ExecuteAsync(InputSql, d.Id, d.School, assessment, "effect", 30m);
        return (d, assessment);
    }
}
