namespace HomeroomGraph.Gateway.Tests.Access;

/// <summary>Who gives and takes which role.</summary>
public sealed class RoleTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    private const string Classes = "{ classes { totalCount } }";

    [Fact]
    public async Task A_role_that_is_given_and_taken_holds_with_the_next_request()
    {
        var (principal, teacher) = (await gateway.SignInAsync("principal"), await gateway.SignInAsync("teacher"));
        var (school, id) = (await gateway.OwnSchoolAsync(principal), await gateway.AccountIdAsync("teacher"));
        var before = await TotalAsync(teacher);

        var granted = await gateway.DoAsync(principal, "grantRole", new { accountId = id, role = "MORAL_EDUCATION_OFFICE", schoolId = school },
            "account { roles(where: {role: {eq: MORAL_EDUCATION_OFFICE}}) { nodes { id } } }");
        Assert.True(await TotalAsync(teacher) > before);
        Assert.Equal("ALREADY_THERE", await gateway.RefusalAsync(principal, "grantRole", new { accountId = id, role = "MORAL_EDUCATION_OFFICE", schoolId = school }));

        var role = granted.GetProperty("account").GetProperty("roles").GetProperty("nodes")[0].GetProperty("id").GetString();
        await gateway.DoAsync(principal, "revokeRole", new { roleId = role });
        Assert.Equal(before, await TotalAsync(teacher));
        Assert.Equal("NOT_FOUND", await gateway.RefusalAsync(principal, "revokeRole", new { roleId = role }));
    }

    [Theory]
    [InlineData("PRINCIPAL")]
    [InlineData("DISTRICT_ANALYST")]
    [InlineData("PLATFORM_ADMIN")]
    [InlineData("AUDITOR")]
    public async Task A_principal_gives_no_role_above_the_school(string role)
    {
        var principal = await gateway.SignInAsync("principal");
        var id = await gateway.AccountIdAsync("grade-head");
        var school = role == "PRINCIPAL" ? await gateway.OwnSchoolAsync(principal) : null;
        Assert.Equal("NOT_ALLOWED", await gateway.RefusalAsync(principal, "grantRole", new { accountId = id, role, schoolId = school }));
    }

    [Theory]
    [InlineData("principal")]
    [InlineData("platform-admin")]
    [InlineData("teacher")]
    public async Task Nobody_raises_oneself(string user)
    {
        var token = await gateway.SignInAsync(user);
        var own = (await gateway.PostAsync("{ viewer { account { id } } }", token: token)).GetProperty("data").GetProperty("viewer").GetProperty("account").GetProperty("id").GetString();
        var school = await gateway.OwnSchoolAsync(await gateway.SignInAsync("principal"));
        Assert.Equal("NOT_ALLOWED", await gateway.RefusalAsync(token, "grantRole", new { accountId = own, role = "LEADING_GROUP", schoolId = school }));
        var roles = (await gateway.PostAsync("{ viewer { account { roles { nodes { id } } } } }", token: token)).GetProperty("data").GetProperty("viewer").GetProperty("account")
            .GetProperty("roles").GetProperty("nodes").EnumerateArray().ToList();
        foreach (var role in roles)
            Assert.Equal("NOT_ALLOWED", await gateway.RefusalAsync(token, "revokeRole", new { roleId = role.GetProperty("id").GetString() }));
        Assert.NotEmpty(roles);
    }

    [Fact]
    public async Task What_does_not_belong_to_a_role_is_refused_with_the_field()
    {
        var admin = await gateway.AdminAsync();
        var school = await gateway.OwnSchoolAsync(await gateway.SignInAsync("principal"));
        var id = await gateway.AccountIdAsync("grade-head");
        foreach (var (field, input) in new (string, object)[]
        {
            ("schoolId", new { accountId = id, role = "LEADING_GROUP" }),
            ("schoolId", new { accountId = id, role = "AUDITOR", schoolId = school }),
            ("grade", new { accountId = id, role = "GRADE_HEAD", schoolId = school }),
            ("grade", new { accountId = id, role = "GRADE_HEAD", schoolId = school, grade = 13 }),
            ("teacherId", new { accountId = id, role = "TEACHER", schoolId = school }),
            ("inspectorPostId", new { accountId = id, role = "INSPECTOR", schoolId = school }),
            ("role", new { accountId = id, role = "INTEGRATOR" }),
            ("schoolId", new { accountId = id, role = "LEADING_GROUP", schoolId = "U2Nob29sOjE6OTk5OTk5" }),
        })
        {
            var error = Assert.Single((await gateway.MutateAsync(admin, "grantRole", input)).GetProperty("errors").EnumerateArray());
            Assert.Equal(("INVALID_INPUT", field), (error.GetProperty("code").GetString(), error.GetProperty("path")[1].GetString()));
        }
    }

    [Fact]
    public async Task A_platform_admin_makes_an_account_for_an_officer_of_the_own_district_only()
    {
        var admin = await gateway.AdminAsync();
        var district = await gateway.IdAsync(admin, "{ districts { nodes { id } } }", "districts");
        var input = new { username = "new-analyst", displayName = "新分析员", role = "DISTRICT_ANALYST", districtId = district };

        var made = await gateway.DoAsync(admin, "createAccount", input, "created { username password account { displayName state roles { nodes { role } } } }");

        Assert.Equal("新分析员", made.GetProperty("created").GetProperty("account").GetProperty("displayName").GetString());
        Assert.Equal("INVALID_INPUT", await gateway.RefusalAsync(admin, "createAccount", input));
        Assert.Equal("INVALID_INPUT", await gateway.RefusalAsync(admin, "createAccount", input with { username = "张三" }));
        Assert.Equal("NOT_ALLOWED", await gateway.RefusalAsync(await gateway.SignInAsync("principal"), "createAccount", input with { username = "another" }));
        var elsewhere = await gateway.IdAsync(await gateway.SignInAsync("analyst-371723"), "{ districts { nodes { id } } }", "districts");
        Assert.Equal("NOT_ALLOWED", await gateway.RefusalAsync(admin, "createAccount", input with { username = "elsewhere", districtId = elsewhere }));
        var opened = await gateway.DoAsync(null, "signIn", new { username = "new-analyst", password = made.GetProperty("created").GetProperty("password").GetString() }, "mustChangePassword");
        Assert.True(opened.GetProperty("mustChangePassword").GetBoolean());
    }

    private async Task<int> TotalAsync(string token) =>
        (await gateway.PostAsync(Classes, token: token)).GetProperty("data").GetProperty("classes").GetProperty("totalCount").GetInt32();
}
