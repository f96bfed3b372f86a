using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Research;
using Microsoft.Extensions.Primitives;

namespace HomeroomGraph.Admin.Pages.Research.Steps;

/// <summary>What was filled in, by field; shown again when it is refused. A file that went up is kept as its document's id.</summary>
public sealed class StepValues(IFormCollection? form)
{
    private readonly Dictionary<string, string> documents = [];

    public string? Of(StepField field) => documents.TryGetValue(field.Name, out var id) ? id : Text(field.Name);

    public StringValues All(string name) => form?[name] ?? StringValues.Empty;

    public string? Text(string name) => form?[name].ToString() is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    public bool Has(string name, string value) => All(name).Contains(value);

    /// <summary>Who is ticked and is none of the known: by the name that came with the tick.</summary>
    public IEnumerable<(string Id, string Name)> Named(string field, IEnumerable<string> known) =>
        All(field).OfType<string>().Except(known).Select(id => (id, Text("named:" + id))).Where(person => person.Item2 is not null).Select(person => (person.id, person.Item2!));

    /// <summary>The fields that must be filled in and are not.</summary>
    public IEnumerable<StepField> Missing(StepForm step, IFormFileCollection files) => step.Fields.Where(field => field.Required && field.Kind switch
    {
        FieldKind.File => Of(field) is null && files[field.Name] is not { Length: > 0 },
        FieldKind.People => All(field.Name).Count == 0,
        _ => Of(field) is null,
    });

    /// <summary>Sends the files up; answers the first refusal.</summary>
    public async Task<Refusal?> UploadAsync(
        StepForm step, IFormFileCollection files, DocumentTransfer documents, string schoolId, CancellationToken cancellationToken)
    {
        foreach (var field in step.Fields.Where(field => field.Kind == FieldKind.File))
        {
            if (files[field.Name] is not { Length: > 0 } file)
                continue;
            var sent = await documents.SendAsync(file, schoolId, field.Category, cancellationToken);
            if (sent.Id is not { } id)
                return sent.Refusal! with { Path = ["input", field.Name] };
            this.documents[field.Name] = id;
        }
        return null;
    }

    /// <summary>The mutation's input; what was left empty is left out.</summary>
    public StepInput ToInput(StepForm step, string projectId, string? row)
    {
        var input = new StepInput();
        if (step.Row == StepRow.None)
            input["projectId"] = projectId;
        else
            input[step.RowName] = row;
        if (step.Fixed is { } settled)
            input[settled.Name] = settled.Value;
        foreach (var field in step.Fields)
        {
            if (ValueOf(field) is { } value)
                input[field.Name] = value;
        }
        return input;
    }

    private object? ValueOf(StepField field) => field.Kind switch
    {
        FieldKind.Lines => Of(field)?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        FieldKind.People => All(field.Name).ToArray(),
        FieldKind.Team => Team(),
        _ => Of(field),
    };

    // Rows of three fields each; a row without a teacher is left out, which is how a member is taken off.
    private List<StepInput> Team()
    {
        var team = new List<StepInput>();
        for (var row = 0; Text($"members[{row}].there") is not null; row++)
        {
            if (Text($"members[{row}].teacherId") is not { } teacher)
                continue;
            var member = new StepInput { ["teacherId"] = teacher, ["duty"] = Text($"members[{row}].duty") ?? "" };
            if (Text($"members[{row}].task") is { } task)
                member["task"] = task;
            team.Add(member);
        }
        return team;
    }
}
