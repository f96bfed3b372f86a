using HomeroomGraph.GraphQL.Answers;

namespace HomeroomGraph.GraphQL.Tests.Answers;

/// <summary>The bounds of what is kept, and whose room is taken when there is none left.</summary>
public sealed class KeptAnswersTests
{
    private static readonly AnswerBasis Basis = new(new VersionedReads([1]), ReadsClock: false);

    [Fact]
    public void Bytes_and_entries_stay_within_their_bounds_whatever_comes()
    {
        var random = new Random(7);
        var kept = new KeptAnswers(new AnswerOptions { MaxBytes = 100_000, MaxEntries = 50 });
        for (int i = 0; i < 5_000; i++)
        {
            kept.Keep(Known(random.Next(500), $"client{random.Next(8)}", bytes: random.Next(6_000)));
            Assert.InRange(kept.Bytes, 0, 100_000);
            Assert.InRange(kept.Count, 0, 50);
        }
        Assert.InRange(kept.Count, 10, 50);
    }

    [Fact]
    public void A_flood_of_one_client_pushes_out_nothing_of_the_others()
    {
        var kept = new KeptAnswers(new AnswerOptions { MaxBytes = 100_000, MaxEntries = 1_000 });
        for (int i = 0; i < 10; i++) kept.Keep(Known(i, $"quiet{i % 2}", bytes: 1_000));
        for (int i = 100; i < 1_100; i++) kept.Keep(Known(i, "loud", bytes: 5_000));
        Assert.All(Enumerable.Range(0, 10), i => Assert.NotNull(kept.Find(QuestionOf(i))));
        Assert.NotNull(kept.Find(QuestionOf(1_099)));
        Assert.Null(kept.Find(QuestionOf(100)));
    }

    [Fact]
    public void What_is_asked_for_stays_longer_and_what_is_kept_again_takes_its_room_once()
    {
        var kept = new KeptAnswers(new AnswerOptions { MaxBytes = 10_000, MaxEntries = 3 });
        for (int i = 0; i < 3; i++) kept.Keep(Known(i, "one", bytes: 100));
        Assert.NotNull(kept.Find(QuestionOf(0)));
        kept.Keep(Known(3, "one", bytes: 100));
        Assert.NotNull(kept.Find(QuestionOf(0)));
        Assert.Null(kept.Find(QuestionOf(1)));

        long before = kept.Bytes;
        kept.Keep(Known(3, "one", bytes: 100));
        Assert.Equal(before, kept.Bytes);
    }

    [Fact]
    public void Without_room_nothing_is_kept()
    {
        var kept = new KeptAnswers(new AnswerOptions { MaxBytes = 0 });
        kept.Keep(Known(1, "one", bytes: 1));
        Assert.Equal((0, 0), (kept.Count, (int)kept.Bytes));
    }

    [Fact]
    public void Only_a_question_that_comes_again_was_asked_before_and_old_ones_are_forgotten()
    {
        var asked = new AskedLately();
        Assert.False(asked.Remember(QuestionOf(1)));
        Assert.True(asked.Remember(QuestionOf(1)));
        for (int i = 10; i < 10 + 3 * AskedLately.Generation; i++) Assert.False(asked.Remember(QuestionOf(i)));
        Assert.False(asked.Remember(QuestionOf(1)));
    }

    private static KnownQuestion Known(int number, string client, int bytes) =>
        new(QuestionOf(number), client, Basis, new KeptAnswer(new AnswerVersion(new DataVersion(1, 1), null), new byte[bytes]));

    private static Question QuestionOf(int number) => new((UInt128)(uint)number);
}
