using HomeroomGraph.Data.Refusals;
using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Mutations;

/// <summary>The rules that can refuse a mutation, as data: <c>rules</c>.</summary>
internal static class RuleType
{
    public static void Declare(TableSchemaBuilder schema)
    {
        var text = new NonNullType(BuiltInScalars.String);
        var rule = new ObjectType("RefusingRule") { Description = "A rule of the domain that can refuse a mutation, and what it then says." };
        rule.Add(MemoryField.Of<Rule>("code", text, "RuleBrokenError.code.", r => r.Code));
        rule.Add(MemoryField.Of<Rule>("rule", text, "The rule's id, such as P2.", r => r.Id));
        rule.Add(MemoryField.Of<Rule>("english", text, "What it says; {0} stands for what is wrong in particular.", r => r.English));
        rule.Add(MemoryField.Of<Rule>("chinese", text, "The same in Chinese.", r => r.Chinese));
        schema.Query.Add(new FieldDefinition("rules", new NonNullType(new ListType(new NonNullType(rule))))
        {
            Description = "The rules that can refuse a mutation, with their codes.",
            Binding = new ResolverBinding(_ => RuleTable.All),
        });
    }
}
