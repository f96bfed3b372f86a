namespace HomeroomGraph.Data.Research;

/// <summary>A condition of a step as the database states it: what is missing, all at once. Its triggers refuse the step by the same.</summary>
internal sealed record MissingParts(string Sql)
{
    /// <summary>Rules P1 to P4, P6, P15.</summary>
    public static readonly MissingParts OfSubmission = new("select code, part, detail from homeroom.missing_of_submission($1, $2, $3)");

    /// <summary>Rules P5, P15.</summary>
    public static readonly MissingParts OfPanel = new("select code, part, detail from homeroom.missing_of_panel($1, $2, $3)");
}
