using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HomeroomGraph.Data;

/// <summary>
/// An enum as the text that the database keeps. States are text with a check and never PostgreSQL enums, whose operators are
/// not leakproof and so lose their index under row-level security.
/// </summary>
public static class EnumText<TEnum>
    where TEnum : struct, Enum
{
    private static readonly FrozenDictionary<TEnum, string> Texts =
        Enum.GetValues<TEnum>().ToFrozenDictionary(value => value, value => SnakeCase.Of(value.ToString()));

    private static readonly FrozenDictionary<string, TEnum> Values =
        Texts.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>All texts, in the order of the enum.</summary>
    public static IEnumerable<string> All => Enum.GetValues<TEnum>().Select(Of);

    /// <summary>The text kept for a value.</summary>
    public static string Of(TEnum value) => Texts[value];

    /// <summary>The value of a kept text.</summary>
    public static TEnum Parse(string text) =>
        Values.TryGetValue(text, out var value)
            ? value
            : throw new FormatException($"\"{text}\" is not a {typeof(TEnum).Name}: {string.Join(", ", All)}");
}

/// <summary>Tells EF Core to keep an enum as <see cref="EnumText{TEnum}"/>.</summary>
public sealed class EnumTextConverter<TEnum>()
    : ValueConverter<TEnum, string>(value => EnumText<TEnum>.Of(value), text => EnumText<TEnum>.Parse(text))
    where TEnum : struct, Enum;
