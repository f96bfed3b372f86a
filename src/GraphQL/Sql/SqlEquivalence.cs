namespace HomeroomGraph.GraphQL.Sql;

/// <summary>Whether two fragments say the same. Tables that a fragment reads by itself (their names stand in its FROM) may have other aliases in
/// the other one; all else has to be equal, part by part.</summary>
internal static class SqlEquivalence
{
    public static bool AreSame(SqlFragment left, SqlFragment right)
    {
        if (left.Parts.Length != right.Parts.Length) return false;
        var (own, others) = (AliasesOf(left), AliasesOf(right));
        if (own.Count != others.Count) return false;
        var pairs = new Dictionary<SqlAlias, SqlAlias>(ReferenceEqualityComparer.Instance);
        var taken = new HashSet<SqlAlias>(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < left.Parts.Length; i++)
        {
            bool same = (left.Parts[i], right.Parts[i]) switch
            {
                (SqlPart.Alias mine, SqlPart.Alias theirs) => IsPair(mine.Source, theirs.Source),
                (SqlPart.Column mine, SqlPart.Column theirs) => mine.Name == theirs.Name && IsPair(mine.Source, theirs.Source),
                var (mine, theirs) => mine.Equals(theirs),
            };
            if (!same) return false;
        }
        return true;

        bool IsPair(SqlAlias mine, SqlAlias theirs)
        {
            if (!own.Contains(mine) || !others.Contains(theirs)) return ReferenceEquals(mine, theirs) && !own.Contains(mine) && !others.Contains(theirs);
            if (pairs.TryGetValue(mine, out var known)) return ReferenceEquals(known, theirs);
            pairs.Add(mine, theirs);
            return taken.Add(theirs);
        }
    }

    private static HashSet<SqlAlias> AliasesOf(SqlFragment fragment) =>
        new(fragment.Parts.OfType<SqlPart.Alias>().Select(alias => alias.Source), ReferenceEqualityComparer.Instance);
}
