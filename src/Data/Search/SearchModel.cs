using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HomeroomGraph.Data.Search;

/// <summary>The tables of tokens. They have no relation to what they are about: a foreign key would be checked for each token.</summary>
internal static class SearchModel
{
    private const string Schema = "search";

    public static void Configure(ModelBuilder model)
    {
        model.Entity<TeacherToken>(token => Tokens(token, "teacher_token").HasKey(t => new { t.DistrictId, t.TeacherId, t.Place, t.Reading }));
        model.Entity<ResearchProjectToken>(token =>
            Tokens(token, "research_project_token").HasKey(t => new { t.DistrictId, t.ResearchProjectId, t.Place, t.Reading }));
        model.Entity<PaperToken>(token => Tokens(token, "paper_token").HasKey(t => new { t.DistrictId, t.PaperId, t.Place, t.Reading }));
    }

    private static EntityTypeBuilder<T> Tokens<T>(EntityTypeBuilder<T> token, string table) where T : SearchToken => token.ToTable(table, Schema);
}
