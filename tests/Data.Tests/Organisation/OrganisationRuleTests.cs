using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Organisation;

public sealed class OrganisationRuleTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private NpgsqlDataSource Writer => test.Database.Writer;

    [Fact]
    [Trait("Rule", "O1")]
    public async Task A_district_that_is_renamed_keeps_its_former_designation()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await Writer.ExecuteAsync("update homeroom.district set name = 'corrected' where district_id = $1", d.Id);
        await Writer.ExecuteAsync(
            "update homeroom.district set name = 'new', code = '999999', since = '2020-01-01' where district_id = $1", d.Id);
        Assert.Equal(["corrected 2000-01-01 2020-01-01"], await Writer.ColumnAsync<string>(
            "select name || ' ' || since || ' ' || until from homeroom.district_former_designation where district_id = $1", d.Id));
        await Writer.RefusedByAsync(
            "o1_designation_goes_forward", "update homeroom.district set since = '2010-01-01' where district_id = $1", d.Id);
    }

    [Theory]
    [Trait("Rule", "O1")]
    [InlineData("213704030")]
    [InlineData("21370403011")]
    [InlineData("213704030X")]
    [InlineData("２１３７０４０３０１")]
    public async Task A_school_code_has_ten_digits(string code)
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await Writer.RefusedByAsync("o1_school_code_has_ten_digits", "update homeroom.school set code = $2 where district_id = $1", d.Id, code);
    }

    [Fact]
    [Trait("Rule", "O4")]
    public async Task School_years_and_semesters_do_not_overlap()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await Writer.RefusedByAsync(
            "o4_one_school_year_at_a_time",
            "insert into homeroom.school_year (district_id, name, starts_on, ends_on) values ($1, 'Z', '2027-08-31', '2028-09-01')", d.Id);
        await AddSemesterAsync(d, 1, "2026-09-01", "2027-01-23", "2026-08-31");
        await Writer.RefusedByAsync(
            "o4_one_semester_at_a_time", SemesterSql, d.Id, d.SchoolYear, (short)2, "2027-01-22", "2027-07-10", "2027-01-18");
    }

    [Fact]
    [Trait("Rule", "O4")]
    public async Task A_semester_lies_inside_its_year_from_both_sides()
    {
        const string Rule = "o4_semester_inside_year";
        var d = await SmallDistrict.CreateAsync(Writer);
        await Writer.RefusedByAsync(Rule, SemesterSql, d.Id, d.SchoolYear, (short)1, "2026-08-31", "2027-01-23", "2026-08-31");
        await AddSemesterAsync(d, 1, "2026-09-01", "2027-01-23", "2026-08-31");
        await Writer.RefusedByAsync(Rule, "update homeroom.semester set ends_on = '2027-09-02' where district_id = $1", d.Id);
        await Writer.RefusedByAsync(Rule, "update homeroom.school_year set ends_on = '2027-01-22' where district_id = $1", d.Id);
    }

    [Fact]
    [Trait("Rule", "O4")]
    public async Task Week_one_is_the_week_the_semester_starts_in()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await Writer.RefusedByAsync(
            "o4_first_week_is_the_week_of_the_start",
            SemesterSql, d.Id, d.SchoolYear, (short)1, "2026-09-01", "2027-01-23", "2026-08-24");
    }

    [Fact]
    [Trait("Rule", "O5")]
    public async Task A_teacher_has_one_primary_employment_and_one_title_at_a_time()
    {
        const string Employ = """
            insert into homeroom.employment (district_id, teacher_id, school_id, starts_on, is_primary)
            values ($1, $2, $3, $4::text::date, $5)
            """;
        const string Title = "insert into homeroom.teacher_title (district_id, teacher_id, title, starts_on) values ($1, $2, 'first', '2020-01-01')";
        var d = await SmallDistrict.CreateAsync(Writer);
        var other = await Writer.ScalarAsync<long>(
            "insert into homeroom.school (district_id, code, name, pinyin, stage) values ($1, '0000000002', 'S', 's', 'junior') returning school_id",
            d.Id);
        await Writer.ExecuteAsync(Employ, d.Id, d.Teachers[0], d.School, "2020-01-01", true);
        await Writer.ExecuteAsync(Employ, d.Id, d.Teachers[0], other, "2020-01-01", false);
        await Writer.RefusedByAsync("o5_one_primary_employment_at_a_time", Employ, d.Id, d.Teachers[0], other, "2021-01-01", true);
        await Writer.RefusedByAsync("o5_one_employment_at_a_school_at_a_time", Employ, d.Id, d.Teachers[0], other, "2021-01-01", false);
        await Writer.ExecuteAsync(Title, d.Id, d.Teachers[0]);
        await Writer.RefusedByAsync("o5_one_title_at_a_time", Title, d.Id, d.Teachers[0]);
    }

    [Fact]
    [Trait("Rule", "O5")]
    public async Task A_staff_number_is_one_persons()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await Writer.RefusedByAsync(
            "o5_one_teacher_a_staff_number",
            "insert into homeroom.teacher (district_id, staff_number, name, pinyin) values ($1, 'T1', 'X', 'x')", d.Id);
    }

    [Fact]
    [Trait("Rule", "O6")]
    public async Task A_class_number_is_given_once_and_its_cohort_is_of_the_school()
    {
        const string Class = """
            insert into homeroom.class (district_id, school_id, school_year_id, cohort_id, grade, number, name)
            values ($1, $2, $3, $4, 1, $5, 'C')
            """;
        var d = await SmallDistrict.CreateAsync(Writer);
        await Writer.RefusedByAsync("o6_one_class_a_number", Class, d.Id, d.School, d.SchoolYear, d.Cohort, (short)1);
        await Writer.RefusedByAsync(
            "o6_one_cohort_a_section_and_year",
            "insert into homeroom.cohort (district_id, school_id, section, entry_year) values ($1, $2, 'primary', 2026)", d.Id, d.School);
        var other = await Writer.ScalarAsync<long>(
            "insert into homeroom.school (district_id, code, name, pinyin, stage) values ($1, '0000000002', 'S', 's', 'junior') returning school_id",
            d.Id);
        await Writer.RefusedByAsync(
            "class_district_id_school_id_cohort_id_fkey", Class, d.Id, other, d.SchoolYear, d.Cohort, (short)1);
    }

    private const string SemesterSql = """
        insert into homeroom.semester (district_id, school_year_id, number, name, starts_on, ends_on, first_week_starts_on)
        values ($1, $2, $3, 'S', $4::text::date, $5::text::date, $6::text::date)
        """;

    private Task AddSemesterAsync(SmallDistrict d, short number, string startsOn, string endsOn, string firstWeek) =>
        Writer.ExecuteAsync(SemesterSql, d.Id, d.SchoolYear, number, startsOn, endsOn, firstWeek);
}
