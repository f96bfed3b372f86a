using System.Globalization;
using HomeroomGraph.Admin.Operations.Awards;
using HomeroomGraph.Admin.Texts;
using HomeroomGraph.Admin.Web;
using Microsoft.Extensions.Localization;

namespace HomeroomGraph.Admin.Pages.Awards;

/// <summary>How awards are worded.</summary>
public static class AwardPhrases
{
    /// <summary>Level and grade; a grade of none is not said.</summary>
    public static string Rank(this IStringLocalizer<AwardTexts> texts, AwardLevel level, AwardGrade grade) =>
        grade == AwardGrade.None ? texts[$"Level.{level.ToCode()}"] : $"{texts[$"Level.{level.ToCode()}"].Value} · {texts[$"Grade.{grade.ToCode()}"].Value}";

    /// <summary>Points of an entry, with a plus where it gives some.</summary>
    public static string Signed(this decimal points) => points > 0 ? "+" + points.Text() : points.Text();

    /// <summary>Points, with as many decimals as they have.</summary>
    public static string Text(this decimal points) => points.ToString("#,0.##", CultureInfo.CurrentCulture);
}
