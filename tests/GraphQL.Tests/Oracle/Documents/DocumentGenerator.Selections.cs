using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Tests.Oracle.Documents;

/// <summary>Selections, their arguments and directives.</summary>
internal sealed partial class DocumentGenerator
{
    private void SelectionSet(NamedType type, int depth, bool onlyOne = false)
    {
        _tokens.Add("{");
        int count = onlyOne ? 1 : choices.Between(1, 4);
        var last = new List<string>();
        for (int i = 0; i < count; i++)
        {
            int start = _tokens.All.Count;
            // The same once more: it is merged.
            if (last.Count > 0 && choices.Percent(6)) _tokens.Add([.. last]);
            else Selection(type, depth, onlyOne);
            last = _tokens.All[start..];
        }
        _tokens.Add("}");
    }

    private void Selection(NamedType type, int depth, bool onlyOne)
    {
        _selections++;
        bool mayNest = _selections < MostSelections && depth < Deepest;
        int kind = choices.Below(100);
        if (mayNest && kind < 14) InlineFragment(type, depth, onlyOne);
        else if (mayNest && kind < 28) FragmentSpread(type);
        else if (FieldOf(type, mayNest) is { } field && kind < 94) Field(type, field, depth);
        else if (onlyOne && type is ComplexType complex) Field(type, complex.Fields.GetAt(0).Value, depth);
        else Typename();
    }

    private void Typename()
    {
        if (choices.Percent(40)) _tokens.Add(NextAlias(), ":");
        _tokens.Add("__typename");
        Directives(DirectiveLocations.Field);
    }

    private FieldDefinition? FieldOf(NamedType type, bool mayNest)
    {
        if (type is not ComplexType complex) return null;
        if (type == schema.Query && choices.Percent(3)) return schema.FindField(type, choices.Of("__schema", "__type"));
        var fields = complex.Fields.Values.Where(field => mayNest || field.Type.Named.IsLeaf).ToList();
        return fields.Count == 0 ? null : choices.Of(fields);
    }

    private void Field(NamedType parent, FieldDefinition field, int depth)
    {
        // Under their own names fields meet each other and may conflict.
        if (choices.Percent(field.Arguments.Count > 0 ? 80 : 30)) _tokens.Add(choices.Percent(wrong) ? "a1" : NextAlias(), ":");
        _tokens.Add(choices.Percent(wrong) ? AnyFieldName() : field.Name);
        if (ArgumentsOf?.Of(parent, field) is { } chosen) Chosen(chosen, field);
        else Arguments(field.Arguments.Values, optional: 40);
        Directives(DirectiveLocations.Field);
        bool nests = field.Type.Named.IsComposite;
        if (nests != choices.Percent(wrong)) SelectionSet(nests ? field.Type.Named : schema.Query!, depth + 1);
    }

    private void InlineFragment(NamedType type, int depth, bool onlyOne)
    {
        _tokens.Add("...");
        var on = choices.Percent(25) ? type : Overlapping(type);
        if (on != type || choices.Percent(40)) _tokens.Add("on", on.Name);
        Directives(DirectiveLocations.InlineFragment, skips: !onlyOne);
        SelectionSet(on, depth + 1, onlyOne);
    }

    private void FragmentSpread(NamedType type)
    {
        var on = Overlapping(type);
        // Those after this one only; the operations come before all.
        int after = _fragments.IndexOf(_current) + 1;
        var known = _fragments.Skip(after).FirstOrDefault(fragment => fragment.On == on && choices.Percent(60));
        if (known is null)
        {
            known = new Fragment($"F{_fragments.Count}", on);
            _fragments.Add(known);
        }
        _current.Spreads.Add(known);
        _tokens.Add("...", choices.Percent(wrong) ? $"F{choices.Below(_fragments.Count + 1)}" : known.Name);
        Directives(DirectiveLocations.FragmentSpread, skips: _current.On != schema.Subscription);
    }

    /// <summary>A type of which a value may be when it is one of the type.</summary>
    private NamedType Overlapping(NamedType type)
    {
        if (choices.Percent(wrong)) return choices.Of(schema.Types.Values.Where(other => other.IsComposite).ToList());
        var possible = schema.PossibleTypes(type);
        return choices.Of(schema.Types.Values.Where(other => other.IsComposite && schema.PossibleTypes(other).Intersect(possible).Any()).DefaultIfEmpty(type).ToList());
    }

