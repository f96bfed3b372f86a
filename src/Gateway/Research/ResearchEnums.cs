using HomeroomGraph.Data.Research;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Research;

/// <summary>The closed states and kinds of research projects.</summary>
internal static class ResearchEnums
{
    public static readonly EnumDeclaration[] All =
    [
        new EnumDeclaration<ProjectLevel>("ProjectLevel", "The level of a research project. Rule P1.")
            .Value(ProjectLevel.School, "School level (校级): approved by the school's research office.")
            .Value(ProjectLevel.County, "County or district level (县区级).")
            .Value(ProjectLevel.CityIndividual, "City level, individual (市级个人课题).")
            .Value(ProjectLevel.CityKey, "City level, key planned (市级重点规划课题).")
            .Value(ProjectLevel.Province, "Province level (省级).")
            .Value(ProjectLevel.Nation, "National level (国家级)."),
        new EnumDeclaration<ProjectState>("ProjectState", "The state of a research project. Rules P2, P5 to P11.")
            .Value(ProjectState.Draft, "A draft (草稿), seen by leader and members only.")
            .Value(ProjectState.Submitted, "Submitted (已提交).")
            .Value(ProjectState.InReview, "In preliminary review (初审中). Rule P5.")
            .Value(ProjectState.RevisionRequested, "A revision is asked for (退回修改). Rule P6.")
            .Value(ProjectState.Recommended, "Recommended to the superior body (已推荐). Rule P7.")
            .Value(ProjectState.Approved, "Approved (已立项), before the opening report. Rule P7.")
            .Value(ProjectState.Running, "Running (研究中), since the opening report. Rule P11.")
            .Value(ProjectState.Closed, "Closed (已结题). Rule P11.")
            .Value(ProjectState.Refused, "Refused by the superior body (未获立项). Rule P7.")
            .Value(ProjectState.Rejected, "Rejected in the preliminary review (初审未通过). Rule P6.")
            .Value(ProjectState.Withdrawn, "Withdrawn by the leader before a decision (已撤回).")
            .Value(ProjectState.Terminated, "Terminated (已撤项). Rule P11."),
        new EnumDeclaration<ProjectTheme>("ProjectTheme", "What a project is about. Rule P1.")
            .Value(ProjectTheme.SubjectTeaching, "Subject teaching (学科教学).")
            .Value(ProjectTheme.Love, "Love (爱的教育).")
            .Value(ProjectTheme.Success, "Success (成功教育).")
            .Value(ProjectTheme.MentalHealth, "Mental health (心理健康教育).")
            .Value(ProjectTheme.Frustration, "Frustration (挫折教育).")
            .Value(ProjectTheme.SpecialTalents, "Special talents (特长培养).")
            .Value(ProjectTheme.MoralEducation, "Moral education (德育)."),
        new EnumDeclaration<ApplicationState>("ApplicationState", "Whether a version of an application can still be written. Rule P4.")
            .Value(ApplicationState.Draft, "A draft (草稿): may be incomplete.")
            .Value(ApplicationState.Submitted, "Submitted (已提交): never changes."),
        new EnumDeclaration<ReviewOutcome>("ReviewOutcome", "What the preliminary review came to. Rule P6.")
            .Value(ReviewOutcome.Passed, "Passed (通过).")
            .Value(ReviewOutcome.Revision, "A revision is asked for (退回修改).")
            .Value(ReviewOutcome.Rejected, "Rejected (不通过)."),
        new EnumDeclaration<MemberRole>("ResearchMemberRole", "The role of a member. Rule P2.")
            .Value(MemberRole.Leader, "The leader (课题负责人).")
            .Value(MemberRole.Member, "A member (成员)."),
        new EnumDeclaration<ReviewState>("ReviewState", "How far a review is. Rule P5.")
            .Value(ReviewState.Assigned, "Assigned, to be given (待评审).")
            .Value(ReviewState.Submitted, "Given (已评审): never changes.")
            .Value(ReviewState.Released, "The reviewer was released before giving it (已解除)."),
        new EnumDeclaration<ApprovalDecision>("ApprovalDecision", "The decision of the body that approves. Rule P7.")
            .Value(ApprovalDecision.Approved, "Approved (准予立项).")
            .Value(ApprovalDecision.Refused, "Refused (不予立项)."),
        new EnumDeclaration<MilestoneKind>("MilestoneKind", "The milestones of a project. Rule P11.")
            .Value(MilestoneKind.Opening, "Opening report (开题).")
            .Value(MilestoneKind.Midterm, "Mid-term check (中期检查).")
            .Value(MilestoneKind.Closing, "Closing (结题).")
            .Value(MilestoneKind.Termination, "Termination (撤项)."),
        new EnumDeclaration<ClosingGrade>("ClosingGrade", "The grade of a closed project. Rule P11.")
            .Value(ClosingGrade.Excellent, "Excellent (优秀).")
            .Value(ClosingGrade.Good, "Good (良好).")
            .Value(ClosingGrade.Qualified, "Qualified (合格).")
            .Value(ClosingGrade.Unqualified, "Unqualified (不合格)."),
        new EnumDeclaration<PortfolioCategory>("PortfolioCategory", "What a portfolio holds. Rule P9.")
            .Value(PortfolioCategory.Plan, "Plans (研究方案、计划).")
            .Value(PortfolioCategory.ResearchNotes, "Research notes (研究笔记).")
            .Value(PortfolioCategory.SurveyData, "Surveys and test data (调查、测试数据).")
            .Value(PortfolioCategory.ProcessEvaluation, "Process evaluation (过程评价).")
            .Value(PortfolioCategory.Cases, "Cases (案例).")
            .Value(PortfolioCategory.PicturesAndRecordings, "Pictures and recordings (图片、音像).")
            .Value(PortfolioCategory.StageSummaries, "Stage summaries (阶段总结).")
            .Value(PortfolioCategory.ExperienceArticles, "Experience articles (经验文章).")
            .Value(PortfolioCategory.References, "References (参考资料)."),
        new EnumDeclaration<RequestDecision>("RequestDecision", "The decision on a request. Rules P10, P14.")
            .Value(RequestDecision.Granted, "Granted (同意).")
            .Value(RequestDecision.Refused, "Refused (不同意)."),
        new EnumDeclaration<ChangeKind>("ResearchChangeKind", "What a change request changes. Rule P14.")
            .Value(ChangeKind.Leader, "The leader (变更负责人).")
            .Value(ChangeKind.Members, "The members (变更成员).")
            .Value(ChangeKind.Title, "The title (变更名称).")
            .Value(ChangeKind.Content, "The content (变更内容).")
            .Value(ChangeKind.FormOfResults, "The form of the results (变更成果形式).")
            .Value(ChangeKind.DueDate, "The due date (变更完成时间)."),
    ];
}
