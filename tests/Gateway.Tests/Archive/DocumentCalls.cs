using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using HomeroomGraph.Gateway.Tests.Access;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Archive;

/// <summary>Uploads and downloads as a client does them.</summary>
internal static class DocumentCalls
{
    /// <summary>A ticket for these bytes at a school; the demo's research office's own where none is given.</summary>
    public static async Task<string> TicketAsync(
        this GatewayFixture gateway, string token, byte[] content, string fileName = "报告.pdf", string mediaType = "application/pdf", string? schoolId = null)
    {
        schoolId ??= await gateway.OwnSchoolAsync(token);
        var payload = await gateway.DoAsync(
            token, "requestDocumentUpload", new { schoolId, category = "REPORT", fileName, mediaType, size = content.Length }, "upload { url ticket expiresAt }");
        return payload.GetProperty("upload").GetProperty("ticket").GetString()!;
    }

    /// <summary>PUTs bytes for a ticket.</summary>
    public static async Task<HttpResponseMessage> PutAsync(this GatewayFixture gateway, string? token, string ticket, byte[] content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/documents/{ticket}") { Content = new ByteArrayContent(content) };
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        return await gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>All of it: the id of the document that was made.</summary>
    public static async Task<string> UploadAsync(
        this GatewayFixture gateway, string token, byte[] content, string fileName = "报告.pdf", string mediaType = "application/pdf", string? schoolId = null)
    {
        using var answer = await gateway.PutAsync(token, await gateway.TicketAsync(token, content, fileName, mediaType, schoolId), content);
        var document = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, document.ToString());
        return document.GetProperty("id").GetString()!;
    }

    /// <summary>GETs a document, or asks with another method.</summary>
    public static async Task<HttpResponseMessage> GetDocumentAsync(
        this GatewayFixture gateway, string? token, string id, HttpMethod? method = null, Action<HttpRequestHeaders>? headers = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, $"/documents/{id}");
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        headers?.Invoke(request.Headers);
        return await gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Status and code of a refusal.</summary>
    public static async Task<(HttpStatusCode Status, string? Code)> RefusalAsync(this HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        return (answer.StatusCode, body.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions").GetProperty("code").GetString() : null);
    }

    /// <summary>The own key of a global id's row.</summary>
    public static long KeyOf(string id) => GraphQL.Paging.GlobalId.TryParse(id, out var parsed) ? parsed.Key.Id!.Value : throw new FormatException(id);

    /// <summary>Puts a document into a portfolio of the school, so that whoever sees the project sees it.</summary>
    public static Task AttachAsync(this GatewayFixture gateway, string id) => gateway.Database.Owner.ExecuteAsync("""
        with document as (select * from homeroom.document where document_id = $1),
        leader as (
            select e.teacher_id from document d join homeroom.employment e on e.district_id = d.district_id and e.school_id = d.school_id and e.ends_on is null
            where not exists (select from homeroom.research_project p where p.district_id = e.district_id and p.leader_id = e.teacher_id)
              and not exists (select from access."grant" g where g.teacher_id = e.teacher_id)
            order by e.teacher_id limit 1),
        project as (
            insert into homeroom.research_project (district_id, school_id, title, level, leader_id, created_on)
            select d.district_id, d.school_id, 'T', 'school', l.teacher_id, '2026-11-16' from document d, leader l
            returning district_id, school_id, research_project_id, leader_id),
        member as (
            insert into homeroom.research_member (district_id, school_id, research_project_id, teacher_id, name, role, duty)
            select district_id, school_id, research_project_id, leader_id, 'T', 'leader', 'D' from project)
        insert into homeroom.research_portfolio_item (district_id, school_id, research_project_id, category, title, document_id, added_on, added_by)
        select p.district_id, p.school_id, p.research_project_id, 'plan', 'T', d.document_id, '2026-11-16', 'T' from project p, document d
        """, KeyOf(id));
}
