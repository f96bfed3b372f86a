namespace HomeroomGraph.Gateway.Tests.Walls;

/// <summary>Rows of a type whose columns have rules, and where a question finds them.</summary>
/// <param name="Key">The column of the row's own id.</param>
/// <param name="Root">The list at the root, of the rows themselves or of those that have them.</param>
/// <param name="Nested">The list inside the root's rows; null where the root lists them.</param>
internal sealed record RuledRows(string Type, string Table, string Key, string Root, string? Nested, IReadOnlyList<RuledField> Fields)
{
    public override string ToString() => Type;
}

/// <summary>A field with a rule.</summary>
/// <param name="Raw">The value in SQL, over the row <c>r</c> and the day $2; null where it is worked out of what the viewer sees, so that only
/// whether there is one is compared.</param>
/// <param name="Allowed">Who sees it, in SQL of its own: over the row <c>r</c>, the account's grants <c>g</c> and the day $2.</param>
/// <param name="MayBeNull">A value that is worked out may be null where the rule allows it too.</param>
/// <param name="Selection">The field with what is selected of it, where it is no leaf.</param>
internal sealed record RuledField(string Name, string? Raw, string Allowed, bool MayBeNull = false, string? Selection = null);

/// <summary>The columns with rules, and who sees them by the domain's table of who may do what: written down anew, over the grants in the
/// database, and not made of the program's policies.</summary>
internal static class ColumnRuleCases
{
    private const string District = "g.role in ('district_analyst', 'district_research_officer', 'district_moral_education_officer')";

    private static string Readers(string scope, string roles) => $"""
        exists (select from g where g.district_id = r.district_id and (
            {District} or g.role in ({roles}) and g.school_id = r.school_id or g.scope = '{scope}' and (g.school_id is null or g.school_id = r.school_id)))
        """;

    private static readonly string HomeroomReaders = Readers("homeroom:read", "'principal', 'leading_group', 'moral_education_office'");

    private static readonly string AwardReaders = Readers("awards:read", "'principal', 'leading_group', 'research_office', 'moral_education_office'");

    private const string Person = "exists (select from g where g.role <> 'integrator')";

    /// <summary>O5: what is personal, for the district, the teacher, and schools where the teacher works today.</summary>
    private static readonly string Colleague = $"""
        exists (select from g where g.district_id = r.district_id and (
            {District} or g.scope = 'roster:read' and g.school_id is null or g.teacher_id = r.teacher_id
            or exists (select from homeroom.employment e where e.district_id = r.district_id and e.teacher_id = r.teacher_id and e.school_id = g.school_id
                       and e.starts_on <= $2 and (e.ends_on is null or e.ends_on > $2))))
        """;

    /// <summary>What is worked out from homeroom records, for who reads them.</summary>
    private static readonly string HomeroomRecords = $"""
        exists (select from g where g.district_id = r.district_id and (
            {District} or g.scope = 'homeroom:read' and g.school_id is null
            or (g.role in ('principal', 'leading_group', 'moral_education_office') or g.scope = 'homeroom:read' or g.teacher_id = r.teacher_id)
               and exists (select from homeroom.employment e where e.district_id = r.district_id and e.teacher_id = r.teacher_id and e.school_id = g.school_id)
            or g.role = 'grade_head' and exists (
                select from homeroom.appointment a join homeroom.class c using (district_id, class_id)
                where a.district_id = r.district_id and a.teacher_id = r.teacher_id and c.school_id = g.school_id and c.grade = g.grade)))
        """;

    /// <summary>A6: terms of an appointment, for who runs homeroom work, and the teacher.</summary>
    private static readonly string Terms = $"{HomeroomReaders} or exists (select from g where g.teacher_id = r.teacher_id)";

    /// <summary>P6: what is being revised, for leader and members.</summary>
    private const string NotRevised = """
        exists (select from homeroom.research_project p where p.district_id = r.district_id and p.research_project_id = r.research_project_id and p.state <> 'revision_requested')
        or exists (select from homeroom.research_member m join g on g.teacher_id = m.teacher_id
                   where m.district_id = r.district_id and m.research_project_id = r.research_project_id and m.left_on is null)
        """;

    private const string OfThePair = "exists (select from g where g.teacher_id in (r.mentor_id, r.mentee_id))";

