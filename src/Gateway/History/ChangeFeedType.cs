using System.Text.Json;
using HomeroomGraph.Data;
using HomeroomGraph.Data.History;
using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.History;

/// <summary>The feed of changes for integrators (rule V4): <c>changes</c>, and <c>changesPosition</c>, from which it begins beside a first pull.</summary>
internal static class ChangeFeedType
{
    private const int UsualEntries = 100;

    private static readonly Dictionary<string, FollowedType> ByTable = FollowedTypes.All.ToDictionary(type => type.Table);

    public static void Declare(TableSchemaBuilder schema)
    {
        var type = TypeEnum();
        var rows = FollowedTypes.All.Select(followed => schema.RowTypeOf(followed.Entity)).ToList();
        var row = new UnionType("FollowedRow") { Description = "A row whose changes can be followed. Rule V4." };
        row.Members.AddRange(rows.Select(target => target.Type));
        schema.Add(row);

        schema.Query.Add(new FieldDefinition("changes", new NonNullType(Feed(type, row, rows)))
        {
            Description = "What has changed since a position, in the order in which it can be read: each row once, as it is now. Rule V4; docs/for-integrators.md.",
            Binding = new AsyncResolverBinding(ReadAsync) { ItemsArgument = "first" },
        }.With(
            new InputValueDefinition("after", BuiltInScalars.String) { Description = "The position up to which the changes are known; left out: from the beginning of what is kept." },
            Types(type),
            new InputValueDefinition("first", new NonNullType(BuiltInScalars.Int))
            {
                Description = "Entries at most, up to 500.",
                DefaultValue = new IntValueNode(UsualEntries.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            }));
        schema.Query.Add(new FieldDefinition("changesPosition", new NonNullType(BuiltInScalars.String))
        {
            Description = "The feed's end now. Take it before a first pull of all pages, then go on from it with changes: what changes while the pages are read is told again, and nothing "
                + "is missed. Rule V4.",
            Binding = new AsyncResolverBinding(PositionAsync),
        }.With(Types(type)));
    }

    private static async Task<object?> ReadAsync(ResolverContext context)
    {
        var question = Question(context);
        ChangePosition? after = context.Arguments.GetValueOrDefault("after") is string text ? FeedPosition.Decode(text, question) : null;
        int first = Convert.ToInt32(context.Arguments["first"], null);
        if (first == 0) throw FeedException.NothingAsked();
        try
        {
            return new AnsweredFeed(question, await FeedOf(context).ReadAsync(after, question.Reach, first, context.CancellationToken));
        }
        catch (LostPositionException lost)
        {
            throw lost.IsPast ? FeedException.Expired() : FeedException.Invalid("This position is of another database, or of this one before it was restored.");
        }
    }

    private static async Task<object?> PositionAsync(ResolverContext context)
    {
        var question = Question(context);
        return FeedPosition.Encode(await FeedOf(context).EndAsync(context.CancellationToken), question);
    }

    private static FeedQuestion Question(ResolverContext context) => FeedQuestion.Of(
        context.Viewer!, (context.Arguments.GetValueOrDefault("types") as IEnumerable<object?>)?.OfType<EnumValue>().Select(type => type.Name).ToHashSet());

    private static ChangeFeed FeedOf(ResolverContext context) => ((HomeroomDatabase)context.Services!.GetService(typeof(HomeroomDatabase))!).ChangeFeed;

    private static ObjectType Feed(EnumType type, UnionType row, IReadOnlyList<RowType> rows)
    {
        var feed = new ObjectType("ChangeFeed") { Description = "A part of the feed of changes. Rule V4." };
        feed.Add(new FieldDefinition("entries", new NonNullType(new ListType(new NonNullType(Entry(type, row, rows)))))
        {
            Description = "A row each; there may be none, and more behind them all the same.",
            Binding = new SeenItemsBinding(rows, answered => ((AnsweredFeed)answered).Items()),
        });
        feed.Add(MemoryField.Of<AnsweredFeed>("position", new NonNullType(BuiltInScalars.String),
            "Up to where this part goes: after of the next one. It is good for the same types and while the account reads the same.",
            answered => FeedPosition.Encode(answered.Page.ReadTo, answered.Question)));
        feed.Add(MemoryField.Of<AnsweredFeed>("hasMore", new NonNullType(BuiltInScalars.Boolean), "There is more that can be read now.", answered => answered.Page.HasMore));
        feed.Add(MemoryField.Of<AnsweredFeed>("isHeldUp", new NonNullType(BuiltInScalars.Boolean),
            "Changes wait for transactions that still run, anywhere in the database cluster: they come when those have ended.", answered => answered.Page.IsHeldUp));
        return feed;
    }

    private static ObjectType Entry(EnumType type, UnionType row, IReadOnlyList<RowType> rows)
    {
        var entry = new ObjectType("ChangeEntry") { Description = "What has happened to a row. Rule V4." };
        entry.Add(MemoryField.Of<ChangeEntry>("type", new NonNullType(type), "The row's type.", e => e.Type.Name));
        entry.Add(MemoryField.Of<ChangeEntry>("kind", new NonNullType(Kind()), "What has happened.", e => NameOf(e.Kind)));
        entry.Add(MemoryField.Of<ChangeEntry>("id", new NonNullType(BuiltInScalars.Id), "The row's global id, which it keeps.", e => e.Id.ToString()));
        entry.Add(MemoryField.Of<ChangeEntry>("naturalKey", BuiltInScalars.String,
            $"The row's natural key, where it has one: {string.Join(", ", FollowedTypes.All.Where(t => t.NaturalKey != "none").Select(t => $"{t.NaturalKey} of a {t.TypeName}"))}. Null for a row that is gone.",
            e => e.Key));
        entry.Add(MemoryField.Of<ChangeEntry>("formerNaturalKey", BuiltInScalars.String,
            "The natural key before, for KEY_CHANGED, LEFT_REACH and DELETED.", e => e.FormerKey));
        entry.Add(MemoryField.Of<ChangeEntry>("version", new NonNullType(LongScalar.Instance),
            "The row's version, with what belongs to it. It never goes back: what is not newer than the version at hand is known already.", e => e.Version));
        entry.Add(new FieldDefinition("node", row)
        {
            Description = "The row as it is now, or a little newer than the version tells; null for a row that is gone.",
            Binding = new RowOfTypesBinding(rows, e => ((ChangeEntry)e).Row),
        });
        return entry;
    }

    private static InputValueDefinition Types(EnumType type) => new("types", new ListType(new NonNullType(type)))
    {
        Description = "Only rows of these types; left out: all types that the account reads.",
    };

    private static EnumType TypeEnum()
    {
        var type = new EnumType("ChangeType") { Description = "A type of rows whose changes can be followed. Rule V4." };
        foreach (var followed in FollowedTypes.All)
            type.Add(followed.Name, $"{followed.TypeName}; natural key: {followed.NaturalKey}; scope {followed.Scope}.");
        return type;
    }

    private static EnumType Kind()
    {
        var kind = new EnumType("ChangeEntryKind") { Description = "What has happened to a row, for one who keeps a copy. Rule V4." };
        kind.Add(NameOf(ChangeEntryKind.Created), "It is new, or has come within the reach: add it.");
        kind.Add(NameOf(ChangeEntryKind.Changed), "It has changed, or something that belongs to it, such as an author: replace it.");
        kind.Add(NameOf(ChangeEntryKind.KeyChanged), "It has changed, its natural key too: replace it, and what goes by the former key.");
        kind.Add(NameOf(ChangeEntryKind.LeftReach), "It is no longer within the reach, as when it moved to another school: remove it.");
        kind.Add(NameOf(ChangeEntryKind.Deleted), "It was deleted: remove it.");
        return kind;
    }

    private static string NameOf(ChangeEntryKind kind) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(kind.ToString());

    /// <summary>A part of the feed, and what it answers.</summary>
    private sealed record AnsweredFeed(FeedQuestion Question, FollowedPage Page)
    {
        public IEnumerable<SeenItem> Items() => Page.Changes.Select(change =>
        {
            var type = ByTable[change.Table];
            var id = new GlobalId(type.TypeName, new RowKey(change.DistrictId, change.RowId));
            return new SeenItem(id, ChangeEntry.OfSeen(type, id, change), ChangeEntry.OfUnseen(type, id, change));
        });
    }
}
