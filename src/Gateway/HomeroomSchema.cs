using HomeroomGraph.Data;
using HomeroomGraph.Data.Evaluation;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Search;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.Gateway.Appointments;
using HomeroomGraph.Gateway.Awards;
using HomeroomGraph.Gateway.Awards.Mutations;
using HomeroomGraph.Gateway.Archive;
using HomeroomGraph.Gateway.Evaluation;
using HomeroomGraph.Gateway.Figures;
using HomeroomGraph.Gateway.History;
using HomeroomGraph.Gateway.Import;
using HomeroomGraph.Gateway.Inbox;
using HomeroomGraph.Gateway.Mentoring;
using HomeroomGraph.Gateway.Mutations;
using HomeroomGraph.Gateway.Organisation;
using HomeroomGraph.Gateway.Papers;
using HomeroomGraph.Gateway.Papers.Mutations;
using HomeroomGraph.Gateway.Policies;
using HomeroomGraph.Gateway.Research;
using HomeroomGraph.Gateway.Research.Mutations;
using HomeroomGraph.Gateway.Search;
using HomeroomGraph.Gateway.Training;
using HomeroomGraph.GraphQL.RateLimits;
using HomeroomGraph.GraphQL.Types.Tables;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Gateway;

/// <summary>Composes the areas to the schema, nothing else.</summary>
public static class HomeroomSchema
{
    /// <summary>The schema. It needs no database: tables and columns come from EF Core's model.</summary>
    public static TableSchema Build()
    {
        using var context = new HomeroomDbContext(new DbContextOptionsBuilder<HomeroomDbContext>().UseNpgsql().Options);
        return new TableSchemaBuilder(new EfTableModel(context.Model))
            .Add(OrganisationEnums.All)
            .Add(ImportEnums.All)
            .Add(GroupEnums.All)
            .Add(AccessEnums.All)
            .Add(AppointmentEnums.All)
            .Add(EvaluationEnums.All)
            .Add(AwardEnums.All)
            .Add(TrainingEnums.All)
            .Add(MentoringEnums.All)
            .Add(PolicyEnums.All)
            .Add(ArchiveEnums.All)
            .Add(PaperEnums.All)
            .Add(ResearchEnums.All)
            .Add(FigureEnums.All)
            .Add(InboxEnums.All)
            .Add(
                new DistrictType(), new SchoolType(), new TeacherType(), new TeacherTitleType(), new EmploymentType(), new SubjectType(),
                new SchoolYearType(), new SemesterType(), new CohortType(), new ClassType())
            .Add(
                new InspectorPostType(), new EvaluationSchemeType(), new EvaluationIndicatorType(), new CheckRoundType(), new CheckItemType(),
                new CheckSheetType(), new CheckLineType(), new CheckCorrectionType(), new CheckPublicationType(), new CheckResultType(),
                new ClassTitleType(), new SemesterAssessmentType(), new AssessmentInputType())
            .Add(
                new ResearchGroupType(), new ResearchGroupMemberType(), new OfficeType(), new OfficeStaffType(), new GradeTeamType(),
                new GradeTeamHeadType(), new CalendarDayType(), new FormerDesignationType())
            .Add(
                new AwardRoundType(), new AwardStateChangeType(), new AwardCommitteeMemberType(), new AwardNominationType(), new AwardConditionType(), new AwardVoteType(),
                new AwardObjectionType(), new AwardType(), new RewardRuleType(), new RewardPointType())
            .Add(new AppointmentType(), new ScreeningType(), new ImprovementNoticeType())
            .Add(
                new TrainingProgrammeType(), new TrainingModuleType(), new TrainingSessionType(), new TrainingAttendanceType(),
                new StudyNoteType(), new ModuleTestType(), new CertificateType(), new EducationCycleType(), new EducationCreditType(),
                new MeetingType(), new MeetingAttendanceType(), new BackboneDesignationType(), new BackboneDutyType())
            .Add(new MentorshipType(), new MentorshipActivityType(), new MentorshipReportType(), new MentorshipEvaluationType())
            .Add(new PolicyKindType(), new PolicyType())
            .Add(new AuditEntryType(), new DocumentType(), new SemesterReportType(), new TeacherArchiveType())
            .Add(new RegionType())
            .Add(new ImportRunType(), new ImportCountType(), new ImportFindingType(), new ImportAsideType())
            .Add(new PaperType(), new PaperAuthorType(), new PaperKeywordType())
            .Add(
                new ResearchProjectType(), new ResearchThemeType(), new ResearchApplicationType(), new ResearchMemberType(), new ResearchStageType(),
                new ResearchTaskType(), new ResearchReviewType(), new ResearchOpinionType(), new ResearchDecisionType(), new ResearchStateChangeType(),
                new ResearchMilestoneType(), new ResearchInspectionType(), new PortfolioItemType(), new ExtensionRequestType(),
                new ChangeRequestType(), new MilestoneRequestType(), new ResearchTargetType())
            .Add(
                new FigureDefinitionType(), new ProjectFigureType(), new AwardFigureType(), new PaperFigureType(), new CheckFigureType(), new HabitFigureType(),
                new ArchiveFigureType(), new MentorCoverageFigureType(), new ResearchCoverageFigureType(), new OverdueFigureType())
            .Add(new DeskType(), new DeskItemType(), new NotificationType(), new MailboxType())
            .Add(new AccountType(), new AccountRoleType(), new ClientType(), new ClientSecretType())
            .AddLink<TeacherSubject>(row => row.AsOwner<Teacher>(link => link.Teacher))
            .AddLink<InspectorPostClass>(row => row.AsOwner<InspectorPost>(link => link.InspectorPost))
            // Read only beside the row that they are of, whose own policy holds.
            .AddLink<TeacherToken>(row => row.OfDistrict(token => token.DistrictId))
            .AddLink<ResearchProjectToken>(row => row.OfDistrict(token => token.DistrictId))
            .AddLink<PaperToken>(row => row.OfDistrict(token => token.DistrictId))
            .Build(Reach.All, schema =>
            {
                ViewerType.Declare(schema);
                SearchEverything.Declare(schema);
                ResearchStepType.Declare(schema);
                AwardStepType.Declare(schema);
                EligibilityType.Declare(schema);
                RuleType.Declare(schema);
                ReferenceDraftType.Declare(schema);
                schema.Query.Add(RateLimitField.Declare());
                ChangeFeedType.Declare(schema);
                var errors = MutationErrors.Declare(schema);
                AccessMutations.Declare(schema, errors);
                DocumentMutations.Declare(new(schema, errors));
                SemesterReportMutations.Declare(new(schema, errors));
                ResearchMutations.Declare(new(schema, errors));
                PaperMutations.Declare(new(schema, errors));
                AwardMutations.Declare(new(schema, errors));
                NotificationMutations.Declare(new(schema, errors));
            });
    }
}
