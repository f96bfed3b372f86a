namespace HomeroomGraph.Data.Access;

/// <summary>
/// The user names of teachers: the staff number, an at sign, the district's GB/T 2260 code (<c>t0001@370403</c>). So they differ
/// between districts without anybody choosing. Of the staff number only small letters, digits, points, dashes and underlines stay; where
/// a name is taken, a dash and a number follow the staff number.
/// </summary>
internal static class TeacherUserNames
{
    /// <summary>The name that the rule gives first.</summary>
    public static string Of(string staffNumber, long teacherId, string district)
    {
        var kept = new string([.. staffNumber.ToLowerInvariant().Where(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-' or '_')]);
        return $"{(kept.Length > 0 ? kept : $"t{teacherId}")}@{district}";
    }

    /// <summary>The part after the at sign; a development zone may have no code.</summary>
    public static string DistrictPart(int districtId, string? code) => code ?? $"d{districtId}";

    /// <summary>The first name of the row wanted, wanted-2, wanted-3 … that is not taken; it is taken then.</summary>
    public static string Take(string wanted, HashSet<string> taken)
    {
        var at = wanted.LastIndexOf('@');
        var name = wanted;
        for (var number = 2; !taken.Add(name.ToUpperInvariant()); number++)
            name = $"{wanted[..at]}-{number}{wanted[at..]}";
        return name;
    }
}
