using HomeroomGraph.Admin;

// The admin alone, against an API elsewhere. ASPNETCORE_URLS, when given, says where to listen.
var app = AdminHost.Build(args, builder =>
{
    if (Environment.GetEnvironmentVariable("ASPNETCORE_URLS") is { Length: > 0 } urls)
        builder.WebHost.UseUrls(urls);
});
app.Run();
