using HomeroomGraph.Data.Seeding.Appointments;
using HomeroomGraph.Data.Seeding.Archive;
using HomeroomGraph.Data.Seeding.Awards;
using HomeroomGraph.Data.Seeding.Evaluation;
using HomeroomGraph.Data.Seeding.Mentoring;
using HomeroomGraph.Data.Seeding.Organisation;
using HomeroomGraph.Data.Seeding.Papers;
using HomeroomGraph.Data.Seeding.Research;
using HomeroomGraph.Data.Seeding.Training;

namespace HomeroomGraph.Data.Seeding;

/// <summary>Fills a district: first who and what there is, then the records of each school. Serves the demo and the bench.</summary>
internal static class DistrictData
{
    /// <summary>Makes the rows; pauses after each school, so that whoever has many can copy what waits.</summary>
    /// <param name="district">The empty district.</param>
    /// <param name="plans">Its schools.</param>
    /// <param name="shares">How much of what; null for the people and their appointments alone.</param>
    /// <param name="tell">Adds single cases, once the people are there.</param>
    public static IEnumerable<SeedSchool> Fill(SeedDistrict district, IEnumerable<SchoolPlan> plans, SeedShares? shares, Action<SeedDistrict> tell)
    {
        foreach (var plan in plans)
            AppointmentData.Add(SchoolData.Add(district, plan));
        tell(district);
        if (shares is null)
            yield break;
        foreach (var school in district.Schools)
        {
            LeaderData.Choose(school);
            GroupData.Add(school);
            ScreeningData.Add(school);
        }

        CertificateData.AddCycles(district);
        var means = new SeedMeans(
            SchemeData.Add(district, district.Calendar.Last), SchemeData.Add(district, district.Calendar.This), new RewardData(district));
        foreach (var school in district.Schools)
        {
            AddRecords(school, shares, means);
            yield return school;
        }

        TrainingData.AddOfDistrict(district, shares.HasOwnTraining);
    }

    private static void AddRecords(SeedSchool school, SeedShares shares, SeedMeans means)
    {
        if (shares.HasOwnTraining(school))
            TrainingData.AddOfSchool(school);
        NoticeData.Add(school);
        CertificateData.Add(school);
        MeetingData.Add(school);
        BackboneData.Add(school);
        MentorshipData.Add(school);
        AssessmentData.Add(school, means.OfLastYear, school.District.Calendar.Semesters[3]);
        if (shares.Checks(school) is { } checks)
            CheckData.Add(school, means.OfThisYear, checks);
        ResearchData.Add(school, shares.Projects(school));
        PaperData.Add(school, shares.Papers);
        AwardData.Add(school, means.Rewards);
        OutsideAwards.Add(school, means.Rewards);
        ReportData.Add(school);
    }

    private sealed record SeedMeans(SeedScheme OfLastYear, SeedScheme OfThisYear, RewardData Rewards);
}

/// <summary>How much of what a district gets.</summary>
internal sealed record SeedShares
{
    /// <summary>The research projects of a school.</summary>
    public required Func<SeedSchool, int> Projects { get; init; }

    public required PaperShare Papers { get; init; }

    /// <summary>The daily checks of a school; null where it keeps none here.</summary>
    public required Func<SeedSchool, CheckShare?> Checks { get; init; }

    /// <summary>Whether a school has a training programme of its own; the others take part in the district's.</summary>
    public required Func<SeedSchool, bool> HasOwnTraining { get; init; }
}
