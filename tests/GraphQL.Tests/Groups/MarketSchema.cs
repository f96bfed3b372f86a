using System.Reflection;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.GraphQL.Tests.Groups;

public sealed class Stall
{
    public int DistrictId { get; init; }
    public long StallId { get; init; }
    public string Name { get; init; } = "";
    public string? Zone { get; init; }

    /// <summary>Nobody sees a stall that was closed.</summary>
    public DateOnly? ClosedOn { get; init; }
    public List<Sale> Sales { get; init; } = [];
}

/// <summary>A period of a district; no two overlap, and there are days in none.</summary>
public sealed class Season
{
    public int DistrictId { get; init; }
    public long SeasonId { get; init; }
    public string Name { get; init; } = "";
    public DateOnly StartsOn { get; init; }
    public DateOnly? EndsOn { get; init; }
}

public sealed class Sale
{
    public int DistrictId { get; init; }
    public long SaleId { get; init; }
    public long? StallId { get; init; }
    public string Kind { get; init; } = "";
    public int? Amount { get; init; }
    public decimal? Price { get; init; }
    public DateOnly? SoldOn { get; init; }
    public Stall? Stall { get; init; }
}

/// <summary>The declarations of the market: every kind of key and measure once.</summary>
internal static class MarketSchema
{
    public static readonly Claim Districts = new("districts", SqlTypes.Integer);

    public static TableSchema Build() => new TableSchemaBuilder(new MarketModel()).Add(new StallType(), new SeasonType(), new SaleType()).Build([Districts]);

    private sealed class StallType() : TableType<Stall>("Stall", "A stall.")
    {
        protected override RowPolicy Policy(RowPolicyBuilder<Stall> row) => RowPolicy.AllOf(row.In(Districts, s => s.DistrictId), row.IsNull(s => s.ClosedOn));

        protected override void Configure(TableTypeDescriptor<Stall> type)
        {
            type.Root.List("stalls", "All stalls.");
            type.Field(s => s.Name, "Its name.").Filterable().Sortable();
            type.Field(s => s.Zone, "Where it stands.").Filterable().Sortable().Groupable();
            type.ToMany(s => s.Sales, "What it sold.").Filterable().Groups();
        }
    }

    private sealed class SeasonType() : TableType<Season>("Season", "A season.")
    {
        protected override RowPolicy Policy(RowPolicyBuilder<Season> row) => row.In(Districts, s => s.DistrictId);

        protected override void Configure(TableTypeDescriptor<Season> type)
        {
            type.Root.List("seasons", "All seasons.");
            type.Field(s => s.Name, "Its name.").Filterable().Sortable();
        }
    }

    private sealed class SaleType() : TableType<Sale>("Sale", "A sale.")
    {
        protected override RowPolicy Policy(RowPolicyBuilder<Sale> row) => row.In(Districts, s => s.DistrictId);

        protected override void Configure(TableTypeDescriptor<Sale> type)
        {
            type.Root.List("sales", "All sales.").Groups("Groups of sales.");
            type.Field(s => s.Kind, "What was sold.").Filterable().Sortable().Groupable();
            type.Field(s => s.Amount, "How many.").Filterable().Sortable().Groupable().Measurable();
            type.Field(s => s.Price, "For how much.").Filterable().Measurable();
            type.Field(s => s.SoldOn, "When.").Filterable().Sortable().Groupable().GroupableByPeriod<Season>(p => p.StartsOn, p => p.EndsOn).Measurable();
            type.Computed("isDear", "It cost more than 50.", SqlTypes.Boolean, (sale, _) => SqlFragment.Of($"({sale[s => s.Price]} > 50)"), isNullable: true).Filterable().Groupable();
            type.ToOne(s => s.Stall, "Who sold it.").Filterable().Groupable();
            type.ToOne<Sale>("larger", "A sale of the same kind and stall with a greater amount.", (sale, other, _) => Predicate.And(
                other.Is(sale, (o => o.DistrictId, s => s.DistrictId), (o => o.Kind, s => s.Kind), (o => o.StallId, s => s.StallId)),
                Predicate.Of($"{other[o => o.Amount]} > {sale[s => s.Amount]}"))).Groupable();
        }
    }

    /// <summary>Tables by the names of the properties.</summary>
    private sealed class MarketModel : ITableModel
    {
        private readonly Dictionary<Type, Table> _tables = [];

        public Table TableOf(Type entity)
        {
            if (_tables.TryGetValue(entity, out var known)) return known;
            var table = _tables[entity] = new Table("market", entity.Name.ToLowerInvariant());
            table.Key = [ColumnOf(entity, entity.GetProperty("DistrictId")!), ColumnOf(entity, entity.GetProperty($"{entity.Name}Id")!)];
            return table;
        }

        public Column ColumnOf(Type entity, MemberInfo property)
        {
            var type = ((PropertyInfo)property).PropertyType;
            var inner = Nullable.GetUnderlyingType(type);
            bool isNullable = inner is not null || property.Name == nameof(Stall.Zone);
            return new Column(TableOf(entity), string.Concat(property.Name.Select((c, i) => char.IsUpper(c) && i > 0 ? $"_{c}" : $"{c}")).ToLowerInvariant(), inner ?? type, isNullable);
        }

        public Relation RelationOf(Type entity, MemberInfo navigation)
        {
            bool toMany = navigation.Name == nameof(Stall.Sales);
            var (from, to) = toMany ? (typeof(Stall), typeof(Sale)) : (typeof(Sale), typeof(Stall));
            return new Relation(TableOf(from), TableOf(to), [Pair("DistrictId"), Pair("StallId")], toMany);

            (Column, Column) Pair(string name) => (ColumnOf(from, from.GetProperty(name)!), ColumnOf(to, to.GetProperty(name)!));
        }

        public string StoredText(Type enumType, object value) => throw new NotSupportedException("The market has no enums.");
    }
}
