using HomeroomGraph.GraphQL.Contract;

namespace HomeroomGraph.GraphQL.Tests.Contract;

public sealed class ChangelogTests
{
    private const string Older = """
        type T { a: Int b: Int @deprecated(reason: "Use T.a. Removal after 2026-11-29.") gone: Int }
        enum E { A }
        input In { a: Int! }
        """;

    private const string Newer = """
        "New." type T { a: Int @deprecated(reason: "Use T.c. Removal after 2027-03-01.") c: Int d(e: Int): V }
        enum E { A B }
        input In { a: Int }
        type V { "V." a: Int }
        """;

    [Fact]
    public void An_entry_says_what_the_change_means_for_clients()
    {
        Assert.Equal(
            """
            ## 2026-11-30

            Contract: sha256 2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824

            ### Breaking

            Nobody has it yet.

            - `T.gone`: The field was removed.

            ### Breaking after deprecation

            - `T.b`: The field was removed. It was announced: Use T.a. Removal after 2026-11-29.

            ### Dangerous

            - `E.B`: The value was added.

            ### Deprecated

            - `T.a`: Use T.c. Removal after 2027-03-01.

            ### Added

            - `T.c`: The field was added, of type Int.
            - `T.d`: The field was added, of type V.
            - `V`: The object type was added.

            ### Changed

            - `In.a`: The type was Int! and is Int.
            - One description.

            """,
            ChangelogEntry.Of(Review(Older, Newer), "hello", new DateOnly(2026, 11, 30), "Nobody has it yet."),
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void The_newest_entry_stands_first_and_is_of_the_contract()
    {
        string first = Changelog.Add(null, ChangelogEntry.OfFirst("one", new DateOnly(2026, 11, 29)));
        string second = Changelog.Add(first, ChangelogEntry.Of(Review(Older, Older), "two", new DateOnly(2026, 11, 30), null));

        Assert.StartsWith("# Changelog of the contract\n\n", first, StringComparison.Ordinal);
        Assert.Equal([true, false], [Changelog.IsOf(first, "one"), Changelog.IsOf(first, "two")]);
        Assert.Equal([false, true], [Changelog.IsOf(second, "one"), Changelog.IsOf(second, "two")]);
        Assert.EndsWith(first[first.IndexOf("## 2026-11-29", StringComparison.Ordinal)..], second, StringComparison.Ordinal);
        Assert.Contains("Only the order of declarations changed.\n\n## 2026-11-29", second, StringComparison.Ordinal);
    }

    [Fact]
    public void Line_endings_of_a_checkout_do_not_matter()
    {
        string changelog = Changelog.Add(null, ChangelogEntry.OfFirst("a\nb\n", new DateOnly(2026, 11, 30)));

        Assert.True(Changelog.IsOf(changelog.Replace("\n", "\r\n", StringComparison.Ordinal), "a\r\nb\r\n"));
    }

    private static ContractReview Review(string older, string newer) =>
        ContractReview.Of(DifferenceCase.SchemaOf(older), DifferenceCase.SchemaOf(newer), new DateOnly(2026, 11, 30));
}
