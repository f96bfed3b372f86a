// Keeps a copy of papers and awards. See README.md.

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using HomeroomGraph.CopyKeeper;

var copy = Copy.Open(Option("--folder") ?? "copy");
if (args.Contains("--print"))
{
    var readable = new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    foreach (var row in copy.Rows("PAPER").Concat(copy.Rows("AWARD"))) Console.WriteLine(row.ToJsonString(readable));
    return;
}

using var http = new HttpClient { BaseAddress = new Uri(Option("--api") ?? "http://127.0.0.1:5080") };
var keeper = new Keeper(new Api(http, SignInAsync), copy);
while (true)
{
    await keeper.CatchUpAsync();
    if (args.Contains("--once")) return;
    await Task.Delay(TimeSpan.FromSeconds(double.Parse(Option("--every") ?? "10", CultureInfo.InvariantCulture)));
}

Task<string> SignInAsync(HttpClient api) => Option("--client") is { } client
    ? Api.AsClientAsync(api, client, Option("--secret") ?? "")
    : Api.AsUserAsync(api, Option("--user") ?? "", Option("--password") ?? "");

string? Option(string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
