namespace HomeroomGraph.GraphQL.Types.Scalars;

/// <summary>The five scalars every schema may use without defining them (spec 3.5).</summary>
public static class BuiltInScalars
{
    public static readonly ScalarType String = new StringScalar();
    public static readonly ScalarType Int = new IntScalar();
    public static readonly ScalarType Float = new FloatScalar();
    public static readonly ScalarType Boolean = new BooleanScalar();
    public static readonly ScalarType Id = new IdScalar();

    public static readonly IReadOnlyList<ScalarType> All = [String, Int, Float, Boolean, Id];

    /// <summary>The built-in scalar of that name, or null.</summary>
    public static ScalarType? Find(string name) => All.FirstOrDefault(scalar => scalar.Name == name);
}
