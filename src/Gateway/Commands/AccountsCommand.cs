using System.CommandLine;
using System.Globalization;
using System.Text;
using HomeroomGraph.Data;
using HomeroomGraph.Data.Access;
using HomeroomGraph.Data.Tenancy;
using HomeroomGraph.Gateway.Hosting;
using HomeroomGraph.Gateway.Settings;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Gateway.Commands;

/// <summary><c>accounts create</c>: accounts for the teachers of a district or a school. <c>accounts admin</c>: the first platform admin.</summary>
internal static class AccountsCommand
{
    private static readonly Option<string> District = new("--district") { Description = "The district's GB/T 2260 code, such as 371723.", HelpName = "CODE", Required = true };
    private static readonly Option<string> School = new("--school") { Description = "Only this school, by its ten-digit code.", HelpName = "CODE" };
    private static readonly Option<FileInfo> Out = new("--out") { Description = "A new CSV file for the names and first passwords; without it they are printed.", HelpName = "FILE" };
    private static readonly Option<string> UserName = new("--username") { Description = "The name to sign in with.", HelpName = "NAME", Required = true };
    private static readonly Option<string> DisplayName = new("--name") { Description = "The name to show; the user name where it is left out.", HelpName = "NAME" };

    public static Command Create()
    {
        var create = new Command("create", "Make an account for each teacher who works at the district's schools today and has none. The first passwords are told this once.")
        {
            District, School, Out,
        };
        create.SetAction(CreateAsync);
        var admin = new Command("admin", "Make an account for a platform admin of a district.") { District, UserName, DisplayName };
        admin.SetAction(AdminAsync);
        return new Command("accounts", "Accounts to sign in with.") { create, admin };
    }

    private static async Task<int> CreateAsync(ParseResult call, CancellationToken cancellation)
    {
        var (database, clock, passwords) = await OpenAsync(cancellation);
        await using var opened = database;
        var schools = await FindSchoolsAsync(database, call.GetValue(District)!, call.GetValue(School), cancellation);
        await using var list = Open(call);
        await list.WriteLineAsync("school,staff_number,name,username,first_password");
        var (use, made, last) = (new CreateTeacherAccounts(database, clock, passwords), 0, (FirstPassword?)null);
        foreach (var (districtId, schoolId, name) in schools)
        {
            var accounts = await use.RunAsync(Acting.Operator, districtId, schoolId, cancellation);
            foreach (var account in accounts)
                await list.WriteLineAsync(string.Join(',', new[] { name, account.StaffNumber!, account.DisplayName, account.UserName, account.Password.Password }.Select(Cell)));

            // Before the next school: what is made and not written down is lost.
            await list.FlushAsync(cancellation);
            made += accounts.Count;
            last = accounts is [.., var newest] ? newest.Password : last;
            if (call.GetValue(Out) is not null)
                await call.InvocationConfiguration.Output.WriteLineAsync($"{name}: {accounts.Count}");
        }

        await call.InvocationConfiguration.Error.WriteLineAsync(
            $"{made} accounts were made{(last is null ? "" : $"; first passwords are good until {Text(last)}")}. 已创建 {made} 个账号。");
        return ExitCode.Done;
    }

    private static async Task<int> AdminAsync(ParseResult call, CancellationToken cancellation)
    {
        var (database, clock, passwords) = await OpenAsync(cancellation);
        await using var opened = database;
        var code = call.GetValue(District)!;
        await using var read = await database.BeginWriteAsync(new Actor("accounts"), cancellation);
        var district = await read.Context.Districts.SingleOrDefaultAsync(d => d.Code == code, cancellation) ?? throw NoSuch($"district {code}");
        var name = call.GetValue(UserName)!;
        var account = await new CreateAccount(database, clock, passwords).RunAsync(
            Acting.Operator, name, call.GetValue(DisplayName) ?? name, new RolePlace(AccessRole.PlatformAdmin, district.DistrictId), cancellation);
        await call.InvocationConfiguration.Output.WriteLineAsync($"{account.UserName}  first password · 初始密码: {account.Password.Password}  good until · 有效期至 {Text(account.Password)}");
        return ExitCode.Done;
    }

    private static string Text(FirstPassword password) => password.ExpiresAt.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);

    private static async Task<(HomeroomDatabase Database, BusinessClock Clock, FirstPasswords Passwords)> OpenAsync(CancellationToken cancellation)
    {
        var settings = GatewaySettings.FromEnvironment();
        var database = await OpenDatabase.RunAsync(settings, DatabasePurpose.Work, new StartLog(Terminal.OpenBeside()), cancellation);
        return (database, new BusinessClock(TimeProvider.System, settings.Today), new FirstPasswords(TimeProvider.System, settings.FirstPasswordLifetime));
    }

    private static async Task<List<(int DistrictId, long SchoolId, string Name)>> FindSchoolsAsync(
        HomeroomDatabase database, string district, string? school, CancellationToken cancellation)
    {
        await using var read = await database.BeginWriteAsync(new Actor("accounts"), cancellation);
        if (!await read.Context.Districts.AnyAsync(d => d.Code == district, cancellation))
            throw NoSuch($"district {district}");
        var found = await read.Context.Schools.Where(s => s.District.Code == district && (school == null || s.Code == school))
            .OrderBy(s => s.Pinyin).Select(s => new { s.DistrictId, s.SchoolId, s.Name }).ToListAsync(cancellation);
        if (school is not null && found.Count == 0)
            throw NoSuch($"school {school} in the district {district}");
        return [.. found.Select(s => (s.DistrictId, s.SchoolId, s.Name))];
    }

    /// <summary>A file that only its owner reads, and never over another; with the mark by which Excel knows UTF-8.</summary>
    private static TextWriter Open(ParseResult call)
    {
        if (call.GetValue(Out) is not { } file)
            return new Borrowed(call.InvocationConfiguration.Output);
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            return new StreamWriter(file.FullName, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), options);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            throw new SetupException($"The file {file.FullName} can't be made: {refusal.Message}", refusal);
        }
    }

    private static string Cell(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static SetupException NoSuch(string what) => new(string.Create(CultureInfo.InvariantCulture, $"There is no {what}."));

    /// <summary>The console's writer, which is not ours to close.</summary>
    private sealed class Borrowed(TextWriter output) : TextWriter
    {
        public override Encoding Encoding => output.Encoding;

        public override void Write(char value) => output.Write(value);

        public override void Write(string? value) => output.Write(value);

        public override Task WriteLineAsync(string? value) => output.WriteLineAsync(value);

        public override Task FlushAsync(CancellationToken cancellationToken) => output.FlushAsync(cancellationToken);
    }
}
