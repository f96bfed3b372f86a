using HomeroomGraph.Data.Access;
using HomeroomGraph.Data.Appointments;
using HomeroomGraph.Data.Archive;
using HomeroomGraph.Data.Awards;
using HomeroomGraph.Data.Evaluation;
using HomeroomGraph.Data.Figures;
using HomeroomGraph.Data.Mentoring;
using HomeroomGraph.Data.Import;
using HomeroomGraph.Data.Inbox;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Papers;
using HomeroomGraph.Data.Policies;
using HomeroomGraph.Data.Research;
using HomeroomGraph.Data.Search;
using HomeroomGraph.Data.Training;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data;

/// <summary>The tables of schema <c>homeroom</c>, by area, and the runs of imports. A test holds this model against the migrated database.</summary>
public sealed class HomeroomDbContext(DbContextOptions<HomeroomDbContext> options) : DbContext(options)
{
    public const string Schema = "homeroom";

    public DbSet<Region> Regions => Set<Region>();
    public DbSet<District> Districts => Set<District>();
    public DbSet<DistrictFormerDesignation> DistrictFormerDesignations => Set<DistrictFormerDesignation>();
    public DbSet<School> Schools => Set<School>();
    public DbSet<Subject> Subjects => Set<Subject>();
    public DbSet<Teacher> Teachers => Set<Teacher>();
    public DbSet<TeacherSubject> TeacherSubjects => Set<TeacherSubject>();
    public DbSet<TeacherTitle> TeacherTitles => Set<TeacherTitle>();
    public DbSet<Employment> Employments => Set<Employment>();
    public DbSet<SchoolYear> SchoolYears => Set<SchoolYear>();
    public DbSet<Semester> Semesters => Set<Semester>();
    public DbSet<CalendarDay> CalendarDays => Set<CalendarDay>();
    public DbSet<Cohort> Cohorts => Set<Cohort>();
    public DbSet<SchoolClass> Classes => Set<SchoolClass>();
    public DbSet<ResearchGroup> ResearchGroups => Set<ResearchGroup>();
    public DbSet<ResearchGroupMember> ResearchGroupMembers => Set<ResearchGroupMember>();
    public DbSet<Office> Offices => Set<Office>();
    public DbSet<OfficeStaff> OfficeStaff => Set<OfficeStaff>();
    public DbSet<GradeTeam> GradeTeams => Set<GradeTeam>();
    public DbSet<GradeTeamHead> GradeTeamHeads => Set<GradeTeamHead>();
    public DbSet<Appointment> Appointments => Set<Appointment>();
    public DbSet<Screening> Screenings => Set<Screening>();
    public DbSet<ImprovementNotice> ImprovementNotices => Set<ImprovementNotice>();
    public DbSet<TrainingProgramme> TrainingProgrammes => Set<TrainingProgramme>();
    public DbSet<TrainingModule> TrainingModules => Set<TrainingModule>();
    public DbSet<TrainingSession> TrainingSessions => Set<TrainingSession>();
    public DbSet<TrainingAttendance> TrainingAttendances => Set<TrainingAttendance>();
    public DbSet<StudyNote> StudyNotes => Set<StudyNote>();
    public DbSet<ModuleTest> ModuleTests => Set<ModuleTest>();
    public DbSet<Certificate> Certificates => Set<Certificate>();
    public DbSet<EducationCycle> EducationCycles => Set<EducationCycle>();
    public DbSet<EducationCredit> EducationCredits => Set<EducationCredit>();
    public DbSet<Meeting> Meetings => Set<Meeting>();
    public DbSet<MeetingAttendance> MeetingAttendances => Set<MeetingAttendance>();
    public DbSet<BackboneDesignation> BackboneDesignations => Set<BackboneDesignation>();
    public DbSet<BackboneDuty> BackboneDuties => Set<BackboneDuty>();
    public DbSet<Mentorship> Mentorships => Set<Mentorship>();
    public DbSet<MentorshipActivity> MentorshipActivities => Set<MentorshipActivity>();
    public DbSet<MentorshipReport> MentorshipReports => Set<MentorshipReport>();
    public DbSet<MentorshipEvaluation> MentorshipEvaluations => Set<MentorshipEvaluation>();
    public DbSet<InspectorPost> InspectorPosts => Set<InspectorPost>();
    public DbSet<InspectorPostClass> InspectorPostClasses => Set<InspectorPostClass>();
    public DbSet<EvaluationScheme> EvaluationSchemes => Set<EvaluationScheme>();
    public DbSet<EvaluationIndicator> EvaluationIndicators => Set<EvaluationIndicator>();
    public DbSet<CheckRound> CheckRounds => Set<CheckRound>();
    public DbSet<CheckItem> CheckItems => Set<CheckItem>();
    public DbSet<CheckSheet> CheckSheets => Set<CheckSheet>();
    public DbSet<CheckLine> CheckLines => Set<CheckLine>();
    public DbSet<CheckCorrection> CheckCorrections => Set<CheckCorrection>();
    public DbSet<CheckPublication> CheckPublications => Set<CheckPublication>();
    public DbSet<CheckResult> CheckResults => Set<CheckResult>();
    public DbSet<ClassTitle> ClassTitles => Set<ClassTitle>();
    public DbSet<SemesterAssessment> SemesterAssessments => Set<SemesterAssessment>();
    public DbSet<AssessmentInput> AssessmentInputs => Set<AssessmentInput>();
    public DbSet<DocumentContent> DocumentContents => Set<DocumentContent>();
    public DbSet<Document> Documents => Set<Document>();
    public DbSet<SemesterReport> SemesterReports => Set<SemesterReport>();
    public DbSet<Paper> Papers => Set<Paper>();
    public DbSet<PaperAuthor> PaperAuthors => Set<PaperAuthor>();
    public DbSet<PaperKeyword> PaperKeywords => Set<PaperKeyword>();
    public DbSet<AwardRound> AwardRounds => Set<AwardRound>();
    public DbSet<AwardCommitteeMember> AwardCommitteeMembers => Set<AwardCommitteeMember>();
    public DbSet<AwardStateChange> AwardStateChanges => Set<AwardStateChange>();
    public DbSet<AwardNomination> AwardNominations => Set<AwardNomination>();
    public DbSet<AwardCondition> AwardConditions => Set<AwardCondition>();
    public DbSet<AwardVote> AwardVotes => Set<AwardVote>();
    public DbSet<AwardObjection> AwardObjections => Set<AwardObjection>();
    public DbSet<Award> Awards => Set<Award>();
    public DbSet<RewardRule> RewardRules => Set<RewardRule>();
    public DbSet<RewardPoint> RewardPoints => Set<RewardPoint>();
    public DbSet<PolicyKind> PolicyKinds => Set<PolicyKind>();
    public DbSet<Policy> Policies => Set<Policy>();
    public DbSet<ResearchProject> ResearchProjects => Set<ResearchProject>();
    public DbSet<ResearchTheme> ResearchThemes => Set<ResearchTheme>();
    public DbSet<ResearchApplication> ResearchApplications => Set<ResearchApplication>();
    public DbSet<ResearchMember> ResearchMembers => Set<ResearchMember>();
    public DbSet<ResearchStage> ResearchStages => Set<ResearchStage>();
    public DbSet<ResearchTask> ResearchTasks => Set<ResearchTask>();
    public DbSet<ResearchReview> ResearchReviews => Set<ResearchReview>();
    public DbSet<ResearchOpinion> ResearchOpinions => Set<ResearchOpinion>();
    public DbSet<ResearchDecision> ResearchDecisions => Set<ResearchDecision>();
    public DbSet<ResearchStateChange> ResearchStateChanges => Set<ResearchStateChange>();
    public DbSet<ResearchMilestone> ResearchMilestones => Set<ResearchMilestone>();
    public DbSet<MilestoneRequest> MilestoneRequests => Set<MilestoneRequest>();
    public DbSet<ResearchInspection> ResearchInspections => Set<ResearchInspection>();
    public DbSet<PortfolioItem> PortfolioItems => Set<PortfolioItem>();
    public DbSet<ExtensionRequest> ExtensionRequests => Set<ExtensionRequest>();
    public DbSet<ChangeRequest> ChangeRequests => Set<ChangeRequest>();
    public DbSet<ResearchTarget> ResearchTargets => Set<ResearchTarget>();
    public DbSet<ImportRun> ImportRuns => Set<ImportRun>();

    /// <summary>Read-only: the audit log is written by triggers.</summary>
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) => conventions.KeepEnumsAsText();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder model)
    {
        model.HasDefaultSchema(Schema);
        OrganisationModel.Configure(model);
        GroupsModel.Configure(model);
        AppointmentsModel.Configure(model);
        TrainingModel.Configure(model);
        MentoringModel.Configure(model);
        EvaluationModel.Configure(model);
        ArchiveModel.Configure(model);
        PapersModel.Configure(model);
        PoliciesModel.Configure(model);
        AwardsModel.Configure(model);
        ResearchModel.Configure(model);
        FiguresModel.Configure(model);
        ImportModel.Configure(model);
        DesksModel.Configure(model);
        InboxModel.Configure(model);
        SearchModel.Configure(model);
        AccountEntriesModel.Configure(model);
        model.NameColumnsInSnakeCase();
    }
}
