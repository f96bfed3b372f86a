using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Import.Rolls.Merging;

/// <summary>
/// What becomes of a teacher's titles when the roll states the one held now. A roll without its date says only that it is held:
/// then one that is new here is taken as held since the school year began.
/// </summary>
/// <param name="TeacherId">Whose.</param>
/// <param name="Title">The title held now.</param>
/// <param name="StartsOn">Since when.</param>
/// <param name="StoredId">The record to correct; null for a new one.</param>
/// <param name="EndedId">The record of the title before, which ends that day.</param>
internal sealed record TitleMove(long TeacherId, ProfessionalTitle Title, DateOnly StartsOn, long? StoredId, long? EndedId)
{
    /// <summary>Null when the record says so already.</summary>
    public static TitleMove? Of(RollRow row, DateOnly yearStart)
    {
        var (teacher, title) = (row.Teacher!, row.Title!.Value);
        var held = teacher.Titles.Find(t => t.End is null);
        if (held is null)
            return new(teacher.Id, title, row.TitleSince ?? Latest(yearStart, teacher.Titles.Select(t => t.End)), null, null);
        if (held.Title == title && (row.TitleSince is null || row.TitleSince == held.Start)) return null;
        var since = row.TitleSince ?? yearStart;
        return held.Title != title && since > held.Start
            ? new(teacher.Id, title, since, null, held.Id)
            : new(teacher.Id, title, row.TitleSince ?? held.Start, held.Id, teacher.Titles.Find(t => teacher.Follows(t, title))?.Id);
    }

    private static DateOnly Latest(DateOnly day, IEnumerable<DateOnly?> others) => others.OfType<DateOnly>().Append(day).Max();
}
