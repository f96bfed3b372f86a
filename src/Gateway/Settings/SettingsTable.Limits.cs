using System.Globalization;
using HomeroomGraph.GraphQL;

namespace HomeroomGraph.Gateway.Settings;

/// <summary>The limits of a GraphQL request; <c>docs/limits.md</c> says what each means to a client. The defaults are the engine's.</summary>
public static partial class SettingsTable
{
    private static readonly PipelineOptions Engine = new();

    public static readonly Setting MaxBodyKilobytes = new("Homeroom__MaxBodyKilobytes", "1024",
        "Largest body of a request, in KiB; an import has a bound of its own.");

    public static readonly Setting MaxTokens = new("Homeroom__MaxTokens", Text(Engine.Parser.MaxTokens),
        "Tokens of a document.");

    public static readonly Setting MaxDepth = new("Homeroom__MaxDepth", Text(Engine.Parser.MaxDepth),
        "Nesting of whatever nests: selections (fragments spread), values, types, variables.");

    public static readonly Setting MaxFields = new("Homeroom__MaxFields", Text(Engine.Parser.MaxFields),
        "Fields of a document, and of an operation once its fragments are spread.");

    public static readonly Setting MaxAliases = new("Homeroom__MaxAliases", Text(Engine.Parser.MaxAliases),
        "Fields of a document that have an alias.");

    public static readonly Setting MaxDirectives = new("Homeroom__MaxDirectives", Text(Engine.Parser.MaxDirectivesPerLocation),
        "Directives at one place.");

    public static readonly Setting MaxFragmentVisits = new("Homeroom__MaxFragmentVisits", Text(Engine.Validation.MaxFragmentVisits),
        "Steps from fragment to fragment while a document is validated, and while it is planned.");

    public static readonly Setting MaxFieldComparisons = new("Homeroom__MaxFieldComparisons", Text(Engine.Validation.MaxFieldComparisons),
        "Comparisons of fields that answer under the same name.");

    public static readonly Setting MaxErrors = new("Homeroom__MaxErrors", Text(Engine.MaxErrors),
        "Errors that an answer tells.");

    public static readonly Setting MaxListItems = new("Homeroom__MaxListItems", Text(Engine.Operations.MaxListItems),
        "Items of one list in the arguments, such as ids, in, and, or.");

    public static readonly Setting MaxInputValues = new("Homeroom__MaxInputValues", Text(Engine.Operations.MaxInputValues),
        "Values in all arguments of an operation together.");

    public static readonly Setting MaxConditions = new("Homeroom__MaxConditions", Text(Engine.Operations.MaxConditions),
        "Conditions in all filters of an operation together.");

    public static readonly Setting MaxOrderTerms = new("Homeroom__MaxOrderTerms", Text(Engine.Operations.MaxOrderTerms),
        "Terms of one order.");

    public static readonly Setting MaxGroupKeys = new("Homeroom__MaxGroupKeys", Text(Engine.Operations.MaxGroupKeys),
        "Keys by which rows are grouped at once.");

    public static readonly Setting MaxMeasures = new("Homeroom__MaxMeasures", Text(Engine.Operations.MaxMeasures),
        "Counts and measures of all groups of an operation together.");

    public static readonly Setting MaxMutations = new("Homeroom__MaxMutations", Text(Engine.Operations.MaxMutations),
        "Mutations of one operation.");

    public static readonly Setting MaxTables = new("Homeroom__MaxTables", Text(Engine.Operations.MaxTables),
        "Tables that one operation reads, each time it does.");

    public static readonly Setting MaxRows = new("Homeroom__MaxRows", Text(Engine.Operations.MaxRows),
        "Rows that one operation asks for, pages inside pages multiplied.");

    public static readonly Setting MaxCost = new("Homeroom__MaxCost", Text(Engine.Operations.MaxCost),
        "Cost of one operation, estimated before it runs.");

    public static readonly Setting MaxAnswerMegabytes = new("Homeroom__MaxAnswerMegabytes", Text(Engine.Operations.MaxAnswerBytes >> 20),
        "Size of an answer, in MiB, as far as names and the number of rows tell before it is made.");

    public static readonly Setting TimeLimitSeconds = new("Homeroom__TimeLimitSeconds", Text((long)Engine.TimeLimit.TotalSeconds),
        "How long an operation may run; then its statement is cancelled in PostgreSQL.");

    public static readonly Setting ConcurrentOperations = new("Homeroom__ConcurrentOperations", Text(Engine.ConcurrentOperations),
        "Operations of one account, or of one address without an account, that run at once.");

    public static readonly Setting CostPerMinute = new("Homeroom__CostPerMinute", Text(Engine.CostPerMinute),
        "Points of cost that one account, or one address without an account, may spend in a minute, at each gateway; 0: as many as it likes.");

    public static readonly Setting ExportSeconds = new("Homeroom__ExportSeconds", "600",
        "How long an export of a whole list may take until its last row is sent; then it is broken off.");

    public static readonly Setting ConcurrentExports = new("Homeroom__ConcurrentExports", "2",
        "Exports of one account that run at once; four of all accounts do, and others wait.");

    private static IReadOnlyList<Setting> Limits =>
    [
        MaxBodyKilobytes, MaxTokens, MaxDepth, MaxFields, MaxAliases, MaxDirectives, MaxFragmentVisits, MaxFieldComparisons, MaxErrors,
        MaxListItems, MaxInputValues, MaxConditions, MaxOrderTerms, MaxGroupKeys, MaxMeasures, MaxMutations, MaxTables, MaxRows, MaxCost,
        MaxAnswerMegabytes, TimeLimitSeconds, ConcurrentOperations, CostPerMinute, ExportSeconds, ConcurrentExports,
    ];

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
