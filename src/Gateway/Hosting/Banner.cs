using System.Globalization;
using HomeroomGraph.Data.Demo;
using HomeroomGraph.Gateway.Settings;
using Spectre.Console;

namespace HomeroomGraph.Gateway.Hosting;

/// <summary>What the console says once everything answers: where to look, whom to sign in as, what to ask first. In both languages.</summary>
internal static class Banner
{
    public static void Print(IAnsiConsole console, GatewaySettings settings, BannerFacts facts)
    {
        console.WriteLine();
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold green]HomeroomGraph is ready · 已就绪[/] ({facts.Elapsed.TotalSeconds:0.0} s)");
        console.WriteLine();
        console.Write(Places(settings, facts));
        if (settings.Demo)
        {
            console.WriteLine();
            console.MarkupLineInterpolated($"Demo accounts, password · 演示账号，密码: [bold]{DemoAccounts.Password}[/]");
            console.Write(Accounts());
            if (!settings.TrustedDocumentsOnly)
                PrintFirstQuery(console, settings);
        }

        console.WriteLine();
        console.WriteLine("Ctrl-C stops it · 按 Ctrl-C 停止");
    }

    private static void PrintFirstQuery(IAnsiConsole console, GatewaySettings settings)
    {
        console.WriteLine();
        console.WriteLine("First query · 第一个查询:");
        foreach (var line in FirstQuery(settings))
            console.WriteLine("  " + line);
    }

    private static Grid Places(GatewaySettings settings, BannerFacts facts)
    {
        var grid = Columns(2);
        Row(grid, settings.Ide ? "GraphQL API and IDE · 接口与查询工具" : "GraphQL API · 接口", $"{settings.ApiUrls[0].ToLocalUri()}graphql");
        if (settings.Admin)
            Row(grid, "Admin · 管理后台", settings.AdminUrl.ToLocalUri().ToString());
        Row(grid, "Health · 健康检查", $"{settings.ApiUrls[0].ToLocalUri()}health/ready");
        Row(grid, "Database · 数据库", facts.Database);
        Row(grid, "Today · 今天", facts.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return grid;
    }

    private static Grid Accounts()
    {
        var grid = Columns(3);
        foreach (var account in DemoAccounts.All)
            Row(grid, account.UserName, account.Chinese, account.English);
        return grid;
    }

    private static IEnumerable<string> FirstQuery(GatewaySettings settings)
    {
        var address = $"{settings.ApiUrls[0].ToLocalUri()}graphql";
        const string json = "-H 'content-type: application/json'";
        var user = DemoAccounts.All[0].UserName;
        yield return $$$"""TOKEN=$(curl -s {{{address}}} {{{json}}} -d '{"query":"mutation { signIn(input: {username: \"{{{user}}}\", password: \"{{{DemoAccounts.Password}}}\"}) { accessToken } }"}' | sed 's/.*"accessToken":"\([^"]*\)".*/\1/')""";
        yield return $$"""curl -s {{address}} {{json}} -H "authorization: Bearer $TOKEN" -d '{"query":"{ schools(first: 3, order: [{classCount: DESC}]) { totalCount nodes { name classCount teacherCount } } }"}'""";
    }

    private static Grid Columns(int count)
    {
        var grid = new Grid();
        for (var i = 0; i < count; i++)
            grid.AddColumn(new GridColumn().NoWrap().Padding(i == 0 ? 2 : 0, 0, 3, 0));
        return grid;
    }

    private static void Row(Grid grid, params string[] cells) => grid.AddRow([.. cells.Select(cell => new Text(cell))]);
}

/// <summary>What a start found out, for the banner.</summary>
internal sealed record BannerFacts(TimeSpan Elapsed, string Database, DateOnly Today);
