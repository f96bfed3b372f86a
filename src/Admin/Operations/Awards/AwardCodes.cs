namespace HomeroomGraph.Admin.Operations.Awards;

/// <summary>优秀班主任、名班主任、优秀论文、优秀案例、优秀成果、样板班级: rule W1.</summary>
public enum AwardKind { ExcellentHomeroomTeacher, FamedHomeroomTeacher, ExcellentPaper, ExcellentCase, ExcellentResult, ModelClass }

/// <summary>校级、县区级、市级、省级、国家级: rule W1.</summary>
public enum AwardLevel { School, County, City, Province, Nation }

/// <summary>一等奖、二等奖、三等奖、不分等级: rule W1.</summary>
public enum AwardGrade { First, Second, Third, None }

/// <summary>Granted after a selection here, or of another body and recorded.</summary>
public enum AwardSource { Granted, Outside }

/// <summary>How far a selection has come: rule W3.</summary>
public enum AwardRoundState { Planned, Nominating, Checking, Voting, Notice, Closed, Cancelled }
