namespace HomeroomGraph.Data.Awards;

/// <summary>What is awarded (rule W1).</summary>
public enum AwardKind
{
    /// <summary>优秀班主任: every semester, at a school.</summary>
    ExcellentHomeroomTeacher,

    /// <summary>名班主任: of a district or city.</summary>
    FamedHomeroomTeacher,

    /// <summary>优秀论文.</summary>
    ExcellentPaper,

    /// <summary>优秀案例.</summary>
    ExcellentCase,

    /// <summary>优秀成果.</summary>
    ExcellentResult,

    /// <summary>样板班级: a class, by selection (rule E9).</summary>
    ModelClass,
}

/// <summary>Who awards (rule W1).</summary>
public enum AwardLevel
{
    /// <summary>校级.</summary>
    School,

    /// <summary>县区级.</summary>
    County,

    /// <summary>市级.</summary>
    City,

    /// <summary>省级.</summary>
    Province,

    /// <summary>国家级.</summary>
    Nation,
}

/// <summary>The grade of an award (rule W1).</summary>
public enum AwardGrade
{
    /// <summary>一等奖.</summary>
    First,

    /// <summary>二等奖.</summary>
    Second,

    /// <summary>三等奖.</summary>
    Third,

    /// <summary>不分等级.</summary>
    None,
}
