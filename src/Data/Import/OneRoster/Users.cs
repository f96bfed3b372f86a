using HomeroomGraph.Data.Import.Columns;
using static HomeroomGraph.Data.Import.Columns.ColumnKinds;

namespace HomeroomGraph.Data.Import.OneRoster;

/// <summary>
/// A row of users.csv of one of the teaching staff: a teacher (rule O5). Address, telephone and e-mail columns are not even
/// declared, so nothing of them can be stored.
/// </summary>
internal sealed class UserRow(TableReader row) : RosterRow(row)
{
    public static readonly Column<bool?> EnabledColumn = ColumnKinds.Boolean("enabledUser").Required().NotStored();
    public static readonly Column<string> GivenNameColumn = Text("givenName", 60).Required();
    public static readonly Column<string> FamilyNameColumn = Text("familyName", 60).Required();

    /// <summary>The staff number (教职工号).</summary>
    public static readonly Column<string> IdentifierColumn = Text("identifier", 32).Required();

    public static readonly Column<string> PrimaryOrgColumn = Id("primaryOrgSourcedId").Absentable();

    // OneRoster 1.1 only, where there is no roles.csv.
    public static readonly Column<string> RoleColumn = Word("role", RosterWords.Roles).Required();
    public static readonly Column<IReadOnlyList<string>> OrgsColumn = Ids("orgSourcedIds").Required();

    public static readonly Column[] Columns =
    [
        SourcedIdColumn, StatusColumn, LastModifiedColumn,
        EnabledColumn, GivenNameColumn, FamilyNameColumn, IdentifierColumn, PrimaryOrgColumn,
    ];

    public static readonly Column[] ColumnsOfVersion11 = [.. Columns, RoleColumn, OrgsColumn];

    public bool? IsEnabled { get; } = row.Value(EnabledColumn);
    public string? GivenName { get; } = row.Value(GivenNameColumn);
    public string? FamilyName { get; } = row.Value(FamilyNameColumn);
    public string? StaffNumber { get; } = row.Value(IdentifierColumn);
    public string? PrimaryOrgSourcedId { get; } = row.Value(PrimaryOrgColumn);
    public override RecordKind? Kind => RecordKind.Teacher;

    /// <summary>
    /// The name as it is written: family name first and without a space where it is written in Han characters, otherwise the
    /// given name first.
    /// </summary>
    public string FullName => IsHan(FamilyName!) ? FamilyName + GivenName : $"{GivenName} {FamilyName}";

    private static bool IsHan(string text) =>
        text.EnumerateRunes().Any(r => r.Value is >= 0x3400 and <= 0x9FFF or >= 0xE000 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF);
}

/// <summary>What holds between teachers, their staff numbers and their employments (rule O5).</summary>
internal static class UserRules
{
    public static void Check(Roster roster, StoredDistrict stored, FindingLog log)
    {
        var firstWithNumber = new Dictionary<string, UserRow>();

        var rules = new Rules<UserRow>(log)
        {
            References =
            [
                new(UserRow.PrimaryOrgColumn, u => u.PrimaryOrgSourcedId, RosterReasons.NoSuchOrg,
                    u => u.PrimaryOrgSourcedId is null || roster.Orgs.Has(u.PrimaryOrgSourcedId)),
                new(RosterRow.SourcedIdColumn, u => u.SourcedId, RosterReasons.NoRole, u => roster.RolesOf(u.SourcedId).Any()),
            ],
            HangsOn = RoleThatWasLost,
            Consistency =
            [
                new(UserRow.IdentifierColumn, u => u.StaffNumber, RosterReasons.StaffNumberTwice,
                    u => !firstWithNumber.ContainsKey(u.StaffNumber!))
                    { Details = u => [firstWithNumber[u.StaffNumber!].Line] },
                new(UserRow.IdentifierColumn, u => u.StaffNumber, RosterReasons.StaffNumberHeld,
                    u => stored.Teachers.IsFree(u.StaffNumber!, u))
                    { IsAskedAgain = true, Details = u => [stored.Teachers.NameOfHolder(u.StaffNumber!)] },
            ],
            Accept = u => firstWithNumber.Add(u.StaffNumber!, u),
        };
        rules.Check(roster.Users.Rows);

        // A teacher whose only employment is lost goes with it; one who keeps an employment stays.
        IEnumerable<RosterRow?> RoleThatWasLost(UserRow user) =>
            roster.RolesOf(user.SourcedId).All(r => !r.IsGood) ? roster.RolesOf(user.SourcedId).Take(1) : [];
    }
}
