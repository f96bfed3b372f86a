using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Planning.Groups;

/// <summary>Makes keys of a <c>by</c> argument. A related row is joined once, whatever is asked of it.</summary>
internal sealed class GroupKeyPlanner(GroupSource source, string path)
{
    private readonly Dictionary<(TableSource, string), TableSource> _related = [];
    private int _count;

    /// <summary>The keys of all entries; none for the one group of all rows.</summary>
    public GroupKeys Plan(RowType type, InputValue? by)
    {
        var keys = new GroupKeys();
        if (by is ListInput entries)
            foreach (var entry in entries.Items.OfType<ObjectInput>()) AddKeys(type, source.Rows, entry, keys, isRelated: false);
        return keys;
    }

    /// <summary>The parts of the one key that an argument names, as values of the rows: what different ones are counted of. What is the same for all
    /// rows tells none apart.</summary>
    public IReadOnlyList<SqlColumn> One(RowType type, ObjectInput of, string argument)
    {
        var named = Named(type, source.Rows, of).ToList();
        if (named.Count != 1) throw Refused($"'{argument}' names one key; it names {named.Count}.");
        var (row, field, input) = named[0];
        var parts = (field is GroupField.Row { Path: { } path } relation ? OwnKey(row, relation, path) : null) ?? Parts(row, field, input).ToList();
        return [.. parts.Where((part, i) => i == parts.Count - 1 || !row.Visible.Fixes(part)).Select(source.Value)];
    }

    /// <summary>The key of the related row as the row has it, where the viewer sees every row that it leads to; null otherwise. Then nothing is joined.</summary>
    private static List<SqlFragment>? OwnKey(TableSource row, GroupField.Row relation, Relation path)
    {
        var related = relation.Target.Read(row.Scope);
        if (row.OfOwnColumns(path, related) is not { } seen || !row.Visible.Implies(seen)) return null;
        var key = relation.Target.Table.Key.Select(column => path.Columns.FirstOrDefault(pair => pair.To == column).From).ToList();
        return key.Contains(null!) ? null : key.ConvertAll(column => SqlFragment.Of($"{row[column]}"));
    }

    private void AddKeys(RowType type, TableSource row, ObjectInput entry, GroupKeys keys, bool isRelated)
    {
        foreach (var (name, input) in entry.Fields)
        {
            if (Field(type, name, input, out bool isThrough) is not { } field) continue;
            if (isThrough)
            {
                var relation = (GroupField.Row)field;
                if (keys.Find(name) is not GroupKey.Through through) keys.Add(name, through = new GroupKey.Through(relation.Target, new GroupKeys()));
                AddKeys(relation.Target, Related(row, relation), (ObjectInput)input, through.Keys, isRelated: true);
            }
            else if (keys.Find(name) is not { } known)
            {
                keys.Add(name, Key(row, field, input, isRelated));
            }
            else if (known is GroupKey.Value { Bucket: { } bucket } && bucket != BucketOf(input))
            {
                throw Refused($"'{name}' is a key by {bucket} already; a second bucket is a question of its own.");
            }
        }
    }

    private GroupKey Key(TableSource row, GroupField field, InputValue input, bool isRelated)
    {
        var parts = Parts(row, field, input).ToList();
        bool isComputed = isRelated || parts.Exists(part => !part.IsColumn) || field is GroupField.Row;
        row.Scope.Budget.GroupKey(++_count, isComputed ? CostWeights.ComputedGroupKey : CostWeights.GroupKey);
        int? most = field is GroupField.Value { Column.Type.MostValues: { } values } ? values + 1 : null;
        var columns = parts.ConvertAll(part => source.Key(part, most));
        return field switch
        {
            GroupField.Value { Column: var column } => new GroupKey.Value(columns[0], column.Type, column.MayBeNull(row) || isRelated, BucketOf(input)),
            GroupField.Row relation => new GroupKey.Row(relation.Target, columns),
            _ => throw new ArgumentOutOfRangeException(nameof(field)),
        };
    }

    private IEnumerable<SqlFragment> Parts(TableSource row, GroupField field, InputValue input)
    {
        if (field is GroupField.Row relation) return relation.Target.KeyOf(Related(row, relation));
        var value = ((GroupField.Value)field).Column.Value(row, FieldArguments.None);
        return [BucketOf(input) is { } bucket ? DateBucket.Of(value, bucket) : value];
    }

    private IEnumerable<(TableSource Row, GroupField Field, InputValue Input)> Named(RowType type, TableSource row, ObjectInput entry)
    {
        foreach (var (name, input) in entry.Fields)
        {
            if (Field(type, name, input, out bool isThrough) is not { } field) continue;
            if (!isThrough)
            {
                yield return (row, field, input);
                continue;
            }
            var relation = (GroupField.Row)field;
            foreach (var named in Named(relation.Target, Related(row, relation), (ObjectInput)input)) yield return named;
        }
    }

    /// <summary>The field of an entry; null where it is not asked for after all.</summary>
    private static GroupField? Field(RowType type, string name, InputValue input, out bool isThrough)
    {
        isThrough = input is ObjectInput;
        if (input is NullInput || input is LeafValue { ClrValue: false }) return null;
        return isThrough ? type.GroupFields.Values.OfType<GroupField.Row>().First(relation => relation.Through == name) : type.GroupFields[name];
    }

    private static string? BucketOf(InputValue input) => input is LeafValue { ClrValue: EnumValue bucket } ? bucket.Name : null;

    private TableSource Related(TableSource row, GroupField.Row relation)
    {
        if (_related.TryGetValue((row, relation.Name), out var known)) return known;
        var related = _related[(row, relation.Name)] = relation.Target.Read(row.Scope);
        source.Join(related, relation.Match(row, related, FieldArguments.None), relation.IsUnique);
        return related;
    }

    private GraphQLRequestException Refused(string message) => new(new GraphQLError(message, ErrorCodes.BadUserInput) { Path = path.Split('.') });
}
