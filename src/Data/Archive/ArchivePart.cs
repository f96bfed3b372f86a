namespace HomeroomGraph.Data.Archive;

/// <summary>The parts of a teacher's archive that are looked for each semester, in its order (rule V1).</summary>
public enum ArchivePart
{
    /// <summary>学期计划.</summary>
    Plan,

    /// <summary>学期总结.</summary>
    Summary,

    /// <summary>理论学习: a study note.</summary>
    StudyNote,

    /// <summary>论文.</summary>
    Paper,

    /// <summary>培训: one attended.</summary>
    Training,

    /// <summary>学期考核: a final assessment.</summary>
    Assessment,

    /// <summary>班级检查结果: a published one of the class.</summary>
    ClassResult,
}
