namespace HomeroomGraph.Admin.Operations.Research;

/// <summary>Level of a research project (课题级别): rule P1.</summary>
public enum ProjectLevel { School, County, CityIndividual, CityKey, Province, Nation }

/// <summary>Where a project stands: rules P2, P5 to P11.</summary>
public enum ProjectState
{
    Draft, Submitted, InReview, RevisionRequested, Recommended, Approved, Running, Closed, Refused, Rejected, Withdrawn, Terminated,
}

/// <summary>What a project is about (研究主题): rule P1.</summary>
public enum ProjectTheme { SubjectTeaching, Love, Success, MentalHealth, Frustration, SpecialTalents, MoralEducation }

public enum ResearchMemberRole { Leader, Member }

/// <summary>Whether a version of an application can still be written: rule P4.</summary>
public enum ApplicationState { Draft, Submitted }

/// <summary>What the preliminary review of a version came to: rule P6.</summary>
public enum ReviewOutcome { Passed, Revision, Rejected }

public enum ReviewState { Assigned, Submitted, Released }

/// <summary>The superior body's decision: rule P7.</summary>
public enum ApprovalDecision { Approved, Refused }

/// <summary>Opening report, mid-term check, closing, termination (开题、中期、结题、撤项): rule P11.</summary>
public enum MilestoneKind { Opening, Midterm, Closing, Termination }

public enum ClosingGrade { Excellent, Good, Qualified, Unqualified }

public enum RequestDecision { Granted, Refused }

/// <summary>What a request changes: rule P14.</summary>
public enum ResearchChangeKind { Leader, Members, Title, Content, FormOfResults, DueDate }

/// <summary>What a portfolio holds (档案袋): rule P9.</summary>
public enum PortfolioCategory
{
    Plan, ResearchNotes, SurveyData, ProcessEvaluation, Cases, PicturesAndRecordings, StageSummaries, ExperienceArticles, References,
}
