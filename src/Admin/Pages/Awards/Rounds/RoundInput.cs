using System.Globalization;
using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Awards;
using HomeroomGraph.Admin.Pages.Research.Steps;
using HomeroomGraph.Admin.Texts;
using Microsoft.Extensions.Localization;

namespace HomeroomGraph.Admin.Pages.Awards.Rounds;

/// <summary>What was filled in a form of <see cref="RoundForms"/> as the mutation's input; what was left empty is left out.</summary>
internal static class RoundInput
{
    /// <summary>What must be filled in and is not, and what is no number.</summary>
    public static IReadOnlyList<Refusal> Problems(RoundForm form, StepValues values, IStringLocalizer<AwardTexts> texts) =>
    [
        .. form.Fields.Where(field => field.Required && values.All(field.Name).All(string.IsNullOrWhiteSpace))
            .Select(field => new Refusal(texts["Round.Required"], "REQUIRED", Path: ["input", field.Name])),
        .. form.Fields.Where(field => field.Name == "places" && values.Of(field) is { } text && Number(text) is null)
            .Select(field => new Refusal(texts["Round.WholeNumber"], "REQUIRED", Path: ["input", field.Name])),
    ];

    public static AwardInput Of(RoundForm form, StepValues values, string round, string? row)
    {
        var input = new AwardInput { [form.RowName] = form.Row == RoundRowKind.None ? round : row };
        foreach (var field in form.Fields)
        {
            // A selection without a number of places has as many as it likes: that is said, not left out.
            if (values.All(field.Name).Any(value => !string.IsNullOrWhiteSpace(value)) || field.Name == "places")
                input[field.Name] = ValueOf(field, values);
        }
        if (input.TryGetValue("chairId", out var chair))
            input["teacherIds"] = new[] { chair };
        return input;
    }

    private static object? ValueOf(StepField field, StepValues values) => field.Name switch
    {
        "places" => values.Of(field) is { } text ? Number(text) : null,
        "isUpheld" => values.Of(field) == RoundForms.Yes,
        _ => field.Kind == FieldKind.People ? values.All(field.Name).ToArray() : values.Of(field),
    };

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