    private void Arguments(IEnumerable<InputValueDefinition> definitions, int optional)
    {
        var given = definitions.Where(argument => (argument.IsRequired || choices.Percent(optional)) && !choices.Percent(wrong)).ToList();
        if (given.Count == 0 && !choices.Percent(wrong)) return;
        _tokens.Add("(");
        foreach (var argument in given)
        {
            _tokens.Add(choices.Percent(wrong) ? AnyFieldName() : argument.Name, ":");
            Value(argument);
        }
        if (choices.Percent(wrong)) _tokens.Add("extra", ":", "1");
        _tokens.Add(")");
    }

    /// <summary>Arguments that were chosen; a filter or an order may be a variable all the same.</summary>
    private void Chosen(IReadOnlyList<(string Name, string Value)> arguments, FieldDefinition field)
    {
        if (arguments.Count == 0) return;
        _tokens.Add("(");
        bool hasCursor = arguments.Any(argument => argument.Name is "after" or "before");
        foreach (var (name, value) in arguments)
        {
            _tokens.Add(name, ":");
            // A cursor is one of this order, and a variable may be another.
            if (name == "order" && !hasCursor && choices.Percent(30)) Value(field.Arguments[name]);
            else if (name == "where" && choices.Percent(30)) Filter(field.Arguments[name].Type, value);
            else _tokens.Add([.. TokensOf.Text(value)]);
        }
        _tokens.Add(")");
    }

    /// <summary>A filter that is a variable, or has one in it.</summary>
    private void Filter(GraphQLType type, string value)
    {
        bool isWhole = choices.Percent(50);
        string variable = Variables.For(isWhole ? type : new NonNullType(type), hasDefault: false, mustBeNonNull: false);
        _current.Variables.Add(variable);
        if (isWhole) _tokens.Add("$", variable);
        else _tokens.Add("{", "and", ":", "[", "$", variable, "]", "not", ":").Add([.. TokensOf.Text(value)]).Add("}");
    }

    private void Value(InputValueDefinition argument)
    {
        var values = new ValuesWithVariables(choices, wrong, Variables, _current.Variables, ArgumentsOf);
        // Taken apart into tokens, so that each can be hit by a mutation.
        _tokens.Add([.. TokensOf.Text(values.At(argument.Type, argument.DefaultValue is not null))]);
    }

    private void Directives(string location, bool skips = true)
    {
        while (choices.Percent(8))
        {
            var here = schema.Directives.Values.Where(directive =>
                (directive.Locations.Contains(location) || choices.Percent(wrong)) && (skips || directive.Name is not ("skip" or "include"))).ToList();
            if (here.Count == 0) return;
            var directive = choices.Of(here);
            // Incremental delivery has many rules of its own, which would hide the others'.
            if (directive.Name is "defer" or "stream" && choices.Percent(80)) continue;
            _tokens.Add("@", choices.Percent(wrong) ? "unknown" : directive.Name);
            // Those of an operation itself, of its variables and of a fragment are written after the variables are declared.
            if (location is DirectiveLocations.Field or DirectiveLocations.InlineFragment or DirectiveLocations.FragmentSpread) Arguments(directive.Arguments.Values, optional: 50);
            else ConstantArguments(directive);
            if (!directive.IsRepeatable && !choices.Percent(wrong)) return;
        }
    }

    private void ConstantArguments(DirectiveDefinition directive)
    {
        var given = directive.Arguments.Values.Where(argument => argument.IsRequired || choices.Percent(40)).ToList();
        if (given.Count == 0) return;
        _tokens.Add("(");
        foreach (var argument in given) _tokens.Add(argument.Name, ":").Add([.. TokensOf.Text(new Literals(choices, wrong).Of(argument.Type))]);
        _tokens.Add(")");
    }

    private string NextAlias() => $"a{++_aliases}";

    private string AnyFieldName()
    {
        var type = choices.Of(schema.Types.Values.OfType<ComplexType>().ToList());
        return type.Fields.Count == 0 || choices.Percent(15) ? "unknown" : choices.Of(type.Fields.Keys.ToList());
    }
}
