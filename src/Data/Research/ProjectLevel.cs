namespace HomeroomGraph.Data.Research;

/// <summary>The level of a research project (rule P1): whose project it is.</summary>
public enum ProjectLevel
{
    /// <summary>校级.</summary>
    School,

    /// <summary>县（区）级.</summary>
    County,

    /// <summary>市级个人课题.</summary>
    CityIndividual,

    /// <summary>市级重点规划课题.</summary>
    CityKey,

    /// <summary>省级.</summary>
    Province,

    /// <summary>国家级.</summary>
    Nation,
}
