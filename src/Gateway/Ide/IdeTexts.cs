namespace HomeroomGraph.Gateway.Ide;

/// <summary>The words of the IDE's page, in a language.</summary>
internal sealed record IdeTexts
{
    public required string Language { get; init; }
    public required string Title { get; init; }
    public required string Intro { get; init; }
    public required string Password { get; init; }
    public required string SignIn { get; init; }
    public required string UserName { get; init; }
    public required string UserPassword { get; init; }
    public required string Client { get; init; }
    public required string ClientId { get; init; }
    public required string ClientSecret { get; init; }
    public required string Open { get; init; }
    public required string Examples { get; init; }
    public required string SignOut { get; init; }
    public required string SignedInAs { get; init; }
    public required string Ended { get; init; }
    public required string Failed { get; init; }
    public required string Missing { get; init; }
    public required string NoScripts { get; init; }
    public required IReadOnlyDictionary<IdeAudience, string> Audiences { get; init; }
    public required IReadOnlyDictionary<IdeAudience, string> Hints { get; init; }

    public static readonly IdeTexts English = new()
    {
        Language = "en",
        Title = "Ask the API",
        Intro = "Choose an account: it opens with example operations, ready to run. What an account may not see is not in its answers.",
        Password = "Demo accounts, password:",
        SignIn = "Sign in",
        UserName = "User name",
        UserPassword = "Password",
        Client = "A machine client",
        ClientId = "Client id",
        ClientSecret = "Client secret",
        Open = "Open",
        Examples = "Examples",
        SignOut = "Another account",
        SignedInAs = "Signed in as",
        Ended = "The session has ended. Sign in again; what you wrote below stays until then.",
        Failed = "The API did not answer. Try again.",
        Missing = "The IDE's files are not there: npm did not run when the program was built. Install Node.js 20 or newer and build again. The API itself answers all the same.",
        NoScripts = "The IDE needs JavaScript.",
        Audiences = new Dictionary<IdeAudience, string> { [IdeAudience.District] = "Districts", [IdeAudience.School] = "Schools", [IdeAudience.Integrator] = "Integrators" },
        Hints = new Dictionary<IdeAudience, string>
        {
            [IdeAudience.District] = "Figures over all schools of a district, for dashboards.",
            [IdeAudience.School] = "The work of a school's offices and teachers.",
            [IdeAudience.Integrator] = "Pages of records and look-ups by key, for other programs.",
        },
    };

    public static readonly IdeTexts Chinese = new()
    {
        Language = "zh-CN",
        Title = "查询接口",
        Intro = "选择一个账号，即可打开该类用户的示例查询并直接运行。账号无权查看的数据不会出现在结果中。",
        Password = "演示账号，密码：",
        SignIn = "登录",
        UserName = "用户名",
        UserPassword = "密码",
        Client = "系统对接账号",
        ClientId = "客户端标识",
        ClientSecret = "客户端密钥",
        Open = "打开",
        Examples = "示例",
        SignOut = "更换账号",
        SignedInAs = "当前账号",
        Ended = "登录已过期，请重新登录；在此之前，下方编写的内容仍会保留。",
        Failed = "接口没有响应，请重试。",
        Missing = "缺少查询工具的文件：构建程序时未能运行 npm。请安装 Node.js 20 或更高版本后重新构建。接口本身不受影响。",
        NoScripts = "查询工具需要启用 JavaScript。",
        Audiences = new Dictionary<IdeAudience, string> { [IdeAudience.District] = "区县", [IdeAudience.School] = "学校", [IdeAudience.Integrator] = "系统对接" },
        Hints = new Dictionary<IdeAudience, string>
        {
            [IdeAudience.District] = "面向数据看板：全区县各学校的汇总数据。",
            [IdeAudience.School] = "学校各处室与教师的日常工作。",
            [IdeAudience.Integrator] = "面向其他系统：分页读取记录，按编号查找。",
        },
    };

    /// <summary>Those of the first language that the browser asks for and we have.</summary>
    public static IdeTexts Of(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => language.Value.Value ?? "")
        .Select(name => name.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Chinese : name.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? English : null)
        .FirstOrDefault(found => found is not null) ?? English;
}
