using HomeroomGraph.GraphQL;
using HomeroomGraph.GraphQL.Answers;
using HomeroomGraph.GraphQL.Exports;
using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Validation;

namespace HomeroomGraph.Gateway.Settings;

/// <summary>The limits of a GraphQL request as the settings have them.</summary>
/// <param name="BodyBytes">The largest body.</param>
/// <param name="Engine">Those that the engine keeps; what is not a limit has its default there.</param>
/// <param name="Exports">Those of whole lists.</param>
public sealed record RequestLimits(long BodyBytes, PipelineOptions Engine, ExportLimits Exports)
{
    internal static RequestLimits Read(SettingsReader read)
    {
        const int many = 100_000_000;
        int depth = read.WholeNumber(SettingsTable.MaxDepth, 1, ParserLimits.StackSafeDepth);
        int fields = read.WholeNumber(SettingsTable.MaxFields, 1, many);
        int listItems = read.WholeNumber(SettingsTable.MaxListItems, 1, many);
        int fragmentVisits = read.WholeNumber(SettingsTable.MaxFragmentVisits, 1, many);
        int cost = read.WholeNumber(SettingsTable.MaxCost, 1, many);
        int costPerMinute = read.WholeNumber(SettingsTable.CostPerMinute, 0, 2_000_000_000);
        if (costPerMinute != 0 && costPerMinute < cost)
            read.Refuse(SettingsTable.CostPerMinute, $"it is less than {SettingsTable.MaxCost.Name}, so the dearest operation could never run.");
        return new RequestLimits((long)read.WholeNumber(SettingsTable.MaxBodyKilobytes, 1, 1_048_576) << 10, new PipelineOptions
        {
            Parser = new ParserLimits
            {
                MaxTokens = read.WholeNumber(SettingsTable.MaxTokens, 1, many),
                MaxDepth = depth,
                MaxFields = fields,
                MaxAliases = read.WholeNumber(SettingsTable.MaxAliases, 0, many),
                MaxDirectivesPerLocation = read.WholeNumber(SettingsTable.MaxDirectives, 0, many),
            },
            Validation = new ValidationOptions
            {
                MaxFragmentVisits = fragmentVisits,
                MaxFieldComparisons = read.WholeNumber(SettingsTable.MaxFieldComparisons, 1, many),
                MaxSpreadDepth = depth,
            },
            Variables = new VariableLimits(MaxDepth: depth, MaxListItems: listItems),
            Operations = new OperationLimits
            {
                MaxFields = fields,
                MaxSelections = fragmentVisits,
                MaxInputDepth = depth,
                MaxListItems = listItems,
                MaxInputValues = read.WholeNumber(SettingsTable.MaxInputValues, 1, many),
                MaxConditions = read.WholeNumber(SettingsTable.MaxConditions, 1, many),
                MaxOrderTerms = read.WholeNumber(SettingsTable.MaxOrderTerms, 1, 100),
                MaxGroupKeys = read.WholeNumber(SettingsTable.MaxGroupKeys, 1, 100),
                MaxMeasures = read.WholeNumber(SettingsTable.MaxMeasures, 1, many),
                MaxMutations = read.WholeNumber(SettingsTable.MaxMutations, 1, many),
                MaxTables = read.WholeNumber(SettingsTable.MaxTables, 1, many),
                MaxRows = read.WholeNumber(SettingsTable.MaxRows, 1, many),
                MaxAnswerBytes = (long)read.WholeNumber(SettingsTable.MaxAnswerMegabytes, 1, 100_000) << 20,
                MaxCost = cost,
            },
            TimeLimit = TimeSpan.FromSeconds(read.WholeNumber(SettingsTable.TimeLimitSeconds, 1, 3_600)),
            ConcurrentOperations = read.WholeNumber(SettingsTable.ConcurrentOperations, 1, 10_000),
            CostPerMinute = costPerMinute,
            MaxErrors = read.WholeNumber(SettingsTable.MaxErrors, 1, 100),
            Answers = new AnswerOptions
            {
                MaxBytes = (long)read.WholeNumber(SettingsTable.AnswerMegabytes, 0, 100_000) << 20,
                MaxEntries = read.WholeNumber(SettingsTable.AnswerEntries, 1, 10_000_000),
            },
        }, new ExportLimits(
            TimeSpan.FromSeconds(read.WholeNumber(SettingsTable.ExportSeconds, 1, 86_400)), read.WholeNumber(SettingsTable.ConcurrentExports, 1, 1_000)));
    }
}
