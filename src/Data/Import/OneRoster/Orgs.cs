using HomeroomGraph.Data.Import.Columns;
using HomeroomGraph.Data.Organisation;
using static HomeroomGraph.Data.Import.Columns.ColumnKinds;

namespace HomeroomGraph.Data.Import.OneRoster;

/// <summary>A row of orgs.csv: the district, a school, or an org that is only referred to.</summary>
internal sealed class OrgRow(TableReader row) : RosterRow(row)
{
    public static readonly Column<string> NameColumn = Text("name", 100).Required();
    public static readonly Column<string> TypeColumn =
        Word("type", ["department", "school", "district", "local", "state", "national"], extensible: true).Required();
    public static readonly Column<string> IdentifierColumn = Text("identifier", 64);
    public static readonly Column<string> ParentColumn = Id("parentSourcedId");

    public static readonly Column[] Columns =
        [SourcedIdColumn, StatusColumn, LastModifiedColumn, NameColumn, TypeColumn, IdentifierColumn, ParentColumn];

    public string? Name { get; } = row.Value(NameColumn);
    public string? Type { get; } = row.Value(TypeColumn);

    /// <summary>The school code (学校标识码) of a school, the GB/T 2260 code of a district.</summary>
    public string? Identifier { get; } = row.Value(IdentifierColumn);

    public string? ParentSourcedId { get; } = row.Value(ParentColumn);

    public bool IsSchool => Type == "school";
    public bool IsDistrict => Type == "district";
    public override RecordKind? Kind => IsSchool ? RecordKind.School : null;

    /// <summary>Told from name, code and classes by <see cref="SchoolStages"/>.</summary>
    public SchoolStage? Stage { get; set; }
}

/// <summary>What holds between organisations (rule O1).</summary>
internal static class OrgRules
{
    private const int SchoolCodeDigits = 10;

    public static void Check(Roster roster, StoredDistrict stored, FindingLog log)
    {
        var orgs = roster.Orgs;
        var firstWithCode = new Dictionary<string, OrgRow>();
        OrgRow? Parent(OrgRow org) => orgs[org.ParentSourcedId];

        var rules = new Rules<OrgRow>(log)
        {
            References =
            [
                new(OrgRow.ParentColumn, o => o.ParentSourcedId, RosterReasons.NoSuchOrg,
                    o => o.ParentSourcedId is null || orgs.Has(o.ParentSourcedId)),
            ],
            HangsOn = o => [Parent(o)],
            Consistency =
            [
                new(OrgRow.TypeColumn, o => o.Type, RosterReasons.SchoolGivenAsDistrict,
                    o => !o.IsDistrict || !(IsSchoolCode(o.Identifier) || Parent(o) is { IsDistrict: true })),
                new(OrgRow.TypeColumn, o => o.Type, RosterReasons.DistrictGivenAsSchool,
                    o => !o.IsSchool || !roster.District.HasCode(o.Identifier)),

                new(OrgRow.IdentifierColumn, o => o.Identifier, RosterReasons.DistrictCodeUnknown,
                    o => !o.IsDistrict || o.Identifier is not null) { OnlyWarns = true },
                new(OrgRow.IdentifierColumn, o => o.Identifier, RosterReasons.DistrictCodeDiffers,
                    o => !o.IsDistrict || o.Identifier is null || roster.District.HasCode(o.Identifier))
                    { Details = _ => [roster.District.Code] },

                new(OrgRow.IdentifierColumn, o => o.Identifier, RosterReasons.SchoolCodeMissing,
                    o => !o.IsSchool || o.Identifier is not null),
                new(OrgRow.IdentifierColumn, o => o.Identifier, RosterReasons.NotTenDigits,
                    o => !o.IsSchool || IsSchoolCode(o.Identifier)),
                new(OrgRow.ParentColumn, o => o.ParentSourcedId, RosterReasons.ParentMissing,
                    o => !o.IsSchool || o.ParentSourcedId is not null) { OnlyWarns = true },
                new(OrgRow.ParentColumn, o => o.ParentSourcedId, RosterReasons.ParentNotADistrict,
                    o => !o.IsSchool || o.ParentSourcedId is null || Parent(o) is { IsDistrict: true }),
                new(OrgRow.NameColumn, o => o.Name, RosterReasons.StageUnknown,
                    o => !o.IsSchool || (o.Stage = roster.Stages.Of(o)) is not null),
                new(OrgRow.NameColumn, o => o.Name, RosterReasons.TwelveGrades,
                    o => !o.IsSchool || !roster.Stages.HasAllTwelveGrades(o)) { OnlyWarns = true },
                new(OrgRow.IdentifierColumn, o => o.Identifier, RosterReasons.SchoolCodeTwice,
                    o => !o.IsSchool || !firstWithCode.ContainsKey(o.Identifier!))
                    { Details = o => [firstWithCode[o.Identifier!].Line] },
                new(OrgRow.IdentifierColumn, o => o.Identifier, RosterReasons.SchoolCodeHeld,
                    o => !o.IsSchool || stored.Schools.IsFree(o.Identifier!, o))
                    { IsAskedAgain = true, Details = o => [stored.Schools.NameOfHolder(o.Identifier!)] },
            ],
            Accept = o =>
            {
                if (o.IsSchool) firstWithCode.Add(o.Identifier!, o);
            },
        };
        var parents = orgs.Rows.Select(o => o.ParentSourcedId).OfType<string>().ToHashSet();
        rules.Check(orgs.Rows.Where(o => parents.Contains(o.SourcedId)));
        rules.Check(orgs.Rows.Where(o => !parents.Contains(o.SourcedId)));
    }

    private static bool IsSchoolCode(string? text) => text is { Length: SchoolCodeDigits } && text.All(char.IsAsciiDigit);
}
