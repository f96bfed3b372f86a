namespace HomeroomGraph.Data.Research;

/// <summary>The state of a research project (rules P2, P5–P11). Which step leads from which to which is kept by the database.</summary>
public enum ProjectState
{
    /// <summary>草稿.</summary>
    Draft,

    /// <summary>已提交.</summary>
    Submitted,

    /// <summary>初审中.</summary>
    InReview,

    /// <summary>退回修改.</summary>
    RevisionRequested,

    /// <summary>已推荐: the superior body decides.</summary>
    Recommended,

    /// <summary>已立项, before the opening report.</summary>
    Approved,

    /// <summary>研究中: since the opening report.</summary>
    Running,

    /// <summary>已结题.</summary>
    Closed,

    /// <summary>未获立项: refused by the superior body.</summary>
    Refused,

    /// <summary>初审未通过: rejected by the school's research office.</summary>
    Rejected,

    /// <summary>已撤回 by the leader, before a decision.</summary>
    Withdrawn,

    /// <summary>已撤项.</summary>
    Terminated,
}
