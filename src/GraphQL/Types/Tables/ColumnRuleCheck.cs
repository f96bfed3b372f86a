using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using Npgsql;

namespace HomeroomGraph.GraphQL.Types.Tables;

/// <summary>No way round a column's rule (<see cref="FieldDescriptor{T}.VisibleTo"/>): what is computed of such a column has a rule itself,
/// and lists are not ordered by it nor searched, rows not found by it nor related through it, unasked.</summary>
internal sealed class ColumnRuleCheck(IReadOnlyCollection<RowType> types, IReadOnlyList<Claim> claims)
{
    private readonly ILookup<Table, RowType> _byTable = types.ToLookup(type => type.Table);
    private readonly PolicyScope _scope = new(new EveryClaim(claims), [], new OperationBudget(new OperationLimits { MaxTables = int.MaxValue }));

    /// <exception cref="InvalidOperationException">A declaration leads round a rule.</exception>
    public void Run()
    {
        foreach (var type in types)
        {
            foreach (var (column, _, _) in type.DefaultOrder.Where(order => type.RuledColumns.Contains(order.Path)))
                throw new InvalidOperationException($"Lists of {type.Type} are ordered by {column}, which not everybody sees.");
            foreach (var column in type.Search?.Sources.Where(IsRuled) ?? [])
                throw new InvalidOperationException($"Lists of {type.Type} are searched by {column.Table}.{column.Name}, which not everybody sees.");
            foreach (string column in type.NaturalKeys.Where(type.RuledColumns.Contains))
                throw new InvalidOperationException($"A {type.Type} is found by {column}, which not everybody sees.");
            foreach (var field in type.Type.Fields.Values.Where(field => !type.RuledFields.Contains(field.Name)))
            {
                if (RuledColumnIn(ExpressionOf(field, type.Read(_scope))) is { } column)
                    throw new InvalidOperationException($"{type.Type}.{field.Name} is made of {column}, which not everybody sees: it needs a rule of its own.");
            }
        }
    }

    private bool IsRuled(Column column) => _byTable[column.Table].Any(type => type.RuledColumns.Contains(column.Name));

    private SqlFragment? ExpressionOf(FieldDefinition field, TableSource row) => field.Binding switch
    {
        ColumnBinding column => column.Value(row, FieldArguments.StandIns),
        ToOneBinding one => one.Match(row, one.Target.Read(_scope), FieldArguments.StandIns).Sql,
        ToManyBinding many => many.Match(row, many.Target.Read(_scope), FieldArguments.StandIns).Sql,
        _ => null,
    };

    private string? RuledColumnIn(SqlFragment? expression) => expression?.Parts.OfType<SqlPart.Column>()
        .Where(column => column.Source is TableSource source && _byTable[source.Table].Any(type => type.RuledColumns.Contains(column.Name)))
        .Select(column => $"{((TableSource)column.Source).Table}.{column.Name}").FirstOrDefault();

    /// <summary>Holds every claim, so every part of a declaration is looked at.</summary>
    private sealed class EveryClaim(IReadOnlyList<Claim> claims) : IViewer
    {
        public bool IsAuthenticated => false;
        public string Identity => "";
        public string Client => "";
        public DateOnly Today => default;
        public bool TrustedDocumentsOnly => false;
        public bool MaySee(int districtId) => false;
        public Array? ValueOf(Claim claim) => claims.Contains(claim) ? claim.Type.ToArray([claim.Type.ParseText("1"), claim.Type.ParseText("2")]) : null;
        public GraphQLError? Refuses(string rootField) => null;
        public NpgsqlBatchCommand EnterStatement(NpgsqlBatchCommand? again) => throw new NotSupportedException("A declaration is looked at, and nothing is run.");
    }
}
