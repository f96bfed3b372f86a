using HomeroomGraph.GraphQL.Planning;

namespace HomeroomGraph.GraphQL.Types.Tables;

/// <summary>Declares an enum type of the contract over a C# enum that columns keep as text.</summary>
public sealed class EnumDeclaration<TEnum>(string name, string description) : EnumDeclaration(typeof(TEnum), name, description)
    where TEnum : struct, Enum
{
    /// <summary>Adds a value.</summary>
    public EnumDeclaration<TEnum> Value(TEnum value, string description, DeprecationNotice? deprecated = null)
    {
        Values.Add((value, description, deprecated));
        return this;
    }
}

/// <summary>The part of an enum's declaration that does not depend on the C# enum.</summary>
public abstract class EnumDeclaration(Type clrType, string name, string description)
{
    internal Type ClrType { get; } = clrType;
    internal List<(object Value, string Description, DeprecationNotice? Deprecated)> Values { get; } = [];

    /// <summary>The type; every value of the C# enum must be declared.</summary>
    internal EnumType Build(ITableModel model)
    {
        var missing = Enum.GetValues(ClrType).Cast<object>().Except(Values.Select(v => v.Value)).ToList();
        if (missing.Count > 0) throw new InvalidOperationException($"{name} leaves out {string.Join(", ", missing)}.");
        var type = new EnumType(name) { Description = description };
        foreach (var (value, text, deprecated) in Values)
        {
            string stored = model.StoredText(ClrType, value);
            type.Add(new EnumValue(stored.ToUpperInvariant()) { Description = text, StoredAs = stored, DeprecationReason = deprecated?.Reason });
        }
        return type;
    }
}
