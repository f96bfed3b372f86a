using System.Collections;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;

namespace HomeroomGraph.GraphQL.Execution;

/// <summary>What a resolver gives for a scalar or an enum, held against its type (spec 3.5 "result coercion", 3.9): nothing is made to fit, for
/// both sides are ours.</summary>
internal static class LeafResult
{
    /// <exception cref="FieldErrorException">It is no value of the type.</exception>
    public static object Of(NamedType type, object value)
    {
        bool fits = type switch
        {
            EnumType @enum => value is string name && @enum.Values.ContainsKey(name),
            IntScalar => value is int or long and >= int.MinValue and <= int.MaxValue,
            FloatScalar => value is int or long || value is double number && double.IsFinite(number),
            StringScalar => value is string,
            BooleanScalar => value is bool,
            IdScalar => value is string or int or long or Guid,
            _ => value is string or bool or int or long or DateOnly or DateTimeOffset or Guid || value is double number && double.IsFinite(number),
        };
        return fits ? value : throw new FieldErrorException($"{type} cannot represent the value of this field.");
    }

    /// <summary>A list, which a text is not.</summary>
    /// <exception cref="FieldErrorException">It is none.</exception>
    public static IEnumerable ListOf(object value) => value is IEnumerable items and not string
        ? items
        : throw new FieldErrorException("The value of this field is not a list.");
}
