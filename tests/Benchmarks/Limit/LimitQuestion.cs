using System.Globalization;
using System.Text.Json;
using Npgsql;

namespace HomeroomGraph.Benchmarks.Limit;

/// <summary>How one question is answered as fast as we know: one statement written by hand, prepared, and its rows written as JSON.</summary>
internal abstract class LimitQuestion
{
    /// <summary>The question's name, which is the endpoint's too.</summary>
    public abstract string Name { get; }

    /// <summary>The one statement.</summary>
    public abstract string Sql { get; }

    /// <summary>Typed parameters in the statement's order.</summary>
    public abstract NpgsqlParameter[] Parameters();

    /// <summary>Takes the values of a request.</summary>
    public abstract void Bind(IQueryCollection query, NpgsqlParameterCollection parameters);

    /// <summary>Writes the answer of the rows.</summary>
    public abstract Task WriteAsync(NpgsqlDataReader rows, LimitWriter json, IQueryCollection query);

    protected static NpgsqlParameter<T> Of<T>() => new();

    protected static void Set<T>(NpgsqlParameterCollection parameters, int index, T value) => ((NpgsqlParameter<T>)parameters[index]).TypedValue = value;

    protected static int Int(IQueryCollection query, string name) => int.Parse(query[name].ToString(), NumberStyles.None, CultureInfo.InvariantCulture);

    protected static long Long(IQueryCollection query, string name) => long.Parse(query[name].ToString(), NumberStyles.None, CultureInfo.InvariantCulture);

    protected static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    protected static JsonEncodedText Key(string name) => JsonEncodedText.Encode(name);
}