    private static readonly string RevokedAward = $"""
        {AwardReaders} or exists (select from g where g.teacher_id = r.teacher_id or exists (
            select from homeroom.appointment a where a.district_id = r.district_id and a.class_id = r.class_id and a.teacher_id = g.teacher_id))
        """;

    /// <summary>P4: what a submission still lacks, for leader and members.</summary>
    private const string OwnProject = """
        exists (select from g join homeroom.research_member m on m.district_id = g.district_id and m.teacher_id = g.teacher_id
                where m.district_id = r.district_id and m.research_project_id = r.research_project_id and m.left_on is null)
        """;

    /// <summary>P5: who can be named as a reviewer, for the office that names them.</summary>
    private const string ResearchOffice = "exists (select from g where g.role = 'research_office' and g.district_id = r.district_id and g.school_id = r.school_id)";

    public static readonly IReadOnlyList<RuledRows> All =
    [
        new("Teacher", "teacher", "teacher_id", "teachers", null,
        [
            new("gender", "upper(r.gender)", Colleague),
            new("startedWorkOn", "r.started_work_on", Colleague),
            new("earlierHomeroomMonths", "r.earlier_homeroom_months", Colleague),
            new("homeroomServiceMonths", "homeroom.service_months(r.earlier_homeroom_months, r.homeroom_service, $2)", Colleague),
            new("homeroomServiceYears", "homeroom.service_months(r.earlier_homeroom_months, r.homeroom_service, $2) / 12", Colleague),
            new("needsMentor", null, HomeroomRecords),
            new("withoutMentorSince", null, HomeroomRecords, MayBeNull: true),
            new("trainingHours", null, HomeroomRecords),
            new("hasTrainingHours", null, HomeroomRecords),
            new("educationHours", null, HomeroomRecords),
            new("hasValidCertificate", null, HomeroomRecords),
        ]),
        new("Appointment", "appointment", "appointment_id", "appointments", null,
        [
            new("monthlyAllowance", "r.monthly_allowance", Terms),
            new("lessonLoadCredit", "r.lesson_load_credit", Terms),
            new("endReason", "upper(r.end_reason)", Terms),
            new("shortTermReason", "r.short_term_reason", Terms),
            new("certificateExceptionReason", "r.certificate_exception_reason", Terms),
        ]),
        new("ResearchProject", "research_project", "research_project_id", "researchProjects", null,
        [
            new("missingParts", null, OwnProject, Selection: "missingParts { code }"),
            new("reviewerCandidates", null, ResearchOffice, Selection: "reviewerCandidates { id }"),
        ]),
        new("ResearchReview", "research_review", "research_review_id", "researchReviews", null,
        [
            new("scientific", "r.scientific", Person),
            new("advancement", "r.advancement", Person),
            new("feasibility", "r.feasibility", Person),
            new("comment", "r.comment", Person),
        ]),
        new("ResearchOpinion", "research_opinion", "research_opinion_id", "researchProjects", "opinions", [new("opinion", "r.opinion", Person), new("answer", "r.answer", Person)]),
        new("ResearchStage", "research_stage", "research_stage_id", "researchProjects", "stages", [new("goal", "r.goal", NotRevised)]),
        new("ResearchTask", "research_task", "research_task_id", "researchProjects", "tasks", [new("description", "r.description", NotRevised)]),
        new("ResearchMember", "research_member", "research_member_id", "researchProjects", "members", [new("duty", "r.duty", NotRevised), new("task", "r.task", NotRevised)]),
        new("AwardObjection", "award_objection", "award_objection_id", "awardNominations", "objections", [new("raisedBy", "r.raised_by", $"{Person} and {AwardReaders}")]),
        new("Award", "award", "award_id", "awards", null, [new("revocationReason", "r.revocation_reason", RevokedAward)]),
        new("Mentorship", "mentorship", "mentorship_id", "mentorships", null, [new("stateReason", "r.state_reason", $"{HomeroomReaders} or {OfThePair}")]),
        new("MentorshipEvaluation", "mentorship_evaluation", "mentorship_evaluation_id", "mentorshipEvaluations", null,
        [
            new("content", "r.content", $"""
                exists (select from homeroom.mentorship p where p.district_id = r.district_id and p.mentorship_id = r.mentorship_id
                        and exists (select from (select p.*) r where {HomeroomReaders} or {OfThePair}))
                """),
        ]),
    ];
}
